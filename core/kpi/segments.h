// Counts by segment: one window and the one before it, for every value of a column.
//
// Method: each customer's value in each of the two windows first; then customers are grouped by
// value (counting sort), and one counter after the other counts one value. So memory does not grow
// with the number of values, and the counts are those that a filter on the value would give.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/input/segment_columns.h"
#include "core/kpi/chosen_counts.h"
#include "core/stats/newcombe.h"

namespace upgrade_rate {

/// One value of a column. Its customers are those that have it in the window that is counted.
struct SegmentCounts {
  std::string text;            ///< "" is blank
  PeriodCounts before, after;  ///< the window before, and the window; byTier is left out
  Overlap overlap;             ///< of customers who have the value in both
};

/// `values`: of the column, per row. `boundaries`: local days, the start of the window before, of
/// the window, and its end. Values that nobody has in these windows are left out.
std::vector<SegmentCounts> countSegments(const StepSource& source, const SegmentColumn& column,
                                         std::span<const uint32_t> values,
                                         const std::array<int32_t, 3>& boundaries,
                                         const CountOptions& options);

}  // namespace upgrade_rate
