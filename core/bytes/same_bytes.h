// Whether two short texts are equal, without the call that memcmp costs: eight bytes at a time, the
// last eight overlapping those before. Never reads outside the two texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace upgrade_rate {

template <class Word>
inline Word wordFrom(const char* bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// All of at most eight bytes in one word. Texts of one size share a word only when equal.
inline uint64_t shortText(const char* at, size_t size) {
  if (size == 8) return wordFrom<uint64_t>(at);
  if (size >= 4) return wordFrom<uint32_t>(at) | uint64_t{wordFrom<uint32_t>(at + size - 4)} << 32;
  uint64_t word = 0;
  for (size_t i = 0; i < size; ++i) word = word << 8 | static_cast<uint8_t>(at[i]);
  return word;
}

inline bool sameBytes(std::string_view a, std::string_view b) {
  const size_t size = a.size();
  if (size != b.size()) return false;
  if (size <= 8) return shortText(a.data(), size) == shortText(b.data(), size);
  for (size_t at = 0; at + 8 < size; at += 8) {
    if (wordFrom<uint64_t>(a.data() + at) != wordFrom<uint64_t>(b.data() + at)) return false;
  }
  return wordFrom<uint64_t>(a.data() + size - 8) == wordFrom<uint64_t>(b.data() + size - 8);
}

}  // namespace upgrade_rate
