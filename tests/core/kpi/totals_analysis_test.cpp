// Typed and pasted totals. Sums, ranges and gaps are worked out by hand.
#include "core/kpi/totals_analysis.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

struct Line {
  const char* day;  ///< nullptr: no period column
  int64_t total, upgraded;
  uint32_t segment = 0;
};

Totals totalsOf(const std::vector<Line>& lines, DateSpan span) {
  Totals totals;
  totals.span = span;
  for (const Line& line : lines) {
    std::optional<int64_t> day;
    if (line.day != nullptr) day = dayOf(line.day);
    totals.rows.push_back(
        {day, line.total, line.upgraded, line.segment, 0, totals.rows.size() + 2});
  }
  return totals;
}

TotalsAnalysis analysed(const std::vector<Line>& lines, DateSpan span, TotalsRules rules = {}) {
  return analyseTotals(totalsOf(lines, span), span, TimeZone(), rules, {"typed"});
}

TotalsRules rulesOf(PeriodUnit unit, int32_t fiscalStartMonth = 1) {
  TotalsRules rules;
  rules.unit = unit;
  rules.fiscalStartMonth = fiscalStartMonth;
  return rules;
}

/// "label upgraded/opening", with ~ where partial and "gap" where there is no rate.
std::vector<std::string> written(const TotalsAnalysis& analysis) {
  std::vector<std::string> lines;
  for (const PeriodFigures& period : analysis.periods) {
    const std::string counts =
        std::to_string(period.counts.upgraded) + "/" + std::to_string(period.counts.opening);
    lines.push_back((period.partial ? "~" : "") + period.label + " " +
                    (period.rate ? counts : "gap"));
  }
  return lines;
}

const std::vector<Line> kHalfYear = {{"2024-01-01", 100, 1}, {"2024-02-01", 110, 2},
                                     {"2024-03-01", 120, 3}, {"2024-04-01", 130, 4},
                                     {"2024-05-01", 140, 5}, {"2024-06-01", 150, 6}};

struct PeriodsCase {
  const char* name;
  std::vector<Line> lines;
  DateSpan span;
  TotalsRules rules;
  std::vector<std::string> periods;
  bool ownPeriods;
};

TEST(TotalsAnalysis, PeriodsOfTheUnitAskedFor) {
  std::vector<Line> gap = kHalfYear;
  gap.erase(gap.begin() + 1);
  std::vector<Line> running = kHalfYear;
  running.pop_back();
  const std::vector<Line> quarters = {{"2024-01-01", 100, 10}, {"2024-04-01", 110, 12}};
  const std::vector<Line> years = {{"2023-01-01", 100, 10}, {"2024-01-01", 110, 12}};
  const std::vector<Line> weeks = {{"2020-12-28", 50, 1}, {"2021-01-04", 60, 2}};
  using enum PeriodUnit;
  const PeriodsCase cases[] = {
      {"months as they are",
       {{"2024-01-01", 100, 1}, {"2024-02-01", 110, 2}},
       DateSpan::month,
       rulesOf(month),
       {"2024-01 1/100", "2024-02 2/110"},
       false},
      {"a quarter is the sum over the first month's customers",
       kHalfYear,
       DateSpan::month,
       rulesOf(quarter),
       {"2024-Q1 6/100", "2024-Q2 15/130"},
       false},
      {"a month is missing",
       gap,
       DateSpan::month,
       rulesOf(quarter),
       {"2024-Q1 gap", "2024-Q2 15/130"},
       false},
      {"a quarter so far",
       running,
       DateSpan::month,
       rulesOf(quarter),
       {"2024-Q1 6/100", "~2024-Q2 9/130"},
       false},
      {"fiscal quarters",
       kHalfYear,
       DateSpan::month,
       rulesOf(quarter, 2),
       {"FY2024-Q4 gap", "FY2025-Q1 9/110", "~FY2025-Q2 11/140"},
       false},
      {"a year from quarters", quarters, DateSpan::quarter, rulesOf(year), {"~2024 22/100"}, false},
      {"quarters cannot be made months",
       quarters,
       DateSpan::quarter,
       rulesOf(month),
       {"2024-Q1 10/100", "2024-Q2 12/110"},
       true},
      {"calendar quarters are fiscal quarters from April on",
       quarters,
       DateSpan::quarter,
       rulesOf(quarter, 4),
       {"FY2024-Q4 10/100", "FY2025-Q1 12/110"},
       false},
      {"but not those from February on",
       quarters,
       DateSpan::quarter,
       rulesOf(quarter, 2),
       {"2024-Q1 10/100", "2024-Q2 12/110"},
       true},
      {"calendar years are no fiscal years",
       years,
       DateSpan::year,
       rulesOf(year, 4),
       {"2023 10/100", "2024 12/110"},
       true},
      {"weeks", weeks, DateSpan::week, rulesOf(week), {"2020-W53 1/50", "2021-W01 2/60"}, false},
      {"weeks cannot be made months",
       weeks,
       DateSpan::week,
       rulesOf(month),
       {"2020-W53 1/50", "2021-W01 2/60"},
       true},
      {"weeks from Sunday on have no number",
       {{"2024-03-03", 50, 1}, {"2024-03-10", 60, 2}},
       DateSpan::week,
       rulesOf(week),
       {"2024-03-03 1/50", "2024-03-10 2/60"},
       false},
  };
  for (const PeriodsCase& c : cases) {
    const TotalsAnalysis analysis = analysed(c.lines, c.span, c.rules);
    EXPECT_EQ(written(analysis), c.periods) << c.name;
    EXPECT_EQ(analysis.ownPeriods, c.ownPeriods) << c.name;
  }
}

