// Seeded bytes for property tests: xorshift64, the same on every platform.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace upgrade_rate {

class RandomBytes {
 public:
  explicit RandomBytes(uint64_t seed) : state_(seed * 2 + 1) {}

  uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_ >> 11;
  }
  size_t below(size_t limit) { return static_cast<size_t>(next() % limit); }
  std::string from(std::string_view alphabet, size_t size) {
    std::string text(size, 0);
    for (char& byte : text) byte = alphabet[below(alphabet.size())];
    return text;
  }

 private:
  uint64_t state_;
};

}  // namespace upgrade_rate
