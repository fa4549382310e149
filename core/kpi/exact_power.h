// Compares two products of whole powers exactly: what a rate scaled to another window needs, where
// rounding could put a rate that lies on a threshold on its wrong side.
#pragma once

#include <cstdint>

namespace upgrade_rate {

struct Power {
  uint64_t base;
  uint32_t exponent;
};

/// Sign of a·b − c·d: -1, 0 or 1.
int comparePowerProducts(Power a, Power b, Power c, Power d);

}  // namespace upgrade_rate
