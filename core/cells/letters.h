// Single letters: UTF-8 to code points and back, case folding, Latin letters without accents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace upgrade_rate {

constexpr char32_t kNoCodePoint = 0xFFFFFFFF;

struct CodePoint {
  char32_t value;  ///< kNoCodePoint for a byte that starts no UTF-8 sequence
  uint32_t bytes;  ///< 1 to 4; 1 for kNoCodePoint
};

/// The first code point of `text`, which is not empty.
CodePoint firstCodePoint(std::string_view text);

void appendUtf8(std::string& out, char32_t codePoint);

/// Unicode simple case folding (CaseFolding.txt, statuses C and S) for ASCII, Latin, Greek and
/// Cyrillic; other code points as they are.
char32_t foldedCase(char32_t codePoint);

/// A letter without its accent, as one or two ASCII letters in lower case (ß is ss, æ is ae).
struct BaseLetters {
  char first = 0;  ///< 0: not an accented Latin letter
  char second = 0;
};
BaseLetters baseLetters(char32_t codePoint);

inline bool isCombiningAccent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

}  // namespace upgrade_rate
