// A share as it was counted: so many out of so many. Kept as counts, so that comparing two shares
// is exact and no rounded rate ever decides.
#pragma once

#include <cstdint>

namespace upgrade_rate {

/// `count` out of `base`. Valid when count <= base; it has a rate only when base > 0.
struct Share {
  uint64_t count = 0;
  uint64_t base = 0;

  /// count / base, in [0, 1]. Ask only when base > 0.
  double rate() const { return static_cast<double>(count) / static_cast<double>(base); }
};

/// A share of one period. Periods are numbered along the calendar, so that a missing period leaves
/// a gap in the numbers.
struct PeriodShare {
  int64_t period = 0;
  Share share;
};

/// -1, 0 or 1 as the first share is below, equal to or above the second, compared exactly. Ask only
/// when both bases are above 0.
inline int compareShares(Share first, Share second) {
  __extension__ using Wide = unsigned __int128;
  const Wide left = static_cast<Wide>(first.count) * second.base;
  const Wide right = static_cast<Wide>(second.count) * first.base;
  return left < right ? -1 : (left > right ? 1 : 0);
}

}  // namespace upgrade_rate
