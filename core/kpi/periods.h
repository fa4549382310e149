// The periods a report looks at: half-open stretches of local calendar time, one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/cells/date.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

enum class PeriodUnit : uint8_t { week, month, quarter, year };

/// Consecutive periods. Period p is [boundaries[p], boundaries[p + 1]), in microseconds UTC.
struct PeriodList {
  std::vector<int64_t> boundaries;  ///< one more than there are periods; empty: no period
  std::vector<std::string> labels;  ///< "2024-W07", "2024-04", "2024-Q2", "2024"
  /// Per period the same one a year before, or -1 where the list has none.
  std::vector<int32_t> yearBefore;

  size_t size() const { return labels.size(); }
};

/// The periods from the one that holds `first` to the one that holds `last` (instants).
/// `fiscalStartMonth` 1 to 12 moves quarters and years; a fiscal year that does not start in
/// January is named by the year it ends in: "FY2025", "FY2025-Q1".
PeriodList periodsCovering(int64_t first, int64_t last, PeriodUnit unit, int32_t fiscalStartMonth,
                           const TimeZone& zone);

/// The calendar months from that of `first` on that are over at `until` (instants).
PeriodList completeMonths(int64_t first, int64_t until, const TimeZone& zone);

/// The finest unit, not finer than `asked`, that rows so far apart can fill.
PeriodUnit unitFor(DateSpan span, PeriodUnit asked);

/// Months of the unit: 1, 3, 12; 0 for weeks.
int32_t monthsOf(PeriodUnit unit);

}  // namespace upgrade_rate
