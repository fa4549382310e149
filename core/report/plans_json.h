// The plans of a report: the ladder from the lowest to the highest, as found and as settings, and
// what is said of how it was found.
#pragma once

#include <cstdint>
#include <vector>

#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/report/json.h"
#include "core/report/notes.h"
#include "core/report/settings.h"
#include "core/timeline/order.h"

namespace upgrade_rate {

/// `customers`: per plan, who was ever on it.
Json writePlans(const Plans& plans, const std::vector<uint64_t>& customers);

/// The currency of the plans' typical values, or null.
Json writeValueCurrency(const Plans& plans, const Events& events);

/// The plans' roles and tiers as settings, from the lowest up.
std::vector<PlanSetting> settingsOf(const Plans& plans);

/// How the order of the tiers was found, which spellings are one plan, and what the rows cannot
/// say.
void notePlans(const Plans& plans, const OrderedEvents& ordered, Notes& notes);

}  // namespace upgrade_rate
