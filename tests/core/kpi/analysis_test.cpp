// Whole histories from rows to figures: sizes at both ends, and stories followed by hand. Random
// histories are in invariants_test.cpp and slow_comparison_test.cpp.
#include "core/kpi/analysis.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

Analysis analysed(const History& history, const AnalysisRules& rules,
                  const TimeZone& zone = TimeZone()) {
  return analyse(history.events, orderEvents(history.events, zone), history.plans, zone, rules);
}

AnalysisRules until(const char* date, PeriodUnit unit = PeriodUnit::month) {
  AnalysisRules rules;
  rules.states.dataUntil = utc(date);
  rules.unit = unit;
  return rules;
}

TEST(Analysis, NoCustomersAtAll) {
  const Analysis analysis = analysed(History(), until("2024-01-01"));
  EXPECT_TRUE(analysis.periods.empty());
  EXPECT_FALSE(analysis.headline);
  EXPECT_FALSE(analysis.firstUsed);
  EXPECT_EQ(analysis.customers, 0u);
  EXPECT_EQ(analysis.rows, (std::array<uint64_t, kRowFates>{}));
}

TEST(Analysis, EveryRowAfterDataUntil) {
  const Analysis analysis = analysed(
      History({{"a", "2024-02-01", "pro"}, {"b", "2024-03-01", "pro"}}), until("2024-02-01"));
  EXPECT_TRUE(analysis.periods.empty());
  EXPECT_FALSE(analysis.headline);
  EXPECT_EQ(analysis.rows[size_t(RowFate::ignored)], 2u);
  EXPECT_EQ(analysis.problems.counts().at("row.afterDataUntil"), 2u);
}

TEST(Analysis, OneRow) {
  const Analysis analysis = analysed(History({{"a", "2024-01-31", "pro"}}), until("2024-02-01"));
  ASSERT_EQ(analysis.periods.size(), 1u);
  const PeriodFigures& january = analysis.periods[0];
  EXPECT_EQ(january.label, "2024-01");
  EXPECT_FALSE(january.partial);
  EXPECT_EQ(january.counts.closing, 1);
  EXPECT_EQ(january.rate, std::nullopt) << "nobody at the start";
  EXPECT_FALSE(analysis.headline);
}

TEST(Analysis, APeriodIsPartialWhenItEndsAfterTheData) {
  const History history({{"a", "2024-01-05", "basic"}, {"a", "2024-02-10", "pro"}});
  const auto partial = [&](const char* date) {
    const Analysis analysis = analysed(history, until(date));
    return analysis.periods.back().partial;
  };
  EXPECT_TRUE(partial("2024-02-11"));
  EXPECT_TRUE(partial("2024-02-29T23:59:59"));
  EXPECT_FALSE(partial("2024-03-01"));
  const Analysis running = analysed(history, until("2024-02-29"));
  EXPECT_TRUE(running.periods[1].rate);
  EXPECT_EQ(running.periods[1].band, std::nullopt);
  EXPECT_FALSE(running.headline) << "January has nobody at its start, February is not complete";
}

TEST(Analysis, TheHeadlineGoesOnToTheEndOfTheData) {
  const History history({{"a", "2023-11-05", "basic"}, {"a", "2023-12-10", "pro"}});
  const Analysis analysis = analysed(history, until("2024-03-20"));
  EXPECT_EQ(analysis.periods.back().label, "2023-12") << "the list ends with the last instant";
  ASSERT_TRUE(analysis.headline);
  EXPECT_EQ(analysis.headline->figures.label, "2023-12/2024-02");
  EXPECT_EQ(analysis.headline->reason, HeadlineReason::longestRun);
  EXPECT_EQ(analysis.headline->figures.rate, 1.0);
}

