// Journeys of random histories beside the slow way of slow_journeys.h. How often each rare meeting
// was met is counted, so that the comparison cannot become empty.
#include "tests/core/kpi/slow_journeys.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/random_analysis.h"
#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

constexpr uint64_t kHistories = 400;

struct Case {
  RandomAnalysis random;
  History history;
  Analysis analysis;
  std::vector<slow::Timeline> timelines;
  int64_t dataUntil;

  explicit Case(uint64_t seed)
      : random(seed),
        history(historyOf(random.rows)),
        analysis(random.analysisOf(history)),
        timelines(random.timelinesOf(history)),
        dataUntil(random.rules.states.dataUntil) {}
};

TEST(SlowJourneys, Cohorts) {
  size_t upgrades = 0, partial = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    if (!c.analysis.journeys) continue;
    const PeriodUnit unit = c.random.rules.unit;
    const PeriodUnit cohort = unit == PeriodUnit::quarter || unit == PeriodUnit::year
                                  ? PeriodUnit::quarter
                                  : PeriodUnit::month;
    ASSERT_EQ(c.analysis.journeys->cohortUnit, cohort);
    const PeriodList periods = periodsCovering(*c.analysis.firstUsed, c.dataUntil - 1, cohort,
                                               c.random.rules.fiscalStartMonth, c.random.zone);
    const Cohorts& cohorts = c.analysis.journeys->cohorts;
    ASSERT_EQ(slow::written(cohorts), slow::cohortsOf(c.timelines, periods, c.dataUntil))
        << c.random.name;
    EXPECT_EQ(cohorts.unknownStart, 0) << "in a plan history every first tier is new";
    for (const Cohort& row : cohorts.rows) {
      upgrades += row.upgraded.back() > row.upgraded.front();
      partial += row.complete < row.upgraded.size();
    }
  }
  EXPECT_GT(upgrades, 200u);
  EXPECT_GT(partial, 200u);
}

TEST(SlowJourneys, TimeToUpgrade) {
  std::map<char, int64_t> all;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    if (!c.analysis.journeys) continue;
    const TimeToUpgrade& got = c.analysis.journeys->timeToUpgrade;
    std::map<char, int64_t> counts;
    std::vector<std::pair<int64_t, char>> waits;
    for (const slow::Timeline& each : c.timelines) {
      const auto wait = slow::waitOf(each, c.random.zone, c.dataUntil, c.history.plans.topTier());
      if (!wait) continue;
      ++counts[wait->second];
      ++all[wait->second];
      if (wait->second != 't') waits.push_back(*wait);
    }
    ASSERT_EQ(got.upgraded, counts['u']) << c.random.name;
    ASSERT_EQ(got.churned, counts['c']) << c.random.name;
    ASSERT_EQ(got.censored, counts['x']) << c.random.name;
    ASSERT_EQ(got.newOnTopTier, counts['t']) << c.random.name;
    ASSERT_EQ(got.customers, static_cast<int64_t>(waits.size())) << c.random.name;
    // The incidence by its definition: for each day the chance of being free until it, times the
    // share of those at risk who upgrade on it.
    double free = 1, incidence = 0;
    size_t point = 0;
    for (int64_t day = 0; point < got.curve.size() && day < 3'000; ++day) {
      double risk = 0, up = 0, down = 0;
      for (const auto& [days, kind] : waits) {
        risk += days >= day;
        up += days == day && kind == 'u';
        down += days == day && kind == 'c';
      }
      if (up + down == 0) continue;
      incidence += free * up / risk;
      free *= 1 - (up + down) / risk;
      ASSERT_EQ(got.curve[point].time, static_cast<double>(day)) << c.random.name;
      ASSERT_EQ(static_cast<double>(got.curve[point].atRisk), risk) << c.random.name;
      ASSERT_TRUE(near(got.curve[point].incidence, incidence, 1e-12)) << c.random.name;
      ++point;
    }
    ASSERT_EQ(point, got.curve.size()) << c.random.name;
  }
  for (const char kind : {'u', 'c', 'x', 't'}) EXPECT_GT(all[kind], 200) << kind;
}

TEST(SlowJourneys, Paths) {
  size_t paths = 0, valued = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    if (!c.analysis.journeys) continue;
    const auto& headline = c.analysis.headline;
    ASSERT_EQ(c.analysis.journeys->paths.has_value(), headline.has_value()) << c.random.name;
    if (!headline) continue;
    std::set<std::string> got;
    for (const Path& path : *c.analysis.journeys->paths) {
      EXPECT_TRUE(got.insert(slow::written(path)).second) << c.random.name;
      ++paths;
      valued += path.valuedEvents > 0;
    }
    ASSERT_EQ(got, slow::pathsOf(c.timelines, *headline->figures.start, *headline->figures.end))
        << c.random.name;
  }
  EXPECT_GT(paths, 500u);
  EXPECT_GT(valued, 100u);
}

TEST(SlowJourneys, Stickiness) {
  int64_t observed = 0, lost = 0, churns = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    if (!c.analysis.journeys) continue;
    const Journeys& journeys = *c.analysis.journeys;
    ASSERT_EQ(journeys.periods.size(), c.analysis.periods.size());
    ASSERT_EQ(journeys.headline.has_value(), c.analysis.headline.has_value());
    const auto check = [&](const Stickiness& got, const PeriodFigures& period) {
      ASSERT_EQ(slow::written(got), slow::stickinessOf(c.timelines, c.random.zone, *period.start,
                                                       *period.end, c.dataUntil))
          << c.random.name << " " << period.label;
      EXPECT_EQ(got.upgraded, period.counts.upgraded) << "the count of the period itself";
      churns += got.afterUpgrade.churns;
      for (const Stay& stay : got.stays) {
        if (!stay.stayed) continue;
        observed += got.upgraded;
        lost += got.upgraded - *stay.stayed;
      }
    };
    for (size_t p = 0; p < journeys.periods.size(); ++p) {
      check(journeys.periods[p], c.analysis.periods[p]);
    }
    if (journeys.headline) check(*journeys.headline, c.analysis.headline->figures);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(observed, 500);
  EXPECT_GT(lost, 100);
  EXPECT_GT(churns, 20);
}

}  // namespace
}  // namespace upgrade_rate
