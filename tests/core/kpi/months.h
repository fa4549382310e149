// Months with their counts as they come out of an analysis, and what they say together.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cells/iso.h"
#include "core/kpi/periods.h"
#include "core/kpi/trend_figures.h"
#include "tests/core/stats/series.h"

namespace upgrade_rate {

using Counts = std::vector<std::pair<int64_t, int64_t>>;

inline PeriodFigures monthOf(int64_t number, int64_t upgraded, int64_t opening,
                             bool partial = false) {
  const TimeZone utc;
  PeriodFigures made;
  const int64_t first = monthStartDay(number), end = monthStartDay(number + 1);
  made.start = utc.dayStart(first);
  made.end = utc.dayStart(end);
  made.label = isoDay(first).substr(0, 7);
  made.length = {1, end - first};
  made.partial = partial;
  made.counts.opening = opening;
  made.counts.upgraded = upgraded;
  judge(made, {});
  return made;
}

constexpr int64_t kJanuary2022 = 2022 * 12;

// Months from January 2022 on.
inline std::vector<PeriodFigures> monthsOfCounts(const Counts& counts) {
  std::vector<PeriodFigures> months;
  for (const auto& [upgraded, opening] : counts) {
    months.push_back(
        monthOf(kJanuary2022 + static_cast<int64_t>(months.size()), upgraded, opening));
  }
  return months;
}

inline std::vector<PeriodFigures> monthsOfSeries(const std::vector<PeriodShare>& series) {
  std::vector<PeriodFigures> months;
  for (const PeriodShare& each : series) {
    months.push_back(monthOf(kJanuary2022 + each.period - 1, static_cast<int64_t>(each.share.count),
                             static_cast<int64_t>(each.share.base)));
  }
  return months;
}

inline TrendFigures told(std::vector<PeriodFigures>& periods) {
  return trendFigures(periods, 1, TimeZone(), {});
}

// Each reason with a space behind it.
inline std::string reasons(const TrendFigures& trend) {
  std::string text;
  for (const std::string_view code : trend.why) text += std::string(code) + " ";
  return text;
}

constexpr int kRising[] = {20, 22, 21, 25, 24, 27, 26, 29, 31, 30, 33, 32,
                           35, 37, 36, 39, 41, 40, 43, 44, 46, 45, 48, 50};

inline std::vector<PeriodFigures> rising(size_t first, size_t count) {
  Counts counts;
  for (size_t i = first; i < first + count; ++i) counts.push_back({kRising[i], 500});
  return monthsOfCounts(counts);
}

}  // namespace upgrade_rate
