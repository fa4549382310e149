// A walk that follows other rules is the walk that all rows give under them.
#include "core/kpi/followed_rules.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/kpi/random_analysis.h"

namespace upgrade_rate {
namespace {

std::string written(const Walk& walk, const std::vector<uint32_t>& rows) {
  std::string text;
  for (const Step& step : walk.steps.all()) {
    text += std::to_string(step.day) + ":" + std::to_string(step.packed) + " ";
  }
  for (const uint32_t row : rows) text += std::to_string(row) + " ";
  for (const Gap& gap : walk.gaps) {
    text += std::to_string(gap.customer) + ":" + std::to_string(gap.days) + "@" +
            std::to_string(gap.step) + " ";
  }
  for (const uint64_t customers : walk.figures.customersOnPlan) {
    text += std::to_string(customers) + " ";
  }
  return text;
}

// The ladder of the tests with its two tiers in the middle the other way round.
Plans turned(Plans plans) {
  for (Plan& plan : plans.plans) {
    int32_t& tier = plan.rule.tier;
    if (plan.rule.role == Role::tier) tier = tier == 1 ? 2 : tier == 2 ? 1 : tier + 3;
  }
  return plans;
}

// Whether the walk is another one than before.
bool expectSame(const RandomAnalysis& random, const History& history, const Plans& plans,
                const StateRules& rules) {
  const OrderedEvents ordered = orderEvents(history.events, random.zone);
  std::vector<uint32_t> rows, wanted;
  Walk walk =
      walkRows(history.events, ordered, history.plans, random.zone, random.rules.states, &rows);
  const Walk fresh = walkRows(history.events, ordered, plans, random.zone, rules, &wanted);
  if (!walk.figures.firstUsed) return false;
  const std::string before = written(walk, rows);
  EXPECT_TRUE(followRules(ordered, plans, random.zone, rules, walk, &rows)) << random.name;
  EXPECT_EQ(written(walk, rows), written(fresh, wanted)) << random.name;
  EXPECT_EQ(walk.rules, rules);
  return before != written(fresh, wanted);
}

TEST(FollowedRules, GapsAndTheOrderOfTiers) {
  size_t bridged = 0, ordered = 0;
  for (uint64_t seed = 1; seed <= 300; ++seed) {
    const RandomAnalysis random(seed);
    const History history = historyOf(random.rows);
    for (const int32_t days : {0, 1, 2, 14, 400}) {
      StateRules rules = random.rules.states;
      rules.bridgeDays = days;
      bridged += expectSame(random, history, history.plans, rules);
      ordered += expectSame(random, history, turned(history.plans), rules);
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(bridged, 100u);
  EXPECT_GT(ordered, 1000u);
}

TEST(FollowedRules, WhatTakesAllRowsAgainChangesNothing) {
  const RandomAnalysis random(7);
  const History history = historyOf(random.rows);
  const OrderedEvents ordered = orderEvents(history.events, random.zone);
  Walk walk = walkRows(history.events, ordered, history.plans, random.zone, random.rules.states);
  const std::string before = written(walk, {});
  StateRules prospects = random.rules.states;
  prospects.prospectsAreCustomers = !prospects.prospectsAreCustomers;
  EXPECT_FALSE(followRules(ordered, history.plans, random.zone, prospects, walk, nullptr));
  Plans joined = history.plans, other = history.plans;
  for (Plan& plan : joined.plans) {
    if (plan.rule.role == Role::tier && plan.rule.tier == 2) plan.rule.tier = 1;
  }
  other.plans[0].rule = {Role::none, 0};
  EXPECT_FALSE(followRules(ordered, joined, random.zone, random.rules.states, walk, nullptr));
  EXPECT_FALSE(followRules(ordered, other, random.zone, random.rules.states, walk, nullptr));
  EXPECT_EQ(written(walk, {}), before);
}

}  // namespace
}  // namespace upgrade_rate
