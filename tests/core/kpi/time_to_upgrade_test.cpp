// How each wait for the first upgrade ends, the curve of a few customers worked out by hand, and
// what is undefined. The statistics themselves are in stats/aalen_johansen_test.cpp.
#include "core/kpi/time_to_upgrade.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/followed.h"
#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

TEST(TimeToUpgrade, HowEachWaitEnds) {
  struct Case {
    const char* name;
    std::vector<Row> rows;
    Given given;
    const char* counts;  // upgraded churned censored newOnTopTier
    std::optional<int64_t> lastDay;
  };
  const Case cases[] = {
      {"same day",
       {{"a", "2024-01-05", "basic"}, {"a", "2024-01-05T18:00", "pro"}},
       {"2024-02-01"},
       "1 0 0 0",
       0},
      {"calendar days, not hours",
       {{"a", "2024-01-05T23:00", "basic"}, {"a", "2024-01-06T01:00", "pro"}},
       {"2024-02-01"},
       "1 0 0 0",
       1},
      {"calendar days of the zone: 23:30 UTC is the next day in Berlin",
       {{"a", "2024-01-05T12:00Z", "basic"}, {"a", "2024-01-05T23:30Z", "pro"}},
       {"2024-02-01", PeriodUnit::month, 1, berlin()},
       "1 0 0 0",
       1},
      {"watched to the last day of the data",
       {{"a", "2024-01-31", "basic"}},
       {"2024-02-01"},
       "0 0 1 0",
       0},
      {"churn ends it, the later upgrade does not count",
       {{"a", "2024-01-01", "basic"},
        {"a", "2024-01-11", ""},
        {"a", "2024-01-21", "basic"},
        {"a", "2024-01-25", "pro"}},
       {"2024-02-01"},
       "0 1 0 0",
       10},
      {"an upgrade on the day of the churn counts",
       {{"a", "2024-01-01", "basic"},
        {"a", "2024-01-11T01:00", ""},
        {"a", "2024-01-11T02:00", "basic"},
        {"a", "2024-01-11T03:00", "pro"}},
       {"2024-02-01", PeriodUnit::month, 0},
       "1 0 0 0",
       10},
      {"back to a trial is churn",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-01-05", "free"}},
       {"2024-02-01"},
       "0 1 0 0",
       4},
      {"new on the top tier is left out, even when it steps down and up",
       {{"a", "2024-01-01", "max"}, {"a", "2024-01-05", "pro"}, {"a", "2024-01-09", "max"}},
       {"2024-02-01"},
       "0 0 0 1",
       std::nullopt},
      {"a prospect only", {{"a", "2024-01-01", "free"}}, {"2024-02-01"}, "0 0 0 0", std::nullopt},
  };
  for (const Case& c : cases) {
    const TimeToUpgrade got = journeysOf(c.rows, c.given).timeToUpgrade;
    std::ostringstream counts;
    counts << got.upgraded << " " << got.churned << " " << got.censored << " " << got.newOnTopTier;
    EXPECT_EQ(counts.str(), c.counts) << c.name;
    EXPECT_EQ(got.lastDay, c.lastDay) << c.name;
    EXPECT_EQ(got.customers, got.upgraded + got.churned + got.censored) << c.name;
  }
}

// Four begin on 1 January: one upgrades on day 10, one leaves on day 20, one upgrades on day 40,
// one is watched to day 365. Incidence 1/4, 1/4, 1/4 + (1/2)(1/2) = 1/2: the median is day 40.
TEST(TimeToUpgrade, FourCustomers) {
  const std::vector<Row> rows = {{"a", "2023-01-01", "basic"}, {"b", "2023-01-01", "basic"},
                                 {"c", "2023-01-01", "basic"}, {"d", "2023-01-01", "basic"},
                                 {"a", "2023-01-11", "pro"},   {"b", "2023-01-21", ""},
                                 {"c", "2023-02-10", "pro"}};
  const TimeToUpgrade got = journeysOf(rows, {"2024-01-02"}).timeToUpgrade;
  ASSERT_EQ(got.curve.size(), 3u);
  const double wanted[][4] = {// days, watched, incidence, left before
                              {10, 4, 0.25, 0},
                              {20, 3, 0.25, 0.25},
                              {40, 2, 0.5, 0.25}};
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(got.curve[i].time, wanted[i][0]);
    EXPECT_EQ(static_cast<double>(got.curve[i].atRisk), wanted[i][1]);
    EXPECT_TRUE(near(got.curve[i].incidence, wanted[i][2], 1e-15));
    EXPECT_TRUE(near(got.curve[i].competingIncidence, wanted[i][3], 1e-15));
  }
  EXPECT_EQ(got.median.time, 40);
  EXPECT_EQ(got.lastDay, 365);
  const double shares[] = {0.25, 0.5, 0.5, 0.5};
  const int64_t watched[] = {2, 1, 1, 1};
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_TRUE(near(got.atAges[i].share.value_or(-1), shares[i], 1e-15)) << i;
    EXPECT_EQ(got.atAges[i].watched, watched[i]) << i;
  }
  // Variance of 1/4 from 4 by the binomial, 3/64; the limits are exp(log p · exp(±z·se/|p log p|)).
  const double reach = std::exp(1.959963984540054 * std::sqrt(3.0 / 64) / (0.25 * std::log(4.0)));
  ASSERT_TRUE(got.curve[0].interval);
  EXPECT_TRUE(near(got.curve[0].interval->low, std::exp(-std::log(4.0) * reach), 1e-12));
  EXPECT_TRUE(near(got.curve[0].interval->high, std::exp(-std::log(4.0) / reach), 1e-12));
}

