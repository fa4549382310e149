// From ordered rows to the figures of every period and of the headline.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/input/totals.h"
#include "core/kpi/figures.h"
#include "core/kpi/headline.h"
#include "core/kpi/journeys.h"
#include "core/kpi/launches.h"
#include "core/kpi/periods.h"
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
  std::string reportingCurrency;  ///< where StateRules::rates are given
};

struct Headline {
  PeriodFigures figures;
  HeadlineReason reason;
};

struct Analysis : RowFigures {
  std::vector<PeriodFigures> periods;
  std::optional<Headline> headline;
  std::vector<LaunchEffect> launches;   ///< as AnalysisRules::launchDays
  std::optional<Journeys> journeys;     ///< nothing without a used row
  std::vector<std::string> currencies;  ///< those with a known value, as in PeriodFigures::value
  uint64_t valueUnknown = 0;            ///< customers whose value was unknown at some time
};

/// The counts of consecutive periods, and what each shares with an earlier one.
struct Counted {
  std::vector<PeriodCounts> counts;
  std::vector<Overlap> withPrevious, withYearBefore;
};

/// What analyses of the same ordered rows found out, each part beside the rules that it follows
/// from. A part is found out again when one of its own rules, or of a part before it, differs:
///   walk     plans' roles and tiers, bridge, prospects, dataUntil, rates of currencies
///   periods  unit, fiscal year; numerator and base where the rate is a share
///   window   range; numerator and base where the rate is a share
///   journeys the boundaries of periods and window
///   money    as journeys, in one walk with them; nothing without values
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
  std::optional<Walk> walk;
  std::optional<HeadlineWindow> defaultWindow;  ///< follows from the walk alone
  std::optional<Periods> periods;
  std::optional<Window> window;
  std::unique_ptr<JourneyCounter> journeys;
  std::optional<MoneyCounter> money, windowMoney;
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
