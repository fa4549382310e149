#include "core/kpi/journeys.h"

#include <algorithm>
#include <array>

namespace upgrade_rate {

JourneyCounter::JourneyCounter(const JourneyRules& rules, const TimeZone& zone)
    : rules_(rules),
      zone_(zone),
      cohortPeriods_(periodsCovering(rules.firstUsed, rules.dataUntil - 1, cohortUnit(rules.unit),
                                     rules.fiscalStartMonth, zone_)),
      cohorts_(cohortPeriods_, rules.dataUntil),
      timeToUpgrade_(zone_, rules.firstUsed, rules.lastUsed, rules.dataUntil, rules.topTier),
      periods_(rules.periods, zone_, rules.dataUntil),
      cohortFinder_(cohortPeriods_.boundaries),
      days_(rules.firstUsed, rules.lastUsed, zone_) {
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

// Cohort and wait begin with `new`: what counts is the cohort's period that this lies in. A
// customer from before the data has none, and is looked at in the period of the first tier that is
// known.
bool JourneyCounter::choosesStart(const CustomerHistory& history, const FirstSteps& first,
                                  const CustomerSteps& steps, const CustomerFilter& filter) const {
  if (!first.everCustomer) return false;
  size_t start = first.start;
  for (size_t i = 0; start == kNoStep; ++i) {
    if (history.states[i].onTier()) start = i;
  }
  const std::vector<int64_t>& boundaries = cohortPeriods_.boundaries;
  const size_t period =
      static_cast<size_t>(std::max(cohortFinder_.of(history.states[start].instant), 0));
  const int32_t from = days_.of(boundaries[period]), to = days_.of(boundaries[period + 1]);
  return filter.chooses(steps, StepRange().next(steps.steps, from, to));
}

void JourneyCounter::add(const CustomerHistory& history, const CustomerSteps& steps,
                         const CustomerFilter& filter, std::span<const uint8_t> inPeriods,
                         std::span<const uint8_t> inWindow) {
  const FirstSteps first = firstSteps(history);
  if (choosesStart(history, first, steps, filter)) {
    cohorts_.add(history, first);
    timeToUpgrade_.add(history, first);
  }
  periods_.add(history, inPeriods);
  if (!headline_) return;
  if (inWindow[0] != 0) paths_->add(history);
  headline_->add(history, inWindow);
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
