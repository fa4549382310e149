// Typed and pasted totals: their periods. Sums and gaps are worked out by hand; the headline and
// the changes are in totals_headline_test.cpp.
#include "core/kpi/totals_analysis.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/typed_totals.h"

namespace upgrade_rate {
namespace {

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
                                            {"2024-01-01", 90, 2, 0},
                                            {"2024-01-01", 40, 4, 1},
                                            {"2024-01-01", 100, 2, 0},
                                            {"2024-01-01", 40, 4, 1},
                                            {"2024-02-01", 90, 5, 0}},
                                           DateSpan::month);
  EXPECT_EQ(written(analysis), (std::vector<std::string>{"2024-01 6/140", "2024-02 5/90"}));
  EXPECT_EQ(analysis.rows, (std::array<uint64_t, kRowFates>{3, 1, 2, 0}));
  EXPECT_EQ(analysis.problems.counts().at("row.superseded"), 2u);
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

}  // namespace
}  // namespace upgrade_rate
