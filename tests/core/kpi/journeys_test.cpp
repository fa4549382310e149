// All of it at once: customers held from before the data, and one with very many states.
#include "core/kpi/journeys.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/followed.h"
#include "tests/core/kpi/slow_journeys.h"

namespace upgrade_rate {
namespace {

// Somebody in a first snapshot, or held from before the data: the first state has no movement.
TEST(Journeys, HeldFromBeforeTheData) {
  JourneyRules rules{utc("2024-07-01"),
                     3,
                     PeriodUnit::month,
                     1,
                     utc("2024-01-01"),
                     utc("2024-02-25"),
                     {utc("2024-01-01"), utc("2024-02-01"), utc("2024-03-01")},
                     std::pair(utc("2024-01-01"), utc("2024-03-01"))};
  const TimeZone zone;
  JourneyCounter counter(rules, zone);
  const auto state = [](const char* date, uint32_t plan, int32_t tier) {
    const Standing standing = tier > 0 ? Standing::tier : Standing::none;
    return State{utc(date), plan, standing, tier, kUnknown, kUnknown, 0, 0};
  };
  const State before[] = {state("2024-01-01", 1, 1), state("2024-02-10", 3, 2),
                          state("2024-02-20", kNoPlan, 0), state("2024-02-25", 1, 1)};
  const Movement moves[] = {Movement::none, Movement::upgrade, Movement::churn,
                            Movement::reactivation};
  counter.add({0, before, {}, moves});
  const State later[] = {state("2024-01-05", 1, 1), state("2024-02-05", 3, 2)};
  const Movement laterMoves[] = {Movement::newCustomer, Movement::upgrade};
  counter.add({1, later, {}, laterMoves});
  const Journeys journeys = counter.finish(0.95);
  EXPECT_EQ(journeys.cohorts.unknownStart, 1);
  EXPECT_EQ(slow::written(journeys.cohorts), "2024-01 1: 0 1 1 1 1 1 / 6\n");
  EXPECT_EQ(journeys.timeToUpgrade.customers, 1);
  EXPECT_EQ(journeys.timeToUpgrade.unknownStart, 1);
  EXPECT_EQ(journeys.timeToUpgrade.lastDay, 31);
  ASSERT_EQ(journeys.paths->size(), 1u);
  EXPECT_EQ(slow::written((*journeys.paths)[0]), "upgrade 1 3: 2 2 0 0");
  EXPECT_EQ(journeys.periods[1].upgraded, 2) << "both are in the opening of February";
  EXPECT_EQ(journeys.headline->upgraded, 0) << "nobody is there before January";
}

// One customer with 100,000 states: an hour on basic, an hour on pro, and so on.
TEST(Journeys, OneCustomerWithAHundredThousandEvents) {
  History history;
  history.addHourly("2010-01-01", 100'000);
  AnalysisRules rules;
  rules.states.dataUntil = utc("2022-01-01");
  const TimeZone zone;
  const Analysis analysis =
      analyse(history.events, orderEvents(history.events, zone), history.plans, zone, rules);
  const Journeys& journeys = *analysis.journeys;
  EXPECT_EQ(journeys.timeToUpgrade.upgraded, 1);
  EXPECT_EQ(journeys.timeToUpgrade.lastDay, 0);
  EXPECT_EQ(journeys.periods[1].upgraded, 1);
  EXPECT_EQ(journeys.periods[1].stays[0].stayed, 0)
      << "at the very instant of a change the state before it counts: still on basic";
  EXPECT_EQ(journeys.periods[1].afterUpgrade.seconds, (28 * 24 - 1) * 3600) << "from 01:00 on";
}

}  // namespace
}  // namespace upgrade_rate
