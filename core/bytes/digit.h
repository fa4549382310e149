#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace upgrade_rate {

inline bool isDigit(char c) { return static_cast<uint8_t>(c - '0') <= 9; }

/// Without one, text is neither a number nor a date: what is asked first where much is words.
inline bool hasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), isDigit);
}

}  // namespace upgrade_rate
