// What the periods say together: which of them take part, and that the figures are those of the
// statistics. Values by R, with the functions of tests/core/stats/README.md on the vectors below.
#include "core/kpi/trend_figures.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/months.h"
#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

// 30 months of 400, 402, … 458 customers.
std::vector<PeriodFigures> thirtyMonths() {
  constexpr int kUpgraded[] = {30, 34, 28, 33, 29, 35, 31, 27, 31, 38, 40, 37, 41, 39, 42,
                               38, 40, 30, 27, 33, 28, 31, 29, 32, 75, 30, 33, 29, 31, 28};
  Counts counts;
  for (const int upgraded : kUpgraded) {
    counts.push_back({upgraded, 400 + 2 * static_cast<int64_t>(counts.size())});
  }
  return monthsOfCounts(counts);
}

TEST(TrendFigures, ARunOfEightAndAPointOutside) {
  std::vector<PeriodFigures> months = thirtyMonths();
  const TrendFigures trend = told(months);
  ASSERT_TRUE(trend.chart);
  EXPECT_TRUE(near(trend.chart->centre, 0.079953379953379949, 1e-14));
  EXPECT_TRUE(near(trend.chart->sigmaZ, 1.0580743655820315, 1e-12));
  ASSERT_EQ(trend.chart->limits.size(), 30u);
  EXPECT_TRUE(near(trend.chart->limits[0]->low, 0.036907580028895236, 1e-12));
  EXPECT_TRUE(near(trend.chart->limits[24]->high, 0.12062783766267619, 1e-12));
  for (size_t m = 0; m < months.size(); ++m) {
    EXPECT_EQ(months[m].unusual.beyondLimits, m == 24) << months[m].label;
    EXPECT_EQ(months[m].unusual.inRun, m >= 9 && m < 17) << months[m].label << ": eight above; "
                                                         << "the seven below after them are none";
  }
}

TEST(TrendFigures, TheDirectionLooksAtTheLastTwentyFour) {
  std::vector<PeriodFigures> months = thirtyMonths();
  const TrendFigures trend = told(months);
  EXPECT_EQ(trend.complete, 30u);
  EXPECT_EQ(trend.directionPeriods, 24u);
  EXPECT_EQ(trend.firstLabel, "2022-07");
  EXPECT_EQ(trend.lastLabel, "2024-06");
  ASSERT_TRUE(trend.direction && trend.direction->z);
  EXPECT_EQ(trend.direction->direction, TrendDirection::flat);
  EXPECT_TRUE(near(*trend.direction->z, -1.232836257784379, 1e-12));
  EXPECT_TRUE(near(*trend.direction->p, 0.21763686090677695, 1e-12));
  EXPECT_TRUE(near(trend.direction->dispersion, 3.0388513855713812, 1e-12));
  EXPECT_TRUE(near(*trend.direction->pAdjusted, 0.48685813006268319, 1e-12));
  EXPECT_TRUE(near(trend.direction->slopePoints, -0.047435848289926758, 1e-11));
}

TEST(TrendFigures, PooledRatesAreSumsOverSums) {
  std::vector<PeriodFigures> months = thirtyMonths();
  told(months);
  EXPECT_FALSE(months[1].pooled3);
  EXPECT_DOUBLE_EQ(*months[2].pooled3, 92.0 / 1206);  // 30 + 34 + 28 of 400 + 402 + 404
  EXPECT_DOUBLE_EQ(*months[29].pooled3, 88.0 / 1368);
  EXPECT_FALSE(months[10].pooled12);
  EXPECT_TRUE(near(*months[11].pooled12, 0.079683698296836983, 1e-14));
  EXPECT_TRUE(near(*months[29].pooled12, 0.075689783743475014, 1e-14));
}

struct DirectionCase {
  const char* name;
  std::vector<PeriodFigures> months;
  TrendDirection direction;
  double z, pAdjusted, slopePoints;
};

