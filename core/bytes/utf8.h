// The rules of UTF-8 (Unicode 15, table 3-7): which byte sequences are characters, and how a
// character is written. Shortest form only, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace upgrade_rate {

/// What a text is as UTF-8.
struct Utf8Check {
  size_t cutTail;  ///< 0 to 3 bytes at the end that are the beginning of a character
  bool valid;      ///< whether everything before that tail follows the rules
};

Utf8Check checkUtf8(std::string_view text);

/// How many bytes at the beginning of `text` are ASCII.
size_t asciiPrefix(std::string_view text);

/// Appends `codePoint` (a Unicode scalar value) as UTF-8.
void appendUtf8(std::string& out, uint32_t codePoint);

}  // namespace upgrade_rate
