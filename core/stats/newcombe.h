// Did the share change between two periods, when most customers are in both?
//
// Method: Newcombe's hybrid score interval. It joins the Wilson limits of the two shares; for two
// separate samples it is method 10 of Newcombe 1998, Statistics in Medicine 17:873-890. The
// customers in both samples are allowed for as in method 10 for paired samples (Newcombe 1998,
// Statistics in Medicine 17:2635-2650, without its continuity correction of phi), with phi scaled
// by the share of customers in both: rho = phi n12 / sqrt(n1 n2).
// Leaves out a p-value: the interval answers.
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/interval.h"
#include "core/stats/share.h"

namespace upgrade_rate {

/// The customers who are in both bases, by the periods in which they count as a success. All zero:
/// separate samples, or totals in which the same customer cannot be seen twice.
struct Overlap {
  uint64_t both = 0;
  uint64_t onlyFirst = 0;
  uint64_t onlySecond = 0;
  uint64_t neither = 0;
};

/// The change of a share, in shares (0.02 is two points), second minus first.
struct ShareChange {
  double difference = 0;   ///< in [-1, 1]
  Interval interval;       ///< in [-1, 1], contains the difference
  double correlation = 0;  ///< rho, the correlation of the two shares that was allowed for
  bool clear = false;      ///< the interval leaves out 0; otherwise the change is within noise
  Share first;             ///< what it was made from, with the second
  Overlap overlap;
};

/// Nothing when a base is 0, level is not inside (0, 1), a count exceeds its base, or the overlap
/// does not fit in the two samples.
std::optional<ShareChange> shareChange(Share first, Share second, Overlap overlap, double level);

/// Correlation of success in both periods, in [-1, 1]; 0 where undefined (no overlap, or all or
/// none succeeded in one of the periods).
double phiCoefficient(Overlap overlap);

}  // namespace upgrade_rate
