// What snapshots can tell: changes from one to the next, so no period finer than they are.
#pragma once

#include <cstdint>

#include "core/report/loaded.h"
#include "core/timeline/order.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// How far apart snapshots are, by the rule for the periods of totals; a day where that says
/// nothing. `ordered` has one snapshot at least.
DateSpan snapshotSpan(const Loaded& loaded, const OrderedEvents& ordered, const TimeZone& zone);

/// The end of the last snapshot's period.
int64_t snapshotsUntil(const OrderedEvents& ordered, DateSpan span, const TimeZone& zone);

}  // namespace upgrade_rate
