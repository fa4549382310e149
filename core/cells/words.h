// Cells as words: trimming, what counts as blank, yes and no, and comparison keys for headers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace upgrade_rate {

/// Without leading and trailing white space (ASCII, no-break space U+00A0, U+FEFF, U+3000).
std::string_view trimmed(std::string_view cell);

/// Whether a trimmed cell means "no value": empty, NULL, N/A, none, nil, (null), NaN, a dash
/// (-, – or —) or \N, as databases write it, in any case. The same in every column: a customer
/// called "NULL" is a blank customer.
bool isNullWord(std::string_view trimmedCell);

/// Whether a look at both ends of a cell is enough to know that it is trimmed and no null word. A
/// cell that is not plain may still be so.
inline bool isPlainWord(std::string_view cell);

/// Whether `words`, separated and surrounded by spaces, has this one. An empty word is in no list.
bool listsWord(std::string_view words, std::string_view word);

/// true/false, yes/no, y/n, 1/0, t/f, ja/nein in any case; nothing for other text.
std::optional<bool> readBoolean(std::string_view trimmedCell);

/// The key under which headers are compared: lower case, accents removed (Latin letters), and only
/// letters and digits kept: "Customer ID" and "customer_id" are "customerid".
std::string headerKey(std::string_view header);

/// Unicode simple case folding for Latin, Greek and Cyrillic letters; other text as it is.
std::string caseFolded(std::string_view text);

/// The key under which plan names are compared: case-folded, trimmed, with runs of space, `_`, `-`,
/// `.` and `/` as one space (none at the ends). Other signs count: "Pro" is not "Pro+". A name made
/// of nothing but those signs is its own key.
std::string planKey(std::string_view plan);

namespace words_detail {

// Bytes that white space may begin or end with, and, below seven bytes, null words may begin with.
enum : uint8_t { kLeads = 1, kTrails = 2, kNulls = 4 };
struct EndBytes {
  uint8_t kind[256] = {};
  constexpr EndBytes() {
    for (int c = '\t'; c <= '\r'; ++c) kind[c] = kLeads | kTrails;
    kind[static_cast<unsigned char>(' ')] = kLeads | kTrails;
    for (const int lead : {0xC2, 0xEF, 0xE3}) kind[lead] |= kLeads;
    for (const int last : {0xA0, 0xBF, 0x80}) kind[last] |= kTrails;
    for (const char first : {'n', 'N', '-', '(', '\\', '\xE2'})
      kind[static_cast<uint8_t>(first)] |= kNulls;
  }
};
inline constexpr EndBytes kEndBytes;

}  // namespace words_detail

inline bool isPlainWord(std::string_view cell) {
  using namespace words_detail;
  if (cell.empty()) return true;
  const uint8_t first = kEndBytes.kind[static_cast<uint8_t>(cell.front())];
  const uint8_t last = kEndBytes.kind[static_cast<uint8_t>(cell.back())];
  return (first & kLeads) == 0 && (last & kTrails) == 0 &&
         ((first & kNulls) == 0 || cell.size() > 6);
}

}  // namespace upgrade_rate