TEST(TrendFigures, RisingFlatFalling) {
  std::vector<PeriodFigures> down;
  for (size_t i = 0; i < 24; ++i)
    down.push_back(monthOf(kJanuary2022 + int64_t(i), kRising[23 - i], 500));
  const DirectionCase cases[] = {
      {"24 months up", rising(0, 24), TrendDirection::rising, 7.6136582167290898,
       1.3292500358166334e-07, 0.25391304347826089},
      {"24 months down", down, TrendDirection::falling, -7.6136582167290898, 1.3292500358166334e-07,
       -0.25391304347826089},
      {"3 months", rising(0, 3), TrendDirection::flat, 0.15764950093685906, 0.90045647893881409,
       0.1},
      {"7 months", rising(0, 7), TrendDirection::flat, 1.2361632523944202, 0.27129930326102791,
       0.22142857142857142},
      {"8 months", rising(0, 8), TrendDirection::flat, 1.6061462621779536, 0.15936499832297615,
       0.23809523809523812},
      {"11 months", rising(0, 11), TrendDirection::rising, 2.6224273432350045, 0.027700466022310043,
       0.24909090909090909},
      {"12 months", rising(0, 12), TrendDirection::rising, 2.8127800756833676, 0.018387000080200003,
       0.23636363636363638},
  };
  for (DirectionCase c : cases) {
    const TrendFigures trend = told(c.months);
    ASSERT_TRUE(trend.direction && trend.direction->z) << c.name;
    EXPECT_EQ(trend.direction->direction, c.direction) << c.name;
    EXPECT_TRUE(near(*trend.direction->z, c.z, 1e-11)) << c.name;
    EXPECT_TRUE(near(*trend.direction->pAdjusted, c.pAdjusted, 1e-10)) << c.name;
    EXPECT_TRUE(near(trend.direction->slopePoints, c.slopePoints, 1e-11)) << c.name;
  }
}

struct CountCase {
  size_t months;
  bool direction, chart, forecast;
  const char* why;
};

TEST(TrendFigures, EachFigureNeedsItsNumberOfPeriods) {
  const CountCase cases[] = {
      {1, false, false, false, "trend.tooFew chart.tooFew forecast.tooFew "},
      {2, false, false, false, "trend.tooFew chart.tooFew forecast.tooFew "},
      {3, true, false, false, "chart.tooFew forecast.tooFew "},
      {7, true, false, false, "chart.tooFew forecast.tooFew "},
      {8, true, true, false, "forecast.tooFew "},
      {11, true, true, false, "forecast.tooFew "},
      {12, true, true, true, ""},
  };
  for (const CountCase& c : cases) {
    std::vector<PeriodFigures> months = rising(0, c.months);
    const TrendFigures trend = told(months);
    EXPECT_EQ(trend.direction.has_value(), c.direction) << c.months;
    EXPECT_EQ(trend.chart.has_value(), c.chart) << c.months;
    EXPECT_EQ(trend.forecast.has_value(), c.forecast) << c.months;
    EXPECT_EQ(reasons(trend), c.why) << c.months;
    EXPECT_EQ(trend.complete, c.months);
  }
  std::vector<PeriodFigures> none;
  EXPECT_EQ(reasons(told(none)), "trend.tooFew chart.tooFew forecast.tooFew ");
}

TEST(TrendFigures, NobodyUpgradedInAnyPeriod) {
  std::vector<PeriodFigures> months = monthsOfSeries(constantSeries(12, 0, 80));
  const TrendFigures trend = told(months);
  ASSERT_TRUE(trend.direction);
  EXPECT_EQ(trend.direction->direction, TrendDirection::flat);
  EXPECT_FALSE(trend.direction->z);
  EXPECT_FALSE(trend.chart);
  ASSERT_TRUE(trend.forecast);
  EXPECT_FALSE(trend.forecast->modelShown);
  EXPECT_EQ(trend.forecast->sameAsLast, 0);
  for (const ForecastPeriod& next : trend.forecast->periods) {
    EXPECT_EQ(next.rate, 0);
    EXPECT_FALSE(next.interval);
    EXPECT_FALSE(next.model);
  }
  EXPECT_EQ(months[11].pooled12, 0.0);
  EXPECT_EQ(reasons(trend), "trend.allAlike chart.allAlike forecast.noLine ");
}

TEST(TrendFigures, EverybodyUpgradedInEveryPeriod) {
  std::vector<PeriodFigures> months = monthsOfSeries(constantSeries(8, 80, 80));
  const TrendFigures trend = told(months);
  EXPECT_EQ(trend.direction->direction, TrendDirection::flat);
  EXPECT_FALSE(trend.chart);
  EXPECT_FALSE(months[7].unusual.inRun);
  EXPECT_EQ(reasons(trend), "trend.allAlike chart.allAlike forecast.tooFew ");
}

