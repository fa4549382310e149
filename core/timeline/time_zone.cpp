#include "core/timeline/time_zone.h"

#include <algorithm>
#include <utility>

namespace upgrade_rate {

TimeZone::TimeZone(std::string name, std::vector<ZoneTransition> transitions)
    : name_(std::move(name)) {
  if (!transitions.empty()) transitions_ = std::move(transitions);
}

int64_t TimeZone::local(int64_t instantMicros) const {
  const int64_t seconds = floorDivide(instantMicros, kMicrosPerSecond);
  const auto after = std::upper_bound(
      transitions_.begin() + 1, transitions_.end(), seconds,
      [](int64_t wanted, const ZoneTransition& each) { return wanted < each.instantSeconds; });
  return instantMicros + (after - 1)->offsetSeconds * kMicrosPerSecond;
}

int64_t TimeZone::placed(int64_t localMicros) const {
  // The local time belongs to the first stretch whose local end lies after it. Where the stretch
  // starts later than that (a gap), its first instant is meant. Local ends ascend, since offsets
  // change by less than stretches are long.
  const auto next = std::partition_point(
      transitions_.begin() + 1, transitions_.end(), [&](const ZoneTransition& each) {
        const int32_t offsetBefore = (&each - 1)->offsetSeconds;
        return (each.instantSeconds + offsetBefore) * kMicrosPerSecond <= localMicros;
      });
  const ZoneTransition& stretch = *(next - 1);
  const int64_t found = localMicros - stretch.offsetSeconds * kMicrosPerSecond;
  if (next - 1 == transitions_.begin()) return found;
  return std::max(found, stretch.instantSeconds * kMicrosPerSecond);
}

int64_t TimeZone::day(int64_t instantMicros) const {
  return floorDivide(local(instantMicros), kMicrosPerDay);
}

}  // namespace upgrade_rate
