// What the periods say together, and the launches, as they stand in the report.
#pragma once

#include <vector>

#include "core/kpi/launches.h"
#include "core/kpi/trend_figures.h"
#include "core/report/json.h"
#include "core/report/notes.h"
#include "core/report/settings.h"

namespace upgrade_rate {

Json writeTrend(const TrendFigures& trend);

/// `effects`: one per launch of the settings.
/// `segmentBy`: the columns that the effects tell apart.
Json writeLaunches(const std::vector<Launch>& launches, const std::vector<LaunchEffect>& effects,
                   const std::vector<std::string>& segmentBy);

/// Why something in the trend is null or not shown, with what it needs.
void noteTrend(const TrendFigures& trend, Notes& notes);

/// Why launches have no comparison, each reason once, with their names.
void noteLaunches(const std::vector<Launch>& launches, const std::vector<LaunchEffect>& effects,
                  Notes& notes);

/// The local day of each launch.
std::vector<int64_t> launchDays(const std::vector<Launch>& launches, const TimeZone& zone);

}  // namespace upgrade_rate
