// Reference: R 4.2 glm fitted again for each step (regression.R in README.md here); the errors of
// "same as last" also follow by hand from the differences of consecutive shares.
#include "core/stats/forecast.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/stats/near.h"
#include "tests/core/stats/series.h"

namespace upgrade_rate {
namespace {

using Periods = std::vector<PeriodShare>;

TEST(Forecast, BacktestAgreesWithR) {
  struct Case {
    const char* name;
    Periods periods;
    double modelError, naiveError, naive, firstRate, thirdRate;
    bool beatsNaive;
  };
  const Case cases[] = {
      {"falling", fallingSeries(), 0.012053625215053463, 0.01738304433991341, 20.0 / 460,
       0.05258748504955299, 0.048654241147643343, true},
      {"sparse", sparseSeries(), 0.014404863792508819, 0.02, 0.06, 0.061236982892428724,
       0.081426615586157727, true},
      {"wandering", wanderingSeries(), 0.041756875606502944, 0.0112, 0.104, 0.13748177905666173,
       0.13835748030637332, false},
  };
  for (const Case& c : cases) {
    const auto forecast = forecastShares(c.periods, 3, 0.95);
    ASSERT_TRUE(forecast) << c.name;
    EXPECT_TRUE(near(forecast->modelError, c.modelError, 1e-9)) << c.name;
    EXPECT_TRUE(near(forecast->naiveError, c.naiveError, 1e-12)) << c.name;
    EXPECT_TRUE(near(forecast->naive, c.naive, 1e-15)) << c.name;
    EXPECT_EQ(forecast->beatsNaive, c.beatsNaive) << c.name;
    ASSERT_EQ(forecast->next.size(), 3u) << c.name;
    EXPECT_TRUE(near(forecast->next[0].rate, c.firstRate, 1e-11)) << c.name;
    EXPECT_TRUE(near(forecast->next[2].rate, c.thirdRate, 1e-11)) << c.name;
  }
}

TEST(Forecast, IntervalIsThatOfTheLastBase) {
  const auto forecast = forecastShares(fallingSeries(), 3, 0.95);
  ASSERT_TRUE(forecast);
  EXPECT_TRUE(near(forecast->next[0].interval.low, 0.0277609027588149, 1e-9));
  EXPECT_TRUE(near(forecast->next[0].interval.high, 0.077894385975095237, 1e-9));
  EXPECT_TRUE(near(forecast->next[2].interval.low, 0.024563852748537611, 1e-9));
  EXPECT_TRUE(near(forecast->next[2].interval.high, 0.073336261065459429, 1e-9));
}

TEST(Forecast, NoneOrAllSucceededLeavesTheNaiveForecast) {
  for (const uint64_t k : {uint64_t{0}, uint64_t{9}}) {
    const auto forecast = forecastShares(constantSeries(12, k, 9), 3, 0.95);
    ASSERT_TRUE(forecast);
    EXPECT_TRUE(forecast->next.empty());
    EXPECT_FALSE(forecast->beatsNaive);
    EXPECT_EQ(forecast->naive, k == 0 ? 0 : 1);
    EXPECT_EQ(forecast->modelError, 0);
    EXPECT_EQ(forecast->naiveError, 0);
  }
}

// Nothing up to the last period: each fit of the backtest has no line and repeats the last share,
// so both forecasts are wrong only once, by 3/9, in five steps.
TEST(Forecast, StepsWithoutALineRepeatTheLastShare) {
  Periods periods = constantSeries(13, 0, 9);
  periods.back().share.count = 3;
  const auto forecast = forecastShares(periods, 3, 0.95);
  ASSERT_TRUE(forecast);
  EXPECT_TRUE(near(forecast->modelError, 1.0 / 15, 1e-14));
  EXPECT_TRUE(near(forecast->naiveError, 1.0 / 15, 1e-14));
  EXPECT_TRUE(forecast->next.empty());
  EXPECT_FALSE(forecast->beatsNaive);
}

TEST(Forecast, HugeAndEqual) {
  const auto forecast =
      forecastShares(constantSeries(12, 200'000'000'000, 1'000'000'000'000), 3, 0.95);
  ASSERT_TRUE(forecast);
  ASSERT_EQ(forecast->next.size(), 3u);
  EXPECT_TRUE(near(forecast->next[2].rate, 0.2, 1e-12));
  EXPECT_LT(forecast->next[2].interval.high - forecast->next[2].interval.low, 1e-5);
}

// By R: k <- 20 + (i*7) %% 11 + (i > 250)*5 of 400, errors() with i in 21:500 and 480 steps.
TEST(Forecast, OfALongSeriesTheLast480StepsAreTested) {
  Periods periods;
  for (int i = 1; i <= 500; ++i) {
    periods.push_back({i, {static_cast<uint64_t>(20 + i * 7 % 11 + (i > 250 ? 5 : 0)), 400}});
  }
  const auto forecast = forecastShares(periods, 3, 0.95);
  ASSERT_TRUE(forecast);
  EXPECT_TRUE(near(forecast->modelError, 0.0073229855622838581, 1e-9));
  EXPECT_TRUE(near(forecast->naiveError, 0.012744791666666597, 1e-12));
  EXPECT_TRUE(forecast->beatsNaive);
}

TEST(Forecast, NothingToContinue) {
  EXPECT_FALSE(forecastShares(Periods{}, 3, 0.95));
  EXPECT_FALSE(forecastShares(constantSeries(1, 1, 2), 3, 0.95));
  EXPECT_FALSE(forecastShares(constantSeries(11, 1, 2), 3, 0.95)) << "too few";
  EXPECT_FALSE(forecastShares(constantSeries(12, 0, 0), 3, 0.95)) << "base 0";
  EXPECT_FALSE(forecastShares(constantSeries(12, 3, 2), 3, 0.95)) << "above base";
  EXPECT_FALSE(forecastShares(constantSeries(12, 1, 2), 3, 0)) << "level";
  Periods turned = constantSeries(12, 1, 2);
  turned[3].period = 3;
  EXPECT_FALSE(forecastShares(turned, 3, 0.95)) << "twice the same";
  turned[3].period = 1;
  EXPECT_FALSE(forecastShares(turned, 3, 0.95)) << "not rising";
}

}  // namespace
}  // namespace upgrade_rate
