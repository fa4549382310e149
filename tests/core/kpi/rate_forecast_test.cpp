// The periods to come: which they are, which forecast is shown. Values by R, as in
// trend_figures_test.cpp.
#include <gtest/gtest.h>

#include "tests/core/kpi/months.h"
#include "tests/core/stats/near.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

TEST(RateForecast, AForecastThatBeatsSameAsLast) {
  std::vector<PeriodFigures> months = rising(0, 24);
  const TrendFigures trend = told(months);
  ASSERT_TRUE(trend.forecast);
  const RateForecast& forecast = *trend.forecast;
  EXPECT_TRUE(forecast.modelShown);
  EXPECT_DOUBLE_EQ(forecast.sameAsLast, 0.1);
  EXPECT_TRUE(near(forecast.modelError, 0.0025784730426882826, 1e-9));
  EXPECT_TRUE(near(forecast.sameAsLastError, 0.003875, 1e-12));
  ASSERT_EQ(forecast.periods.size(), 3u);
  const double expected[][3] = {{0.10553653754506313, 0.07436603705731154, 0.1373406445062185},
                                {0.10939973082531634, 0.077299551175627965, 0.14228671573370777},
                                {0.11338641112415909, 0.080293683101652039, 0.14744598010471127}};
  const char* labels[] = {"2024-01", "2024-02", "2024-03"};
  for (size_t i = 0; i < 3; ++i) {
    const ForecastPeriod& next = forecast.periods[i];
    EXPECT_EQ(next.label, labels[i]);
    EXPECT_TRUE(near(next.rate, expected[i][0], 1e-10));
    ASSERT_TRUE(next.interval);
    EXPECT_TRUE(near(next.interval->low, expected[i][1], 1e-9));
    EXPECT_TRUE(near(next.interval->high, expected[i][2], 1e-9));
  }
  EXPECT_EQ(forecast.periods[1].start, utc("2024-02-01"));
  EXPECT_EQ(forecast.periods[1].end, utc("2024-03-01"));
  EXPECT_EQ(reasons(trend), "");
}

TEST(RateForecast, AForecastThatDoesNotBeatSameAsLast) {
  std::vector<PeriodFigures> months = monthsOfSeries(wanderingSeries());
  const TrendFigures trend = told(months);
  ASSERT_TRUE(trend.forecast);
  EXPECT_FALSE(trend.forecast->modelShown);
  EXPECT_TRUE(near(trend.forecast->modelError, 0.041756875606502944, 1e-10));
  EXPECT_TRUE(near(trend.forecast->sameAsLastError, 0.0112, 1e-12));
  const ForecastPeriod& next = trend.forecast->periods[0];
  EXPECT_DOUBLE_EQ(next.rate, 0.104);
  EXPECT_FALSE(next.interval);
  ASSERT_TRUE(next.model);
  EXPECT_TRUE(near(next.model->rate, 0.13748177905666173, 1e-10));
  EXPECT_EQ(reasons(trend), "forecast.notBetter ");
  EXPECT_TRUE(months[0].unusual.beyondLimits) << "0.1 is under 0.10209744264186736";
}

// Two complete months without customers follow: the months to come are those after them, forecast
// three, four and five months ahead of the last rate.
TEST(RateForecast, WhatIsToComeBeginsAfterTheLastCompletePeriod) {
  std::vector<PeriodFigures> months = rising(0, 12);
  months.push_back(monthOf(kJanuary2022 + 12, 0, 0));
  months.push_back(monthOf(kJanuary2022 + 13, 0, 0));
  const TrendFigures trend = told(months);
  EXPECT_EQ(trend.forecast->periods[0].label, "2023-03");
  EXPECT_TRUE(near(trend.forecast->periods[0].rate, 0.076689258621625511, 1e-10));
}

struct NextCase {
  const char* name;
  PeriodUnit unit;
  int32_t fiscalStartMonth;
  const char* first;
  const char* last;
  const char* next;
};

TEST(RateForecast, PeriodsToComeAreNamedAsThoseListed) {
  const NextCase cases[] = {
      {"weeks over a year's end", PeriodUnit::week, 1, "2024-10-07", "2024-12-23", "2025-W01"},
      {"quarters", PeriodUnit::quarter, 1, "2021-01-01", "2023-10-01", "2024-Q1"},
      {"fiscal quarters from February", PeriodUnit::quarter, 2, "2021-02-01", "2023-11-01",
       "FY2025-Q1"},
      {"years", PeriodUnit::year, 1, "2010-01-01", "2021-01-01", "2022"},
      {"fiscal years from April", PeriodUnit::year, 4, "2010-04-01", "2021-04-01", "FY2023"},
  };
  for (const NextCase& c : cases) {
    const PeriodList list =
        periodsCovering(utc(c.first), utc(c.last), c.unit, c.fiscalStartMonth, TimeZone());
    ASSERT_EQ(list.size(), 12u) << c.name;
    std::vector<PeriodFigures> periods;
    for (size_t p = 0; p < list.size(); ++p) {
      PeriodFigures made;
      made.start = list.boundaries[p];
      made.end = list.boundaries[p + 1];
      made.label = list.labels[p];
      made.length = {monthsOf(c.unit), (*made.end - *made.start) / kMicrosPerDay};
      made.counts.opening = 500;
      made.counts.upgraded = kRising[p];
      judge(made, {});
      periods.push_back(made);
    }
    const TrendFigures trend = trendFigures(periods, c.fiscalStartMonth, TimeZone(), {});
    ASSERT_TRUE(trend.forecast) << c.name;
    EXPECT_EQ(trend.forecast->periods[0].label, c.next) << c.name;
    EXPECT_EQ(trend.forecast->periods[0].start, list.boundaries.back()) << c.name;
    EXPECT_TRUE(near(*trend.direction->z, 2.8127800756833676, 1e-11)) << c.name;
  }
}

}  // namespace
}  // namespace upgrade_rate
