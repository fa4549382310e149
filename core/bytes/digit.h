#pragma once

#include <cstdint>

namespace upgrade_rate {

inline bool isDigit(char c) { return static_cast<uint8_t>(c - '0') <= 9; }

}  // namespace upgrade_rate
