// The order of a few things by a number each.
//
// One sort for every short list of the core: each instantiation of std::sort or std::stable_sort
// costs the module a kilobyte.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace upgrade_rate {

/// The indices 0, 1, … of `keys`, ascending by key; equal keys stay in order. Keys are not NaN.
std::vector<uint32_t> orderByKey(std::span<const double> keys);

}  // namespace upgrade_rate