TEST(TrendFigures, ThePartialLastPeriodIsLeftOut) {
  std::vector<PeriodFigures> months = rising(0, 12);
  months.push_back(monthOf(kJanuary2022 + 12, 400, 500, true));
  const TrendFigures trend = told(months);
  EXPECT_EQ(trend.complete, 12u);
  EXPECT_TRUE(near(*trend.direction->z, 2.8127800756833676, 1e-11));
  EXPECT_FALSE(trend.chart->limits[12]);
  EXPECT_FALSE(months[12].pooled3);
  EXPECT_FALSE(months[12].unusual.beyondLimits);
  EXPECT_EQ(trend.forecast->periods[0].label, "2023-01") << "the forecast begins with it";
  EXPECT_TRUE(near(trend.forecast->periods[0].rate, 0.070285826570220075, 1e-10));
}

TEST(TrendFigures, TheFirstPeriodWithoutABaseIsLeftOut) {
  std::vector<PeriodFigures> months = {monthOf(kJanuary2022 - 1, 0, 0)};
  for (const PeriodFigures& each : rising(0, 12)) months.push_back(each);
  const TrendFigures trend = told(months);
  EXPECT_EQ(trend.complete, 12u);
  EXPECT_TRUE(near(*trend.direction->z, 2.8127800756833676, 1e-11));
  EXPECT_FALSE(trend.chart->limits[0]);
  EXPECT_TRUE(trend.chart->limits[1]);
  EXPECT_FALSE(months[2].pooled3);
  EXPECT_DOUBLE_EQ(*months[3].pooled3, 63.0 / 1500);
}

// Months 6 and 7 are not there: the line runs over their places, pooled rates do not reach across.
TEST(TrendFigures, MissingMonthsLeaveAGap) {
  std::vector<PeriodFigures> months = rising(0, 16);
  months.erase(months.begin() + 5, months.begin() + 7);
  const TrendFigures trend = told(months);
  EXPECT_TRUE(near(*trend.direction->z, 4.2214212103540296, 1e-11));
  EXPECT_TRUE(near(trend.direction->slopePoints, 0.24501621621621601, 1e-11));
  EXPECT_TRUE(near(trend.forecast->periods[2].rate, 0.088961878095971114, 1e-10));
  EXPECT_EQ(trend.forecast->periods[2].label, "2023-07");
  EXPECT_TRUE(months[4].pooled3);
  EXPECT_FALSE(months[5].pooled3);
  EXPECT_FALSE(months[6].pooled3);
  EXPECT_TRUE(months[7].pooled3);
  EXPECT_FALSE(months[13].pooled12);
}

TEST(TrendFigures, RatiosThatAreNoShare) {
  RateOptions options;
  options.base = Base::closing;
  std::vector<PeriodFigures> months;
  for (const PeriodFigures& each : rising(0, 12)) {
    PeriodFigures made;
    made.start = each.start;
    made.end = each.end;
    made.length = each.length;
    made.counts = each.counts;
    made.counts.closing = 600;
    judge(made, options);
    months.push_back(made);
  }
  const TrendFigures trend = trendFigures(months, 1, TimeZone(), options);
  EXPECT_FALSE(trend.direction || trend.chart || trend.forecast);
  EXPECT_FALSE(months[11].pooled3);
  EXPECT_EQ(reasons(trend), "base.notShare ");
}

// A sum of totals over its base: without it the trend would be told by the lower periods alone.
TEST(TrendFigures, ASumOverItsBaseLeavesNoTrend) {
  std::vector<PeriodFigures> months = rising(0, 12);
  PeriodFigures over = monthOf(kJanuary2022 + 12, 0, 500);
  over.counts.upgraded = 501;
  over.fromTotals = true;
  over.why.clear();
  judge(over, {});
  months.push_back(over);
  const TrendFigures trend = told(months);
  EXPECT_FALSE(trend.direction || trend.chart || trend.forecast);
  EXPECT_EQ(reasons(trend), "totals.sumOverBase ");
}

}  // namespace
}  // namespace upgrade_rate
