// Who is still there after an upgrade, and churn per time, followed by hand.
#include "core/kpi/stickiness.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/followed.h"
#include "tests/core/kpi/slow_journeys.h"
#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

TEST(Stickiness, ByHand) {
  struct Case {
    const char* name;
    std::vector<Row> rows;
    Given given;
    const char* february;  // upgraded: observed/stayed … | churns and seconds after, of the others
  };
  constexpr const char* kAll = "2025-01-01";
  // 2024-02 has 29 days of 86,400 seconds. The anchor is among the others throughout.
  const Case cases[] = {
      {"nobody", {}, {kAll}, "0: 0/- 0/- 0/- | 0 0 | 0 2505600"},
      {"up on 11 February and there for good: 19 days after, 10 before",
       {{"a", "2024-01-10", "basic"}, {"a", "2024-02-11", "pro"}},
       {kAll},
       "1: 1/1 1/1 1/1 | 0 1641600 | 0 3369600"},
      {"not there at the start",
       {{"a", "2024-02-10", "basic"}, {"a", "2024-02-11", "pro"}},
       {kAll},
       "0: 0/- 0/- 0/- | 0 0 | 0 2505600"},
      {"down after 30 days exactly: at that instant still there, then not",
       {{"a", "2024-01-10", "basic"}, {"a", "2024-02-11", "pro"}, {"a", "2024-03-12", "basic"}},
       {kAll},
       "1: 1/1 1/0 1/0 | 0 1641600 | 0 3369600"},
      {"down and further up again",
       {{"a", "2024-01-10", "basic"},
        {"a", "2024-02-11", "pro"},
        {"a", "2024-03-01", "basic"},
        {"a", "2024-05-01", "max"}},
       {kAll},
       "1: 1/0 1/1 1/1 | 0 1641600 | 0 3369600"},
      {"the last upgrade counts, and its tier",
       {{"a", "2024-01-10", "basic"},
        {"a", "2024-02-06", "pro"},
        {"a", "2024-02-11", "max"},
        {"a", "2024-03-01", "pro"}},
       {kAll},
       "1: 1/0 1/0 1/0 | 0 2073600 | 0 2937600"},
      {"leaves within the month: churn after an upgrade, and back by the ninetieth day",
       {{"a", "2024-01-10", "basic"},
        {"a", "2024-02-11", "pro"},
        {"a", "2024-02-21", ""},
        {"a", "2024-05-01", "pro"}},
       {kAll},
       "1: 1/0 1/1 1/1 | 1 864000 | 0 3369600"},
      {"churn of the others, with the time after the return",
       {{"a", "2024-01-10", "basic"}, {"a", "2024-02-11", ""}, {"a", "2024-02-21", "basic"}},
       {kAll},
       "0: 0/- 0/- 0/- | 0 0 | 1 4147200"},
      {"not over for all: 30 days of one are, of the other are not",
       {{"a", "2024-01-10", "basic"},
        {"a", "2024-02-11", "pro"},
        {"b", "2024-01-10", "basic"},
        {"b", "2024-02-13", "pro"}},
       {"2024-03-13"},
       "2: 1/- 0/- 0/- | 0 3110400 | 0 4406400"},
      {"the month is not over: time ends with the data",
       {{"a", "2024-01-10", "basic"}, {"a", "2024-02-11", "pro"}},
       {"2024-02-21"},
       "1: 0/- 0/- 0/- | 0 864000 | 0 2592000"},
      {"90 days end at noon by the clock, though summer time has begun: down half an hour later",
       {{"a", "2024-01-10", "basic"},
        {"a", "2024-02-29T12:00", "pro"},
        {"a", "2024-05-29T12:30", "basic"}},
       {kAll, PeriodUnit::month, 1, berlin()},
       "1: 1/1 1/1 1/0 | 0 43200 | 0 4968000"},
  };
  for (const Case& c : cases) {
    std::vector<Row> rows = {{"anchor", "2024-01-02", "max"}};
    rows.insert(rows.end(), c.rows.begin(), c.rows.end());
    rows.push_back({"anchor", "2024-02-20", "max"});  // so that February is listed
    const Analysis analysis = analysed(rows, c.given);
    ASSERT_EQ(analysis.periods[1].label, "2024-02") << c.name;
    EXPECT_EQ(slow::written(analysis.journeys->periods[1]), c.february) << c.name;
  }
}

TEST(Stickiness, RatesAndReasons) {
  const std::vector<Row> rows = {{"a", "2024-01-10", "basic"}, {"b", "2024-01-10", "basic"},
                                 {"a", "2024-02-11", "pro"},   {"b", "2024-02-16", ""},
                                 {"a", "2024-02-26", ""},      {"c", "2024-05-20", "basic"}};
  const Journeys journeys = journeysOf(rows, {"2024-06-01"});
  const Stickiness& january = journeys.periods[0];
  EXPECT_EQ(january.others.per30Days, std::nullopt);
  EXPECT_EQ(january.why,
            (std::vector<std::string_view>{"stickiness.nobodyUpgraded", "stickiness.noTime"}));
  const Stickiness& february = journeys.periods[1];
  EXPECT_EQ(february.afterUpgrade.per30Days, 2.0) << "one churn in 15 customer-days";
  EXPECT_TRUE(near(february.others.per30Days.value_or(-1), 30.0 / 25, 1e-15)) << "10 + 15 days";
  EXPECT_EQ(february.stays[0].share, 0.0);
  ASSERT_TRUE(february.stays[0].interval);
  EXPECT_EQ(february.stays[0].interval->low, 0.0);
  // z² / (1 + z²)
  EXPECT_TRUE(near(february.stays[0].interval->high, 0.7934506856227626, 1e-12));
  EXPECT_EQ(february.stays[2].share, std::nullopt);
  EXPECT_EQ(february.why, (std::vector<std::string_view>{"stickiness.notYet"}));
}

}  // namespace
}  // namespace upgrade_rate
