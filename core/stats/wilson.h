// How precisely do k of n tell a share?
//
// Method: Wilson's score interval without continuity correction (Wilson 1927; Newcombe 1998,
// Statistics in Medicine 17:857-872, method 3). It stays inside [0, 1] and is sensible for k = 0.
// Leaves out finite populations: the n customers are seen as a sample of what could have happened.
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/interval.h"

namespace upgrade_rate {

/// Interval for the share k/n, as shares in [0, 1], never percent. `level` is the confidence, 0.95
/// for 95 %. k = 0 gives low exactly 0, k = n gives high exactly 1.
/// Nothing when n = 0, k > n or level is not inside (0, 1). Relative error of both
/// limits about 1e-15, and low <= k/n <= high, for n up to 1e12.
std::optional<Interval> wilsonInterval(uint64_t k, uint64_t n, double level);

}  // namespace upgrade_rate