// An upgrade every other hour from the first second of 2024.
TEST(Analysis, OneCustomerWithTenThousandEvents) {
  History history;
  history.addHourly("2024-01-01", 10'000);
  const Analysis analysis = analysed(history, until("2025-03-01"));
  ASSERT_EQ(analysis.periods.size(), 14u);
  const PeriodCounts& january = analysis.periods[0].counts;
  EXPECT_EQ(january.upgradeEvents, 372) << "744 hours";
  EXPECT_EQ(january.upgradedNew, 1);
  EXPECT_EQ(january.upgraded, 0);
  const PeriodCounts& february = analysis.periods[1].counts;
  EXPECT_EQ(february.upgradeEvents, 348) << "29 days";
  EXPECT_EQ(february.upgraded, 1);
  EXPECT_EQ(february.downgraded, 1);
  EXPECT_EQ(february.kept, 0) << "on pro at both ends";
  int64_t events = 0;
  for (const PeriodFigures& period : analysis.periods) events += period.counts.upgradeEvents;
  EXPECT_EQ(events, 5'000);
  EXPECT_EQ(analysis.rows[0], 10'000u);
  const Analysis weeks = analysed(history, until("2025-03-01", PeriodUnit::week));
  EXPECT_EQ(weeks.periods.size(), 60u);
  for (size_t w = 1; w + 1 < weeks.periods.size(); ++w) {
    EXPECT_EQ(weeks.periods[w].counts.upgradeEvents, 84) << weeks.periods[w].label;
  }
}

TEST(Analysis, FortyYearsOfMonths) {
  const History history({{"a", "1984-01-15", "basic"},
                         {"b", "1990-12-31T23:59:59.999999", "pro"},
                         {"a", "2000-06-10", "pro"},
                         {"b", "2010-01-01", ""},
                         {"a", "2023-12-20", "max"}});
  const Analysis analysis = analysed(history, until("2024-01-01"));
  ASSERT_EQ(analysis.periods.size(), 480u);
  for (size_t p = 0; p < 480; ++p) {
    const PeriodFigures& period = analysis.periods[p];
    const int64_t b = p >= 84 && p < 313 ? 1 : 0;  // at the start of 1991-01 to 2010-01
    EXPECT_EQ(period.counts.opening, (p > 0 ? 1 : 0) + b) << period.label;
    EXPECT_EQ(period.counts.upgraded, p == 197 || p == 479 ? 1 : 0) << period.label;
    EXPECT_EQ(period.counts.churned, p == 312 ? 1 : 0) << period.label;
  }
  EXPECT_EQ(analysis.periods[197].label, "2000-06");
  EXPECT_EQ(analysis.periods[197].rate, 0.5);
  EXPECT_EQ(analysis.periods[479].rate, 1.0);
  EXPECT_EQ(analysis.headline->figures.label, "2023-01/2023-12");
  EXPECT_EQ(analysed(history, until("2024-01-01", PeriodUnit::year)).periods.size(), 40u);
}

// Two customers in both years, one upgrade each year by the same one: phi is 1, so the change is
// 0 with an interval of 0, which only the right overlap gives.
TEST(Analysis, TheYearBeforeOfARange) {
  const History history({{"a", "2022-01-01", "basic"},
                         {"b", "2022-01-01", "basic"},
                         {"c", "2023-01-14", "basic"},
                         {"a", "2023-03-01", "pro"},
                         {"a", "2024-03-01", "max"},
                         {"c", "2024-01-10", ""}});
  AnalysisRules rules = until("2025-06-01");
  rules.range = DayRange{dayOf("2024-01-15"), dayOf("2025-01-15")};
  const Analysis analysis = analysed(history, rules);
  ASSERT_TRUE(analysis.headline);
  EXPECT_EQ(analysis.headline->reason, HeadlineReason::range);
  EXPECT_EQ(analysis.headline->figures.counts.opening, 2);
  EXPECT_EQ(analysis.headline->figures.rate, 0.5);
  // 366 days before is 14 January 2023, when c was no customer yet: one of two upgraded.
  ASSERT_TRUE(analysis.headline->figures.change);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.change->difference, 0);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.change->correlation, 1);
  // A year before is 15 January 2023: one of three.
  ASSERT_TRUE(analysis.headline->figures.changeYear);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.changeYear->difference, 0.5 - 1.0 / 3);
}

