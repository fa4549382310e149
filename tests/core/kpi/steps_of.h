// The steps of all customers of a history, made without an analysis.
#pragma once

#include <algorithm>
#include <vector>

#include "core/kpi/walk.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {

inline Steps stepsOf(const History& history, const TimeZone& zone, const StateRules& rules) {
  const std::vector<int32_t> tiers = history.plans.tiers(rules.prospectsAreCustomers);
  std::vector<uint32_t> tierOf;
  for (const Plan& plan : history.plans.plans) {
    const auto at = std::find(tiers.begin(), tiers.end(), plan.rule.tier);
    tierOf.push_back(static_cast<uint32_t>(at - tiers.begin()));
  }
  // Fast over two years only, so that instants outside are met too.
  Steps steps(LocalDays(utc("2020-01-01"), utc("2022-01-01"), zone), tierOf);
  const OrderedEvents ordered = orderEvents(history.events, zone);
  eachHistory(
      ordered, history.plans, zone, rules, [](uint32_t, RowFate) {},
      [&](const CustomerHistory& customer) { steps.add(customer); });
  return steps;
}

}  // namespace upgrade_rate
