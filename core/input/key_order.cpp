#include "core/input/key_order.h"

#include <algorithm>
#include <numeric>

namespace upgrade_rate {

std::vector<uint32_t> orderByKey(std::span<const double> keys) {
  std::vector<uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
  return order;
}

}  // namespace upgrade_rate
