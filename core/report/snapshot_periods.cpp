#include "core/report/snapshot_periods.h"

#include "core/input/totals.h"

namespace upgrade_rate {

DateSpan snapshotSpan(const Loaded& loaded, const OrderedEvents& ordered, const TimeZone& zone) {
  const auto spanOf = [&](uint32_t file) {
    return dateSpan(loaded.files[file]->reading().dateFormat);
  };
  DateSpan written = spanOf(loaded.order[0]);
  for (const uint32_t file : loaded.order) {
    if (spanOf(file) != written) written = DateSpan::day;
  }
  std::vector<int64_t> days;
  days.reserve(ordered.snapshots.size());
  for (const int64_t instant : ordered.snapshots) days.push_back(zone.day(instant));
  return periodSpan(written, days).value_or(DateSpan::day);
}

int64_t snapshotsUntil(const OrderedEvents& ordered, DateSpan span, const TimeZone& zone) {
  return zone.dayStart(periodDays(zone.day(ordered.snapshots.back()), span).end);
}

}  // namespace upgrade_rate
