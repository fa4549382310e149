// From ordered rows to the figures of every period and of the headline.
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/input/totals.h"
#include "core/kpi/chosen_money.h"
#include "core/kpi/customer_filter.h"
#include "core/kpi/figures.h"
#include "core/kpi/headline.h"
#include "core/kpi/journeys.h"
#include "core/kpi/launches.h"
#include "core/kpi/periods.h"
#include "core/kpi/segment_tables.h"
#include "core/kpi/walk.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct AnalysisRules {
  StateRules states;
  PeriodUnit unit = PeriodUnit::month;
  int32_t fiscalStartMonth = 1;
  std::optional<DayRange> range;    ///< local days, for the headline instead of the default
  std::vector<int64_t> launchDays;  ///< local days, in any order
  RateOptions rate;
  std::string reportingCurrency;    ///< where StateRules::rates are given
  std::vector<uint32_t> segmentBy;  ///< into Events::segments
  std::vector<FilterRule> filters;  ///< whom every figure counts; nothing: everybody
  bool countsOnly = false;          ///< without journeys, money and segments
};

struct Headline {
  PeriodFigures figures;
  HeadlineReason reason;
};

struct Analysis : RowFigures {
  std::vector<PeriodFigures> periods;
  std::optional<Headline> headline;
  std::vector<LaunchEffect> launches;  ///< as AnalysisRules::launchDays
  std::optional<Journeys> journeys;    ///< nothing without a used row
  /// As AnalysisRules::segmentBy, for the headline's window; nothing without a headline.
  std::optional<std::vector<SegmentTable>> segments;
  std::vector<std::string> currencies;  ///< those with a known value, as in PeriodFigures::value
  uint64_t valueUnknown = 0;            ///< customers whose value was unknown at some time
};

/// What analyses of the same ordered rows found out, each part beside the rules that it follows
/// from. A part is found out again when one of its own rules, or of a part before it, differs:
///   walk     plans' roles and tiers, bridge, prospects, dataUntil, rates of currencies
///   periods  unit, fiscal year; numerator and base where the rate is a share
///   window   range; numerator and base where the rate is a share
///   journeys the boundaries of periods and window
///   money    as journeys, in one walk with them; nothing without values
///   rows     nothing more; made for the first report with segments or filters
///   segments per window and column: numerator and base where the rate is a share
/// And all but walk and rows is found out again when a filter differs.
/// All else (bands, level, the reporting currency's name) only judges counts, which is done for
/// each report. Ordering the rows again, for another time zone, needs a new cache.
struct AnalysisCache {
  struct Periods {
    PeriodUnit unit;
    int32_t fiscalStartMonth;
    Numerator numerator;
    Base base;
    PeriodList list;
    Counted counted;
  };
  struct Window {
    std::optional<DayRange> range;
    Numerator numerator;
    Base base;
    HeadlineWindow days;
    PeriodCounts counts, before, yearBefore;
    Overlap withBefore, withYearBefore;
  };
  /// The segments of one column in one window and the one before it (local days).
  struct Segments {
    std::array<int32_t, 3> days;
    uint32_t column;
    Numerator numerator;
    Base base;
    std::vector<SegmentCounts> counts;
    bool used;  ///< by the report being made; others are dropped after it
  };
  std::optional<Walk> walk;
  std::optional<std::vector<uint32_t>> rows;  ///< per step its row
  std::vector<FilterRule> filters;            ///< that all below follows from
  std::optional<HeadlineWindow> defaultWindow;
  bool defaultWindowKnown = false;
  std::optional<Periods> periods;
  std::optional<Window> window;
  std::unique_ptr<JourneyCounter> journeys;
  std::list<Segments> segments;
  std::optional<ChosenMoney> money, windowMoney;
};

/// `ordered`: the rows of `events`.
Analysis analyse(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                 const TimeZone& zone, const AnalysisRules& rules, AnalysisCache& cache);
inline Analysis analyse(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                        const TimeZone& zone, const AnalysisRules& rules) {
  AnalysisCache cache;
  return analyse(events, ordered, plans, zone, rules, cache);
}

}  // namespace upgrade_rate
