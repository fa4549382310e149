// A walk that is there, brought to other rules without going over all rows again.
#pragma once

#include <cstdint>
#include <vector>

#include "core/kpi/walk.h"

namespace upgrade_rate {

/// Makes of `walk` what walkRows gives under `rules` and with `plans`, and of its `stepRows`, if
/// given, theirs. False: that takes all rows again, and nothing was changed.
///
/// Method: a gap that is bridged up to another length changes the histories of those customers only
/// who have one of about that length, and nothing of what is said of rows; so their histories are
/// built again and the steps of all others copied. Tiers in another order change which movements
/// are upgrades and nothing else, as long as plans of one tier stay together, others apart, and
/// states do not depend on tiers (of subscriptions and of plans beside one another the highest one
/// is held).
bool followRules(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
                 const StateRules& rules, Walk& walk, std::vector<uint32_t>* stepRows);

}  // namespace upgrade_rate