// Twelve whole months: the window before is the year before.
TEST(Analysis, TheYearBeforeOfTwelveMonths) {
  const History history({{"a", "2022-12-01", "basic"},
                         {"b", "2022-12-01", "basic"},
                         {"a", "2023-03-01", "pro"},
                         {"b", "2024-03-01", "pro"},
                         {"a", "2024-05-01", "max"}});
  const Analysis analysis = analysed(history, until("2025-01-01"));
  ASSERT_TRUE(analysis.headline);
  EXPECT_EQ(analysis.headline->figures.label, "2024-01/2024-12");
  EXPECT_EQ(analysis.headline->reason, HeadlineReason::last12Months);
  EXPECT_EQ(analysis.headline->figures.rate, 1.0);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.change->difference, 0.5);
  EXPECT_DOUBLE_EQ(analysis.headline->figures.changeYear->difference, 0.5);
}

TEST(Analysis, RowsCustomersAndPlans) {
  const Analysis analysis = analysed(History({{"a", "2024-01-01", "basic", "10"},
                                              {"a", "2024-01-01", "basic", "10"},
                                              {"a", "2024-01-05", "max"},
                                              {"a", "2024-01-05", "pro"},
                                              {"b", "2024-01-06", ""},
                                              {"c", "2024-09-01", "pro"},
                                              {"a", "2024-01-09", "seats"}}),
                                     until("2024-06-01"));
  EXPECT_EQ(analysis.rows, (std::array<uint64_t, kRowFates>{4, 1, 1, 1}));
  EXPECT_EQ(analysis.customers, 2u) << "c has no row that is used";
  EXPECT_EQ(analysis.blankPlanRows, 1u);
  // free, basic, basic annual, pro, pro annual, max, seats, support, cancelled
  EXPECT_EQ(analysis.customersOnPlan, (std::vector<uint64_t>{0, 1, 0, 1, 0, 0, 1, 0, 0}));
  EXPECT_EQ(analysis.firstUsed, utc("2024-01-01"));
  EXPECT_EQ(analysis.lastUsed, utc("2024-01-09"));
}

// The bridge removes a state, not its instant from the list of periods.
TEST(Analysis, PeriodsRunOverInstantsBeforeTheBridge) {
  const Analysis analysis = analysed(History({{"a", "2024-01-05", "pro"},
                                              {"a", "2024-01-31T20:00", ""},
                                              {"a", "2024-02-01T10:00", "pro"},
                                              {"b", "2023-12-31", "seats"}}),
                                     until("2024-06-01"));
  ASSERT_EQ(analysis.periods.size(), 3u) << "from the add-on in December to February";
  EXPECT_EQ(analysis.periods[2].counts.opening, 1);
  EXPECT_EQ(analysis.periods[2].counts.reactivated, 0);
}

TEST(Analysis, MonthsOfBerlin) {
  // Midnight in Berlin on 1 April is 22:00 UTC on 31 March.
  const History history({{"a", "2024-02-01", "basic"},
                         {"b", "2024-02-01", "basic"},
                         {"a", "2024-03-31T21:59:59Z", "pro"},
                         {"b", "2024-03-31T22:00:00Z", "pro"}});
  AnalysisRules rules = until("2024-04-30T22:00");
  const Analysis analysis = analysed(history, rules, berlin());
  ASSERT_EQ(analysis.periods.size(), 3u);
  EXPECT_EQ(analysis.periods[1].counts.upgraded, 1);
  EXPECT_EQ(analysis.periods[2].counts.upgraded, 1);
  EXPECT_FALSE(analysis.periods[2].partial);
  EXPECT_EQ(analysis.periods[1].length.days, 31) << "though 31 days less an hour";
}

}  // namespace
}  // namespace upgrade_rate
