// Windows around a launch and what they show; launches.h says how.
#include "core/kpi/launches.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// The first local day whose start lies after the instant.
int64_t firstDayAfter(int64_t instant, const TimeZone& zone) { return zone.day(instant) + 1; }

// The last local day boundary at or before the instant.
int64_t lastDayBy(int64_t instant, const TimeZone& zone) { return zone.day(instant); }

}  // namespace

std::optional<LaunchWindows> launchWindows(int64_t launchDay, int64_t firstInstant,
                                           int64_t dataUntil, const TimeZone& zone) {
  const int64_t before = launchDay - firstDayAfter(firstInstant, zone);
  const int64_t after = lastDayBy(dataUntil, zone) - launchDay;
  const int64_t days = std::min({before, after, kLongestLaunchWindow});
  if (days < 1) return std::nullopt;
  return LaunchWindows{
      days,
      {zone.dayStart(launchDay - days), zone.dayStart(launchDay), zone.dayStart(launchDay + days)}};
}

LaunchEffect launchEffect(const LaunchWindows& windows, std::span<const PeriodCounts> counts,
                          const Overlap& overlap, const RateOptions& options) {
  LaunchEffect effect;
  effect.days = windows.days;
  const auto figures = [&](size_t window) {
    PeriodFigures period;
    period.start = windows.boundaries[window];
    period.end = windows.boundaries[window + 1];
    period.length = {0, windows.days};
    period.counts = counts[window];
    judge(period, options);
    return period;
  };
  effect.before = figures(0);
  effect.after = figures(1);
  effect.change = changeBetween(effect.before, effect.after, overlap, options);
  if (effect.change) return effect;
  if (!isShare(options.numerator, options.base)) {
    effect.why.push_back("base.notShare");
  } else {
    effect.why.push_back("launch.baseEmpty");
  }
  return effect;
}

LaunchEffect launchWithout(std::string_view code) {
  LaunchEffect effect;
  effect.why.push_back(code);
  return effect;
}

}  // namespace upgrade_rate
