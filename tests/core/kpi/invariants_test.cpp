// What must hold for any history, whatever it is: the identities of the definition, and figures
// that do not depend on how the rows were put into files.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/kpi/random_analysis.h"
#include "tests/core/kpi/slow_counts.h"

namespace upgrade_rate {
namespace {

constexpr uint64_t kHistories = 600;

void checkPeriod(const PeriodCounts& c, const std::string& name) {
  EXPECT_EQ(c.closing, c.opening + c.joined - c.left) << name;
  EXPECT_LE(c.upgradedOrUpsold, c.upgraded + c.upsold) << name;
  EXPECT_GE(c.upgradedOrUpsold, std::max(c.upgraded, c.upsold)) << name;
  EXPECT_LE(c.upgradedOrUpsoldNew, c.upgradedNew + c.upsoldNew) << name;
  EXPECT_GE(c.upgradedOrUpsoldNew, std::max(c.upgradedNew, c.upsoldNew)) << name;
  EXPECT_LE(c.kept, c.upgraded) << name;
  EXPECT_LE(c.keptEligible, c.upgradedEligible) << name;
  EXPECT_EQ(c.kept, c.keptEligible) << name << ": nobody rises above the top tier";
  EXPECT_LE(c.upgradedEligible, c.eligible) << name;
  EXPECT_LE(c.upgradedOrUpsoldEligible, c.upgradedOrUpsold) << name;
  EXPECT_LE(c.eligible, c.opening) << name;
  EXPECT_LE(c.opening, c.active) << name;
  EXPECT_LE(c.upgradedOrUpsold, c.opening) << name;
  EXPECT_LE(c.opening + c.upgradedOrUpsoldNew, c.active) << name;
  EXPECT_LE(c.converted, c.newCustomers) << name;
  EXPECT_LE(c.joined, c.newCustomers + c.reactivated) << name;
  EXPECT_LE(c.left, c.churned) << name;
  EXPECT_GE(c.upgradeEvents, c.upgraded + c.upgradedNew) << name;
  EXPECT_LE(c.upgradeEventsEligible, c.upgradeEvents) << name;
  TierCounts sum{0};
  for (const TierCounts& tier : c.byTier) {
    sum.opening += tier.opening;
    sum.upgraded += tier.upgraded;
    sum.downgraded += tier.downgraded;
    sum.churned += tier.churned;
  }
  EXPECT_EQ(sum.opening, c.opening) << name;
  EXPECT_EQ(sum.upgraded, c.upgraded) << name;
  EXPECT_EQ(sum.downgraded, c.downgraded) << name;
  EXPECT_EQ(sum.churned, c.churned) << name;
}

TEST(Invariants, OfRandomHistories) {
  uint64_t upgraded = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const RandomAnalysis random(seed);
    const History history = historyOf(random.rows);
    const Analysis analysis = random.analysisOf(history);
    uint64_t rows = 0;
    for (const uint64_t fate : analysis.rows) rows += fate;
    ASSERT_EQ(rows, history.events.size()) << random.name;
    uint64_t problems = 0;
    for (const auto& [code, count] : analysis.problems.counts()) problems += count;
    ASSERT_EQ(problems, rows - analysis.rows[size_t(RowFate::used)]) << random.name;
    for (size_t p = 0; p < analysis.periods.size(); ++p) {
      const PeriodFigures& period = analysis.periods[p];
      checkPeriod(period.counts, random.name + ", " + period.label);
      upgraded += period.counts.upgraded;
      if (p == 0) continue;
      EXPECT_EQ(*analysis.periods[p - 1].end, *period.start) << random.name;
      EXPECT_EQ(analysis.periods[p - 1].counts.closing, period.counts.opening)
          << random.name << ", " << period.label;
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(upgraded, 1'000u) << "the histories are no test of upgrades";
}

// Everything that is said of a period, but for where the rows were.
std::string written(const PeriodFigures& period) {
  std::string text = period.label + " " + slow::written(period.counts);
  for (const auto& change : {period.change, period.changeYear}) {
    text += change ? std::to_string(change->interval.low) + " " +
                         std::to_string(change->correlation) + " "
                   : "no change ";
  }
  return text;
}

std::string written(const Analysis& analysis) {
  std::string text;
  for (const PeriodFigures& period : analysis.periods) text += written(period) + "\n";
  if (analysis.headline) text += "headline " + written(analysis.headline->figures);
  for (const uint64_t fate : analysis.rows) text += " " + std::to_string(fate);
  return text + " customers " + std::to_string(analysis.customers);
}

TEST(Invariants, OrderOfDifferentCustomersChangesNothing) {
  for (uint64_t seed = 1; seed <= kHistories / 2; ++seed) {
    RandomAnalysis random(seed);
    const std::string before = written(random.analysisOf(historyOf(random.rows)));
    const std::vector<RandomRow> moved = random.source.shuffled(random.rows);
    ASSERT_EQ(written(random.analysisOf(historyOf(moved))), before) << random.name;
  }
}

// By time, so that no part of the file is newest first.
TEST(Invariants, SplittingAFileChangesNothing) {
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    RandomAnalysis random(seed);
    std::stable_sort(random.rows.begin(), random.rows.end(),
                     [&](const RandomRow& a, const RandomRow& b) {
                       return random.zone.instant(a.time) < random.zone.instant(b.time);
                     });
    const std::string whole = written(random.analysisOf(historyOf(random.rows)));
    for (size_t at = 0; at <= random.rows.size(); ++at) {
      ASSERT_EQ(written(random.analysisOf(historyOf(random.rows, {at}))), whole)
          << random.name << ", split before row " << at;
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
