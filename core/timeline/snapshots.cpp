#include "core/timeline/snapshots.h"

#include <set>

namespace upgrade_rate {

std::vector<int64_t> snapshotInstants(const OrderedEvents& ordered, const TimeZone& zone) {
  std::set<int64_t> all, filled;  // of wall-clock micros: few, however many rows there are
  for (uint32_t place = 0; place < ordered.size(); ++place) {
    const int64_t instant = zone.instant(ordered.time[place]);
    (ordered.spelling[place] == kBlankPlan ? all : filled).insert(instant);
  }
  const std::set<int64_t>& chosen = filled.empty() ? all : filled;
  return {chosen.begin(), chosen.end()};
}

void takeAsSnapshots(OrderedEvents& ordered, const TimeZone& zone) {
  ordered.snapshots = snapshotInstants(ordered, zone);
  if (ordered.snapshots.empty()) return;
  ordered.first = ordered.snapshots.front();
  ordered.last = ordered.snapshots.back();
}

}  // namespace upgrade_rate
