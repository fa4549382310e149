// The figures from typed or pasted totals: periods with their customers and upgrades.
//
// Totals cannot see the same customer twice. So a longer period made from shorter ones is the sum
// of the upgrades over the first one's customers, and assumes that nobody upgraded twice.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/input/ledger.h"
#include "core/input/totals.h"
#include "core/kpi/analysis.h"
#include "core/kpi/periods.h"
#include "core/timeline/states.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct TotalsRules {
  PeriodUnit unit = PeriodUnit::month;
  int32_t fiscalStartMonth = 1;
  std::optional<int64_t> dataUntil;  ///< instant; default: the end of the last period
  std::optional<DayRange> range;
  RateOptions rate;
  std::vector<uint32_t> columns;    ///< rows of one period that differ in these add up
  std::vector<uint32_t> segmentBy;  ///< these three: into Totals::segments
  std::vector<FilterRule> filters;
};

struct TotalsAnalysis {
  std::array<uint64_t, kRowFates> rows{};
  Problems problems;
  std::vector<SetAside> setAside;    ///< per file, the rows that are not used
  std::optional<int64_t> dataUntil;  ///< in force; nothing without periods
  std::optional<int64_t> firstDay, endDay;
  std::optional<uint64_t> customers;  ///< nothing where nobody is told apart
  bool summed = false;                ///< some period was made from several
  bool ownPeriods = false;            ///< the unit asked for cannot be made from these periods
  std::vector<PeriodFigures> periods;
  std::optional<Headline> headline;
  /// As TotalsRules::segmentBy, for the headline; nothing where it has no rate to compare.
  std::optional<std::vector<SegmentTable>> segments;
};

/// `span`: of the rows' periods (periodSpan). `fileNames`: for problems.
TotalsAnalysis analyseTotals(const Totals& totals, DateSpan span, const TimeZone& zone,
                             const TotalsRules& rules, const std::vector<std::string>& fileNames);

}  // namespace upgrade_rate
