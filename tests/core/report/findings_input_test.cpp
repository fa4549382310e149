// What the findings are given from the blocks of a report. Sums are by hand.
#include "core/report/findings_input.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

PeriodFigures startingAt(int64_t start) {
  PeriodFigures period;
  period.start = start;
  period.label = "P" + std::to_string(start);
  return period;
}

Stickiness heldOf(std::optional<int64_t> stayed, int64_t observed) {
  Stickiness sticky;
  sticky.upgraded = observed;
  sticky.stays[1].stayed = stayed;
  sticky.stays[1].observed = observed;
  return sticky;
}

TEST(FindingsInput, UpgradesOfTheHeadlineThatAreOldEnough) {
  const std::vector<PeriodFigures> periods = {startingAt(1), startingAt(2), startingAt(3),
                                              startingAt(4)};
  const std::optional<Headline> headline = Headline{startingAt(2), HeadlineReason::last12Months};
  Journeys journeys{};
  // The first lies before the headline, the last is not old enough.
  journeys.periods = {heldOf(50, 50), heldOf(20, 40), heldOf(30, 60), heldOf({}, 70)};
  FindingsInput input = findingsInput(headline, periods, {});
  lookAtJourneys(journeys, input);
  ASSERT_TRUE(input.heldAfter90Days);
  EXPECT_EQ(input.heldAfter90Days->count, 50u);
  EXPECT_EQ(input.heldAfter90Days->base, 100u);
  EXPECT_FALSE(input.churn) << "no headline window was followed";
  EXPECT_FALSE(input.median) << "not reached";

  journeys.periods.resize(1);
  input = findingsInput(headline, periods, {});
  lookAtJourneys(journeys, input);
  EXPECT_FALSE(input.heldAfter90Days) << "none is old enough";
}

TEST(FindingsInput, ChurnAndMedian) {
  const std::vector<PeriodFigures> periods;
  const std::optional<Headline> headline = Headline{startingAt(1), HeadlineReason::only};
  Journeys journeys{};
  journeys.timeToUpgrade.customers = 80;
  journeys.timeToUpgrade.median.time = 143;
  journeys.headline = Stickiness{};
  journeys.headline->upgraded = 40;
  journeys.headline->afterUpgrade = {12, 86'400 * 300, {}};
  journeys.headline->others = {5, 86'400 * 900, {}};
  FindingsInput input = findingsInput(headline, periods, {});
  lookAtJourneys(journeys, input);
  ASSERT_TRUE(input.churn && input.median);
  EXPECT_EQ(input.churn->customers, 40);
  EXPECT_EQ(input.churn->upgraded.churns, 12);
  EXPECT_DOUBLE_EQ(input.churn->upgraded.customerDays, 300);
  EXPECT_DOUBLE_EQ(input.churn->others.customerDays, 900);
  EXPECT_EQ(input.median->customers, 80);
  EXPECT_DOUBLE_EQ(input.median->days, 143);

  input = findingsInput(std::nullopt, periods, {});
  lookAtJourneys(journeys, input);
  EXPECT_FALSE(input.churn) << "no headline to speak about";
}

TEST(FindingsInput, Trend) {
  std::vector<PeriodFigures> periods = {startingAt(1), startingAt(2), startingAt(3)};
  periods[0].unusual.beyondLimits = true;  // without a rate
  periods[1].unusual.inRun = true;
  periods[1].rate = 0.03;
  periods[2].unusual.beyondLimits = true;
  periods[2].rate = 0.04;
  TrendFigures trend;
  FindingsInput input = findingsInput(std::nullopt, periods, {});
  lookAtTrend(trend, input);
  EXPECT_FALSE(input.direction);
  EXPECT_TRUE(input.unusual.empty()) << "no chart, no limits";
  trend.direction = Trend{};
  trend.directionPeriods = 24;
  trend.chart = RateChart{0.02, 1, {}};
  lookAtTrend(trend, input);
  EXPECT_EQ(input.direction->periods, 24);
  ASSERT_EQ(input.unusual.size(), 1u) << "a run is a shift, not one unusual period";
  EXPECT_EQ(input.unusual[0].label, "P3");
  EXPECT_EQ(input.unusual[0].centre, 0.02);
}

TEST(FindingsInput, LaunchesWithAComparison) {
  LaunchEffect compared;
  compared.days = 61;
  compared.before.fraction = Fraction{48, 80};
  compared.after.fraction = Fraction{56, 70};
  compared.change = ShareChange{0.2, {0.0524, 0.3339}, 0, true, {}, {}};
  FindingsInput input;
  lookAtLaunches({{"2024-01-01", "Old"}, {"2024-07-01", "New Pro"}},
                 {launchWithout("launch.unobserved"), compared}, input);
  ASSERT_EQ(input.launches.size(), 1u);
  EXPECT_EQ(input.launches[0].name, "New Pro");
  EXPECT_EQ(input.launches[0].before.count, 48u);
  EXPECT_EQ(input.launches[0].after.base, 70u);
  EXPECT_TRUE(input.launches[0].change.clear);
  EXPECT_EQ(input.launches[0].days, 61);
}

}  // namespace
}  // namespace upgrade_rate
