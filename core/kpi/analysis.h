// From ordered events to the figures of every period and of the headline.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/input/events.h"
#include "core/input/ledger.h"
#include "core/input/plans.h"
#include "core/input/totals.h"
#include "core/kpi/figures.h"
#include "core/kpi/headline.h"
#include "core/kpi/journeys.h"
#include "core/kpi/launches.h"
#include "core/kpi/periods.h"
#include "core/timeline/order.h"
#include "core/timeline/states.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct AnalysisRules {
  StateRules states;
  PeriodUnit unit = PeriodUnit::month;
  int32_t fiscalStartMonth = 1;
  std::optional<DayRange> range;    ///< local days, for the headline instead of the default
  std::vector<int64_t> launchDays;  ///< local days, in any order
  RateOptions rate;
};

struct Headline {
  PeriodFigures figures;
  HeadlineReason reason;
};

struct Analysis {
  std::array<uint64_t, kRowFates> rows{};      ///< by RowFate
  Problems problems;                           ///< of the rows that are not used
  std::optional<int64_t> firstUsed, lastUsed;  ///< instants
  uint64_t customers = 0;                      ///< with at least one used row
  std::vector<uint64_t> customersOnPlan;       ///< per plan, customers ever on it
  uint64_t blankPlanRows = 0;                  ///< used rows without a plan
  std::vector<PeriodFigures> periods;
  std::optional<Headline> headline;
  std::vector<LaunchEffect> launches;  ///< as AnalysisRules::launchDays
  std::optional<Journeys> journeys;    ///< nothing without a used row
};

Analysis analyse(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                 const TimeZone& zone, const AnalysisRules& rules);

}  // namespace upgrade_rate