// The data speaks up to the end of the last period unless it is said otherwise.
TEST(TotalsAnalysis, DataUntil) {
  EXPECT_EQ(analysed(kHalfYear, DateSpan::month).dataUntil, utc("2024-07-01"));
  TotalsRules rules = rulesOf(PeriodUnit::month);
  rules.dataUntil = utc("2024-05-15");
  const TotalsAnalysis cut = analysed(kHalfYear, DateSpan::month, rules);
  EXPECT_EQ(written(cut).back(), "~2024-05 5/140");
  EXPECT_EQ(cut.rows[size_t(RowFate::ignored)], 1u) << "June";
  EXPECT_EQ(cut.headline->figures.label, "2024-01/2024-04");
  rules.dataUntil = utc("2024-05-01");
  EXPECT_EQ(analysed(kHalfYear, DateSpan::month, rules).rows[size_t(RowFate::ignored)], 2u);
}

// Said to be complete up to July, but May and June are missing: no figure can be made of April.
TEST(TotalsAnalysis, AQuarterWithoutItsLastMonthsIsNotComplete) {
  TotalsRules rules = rulesOf(PeriodUnit::quarter);
  rules.dataUntil = utc("2024-07-01");
  const std::vector<Line> lines(kHalfYear.begin(), kHalfYear.begin() + 4);
  EXPECT_EQ(written(analysed(lines, DateSpan::month, rules)),
            (std::vector<std::string>{"2024-Q1 6/100", "2024-Q2 gap"}));
}

TEST(TotalsAnalysis, RepeatsAndSegments) {
  const TotalsAnalysis analysis = analysed({{"2024-01-01", 100, 1, 0},
                                            {"2024-01-01", 40, 4, 1},
                                            {"2024-01-01", 100, 2, 0},
                                            {"2024-01-01", 40, 4, 1},
                                            {"2024-02-01", 90, 5, 0}},
                                           DateSpan::month);
  EXPECT_EQ(written(analysis), (std::vector<std::string>{"2024-01 6/140", "2024-02 5/90"}));
  EXPECT_EQ(analysis.rows, (std::array<uint64_t, kRowFates>{3, 1, 1, 0}));
  EXPECT_EQ(analysis.problems.counts().at("row.superseded"), 1u);
  EXPECT_EQ(analysis.problems.counts().at("row.duplicate"), 1u);
}

TEST(TotalsAnalysis, TwoNumbersAlone) {
  const TotalsAnalysis analysis = analysed({{nullptr, 1204, 38}}, DateSpan::instant);
  ASSERT_TRUE(analysis.headline);
  EXPECT_EQ(analysis.headline->reason, HeadlineReason::only);
  EXPECT_DOUBLE_EQ(*analysis.headline->figures.rate, 38.0 / 1204);
  EXPECT_EQ(analysis.headline->figures.band, 0u);
  EXPECT_EQ(analysis.headline->figures.bandAnnual, std::nullopt) << "of no known length";
  EXPECT_FALSE(analysis.headline->figures.change);
  EXPECT_EQ(analysis.dataUntil, std::nullopt);
  EXPECT_FALSE(analysis.summed);
  EXPECT_FALSE(analysed({}, DateSpan::instant).headline);
  const TotalsAnalysis none = analysed({{nullptr, 0, 0}}, DateSpan::instant);
  EXPECT_EQ(none.headline->figures.rate, std::nullopt);
}

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
