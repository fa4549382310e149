// One pass over the customers, from rows to states and on to what is counted of them.
#pragma once

#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/kpi/analysis.h"
#include "core/kpi/journeys.h"
#include "core/timeline/order.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// What the rows came to, and everybody's steps. `window` of the result is not filled.
AnalysisCache::Walk walkRows(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                             const TimeZone& zone, const StateRules& rules);

/// What only whole histories tell.
Journeys followJourneys(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
                        const StateRules& states, const JourneyRules& rules);

}  // namespace upgrade_rate
