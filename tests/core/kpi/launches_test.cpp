// Before and after a launch: the windows, by the calendar, and their counts, by hand. Intervals by
// R (change() in tests/core/stats/README.md).
#include "core/kpi/launches.h"

#include <gtest/gtest.h>

#include "core/kpi/analysis.h"
#include "tests/core/stats/near.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

struct WindowCase {
  const char* name;
  const char* launch;
  const char* firstInstant;
  const char* dataUntil;
  int64_t days;  // 0: none
};

TEST(LaunchWindows, TheLongestThatAreObserved) {
  const WindowCase cases[] = {
      {"at most 90 days", "2024-06-01", "2023-01-01", "2025-01-01", 90},
      {"90 days just fit", "2024-03-31", "2023-12-31", "2024-06-29", 90},
      {"cut by the start of the data: 11 January to 31 January", "2024-02-01", "2024-01-10",
       "2024-06-01", 21},
      {"a first instant within a day, too", "2024-02-01", "2024-01-10T18:00", "2024-06-01", 21},
      {"cut by the end of the data", "2024-02-01", "2023-01-01", "2024-02-11", 10},
      {"an unfinished last day does not count", "2024-02-01", "2023-01-01", "2024-02-11T23:59", 10},
      {"one day", "2024-01-12", "2024-01-10", "2024-06-01", 1},
      {"no day whose start is after the first instant", "2024-01-11", "2024-01-10", "2024-06-01",
       0},
      {"before the data", "2023-06-01", "2024-01-10", "2024-06-01", 0},
      {"less than a day after it", "2024-05-31", "2024-01-10", "2024-05-31T12:00", 0},
      {"after the data", "2024-08-01", "2024-01-10", "2024-06-01", 0},
  };
  for (const WindowCase& c : cases) {
    const auto windows =
        launchWindows(dayOf(c.launch), utc(c.firstInstant), utc(c.dataUntil), TimeZone());
    EXPECT_EQ(windows ? windows->days : 0, c.days) << c.name;
  }
}

// Clocks go forward on 31 March 2024: the day of the launch has 23 hours.
TEST(LaunchWindows, AreWholeLocalDays) {
  const auto windows =
      launchWindows(dayOf("2024-03-31"), utc("2024-03-01"), utc("2024-04-02T22:00"), berlin());
  ASSERT_TRUE(windows);
  EXPECT_EQ(windows->days, 3);
  EXPECT_EQ(windows->boundaries,
            (std::vector<int64_t>{utc("2024-03-27T23:00"), utc("2024-03-30T23:00"),
                                  utc("2024-04-02T22:00")}));
}

// Ten customers from 10 January on; one upgrades on 20 January, three on 10 February, one on 25
// February, after the window of 21 days.
History tenCustomers() {
  std::vector<Row> rows;
  for (const char* customer : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
    rows.push_back({customer, "2024-01-10", "basic"});
  }
  rows.push_back({"a", "2024-01-20", "pro"});
  for (const char* customer : {"b", "c", "d"}) rows.push_back({customer, "2024-02-10", "pro"});
  rows.push_back({"e", "2024-02-25", "pro"});
  return History(rows);
}

Analysis analysed(const History& history, const std::vector<int64_t>& launchDays,
                  RateOptions rate = {}) {
  AnalysisRules rules;
  rules.states.dataUntil = utc("2024-06-01");
  rules.launchDays = launchDays;
  rules.rate = rate;
  return analyse(history.events, orderEvents(history.events, TimeZone()), history.plans, TimeZone(),
                 rules);
}

TEST(Launches, BeforeAndAfter) {
  const Analysis analysis = analysed(tenCustomers(), {dayOf("2024-02-01"), dayOf("2023-01-01")});
  ASSERT_EQ(analysis.launches.size(), 2u);
  const LaunchEffect& effect = analysis.launches[0];
  EXPECT_EQ(effect.days, 21);
  EXPECT_EQ(effect.before.fraction->numerator, 1);
  EXPECT_EQ(effect.before.fraction->base, 10);
  EXPECT_EQ(effect.before.start, utc("2024-01-11"));
  EXPECT_EQ(effect.after.fraction->numerator, 3);
  EXPECT_EQ(effect.after.fraction->base, 10);
  EXPECT_EQ(effect.after.end, utc("2024-02-22"));
  ASSERT_TRUE(effect.change);
  EXPECT_TRUE(near(effect.change->difference, 0.2, 1e-14));
  EXPECT_TRUE(near(effect.change->correlation, -0.21821789023599236, 1e-12));
  EXPECT_TRUE(near(effect.change->interval.low, -0.19365670131172738, 1e-11));
  EXPECT_TRUE(near(effect.change->interval.high, 0.53099216426524187, 1e-11));
  EXPECT_FALSE(effect.change->clear);
  EXPECT_TRUE(effect.why.empty());
  EXPECT_EQ(analysis.launches[1].days, 0);
  EXPECT_FALSE(analysis.launches[1].change);
  EXPECT_EQ(analysis.launches[1].why, std::vector<std::string_view>{"launch.tooShort"});
}

TEST(Launches, ARatioThatIsNoShare) {
  RateOptions closing;
  closing.base = Base::closing;
  const LaunchEffect noShare = analysed(tenCustomers(), {dayOf("2024-02-01")}, closing).launches[0];
  EXPECT_EQ(noShare.after.rate, 0.3);
  EXPECT_FALSE(noShare.change);
  EXPECT_EQ(noShare.why, std::vector<std::string_view>{"base.notShare"});
}

TEST(Launches, NobodyInTheBaseBefore) {
  const History history({{"a", "2024-01-10", "free"}, {"a", "2024-02-05", "basic"}});
  const LaunchEffect effect = analysed(history, {dayOf("2024-02-01")}).launches[0];
  EXPECT_EQ(effect.days, 21);
  EXPECT_EQ(effect.before.rate, std::nullopt);
  EXPECT_FALSE(effect.change);
  EXPECT_EQ(effect.why, std::vector<std::string_view>{"launch.baseEmpty"});
}

TEST(Launches, WithoutAnyUsedRow) {
  const Analysis analysis = analysed(History(), {dayOf("2024-02-01")});
  ASSERT_EQ(analysis.launches.size(), 1u);
  EXPECT_EQ(analysis.launches[0].why, std::vector<std::string_view>{"launch.tooShort"});
}

}  // namespace
}  // namespace upgrade_rate
