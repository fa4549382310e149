#include "core/timeline/subscription_rows.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// Rows of no stated subscription are one each, beyond every index that a dictionary gives.
constexpr uint32_t kOwnSubscription = 0x8000'0000;

}  // namespace

Subscription subscriptionAt(const OrderedEvents& ordered, uint32_t place, const TimeZone& zone,
                            const std::vector<StatusRole>& statuses) {
  Subscription row;
  row.start = zone.instant(ordered.time[place]);
  row.status = ordered.status.empty() ? kBlankPlan : ordered.status[place];
  row.role = row.status < statuses.size() ? statuses[row.status] : StatusRole::plan;
  const CellTime end = ordered.end[place];
  const bool counts = !ordered.endsAreCancellations || row.role == StatusRole::ended;
  row.statedEnd = end == kNoEnd ? kOpenEnd : zone.instant(end);
  row.end = counts ? row.statedEnd : kOpenEnd;
  const uint32_t id = ordered.subscription.empty() ? kBlankPlan : ordered.subscription[place];
  row.id = id == kBlankPlan ? kOwnSubscription | place : id;
  row.spelling = ordered.spelling[place];
  row.price = ordered.priceAt(place);
  row.quantity = ordered.quantityAt(place);
  row.times = ordered.times(row.quantity);
  row.row = place;
  return row;
}

std::optional<int64_t> latestInstant(const OrderedEvents& ordered, const Plans& plans,
                                     const TimeZone& zone, const std::vector<StatusRole>& statuses,
                                     int64_t limit) {
  std::optional<int64_t> latest;
  const auto note = [&](int64_t instant) {
    if (instant < limit) latest = std::max(instant, latest.value_or(instant));
  };
  for (uint32_t place = 0; place < ordered.size(); ++place) {
    const Subscription row = subscriptionAt(ordered, place, zone, statuses);
    if (whyIgnored(row, plans)) continue;
    note(row.start);
    note(row.end);
  }
  return latest;
}

}  // namespace upgrade_rate
