// Which stretch of time answers "what is our upgrade rate": the last twelve complete months, as one
// period, or the longest run of complete months that has customers at its start.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/kpi/counts.h"
#include "core/kpi/figures.h"
#include "core/kpi/periods.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

enum class HeadlineReason : uint8_t { last12Months, longestRun, range, only };

/// A window of whole local days, and the windows of the same length it is compared with.
struct HeadlineWindow {
  HeadlineReason reason;
  int64_t startDay, endDay;  ///< half-open
  int64_t previousStartDay;  ///< the window before is [previousStartDay, startDay)
  int64_t yearBeforeStartDay, yearBeforeEndDay;
  PeriodLength length;
};

/// `openings`: customers at the start of each of `months`, which are complete and end where the
/// data ends. Nothing when no month has customers at its start.
std::optional<HeadlineWindow> chooseHeadline(const PeriodList& months,
                                             std::span<const PeriodCounts> openings,
                                             const TimeZone& zone);

/// A range of days chosen by the reader.
HeadlineWindow rangeHeadline(int64_t startDay, int64_t endDay);

/// "2024-11/2025-10" for whole months, "2024-11-03/2024-12-20" (last day included) for days.
std::string headlineLabel(const HeadlineWindow& window);

}  // namespace upgrade_rate
