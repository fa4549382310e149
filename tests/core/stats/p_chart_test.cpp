// Published: Montgomery, Introduction to Statistical Quality Control, table 7.1, orange juice cans,
// 30 samples of 50: centre 0.2313, limits 0.0524 and 0.4102, samples 15 and 23 beyond them.
// Laney's figures: R 4.2, chart.R in README.md here.
#include "core/stats/p_chart.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/stats/near.h"
#include "tests/core/stats/series.h"

namespace upgrade_rate {
namespace {

std::vector<Share> orangeJuice() {
  std::vector<Share> samples;
  for (const uint64_t k : {12, 15, 8, 10, 4,  7,  16, 9,  14, 10, 5,  6, 17, 12, 22,
                           8,  10, 5, 13, 11, 20, 18, 24, 15, 9,  12, 7, 13, 9,  6})
    samples.push_back({k, 50});
  return samples;
}

std::vector<Share> withoutNumbers(const std::vector<PeriodShare>& periods) {
  std::vector<Share> shares;
  for (const PeriodShare& at : periods) shares.push_back(at.share);
  return shares;
}

// One sign a point: '!' beyond limits, 'r' in a run, '.' neither.
std::string marks(const PChart& chart) {
  std::string text;
  for (const ChartPoint& point : chart.points)
    text += point.beyondLimits ? '!' : (point.inRun ? 'r' : '.');
  return text;
}

TEST(PChart, TextbookLimitsWithoutWidening) {
  const auto chart = pChart(orangeJuice());
  ASSERT_TRUE(chart);
  EXPECT_TRUE(near(chart->centre, 347.0 / 1500, 1e-15));
  const Interval limits = pChartLimits(chart->centre, 50, 1);
  EXPECT_TRUE(near(limits.low, 0.052427548071928232, 1e-12));
  EXPECT_TRUE(near(limits.high, 0.41023911859473844, 1e-12));
  std::vector<std::size_t> beyond;
  for (std::size_t i = 0; i < 30; ++i) {
    const double rate = chart->points[i].rate;
    if (rate < limits.low || rate > limits.high) beyond.push_back(i + 1);
  }
  EXPECT_EQ(beyond, (std::vector<std::size_t>{15, 23}));
}

TEST(PChart, LaneyWidensWhereSamplesDifferMoreThanBinomially) {
  const auto chart = pChart(orangeJuice());
  ASSERT_TRUE(chart);
  EXPECT_TRUE(near(chart->sigmaZ, 1.6608667197432385, 1e-12));
  EXPECT_EQ(chart->widening, chart->sigmaZ);
  EXPECT_EQ(chart->points[0].limits.low, 0) << "cut";
  EXPECT_TRUE(near(chart->points[0].limits.high, 0.52847199804353151, 1e-12));
  EXPECT_EQ(marks(*chart), "..............................");
}

TEST(PChart, FallingSeriesHasRunsAndOutliers) {
  const auto chart = pChart(withoutNumbers(fallingSeries()));
  ASSERT_TRUE(chart);
  EXPECT_TRUE(near(chart->centre, 0.088337182448036955, 1e-13));
  EXPECT_TRUE(near(chart->sigmaZ, 1.0503057286640416, 1e-12));
  EXPECT_TRUE(near(chart->points[0].limits.low, 0.043628086721181278, 1e-12));
  EXPECT_TRUE(near(chart->points[0].limits.high, 0.13304627817489262, 1e-12));
  EXPECT_TRUE(near(chart->points[23].limits.low, 0.046645735710667574, 1e-12));
  EXPECT_TRUE(near(chart->points[23].limits.high, 0.13002862918540634, 1e-12));
  // R: beyond are 3, 13, 24; sides are ten above, one below, two above, eleven below.
  EXPECT_EQ(marks(*chart), "rr!rrrrrrr..!rrrrrrrrrr!");
  EXPECT_TRUE(chart->points[2].inRun);
  EXPECT_TRUE(chart->points[23].inRun);
  EXPECT_FALSE(chart->points[12].inRun);
}

TEST(PChart, RunsAreCountedOnCounts) {
  struct Case {
    const char* name;
    std::vector<uint64_t> counts;  // out of 10
    std::string marks;
  };
  const Case cases[] = {
      {"eight and eight", {4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2}, "rrrrrrrrrrrrrrrr"},
      {"seven and seven", {4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2}, ".............."},
      {"a point on the centre breaks a run",
       {4, 4, 4, 4, 3, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2},
       ".........rrrrrrrr"},
      {"all on the centre", {3, 3, 3, 3, 3, 3, 3, 3}, "........"},
  };
  for (const Case& c : cases) {
    std::vector<Share> periods;
    for (const uint64_t k : c.counts) periods.push_back({k, 10});
    const auto chart = pChart(periods);
    ASSERT_TRUE(chart) << c.name;
    EXPECT_EQ(marks(*chart), c.marks) << c.name;
  }
}

// 3 out of 10 has no exact double; counted in trillions of different size it is still the centre.
TEST(PChart, HugeBasesOnTheCentre) {
  std::vector<Share> periods;
  for (uint64_t i = 1; i <= 9; ++i) periods.push_back({i * 300'000'000'001, i * 1'000'000'000'003});
  periods.push_back({0, 7});
  periods.push_back({7, 7});
  EXPECT_EQ(pChart(periods)->points.size(), 11u);
  periods.resize(9);
  const auto chart = pChart(periods);
  ASSERT_TRUE(chart);
  EXPECT_LT(chart->sigmaZ, 1e-6);
  EXPECT_EQ(chart->widening, 1);
  EXPECT_EQ(marks(*chart), ".........");
}

TEST(PChart, NothingToChart) {
  EXPECT_FALSE(pChart(std::vector<Share>{}));
  EXPECT_FALSE(pChart(std::vector<Share>{{1, 2}}));
  EXPECT_FALSE(pChart(std::vector<Share>(7, Share{1, 2}))) << "too few";
  EXPECT_FALSE(pChart(std::vector<Share>(8, Share{0, 2}))) << "centre 0";
  EXPECT_FALSE(pChart(std::vector<Share>(8, Share{2, 2}))) << "centre 1";
  EXPECT_FALSE(pChart(std::vector<Share>(8, Share{0, 0}))) << "no bases";
  EXPECT_FALSE(pChart(std::vector<Share>(8, Share{3, 2}))) << "above base";
}

}  // namespace
}  // namespace upgrade_rate
