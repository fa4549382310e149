// Which stretches of time the periods of an aggregates document are: a calendar that is named by
// its first day, or a list of days where they follow none.
#pragma once

#include <optional>
#include <vector>

#include "core/kpi/figures.h"
#include "core/kpi/periods.h"
#include "core/report/share/number_columns.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// More periods, columns or rows are no report.
constexpr int64_t kMostShared = 6000;

/// `count` periods of so many months (0: weeks) from a local day on. Nothing where no calendar
/// period starts there.
std::optional<PeriodList> calendarPeriods(int32_t months, int64_t firstDay, size_t count,
                                          int32_t fiscalStartMonth, const TimeZone& zone);

Json writeTimes(const std::vector<PeriodFigures>& periods, int32_t fiscalStartMonth,
                const TimeZone& zone);

/// Periods with their times, labels and lengths. `fiscalStartMonth` is set.
std::vector<PeriodFigures> readTimes(const Json& list, const TimeZone& zone,
                                     int32_t& fiscalStartMonth, std::optional<Error>& error);

/// Days that a document may speak of: the years 0 to 9999.
constexpr int64_t kFirstSharedDay = -719'528, kLastSharedDay = 2'932'896;

}  // namespace upgrade_rate
