// Labels, boundaries and the period a year before. ISO weeks were checked with Python's
// date.isocalendar, the rest follows from the calendar.
#include "core/kpi/periods.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

struct PeriodCase {
  const char* name;
  const char* first;
  const char* last;
  PeriodUnit unit;
  int32_t fiscalStartMonth;
  std::vector<std::string> labels;
  const char* start;  ///< of the first
  const char* end;    ///< of the last
};

const PeriodCase kCases[] = {
    {"one month",
     "2024-02-29T23:59:59",
     "2024-02-01",
     PeriodUnit::month,
     1,
     {"2024-02"},
     "2024-02-01",
     "2024-03-01"},
    {"a change at the very start belongs to the period",
     "2024-02-01",
     "2024-03-01",
     PeriodUnit::month,
     1,
     {"2024-02", "2024-03"},
     "2024-02-01",
     "2024-04-01"},
    {"over a year's end",
     "2023-12-31T23:59:59.999999",
     "2024-01-01",
     PeriodUnit::month,
     1,
     {"2023-12", "2024-01"},
     "2023-12-01",
     "2024-02-01"},
    {"months know no fiscal year",
     "2024-02-10",
     "2024-02-10",
     PeriodUnit::month,
     7,
     {"2024-02"},
     "2024-02-01",
     "2024-03-01"},
    {"quarters",
     "2024-03-31",
     "2024-10-01",
     PeriodUnit::quarter,
     1,
     {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"},
     "2024-01-01",
     "2025-01-01"},
    {"years",
     "2023-06-01",
     "2024-06-01",
     PeriodUnit::year,
     1,
     {"2023", "2024"},
     "2023-01-01",
     "2025-01-01"},
    {"fiscal years from April, named by their end",
     "2024-03-31",
     "2024-04-01",
     PeriodUnit::year,
     4,
     {"FY2024", "FY2025"},
     "2023-04-01",
     "2025-04-01"},
    {"fiscal quarters from April",
     "2024-03-31",
     "2024-07-01",
     PeriodUnit::quarter,
     4,
     {"FY2024-Q4", "FY2025-Q1", "FY2025-Q2"},
     "2024-01-01",
     "2024-10-01"},
    {"fiscal quarters from February",
     "2024-01-31",
     "2024-02-01",
     PeriodUnit::quarter,
     2,
     {"FY2024-Q4", "FY2025-Q1"},
     "2023-11-01",
     "2024-05-01"},
    {"fiscal years from December",
     "2024-11-30",
     "2024-12-01",
     PeriodUnit::year,
     12,
     {"FY2024", "FY2025"},
     "2023-12-01",
     "2025-12-01"},
    {"week 53 of 2020",
     "2020-12-27",
     "2021-01-04",
     PeriodUnit::week,
     1,
     {"2020-W52", "2020-W53", "2021-W01"},
     "2020-12-21",
     "2021-01-11"},
    {"week 1 begins in December",
     "2024-12-29",
     "2024-12-30",
     PeriodUnit::week,
     1,
     {"2024-W52", "2025-W01"},
     "2024-12-23",
     "2025-01-06"},
    {"1 January in week 53 of the year before",
     "2016-01-03",
     "2016-01-04",
     PeriodUnit::week,
     1,
     {"2015-W53", "2016-W01"},
     "2015-12-28",
     "2016-01-11"},
    {"weeks know no fiscal year",
     "2024-12-30",
     "2024-12-30",
     PeriodUnit::week,
     4,
     {"2025-W01"},
     "2024-12-30",
     "2025-01-06"},
    {"year 1",
     "0001-01-01",
     "0001-01-01",
     PeriodUnit::month,
     1,
     {"0001-01"},
     "0001-01-01",
     "0001-02-01"},
    {"week 1 of year 1",
     "0001-01-01",
     "0001-01-07",
     PeriodUnit::week,
     1,
     {"0001-W01"},
     "0001-01-01",
     "0001-01-08"},
};

TEST(Periods, LabelsAndBoundaries) {
  for (const PeriodCase& c : kCases) {
    const PeriodList list =
        periodsCovering(utc(c.first), utc(c.last), c.unit, c.fiscalStartMonth, TimeZone());
    EXPECT_EQ(list.labels, c.labels) << c.name;
    ASSERT_EQ(list.boundaries.size(), c.labels.size() + 1) << c.name;
    ASSERT_EQ(list.yearBefore.size(), c.labels.size()) << c.name;
    EXPECT_EQ(list.boundaries.front(), utc(c.start)) << c.name;
    EXPECT_EQ(list.boundaries.back(), utc(c.end)) << c.name;
  }
}

TEST(Periods, TheLastYearThatDatesHave) {
  const int64_t last = utc("9999-12-31T23:59:59");
  for (const PeriodUnit unit :
       {PeriodUnit::week, PeriodUnit::month, PeriodUnit::quarter, PeriodUnit::year}) {
    const PeriodList list = periodsCovering(last, last, unit, 1, TimeZone());
    ASSERT_EQ(list.size(), 1u);
    EXPECT_LT(last, list.boundaries[1]);
    EXPECT_EQ(list.labels[0].substr(0, 4), "9999");
  }
}

TEST(Periods, StartsAreLocal) {
  const PeriodList list = periodsCovering(utc("2024-03-31T21:59:59"), utc("2024-10-31T23:00"),
                                          PeriodUnit::month, 1, berlin());
  ASSERT_EQ(list.size(), 9u);
  EXPECT_EQ(list.labels.front(), "2024-03") << "still March in Berlin";
  EXPECT_EQ(list.labels.back(), "2024-11") << "November already";
  EXPECT_EQ(list.boundaries[0], utc("2024-02-29T23:00"));
  EXPECT_EQ(list.boundaries[1], utc("2024-03-31T22:00"));
  EXPECT_EQ(list.boundaries[8], utc("2024-10-31T23:00"));
}

// Cuba changes its clocks at midnight: in 2012 on Sunday, 1 April, which therefore began at 01:00.
TEST(Periods, AStartInAGapIsTheFirstInstantAfterIt) {
  const TimeZone havana("America/Havana", {{utc("2011-11-13T05:00") / kMicrosPerSecond, -18'000},
                                           {utc("2012-04-01T05:00") / kMicrosPerSecond, -14'400},
                                           {utc("2012-11-04T05:00") / kMicrosPerSecond, -18'000}});
  const PeriodList list =
      periodsCovering(utc("2012-03-15"), utc("2012-04-15"), PeriodUnit::month, 1, havana);
  EXPECT_EQ(list.boundaries, (std::vector<int64_t>{utc("2012-03-01T05:00"), utc("2012-04-01T05:00"),
                                                   utc("2012-05-01T04:00")}));
  const PeriodList march = periodsCovering(utc("2012-04-01T04:59:59"), utc("2012-04-01T04:59:59"),
                                           PeriodUnit::month, 1, havana);
  EXPECT_EQ(march.labels, (std::vector<std::string>{"2012-03"}));
  const PeriodList april = periodsCovering(utc("2012-04-01T05:00"), utc("2012-04-01T05:00"),
                                           PeriodUnit::month, 1, havana);
  EXPECT_EQ(april.labels, (std::vector<std::string>{"2012-04"}));
}

struct YearCase {
  const char* name;
  const char* first;
  const char* last;
  PeriodUnit unit;
  int32_t fiscalStartMonth;
};

// The label of the year before differs in its year only; week 53 mostly has none.
TEST(Periods, YearBeforeHasTheSameLabelButForItsYear) {
  const YearCase cases[] = {{"weeks", "2013-06-01", "2028-06-01", PeriodUnit::week, 1},
                            {"months", "2013-06-01", "2028-06-01", PeriodUnit::month, 1},
                            {"quarters", "2013-06-01", "2028-06-01", PeriodUnit::quarter, 1},
                            {"fiscal quarters", "2013-06-01", "2028-06-01", PeriodUnit::quarter, 5},
                            {"years", "2013-06-01", "2028-06-01", PeriodUnit::year, 1},
                            {"fiscal years", "2013-06-01", "2028-06-01", PeriodUnit::year, 10}};
  for (const YearCase& c : cases) {
    const PeriodList list =
        periodsCovering(utc(c.first), utc(c.last), c.unit, c.fiscalStartMonth, TimeZone());
    for (size_t p = 0; p < list.size(); ++p) {
      std::string before = list.labels[p];
      const size_t digits = before[0] == 'F' ? 2 : 0;
      before.replace(digits, 4, std::to_string(std::stoi(before.substr(digits, 4)) - 1));
      const auto at = std::find(list.labels.begin(), list.labels.end(), before);
      const auto want = at == list.labels.end() ? -1 : at - list.labels.begin();
      EXPECT_EQ(list.yearBefore[p], want) << c.name << " " << list.labels[p];
    }
  }
}

TEST(Periods, WeekFiftyThreeHasNoYearBefore) {
  const PeriodList list =
      periodsCovering(utc("2019-12-30"), utc("2021-12-31"), PeriodUnit::week, 1, TimeZone());
  const auto at = [&](const char* label) {
    return std::find(list.labels.begin(), list.labels.end(), label) - list.labels.begin();
  };
  EXPECT_EQ(at("2020-W53"), 52);
  EXPECT_EQ(list.yearBefore[at("2020-W53")], -1);
  EXPECT_EQ(list.yearBefore[at("2021-W01")], at("2020-W01"));
  EXPECT_EQ(list.yearBefore[at("2021-W52")], at("2020-W52"));
}

TEST(Periods, MonthNumbers) {
  EXPECT_EQ(monthNumber(dayOf("1970-01-01")), 1970 * 12);
  EXPECT_EQ(monthNumber(dayOf("1969-12-31")), 1970 * 12 - 1);
  EXPECT_EQ(monthNumber(dayOf("0001-01-01")), 12);
  EXPECT_EQ(monthStartDay(2024 * 12 + 1), dayOf("2024-02-01"));
  EXPECT_EQ(monthStartDay(2024 * 12 - 1), dayOf("2023-12-01"));
}

}  // namespace
}  // namespace upgrade_rate
