#include "core/kpi/journeys.h"

#include <array>

namespace upgrade_rate {

JourneyCounter::JourneyCounter(const JourneyRules& rules, const TimeZone& zone)
    : rules_(rules),
      zone_(zone),
      cohortPeriods_(periodsCovering(rules.firstUsed, rules.dataUntil - 1, cohortUnit(rules.unit),
                                     rules.fiscalStartMonth, zone_)),
      cohorts_(cohortPeriods_, rules.dataUntil),
      timeToUpgrade_(zone_, rules.firstUsed, rules.lastUsed, rules.dataUntil, rules.topTier),
      periods_(rules.periods, zone_, rules.dataUntil) {
  if (!rules.window) return;
  const std::array<int64_t, 2> window = {rules.window->first, rules.window->second};
  paths_.emplace(window[0], window[1]);
  headline_.emplace(window, zone_, rules.dataUntil);
}

void JourneyCounter::add(const CustomerHistory& history) {
  const FirstSteps steps = firstSteps(history);
  cohorts_.add(history, steps);
  timeToUpgrade_.add(history, steps);
  periods_.add(history);
  if (paths_) paths_->add(history);
  if (headline_) headline_->add(history);
}

Journeys JourneyCounter::finish(double level) const {
  Journeys journeys{cohortUnit(rules_.unit),
                    cohorts_.finish(),
                    timeToUpgrade_.finish(level),
                    std::nullopt,
                    std::nullopt,
                    periods_.finish(level)};
  if (paths_) journeys.paths = paths_->finish();
  if (headline_) journeys.headline = headline_->finish(level)[0];
  return journeys;
}

}  // namespace upgrade_rate
