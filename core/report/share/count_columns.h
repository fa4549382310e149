// The counts of a period as numbers that are mostly 0, and back.
//
// Method: what the other counts lead one to expect is taken off: who is in opening was in the
// closing of the period before, closing is opening with who came and without who left, most
// upgrades are kept, and so on. The counts come back exactly, whatever they are; only the numbers
// are small. Leaves out byTier, whose cells can be one customer's.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/kpi/figures.h"

namespace upgrade_rate {

constexpr size_t kCountColumns = 25;
using CountResiduals = std::array<int64_t, kCountColumns>;

/// `before`: of the period before, or all 0.
CountResiduals residualsOf(const PeriodCounts& counts, const PeriodCounts& before);
/// Nothing where a count would not be one: below 0 or out of bounds. Residuals are within
/// kLargestCount.
std::optional<PeriodCounts> countsFrom(const CountResiduals& residuals, const PeriodCounts& before);

/// Whether all counts are within kLargestCount.
bool countsFit(const PeriodCounts& counts);

/// Counts of which only these are known and that give this rate. Nothing where they contradict.
std::optional<PeriodCounts> countsWith(const Fraction& fraction, int64_t opening, int64_t upgraded,
                                       const RateOptions& options);

/// The same where nothing but the rate is known.
std::optional<PeriodCounts> countsOf(int64_t numerator, int64_t base, const RateOptions& options);

/// Not below 0; and of a share, no more than there are.
bool isPlausible(const Fraction& fraction, bool share);

/// Of how many parts a customer of the base is made in the chosen rate: 2 of an average, else 1.
int64_t scaleOf(const RateOptions& options);

using OverlapResiduals = std::array<int64_t, 4>;

/// `shared`: how many are expected in both bases.
OverlapResiduals residualsOf(const Overlap& overlap, const Share& first, const Share& second,
                             int64_t shared);
/// Nothing where the two cannot overlap so.
std::optional<Overlap> overlapFrom(const OverlapResiduals& residuals, const Share& first,
                                   const Share& second, int64_t shared);

}  // namespace upgrade_rate
