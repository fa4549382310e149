// Which words are billing intervals, and what they make of a price of 1200 for a month. Expected
// shares by hand: 12 months, 52 weeks or 365 days a year.
#include "core/cells/interval.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace upgrade_rate {
namespace {

struct IntervalCase {
  const char* cells;  ///< separated by "|"
  int32_t times, perTwelve;
};

constexpr IntervalCase kCases[] = {
    {"month|Monthly|MONTHLY|mo|mo.|m|1 month|1m|P1M|every month|per month|/month|a month|monatlich|"
     "Monat|pro Monat|mtl.|billed monthly|one month|monthly plan",
     12, 1},
    {"quarter|quarterly|3 months|3 month|3-month|3mo|P3M|every 3 months|Quartal|vierteljährlich|"
     "alle 3 Monate|three months|Q",
     12, 3},
    {"6 months|half-year|half year|half-yearly|semi-annual|semiannually|biannual|P6M|halbjährlich|"
     "alle 6 Monate|2 quarters",
     12, 6},
    {"year|Yearly|annual|annually|per annum|p.a.|1y|1 yr|12 months|P1Y|P12M|every 12 "
     "months|jährlich|"
     "Jahr|JÄHRLICH|alle 12 Monate|annual plan|ja\u0308hrlich",
     12, 12},
    {"biennial|2 years|every two years|P2Y|24 months|zweijährlich|alle zwei Jahre", 12, 24},
    {"36 months|triennial|3 yrs", 12, 36},
    {"week|weekly|wk|1 week|P1W|wöchentlich|Woche", 52, 1},
    {"2 weeks|every 2 weeks|fortnightly|biweekly|P2W", 52, 2},
    {"day|daily|1 day|P1D|täglich", 365, 1},
    {"30 days|P30D|every 30 days|30 Tage", 365, 30},
};

TEST(Interval, Words) {
  for (const IntervalCase& c : kCases) {
    std::string_view rest = c.cells;
    while (!rest.empty()) {
      const std::string_view cell = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(rest.size(), cell.size() + 1));
      const auto interval = readInterval(cell);
      ASSERT_TRUE(interval) << cell;
      EXPECT_EQ(monthlyShare(*interval).times, c.times) << cell;
      EXPECT_EQ(monthlyShare(*interval).perTwelve, c.perTwelve) << cell;
    }
  }
}

TEST(Interval, NoIntervals) {
  for (const char* cell : {"12",
                           "1",
                           "0 months",
                           "1.5 months",
                           "bimonthly",
                           "one-time",
                           "lifetime",
                           "once",
                           "2024-01",
                           "month 3",
                           "3 4 months",
                           "P1M2D",
                           "PT1H",
                           "-",
                           "per",
                           "every",
                           "1201 months",
                           "101 years",
                           "99999999999 months",
                           "monthyear",
                           "?",
                           "minute"}) {
    EXPECT_FALSE(readInterval(cell)) << cell;
  }
}

}  // namespace
}  // namespace upgrade_rate
