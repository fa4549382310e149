// The rows of subscriptions as the timeline takes them: in the report's time zone, and with what
// their status means.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/input/plans.h"
#include "core/input/status_words.h"
#include "core/timeline/order.h"
#include "core/timeline/subscriptions.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// The row at `place`. `statuses`: what each status means, by its index.
Subscription subscriptionAt(const OrderedEvents& ordered, uint32_t place, const TimeZone& zone,
                            const std::vector<StatusRole>& statuses);

/// The latest start or stated end before `limit`, of rows that are not ignored for their plan or
/// status; of what is before the limit.
std::optional<int64_t> latestInstant(const OrderedEvents& ordered, const Plans& plans,
                                     const TimeZone& zone, const std::vector<StatusRole>& statuses,
                                     int64_t limit);

}  // namespace upgrade_rate