TEST(TimeToUpgrade, WhatIsUndefinedSaysWhy) {
  struct Case {
    const char* name;
    std::vector<Row> rows;
    const char* until;
    std::vector<std::string_view> why;
    std::vector<double> shares;  // at 30, 90, 180, 365 days; -1 where undefined
  };
  const Case cases[] = {
      {"nobody",
       {{"a", "2024-01-01", "max"}},
       "2025-06-01",
       {"timeToUpgrade.nobody"},
       {-1, -1, -1, -1}},
      {"nobody upgraded in 40 days",
       {{"a", "2024-01-01", "basic"}},
       "2024-02-10",
       {"timeToUpgrade.tooShort", "timeToUpgrade.noInterval", "timeToUpgrade.medianNotReached"},
       {0, -1, -1, -1}},
      {"watched up to the very day",
       {{"a", "2024-01-01", "basic"}},
       "2024-02-01",
       {"timeToUpgrade.tooShort", "timeToUpgrade.noInterval", "timeToUpgrade.medianNotReached"},
       {0, -1, -1, -1}},
      {"one day less",
       {{"a", "2024-01-01", "basic"}},
       "2024-01-31",
       {"timeToUpgrade.tooShort", "timeToUpgrade.medianNotReached"},
       {-1, -1, -1, -1}},
      {"everybody upgraded: it stays at one",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-01-03", "pro"}},
       "2024-01-10",
       {"timeToUpgrade.noInterval", "timeToUpgrade.medianOpen"},
       {1, 1, 1, 1}},
      {"the last one left: it stays",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-01-03", ""}},
       "2024-01-10",
       {"timeToUpgrade.noInterval", "timeToUpgrade.medianNotReached"},
       {0, 0, 0, 0}},
  };
  for (const Case& c : cases) {
    const TimeToUpgrade got = journeysOf(c.rows, {c.until}).timeToUpgrade;
    EXPECT_EQ(got.why, c.why) << c.name;
    for (size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(got.atAges[i].share.value_or(-1), c.shares[i]) << c.name << " " << i;
    }
  }
}

// 1,000 customers begin on one day; the i-th upgrades i + 1 days later.
TEST(TimeToUpgrade, ALongCurveIsThinned) {
  History history;
  const int64_t start = utc("2020-01-01");
  for (int64_t i = 0; i < 1'000; ++i) {
    const std::string name = std::to_string(i);
    history.add(name, CellTime(start, false), "basic", kUnknown, kUnknown);
    history.add(name, CellTime(start + (i + 1) * kMicrosPerDay, false), "pro", kUnknown, kUnknown);
  }
  history.endFile();
  AnalysisRules rules;
  rules.states.dataUntil = utc("2023-01-01");
  const TimeZone zone;
  const TimeToUpgrade got =
      analyse(history.events, orderEvents(history.events, zone), history.plans, zone, rules)
          .journeys->timeToUpgrade;
  ASSERT_EQ(got.curve.size(), kCurvePoints);
  EXPECT_EQ(got.curve.front().time, 1);
  EXPECT_EQ(got.curve.back().time, 1'000);
  for (size_t i = 0; i < got.curve.size(); ++i) {
    EXPECT_TRUE(near(got.curve[i].incidence, got.curve[i].time / 1'000, 1e-9));
    if (i == 0) continue;
    EXPECT_LE(got.curve[i].time - got.curve[i - 1].time, 6) << "evenly spaced";
  }
  EXPECT_EQ(got.median.time, 500) << "of the whole curve";
  EXPECT_TRUE(near(got.atAges[1].share.value_or(-1), 0.09, 1e-9));
}

}  // namespace
}  // namespace upgrade_rate
