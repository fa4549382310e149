// Which months or days the headline is about, and what they are compared with.
#include "core/kpi/headline.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

struct MonthsCase {
  const char* name;
  std::vector<int64_t> openings;  ///< of the months from 2023-01 on
  const char* label;              ///< empty: no headline
  HeadlineReason reason;
};

TEST(Headline, TwelveMonthsOrTheLongestRun) {
  using enum HeadlineReason;
  const MonthsCase cases[] = {
      {"no months", {}, "", only},
      {"the first month has no customers at its start", {0}, "", only},
      {"one month with customers", {0, 5}, "2023-02", longestRun},
      {"eleven", {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "2023-02/2023-12", longestRun},
      {"twelve", {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "2023-02/2024-01", last12Months},
      {"the last twelve",
       {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
       "2023-04/2024-03",
       last12Months},
      {"only the first opening counts",
       {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
       "2023-01/2023-12",
       last12Months},
      {"a gap in a shorter run does not cut it", {0, 0, 4, 0, 0, 3}, "2023-03/2023-06", longestRun},
      {"nobody twelve months ago",
       {0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
       "2023-05/2024-02",
       longestRun},
      {"never anybody at a start", {0, 0, 0, 0}, "", only},
  };
  for (const MonthsCase& c : cases) {
    PeriodList months;
    std::vector<PeriodCounts> openings(c.openings.size());
    for (size_t i = 0; i <= c.openings.size(); ++i) {
      months.boundaries.push_back(monthStartDay(2023 * 12 + static_cast<int64_t>(i)) *
                                  kMicrosPerDay);
      if (i == c.openings.size()) break;
      months.labels.push_back("");
      months.yearBefore.push_back(-1);
      openings[i].opening = c.openings[i];
    }
    const auto window = chooseHeadline(months, openings, TimeZone());
    EXPECT_EQ(window ? headlineLabel(*window) : "", c.label) << c.name;
    if (window) {
      EXPECT_EQ(window->reason, c.reason) << c.name;
    }
  }
}

struct RangeCase {
  const char* name;
  const char* start;
  const char* end;  ///< not included
  const char* label;
  int32_t months;
  int64_t days;
  const char* previousStart;
  const char* yearBeforeStart;
  const char* yearBeforeEnd;
};

const RangeCase kRanges[] = {
    {"a month", "2024-03-01", "2024-04-01", "2024-03", 1, 31, "2024-02-01", "2023-03-01",
     "2023-04-01"},
    {"a quarter", "2024-01-01", "2024-04-01", "2024-01/2024-03", 3, 91, "2023-10-01", "2023-01-01",
     "2023-04-01"},
    {"a year", "2024-01-01", "2025-01-01", "2024-01/2024-12", 12, 366, "2023-01-01", "2023-01-01",
     "2024-01-01"},
    {"days", "2024-03-05", "2024-03-15", "2024-03-05/2024-03-14", 0, 10, "2024-02-24", "2023-03-05",
     "2023-03-15"},
    {"one day", "2024-03-05", "2024-03-06", "2024-03-05/2024-03-05", 0, 1, "2024-03-04",
     "2023-03-05", "2023-03-06"},
    {"up to the end of February", "2024-02-10", "2024-03-01", "2024-02-10/2024-02-29", 0, 20,
     "2024-01-21", "2023-02-10", "2023-03-01"},
    {"a leap day has no counterpart", "2024-02-29", "2024-03-07", "2024-02-29/2024-03-06", 0, 7,
     "2024-02-22", "2023-02-28", "2023-03-07"},
};

TEST(Headline, RangesAndWhatTheyAreComparedWith) {
  for (const RangeCase& c : kRanges) {
    const HeadlineWindow window = rangeHeadline(dayOf(c.start), dayOf(c.end));
    EXPECT_EQ(window.reason, HeadlineReason::range) << c.name;
    EXPECT_EQ(window.startDay, dayOf(c.start)) << c.name;
    EXPECT_EQ(window.endDay, dayOf(c.end)) << c.name;
    EXPECT_EQ(headlineLabel(window), c.label) << c.name;
    EXPECT_EQ(window.length.months, c.months) << c.name;
    EXPECT_EQ(window.length.days, c.days) << c.name;
    EXPECT_EQ(window.previousStartDay, dayOf(c.previousStart)) << c.name;
    EXPECT_EQ(window.yearBeforeStartDay, dayOf(c.yearBeforeStart)) << c.name;
    EXPECT_EQ(window.yearBeforeEndDay, dayOf(c.yearBeforeEnd)) << c.name;
  }
}

}  // namespace
}  // namespace upgrade_rate
