// Cohorts of small histories, followed by hand. Random ones are in slow_journeys_test.cpp.
#include "core/kpi/cohorts.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/followed.h"
#include "tests/core/kpi/slow_journeys.h"

namespace upgrade_rate {
namespace {

TEST(Cohorts, ByHand) {
  struct Case {
    const char* name;
    std::vector<Row> rows;
    Given given;
    const char* cohorts;  // label customers: upgraded by age / complete ages
  };
  const Case cases[] = {
      {"one customer, one month",
       {{"a", "2024-01-31", "pro"}},
       {"2024-02-01"},
       "2024-01 1: 0 / 1\n"},
      {"the last month is running",
       {{"a", "2024-01-31", "basic"}, {"a", "2024-02-01", "pro"}},
       {"2024-02-29"},
       "2024-01 1: 0 1 / 1\n"},
      {"a month without beginners is left out, a second upgrade does not count",
       {{"a", "2024-01-05", "basic"},
        {"b", "2024-01-06", "max"},
        {"a", "2024-01-20", "pro"},
        {"a", "2024-03-02", "max"},
        {"c", "2024-03-31", "basic"}},
       {"2024-04-01"},
       "2024-01 2: 1 1 1 / 3\n2024-03 1: 0 / 1\n"},
      {"an upgrade after leaving and returning still counts",
       {{"a", "2024-01-05", "basic"},
        {"a", "2024-02-05", ""},
        {"a", "2024-03-05", "basic"},
        {"a", "2024-04-05", "pro"}},
       {"2024-05-01"},
       "2024-01 1: 0 0 0 1 / 4\n"},
      {"a trial is no beginning",
       {{"a", "2024-01-05", "free"}, {"a", "2024-02-05", "basic"}, {"a", "2024-02-06", "pro"}},
       {"2024-03-01"},
       "2024-02 1: 1 / 1\n"},
      {"quarters of a fiscal year that starts in February",
       {{"a", "2024-01-31", "basic"}, {"b", "2024-02-01", "basic"}, {"a", "2024-05-01", "pro"}},
       {"2024-05-02", PeriodUnit::year, 1, TimeZone(), 2},
       "FY2024-Q4 1: 0 0 1 / 2\nFY2025-Q1 1: 0 0 / 1\n"},
      {"weeks are too short: months",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-01-15", "pro"}},
       {"2024-02-01", PeriodUnit::week},
       "2024-01 1: 1 / 1\n"},
      {"23:30 UTC on 31 January is February in Berlin",
       {{"a", "2024-01-31T23:30Z", "basic"}},
       {"2024-03-01", PeriodUnit::month, 1, berlin()},
       "2024-02 1: 0 / 1\n"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(slow::written(journeysOf(c.rows, c.given).cohorts), c.cohorts) << c.name;
  }
}

// Forty years of months: every cohort stays, ages end at 36, and a later upgrade is in no cell.
TEST(Cohorts, AgesEnd) {
  std::vector<Row> rows = {{"a", "1984-01-10", "basic"},
                           {"b", "1984-01-10", "basic"},
                           {"a", "1987-01-10", "pro"},
                           {"b", "1987-02-10", "pro"},
                           {"c", "2023-12-10", "basic"}};
  const Cohorts cohorts = journeysOf(rows, {"2024-01-01"}).cohorts;
  ASSERT_EQ(cohorts.rows.size(), 2u);
  const std::vector<int64_t>& upgraded = cohorts.rows[0].upgraded;
  ASSERT_EQ(upgraded.size(), 37u);
  EXPECT_EQ(upgraded[35], 0);
  EXPECT_EQ(upgraded[36], 1) << "January 1987 is 36 months on, February 37";
  EXPECT_EQ(cohorts.rows[1].label, "2023-12");
}

}  // namespace
}  // namespace upgrade_rate
