// The headline of totals, and the changes between their periods. Sums are worked out by hand.
#include <gtest/gtest.h>

#include "tests/core/kpi/typed_totals.h"

namespace upgrade_rate {
namespace {

struct HeadlineCase {
  const char* name;
  std::vector<Line> lines;
  DateSpan span;
  const char* label;
  HeadlineReason reason;
  Fraction fraction;
  bool summed;
};

std::vector<Line> monthsFrom2023(size_t count) {
  static constexpr const char* kDays[] = {"2023-01-01", "2023-02-01", "2023-03-01", "2023-04-01",
                                          "2023-05-01", "2023-06-01", "2023-07-01", "2023-08-01",
                                          "2023-09-01", "2023-10-01", "2023-11-01", "2023-12-01",
                                          "2024-01-01", "2024-02-01"};
  std::vector<Line> lines;
  for (size_t i = 0; i < count; ++i) lines.push_back({kDays[i], 100 + int64_t(i), 1});
  return lines;
}

TEST(TotalsAnalysis, Headline) {
  using enum HeadlineReason;
  std::vector<Line> empty = monthsFrom2023(4);
  empty[0].total = empty[0].upgraded = 0;
  std::vector<Line> gap = monthsFrom2023(5);
  gap.erase(gap.begin() + 2);
  const HeadlineCase cases[] = {
      {"the last twelve of fourteen months",
       monthsFrom2023(14),
       DateSpan::month,
       "2023-03/2024-02",
       last12Months,
       {12, 102},
       true},
      {"three months",
       monthsFrom2023(3),
       DateSpan::month,
       "2023-01/2023-03",
       longestRun,
       {3, 100},
       true},
      {"no customers in the first",
       empty,
       DateSpan::month,
       "2023-02/2023-04",
       longestRun,
       {3, 101},
       true},
      {"since the gap", gap, DateSpan::month, "2023-04/2023-05", longestRun, {2, 103}, true},
      {"one month", monthsFrom2023(1), DateSpan::month, "2023-01", longestRun, {1, 100}, false},
      {"the last of two years is no sum",
       {{"2023-01-01", 100, 10}, {"2024-01-01", 120, 30}},
       DateSpan::year,
       "2024-01/2024-12",
       last12Months,
       {30, 120},
       false},
  };
  for (const HeadlineCase& c : cases) {
    TotalsRules rules;
    if (c.span == DateSpan::year) rules.unit = PeriodUnit::year;
    const TotalsAnalysis analysis = analysed(c.lines, c.span, rules);
    ASSERT_TRUE(analysis.headline) << c.name;
    EXPECT_EQ(analysis.headline->figures.label, c.label) << c.name;
    EXPECT_EQ(analysis.headline->reason, c.reason) << c.name;
    EXPECT_EQ(analysis.headline->figures.fraction->numerator, c.fraction.numerator) << c.name;
    EXPECT_EQ(analysis.headline->figures.fraction->base, c.fraction.base) << c.name;
    EXPECT_EQ(analysis.summed, c.summed) << c.name;
  }
}

// Newcombe's method 10 for 10 of 100 and 30 of 120, by R (figures_test.cpp).
TEST(TotalsAnalysis, Changes) {
  const TotalsAnalysis analysis = analysed({{"2023-01-01", 100, 10},
                                            {"2023-02-01", 100, 20},
                                            {"2024-01-01", 120, 30},
                                            {"2024-02-01", 100, 30}},
                                           DateSpan::month);
  EXPECT_FALSE(analysis.periods[0].change);
  EXPECT_TRUE(analysis.periods[1].change);
  EXPECT_FALSE(analysis.periods[2].change) << "eleven months are missing between";
  ASSERT_TRUE(analysis.periods[2].changeYear);
  EXPECT_NEAR(analysis.periods[2].changeYear->interval.low, 0.0486209717389222, 1e-14);
  EXPECT_EQ(analysis.periods[2].changeYear->correlation, 0);
  EXPECT_TRUE(analysis.periods[3].changeYear);
  EXPECT_FALSE(analysis.periods[1].changeYear);
}

// The same week a year before is the one with its number, as for customers: 2020 has 53 weeks.
TEST(TotalsAnalysis, TheWeekAYearBefore) {
  const TotalsAnalysis analysis = analysed({{"2020-03-02", 100, 10},   // 2020-W10
                                            {"2020-03-09", 100, 20},   // 2020-W11
                                            {"2021-03-08", 100, 30}},  // 2021-W10
                                           DateSpan::week, rulesOf(PeriodUnit::week));
  ASSERT_EQ(analysis.periods.back().label, "2021-W10");
  ASSERT_TRUE(analysis.periods.back().changeYear);
  EXPECT_DOUBLE_EQ(analysis.periods.back().changeYear->difference, 0.2);
}

TEST(TotalsAnalysis, RangeAndItsYearBefore) {
  TotalsRules rules;
  rules.range = DayRange{dayOf("2024-01-01"), dayOf("2024-03-01")};
  const TotalsAnalysis analysis = analysed(monthsFrom2023(14), DateSpan::month, rules);
  EXPECT_EQ(analysis.headline->reason, HeadlineReason::range);
  EXPECT_EQ(analysis.headline->figures.fraction->base, 112);
  EXPECT_EQ(analysis.headline->figures.fraction->numerator, 2);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.change->difference, 2.0 / 112 - 2.0 / 110);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.changeYear->difference, 2.0 / 112 - 2.0 / 100);
  rules.range = DayRange{dayOf("2024-01-10"), dayOf("2024-02-10")};
  EXPECT_EQ(analysed(monthsFrom2023(14), DateSpan::month, rules).headline->figures.rate,
            std::nullopt)
      << "no sum of whole months";
  rules.range = DayRange{dayOf("2025-01-01"), dayOf("2025-02-01")};
  const PeriodFigures later =
      analysed(monthsFrom2023(14), DateSpan::month, rules).headline->figures;
  EXPECT_EQ(later.rate, std::nullopt);
  EXPECT_EQ(later.why.back(), "totals.gap") << "no rows there, which is not a base of 0";
}

}  // namespace
}  // namespace upgrade_rate
