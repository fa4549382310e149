// Checking UTF-8. Tables of customers are mostly ASCII, so 64 bytes at a time are tested for a set
// high bit (eight word loads, which compilers turn into vector code); the other characters are
// tested one by one by the ranges of their first two bytes.
#include "core/bytes/utf8.h"

#include <cstring>

namespace upgrade_rate {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080;

uint8_t byteAt(std::string_view text, size_t i) { return static_cast<uint8_t>(text[i]); }

bool isContinuation(uint8_t byte) { return (byte & 0xc0) == 0x80; }

/// The bytes of a character that begins with `first`; 0 if none does.
size_t lengthBy(uint8_t first) {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;  // continuations, and C0 and C1, which only overlongs need
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/// The range of the second byte is narrower behind four first bytes.
bool isSecond(uint8_t first, uint8_t second) {
  if (!isContinuation(second)) return false;
  if (first == 0xe0) return second >= 0xa0;  // no overlongs
  if (first == 0xed) return second < 0xa0;   // no surrogates
  if (first == 0xf0) return second >= 0x90;  // no overlongs
  if (first == 0xf4) return second < 0x90;   // nothing above U+10FFFF
  return true;
}

/// How many of the bytes at `at` fit one character; `length` becomes the character's full length
/// (0: no character begins so).
size_t fitting(std::string_view text, size_t at, size_t& length) {
  const uint8_t first = byteAt(text, at);
  length = lengthBy(first);
  if (length <= 1) return length;
  size_t fits = 1;
  while (fits < length && at + fits < text.size()) {
    const uint8_t byte = byteAt(text, at + fits);
    if (fits == 1 ? !isSecond(first, byte) : !isContinuation(byte)) break;
    ++fits;
  }
  return fits;
}

}  // namespace

size_t asciiPrefix(std::string_view text) {
  size_t at = 0;
  for (; at + 64 <= text.size(); at += 64) {
    uint64_t words[8];
    std::memcpy(words, text.data() + at, sizeof words);
    uint64_t any = 0;
    for (const uint64_t word : words) any |= word;
    if ((any & kHighBits) != 0) break;
  }
  while (at < text.size() && byteAt(text, at) < 0x80) ++at;
  return at;
}

Utf8Check checkUtf8(std::string_view text) {
  bool valid = true;
  for (size_t at = 0; at < text.size();) {
    if (byteAt(text, at) < 0x80) {
      at += asciiPrefix(text.substr(at));
      continue;
    }
    size_t length = 0;
    const size_t fits = fitting(text, at, length);
    if (fits == length && length > 0) {
      at += length;
    } else if (length > 0 && at + fits == text.size()) {
      return {fits, valid};
    } else {
      valid = false;
      ++at;
    }
  }
  return {0, valid};
}

void appendUtf8(std::string& out, uint32_t codePoint) {
  const auto push = [&out](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto pushLow6 = [&push](uint32_t bits) { push(0x80 | (bits & 0x3f)); };
  if (codePoint < 0x80) {
    push(codePoint);
  } else if (codePoint < 0x800) {
    push(0xc0 | (codePoint >> 6));
    pushLow6(codePoint);
  } else if (codePoint < 0x10000) {
    push(0xe0 | (codePoint >> 12));
    pushLow6(codePoint >> 6);
    pushLow6(codePoint);
  } else {
    push(0xf0 | (codePoint >> 18));
    pushLow6(codePoint >> 12);
    pushLow6(codePoint >> 6);
    pushLow6(codePoint);
  }
}

}  // namespace upgrade_rate
