// When somebody looked at all customers: the instants of snapshots, over all files.
//
// A period of which every row is blank is no look at anything (spreadsheets have columns for months
// to come), so it is no snapshot and changes nobody.
#pragma once

#include <cstdint>
#include <vector>

#include "core/timeline/order.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// The instants of `ordered` at which some row says that there is a customer (a plan, or a value
/// above 0), ascending. Where no row does, all instants.
std::vector<int64_t> snapshotInstants(const OrderedEvents& ordered, const TimeZone& zone);

/// Makes snapshots of the rows: sets OrderedEvents::snapshots, and first and last to theirs.
void takeAsSnapshots(OrderedEvents& ordered, const TimeZone& zone);

}  // namespace upgrade_rate
