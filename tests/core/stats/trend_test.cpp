// Published: Fleiss, Statistical Methods for Rates and Proportions (2nd ed. 1981), p. 139, smokers
// among lung cancer patients, trend chi-square 8.2249 (R's example of prop.trend.test). Agresti,
// Categorical Data Analysis (2nd ed.), table 3.7, malformations by alcohol (scores 0, 0.5, 1.5, 4,
// 7 doubled): z = 2.56, and its X^2 of 12.1 on 4 df is z^2 plus the departure from the line. All
// digits: R 4.2, trend.R in README.md here.
#include "core/stats/trend.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/stats/near.h"
#include "tests/core/stats/series.h"

namespace upgrade_rate {
namespace {

TEST(Trend, WorkedExamplesAndAFallingSeries) {
  struct Case {
    const char* name;
    std::vector<PeriodShare> periods;
    double z, p, dispersion, pAdjusted, slopePoints;
    TrendDirection direction;
  };
  const Case cases[] = {
      {"Fleiss, smokers",
       {{1, {83, 86}}, {2, {90, 93}}, {3, {129, 136}}, {4, {70, 82}}},
       -2.8679125309530815,
       0.004131897477641487,
       2.1877445059649681,
       0.19207036045812914,
       -3.3415626412601429,
       TrendDirection::flat},
      {"Agresti, malformations",
       {{0, {48, 17114}}, {1, {38, 14502}}, {3, {5, 793}}, {8, {1, 127}}, {14, {1, 38}}},
       2.5632272518654173,
       0.010370414572997545,
       1.8373069548509997,
       0.1549982714880252,
       0.083559687016438525,
       TrendDirection::flat},
      {"24 periods with a gap", fallingSeries(), -8.6049531337230381, 7.6347949131417241e-18,
       1.0421061289387661, 2.4519687710404766e-08, -0.32616547430979909, TrendDirection::falling},
  };
  for (const Case& c : cases) {
    const auto trend = shareTrend(c.periods);
    ASSERT_TRUE(trend && trend->z && trend->p && trend->pAdjusted) << c.name;
    EXPECT_TRUE(near(*trend->z, c.z, 1e-12)) << c.name;
    EXPECT_TRUE(near(*trend->p, c.p, 1e-11)) << c.name;
    EXPECT_TRUE(near(trend->dispersion, c.dispersion, 1e-11)) << c.name;
    EXPECT_TRUE(near(*trend->pAdjusted, c.pAdjusted, 1e-11)) << c.name;
    EXPECT_TRUE(near(trend->slopePoints, c.slopePoints, 1e-11)) << c.name;
    EXPECT_EQ(trend->direction, c.direction) << c.name;
  }
}

TEST(Trend, WhereTheNumbersStartDoesNotMatter) {
  std::vector<PeriodShare> later = fallingSeries();
  for (PeriodShare& at : later) at.period += 24'000'000;
  EXPECT_TRUE(near(*shareTrend(later)->z, -8.6049531337230381, 1e-12));
}

// A perfect line through 10, 20, 30, 40 %: no departure, so the dispersion stays 1 and
// z = slope sqrt(sum n (x - 2.5)^2 / pq) = 0.1 sqrt(1000 * 5 / (0.25 * 0.75)).
TEST(Trend, PerfectLineRises) {
  const std::vector<PeriodShare> periods = {
      {1, {100, 1000}}, {2, {200, 1000}}, {3, {300, 1000}}, {4, {400, 1000}}};
  const auto trend = shareTrend(periods);
  ASSERT_TRUE(trend && trend->z);
  EXPECT_TRUE(near(*trend->z, 16.329931618554521, 1e-13));
  EXPECT_EQ(trend->dispersion, 1);
  EXPECT_TRUE(near(trend->slopePoints, 10, 1e-13));
  EXPECT_EQ(trend->direction, TrendDirection::rising);
}

TEST(Trend, AllEqualIsFlat) {
  for (const uint64_t n : {uint64_t{10}, uint64_t{1'000'000'000'000}}) {
    const std::vector<PeriodShare> periods = {{1, {n / 5, n}}, {2, {n / 5, n}}, {3, {n / 5, n}}};
    const auto trend = shareTrend(periods);
    ASSERT_TRUE(trend && trend->p && trend->pAdjusted);
    EXPECT_NEAR(*trend->p, 1, 1e-6);
    EXPECT_NEAR(*trend->pAdjusted, 1, 1e-6);
    EXPECT_EQ(trend->direction, TrendDirection::flat);
    EXPECT_NEAR(trend->slopePoints, 0, 1e-12);
  }
}

TEST(Trend, NoneOrAllSucceededIsFlatWithoutATest) {
  for (const uint64_t k : {uint64_t{0}, uint64_t{7}}) {
    const std::vector<PeriodShare> periods = {{1, {k, 7}}, {2, {k, 7}}, {3, {k, 7}}};
    const auto trend = shareTrend(periods);
    ASSERT_TRUE(trend);
    EXPECT_FALSE(trend->z || trend->p || trend->pAdjusted);
    EXPECT_EQ(trend->direction, TrendDirection::flat);
    EXPECT_EQ(trend->slopePoints, 0);
  }
}

TEST(Trend, NothingWithoutEnoughPeriods) {
  using Periods = std::vector<PeriodShare>;
  EXPECT_FALSE(shareTrend(Periods{}));
  EXPECT_FALSE(shareTrend(Periods{{1, {1, 2}}}));
  EXPECT_FALSE(shareTrend(Periods{{1, {1, 2}}, {2, {1, 2}}}));
  EXPECT_FALSE(shareTrend(Periods{{1, {1, 2}}, {2, {0, 0}}, {3, {1, 2}}})) << "base 0";
  EXPECT_FALSE(shareTrend(Periods{{1, {1, 2}}, {2, {3, 2}}, {3, {1, 2}}})) << "above base";
  EXPECT_FALSE(shareTrend(Periods{{5, {1, 2}}, {5, {0, 2}}, {5, {1, 2}}})) << "one moment";
}

}  // namespace
}  // namespace upgrade_rate
