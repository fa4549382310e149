// Segments, mix and filters of random histories, beside the slow way of slow_segments.h: customers
// are chosen for each period one by one, and what is left is counted as without a filter.
#include "tests/core/kpi/slow_segments.h"

#include <gtest/gtest.h>

#include "core/kpi/segment_tables.h"
#include "tests/core/kpi/random_analysis.h"
#include "tests/core/kpi/same_change.h"
#include "tests/core/kpi/slow_journeys.h"

namespace upgrade_rate {
namespace {

constexpr uint64_t kHistories = 300;
constexpr int32_t kTopTier = 3;

struct Case {
  RandomAnalysis random;
  History history;
  std::vector<slow::Timeline> timelines;
  slow::Choice choice;
  Analysis analysis;

  explicit Case(uint64_t seed) : random(seed), history(historyOf(random.rows)) {
    RandomBytes& bytes = random.source.random();
    slow::addRegions(history, bytes);
    timelines = random.timelinesOf(history);
    AnalysisRules& rules = random.rules;
    rules.segmentBy = {0};
    rules.launchDays = {dayNumber({2020, 6, 1}) + static_cast<int64_t>(bytes.below(300))};
    const std::vector<std::string> in = {bytes.below(2) == 0 ? "" : "EMEA", "APAC"};
    std::vector<uint32_t> plans;
    for (uint32_t plan = 0; plan < 6; ++plan) {
      if (bytes.below(2) == 0) plans.push_back(plan);
    }
    const size_t kind = bytes.below(4);  // none, regions, plans, both
    if (kind % 2 == 1) {
      FilterRule& rule = rules.filters.emplace_back(FilterRule{0, {}});
      for (const std::string& each : in) {
        if (const auto v = history.events.segments[0].valueOf(each)) rule.in.push_back(*v);
      }
    }
    if (kind > 1) rules.filters.push_back({std::nullopt, plans});
    choice = [this, in, plans, kind](const slow::Timeline& each, int64_t start, int64_t end) {
      const auto among = [](const auto& list, const auto& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
      };
      return (kind % 2 == 0 || among(in, slow::regionOf(history, each, start, end))) &&
             (kind < 2 || among(plans, slow::planOf(each, start, end)));
    };
    analysis = random.analysisOf(history);
  }
  Case(const Case&) = delete;

  CountOptions options() const {
    return {kTopTier, random.rules.rate.numerator, random.rules.rate.base};
  }
  PeriodCounts countsOf(const slow::Choice& of, int64_t start, int64_t end) const {
    return slow::countsOf(slow::chosen(timelines, of, start, end), start, end, kTopTier);
  }
  slow::Choice within(const std::string& region) const {
    return [this, region](const slow::Timeline& each, int64_t start, int64_t end) {
      return choice(each, start, end) && slow::regionOf(history, each, start, end) == region;
    };
  }
  Fraction fractionIn(const std::string& region, int64_t start, int64_t end) const {
    return fraction(countsOf(within(region), start, end), options().numerator, options().base);
  }
};

std::string written(const Fraction& f) {
  return std::to_string(f.numerator) + "/" + std::to_string(f.base) + "/" + std::to_string(f.scale);
}

TEST(SlowSegments, PeriodsAndHeadlineUnderFilters) {
  uint64_t changes = 0, fewer = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    const auto check = [&](const PeriodFigures& period) {
      ASSERT_EQ(slow::written(period.counts),
                slow::written(c.countsOf(c.choice, *period.start, *period.end)))
          << c.random.name << ", " << period.label;
      fewer += period.counts.opening <
               slow::countsOf(c.timelines, *period.start, *period.end, kTopTier).opening;
    };
    for (size_t p = 0; p < c.analysis.periods.size(); ++p) {
      const PeriodFigures& period = c.analysis.periods[p];
      check(period);
      if (p == 0 || period.partial) continue;
      const PeriodFigures& before = c.analysis.periods[p - 1];
      const int64_t first[] = {*before.start, *before.end}, second[] = {*period.start, *period.end};
      expectSame(period.change, slow::changeOf(c.timelines, c.choice, first, second, c.options()),
                 c.random.name + ", " + period.label);
      changes += period.change.has_value();
    }
    if (c.analysis.headline) check(c.analysis.headline->figures);
    if (HasFailure()) return;
  }
  EXPECT_GT(changes, 200u);
  EXPECT_GT(fewer, 1000u);
}

TEST(SlowSegments, JourneysUnderFilters) {
  uint64_t cohorts = 0;
  std::map<char, int64_t> waits;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    if (!c.analysis.journeys) continue;
    const Journeys& journeys = *c.analysis.journeys;
    const int64_t until = c.random.rules.states.dataUntil;
    const PeriodList periods =
        periodsCovering(*c.analysis.firstUsed, until - 1, journeys.cohortUnit,
                        c.random.rules.fiscalStartMonth, c.random.zone);
    std::string want;
    std::map<char, int64_t> counts;
    for (size_t p = 0; p < periods.size(); ++p) {
      const int64_t start = periods.boundaries[p], end = periods.boundaries[p + 1];
      const auto some = slow::chosen(c.timelines, c.choice, start, end);
      std::istringstream lines(slow::cohortsOf(some, periods, until));
      for (std::string line; std::getline(lines, line);) {
        if (line.rfind(periods.labels[p] + " ", 0) == 0) want += line + "\n";
      }
      for (const slow::Timeline& each : some) {
        const auto begins = slow::firstMove(each, "new");
        if (!begins || *begins < start || *begins >= end) continue;
        const auto wait = slow::waitOf(each, c.random.zone, until, c.history.plans.topTier());
        ++counts[wait->second];
        ++waits[wait->second];
      }
    }
    ASSERT_EQ(slow::written(journeys.cohorts), want) << c.random.name;
    cohorts += journeys.cohorts.rows.size();
    ASSERT_EQ(journeys.timeToUpgrade.upgraded, counts['u']) << c.random.name;
    ASSERT_EQ(journeys.timeToUpgrade.churned, counts['c']) << c.random.name;
    ASSERT_EQ(journeys.timeToUpgrade.censored, counts['x']) << c.random.name;
    ASSERT_EQ(journeys.timeToUpgrade.newOnTopTier, counts['t']) << c.random.name;
    const auto sticky = [&](const Stickiness& got, const PeriodFigures& period) {
      const auto some = slow::chosen(c.timelines, c.choice, *period.start, *period.end);
      ASSERT_EQ(slow::written(got),
                slow::stickinessOf(some, c.random.zone, *period.start, *period.end, until))
          << c.random.name << " " << period.label;
    };
    for (size_t p = 0; p < journeys.periods.size(); ++p) {
      sticky(journeys.periods[p], c.analysis.periods[p]);
    }
    if (c.analysis.headline) {
      const PeriodFigures& window = c.analysis.headline->figures;
      sticky(*journeys.headline, window);
      std::set<std::string> got;
      for (const Path& path : *journeys.paths) got.insert(slow::written(path));
      const auto some = slow::chosen(c.timelines, c.choice, *window.start, *window.end);
      ASSERT_EQ(got, slow::pathsOf(some, *window.start, *window.end)) << c.random.name;
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(cohorts, 300u);
  for (const char kind : {'u', 'c', 'x', 't'}) EXPECT_GT(waits[kind], 50) << kind;
}

// Every value of the table, the sum of them, and the parts of the change by their definition.
TEST(SlowSegments, TablesAndMix) {
  uint64_t rows = 0, mixes = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    ASSERT_EQ(c.analysis.segments.has_value(), c.analysis.headline.has_value());
    if (!c.analysis.segments) continue;
    const SegmentTable& table = c.analysis.segments->at(0);
    const PeriodFigures& window = c.analysis.headline->figures;
    Fraction sum;
    int64_t opening = 0, upgraded = 0, downgraded = 0, churned = 0;
    for (const SegmentRow& row : table.rows) {
      const PeriodCounts want = c.countsOf(c.within(row.text), *window.start, *window.end);
      const std::string name = c.random.name + ", " + row.text;
      ASSERT_EQ(written(row.fraction),
                written(fraction(want, c.options().numerator, c.options().base)))
          << name;
      ASSERT_EQ(row.opening, want.opening) << name;
      ASSERT_EQ(row.upgraded, want.upgraded) << name;
      opening += row.opening, upgraded += row.upgraded;
      downgraded += row.downgraded, churned += row.churned;
      sum = {sum.numerator + row.fraction.numerator, sum.base + row.fraction.base,
             row.fraction.scale};
      ++rows;
    }
    EXPECT_EQ(opening, window.counts.opening) << c.random.name;
    EXPECT_EQ(upgraded, window.counts.upgraded) << c.random.name;
    EXPECT_EQ(downgraded, window.counts.downgraded) << c.random.name;
    EXPECT_EQ(churned, window.counts.churned) << c.random.name;
    EXPECT_EQ(sum.numerator, window.fraction->numerator) << c.random.name;
    EXPECT_EQ(sum.base, window.fraction->base) << c.random.name;
    ASSERT_EQ(table.mix.has_value(), window.change.has_value()) << c.random.name;
    if (!table.mix) continue;
    ++mixes;
    const SegmentMix& mix = *table.mix;
    EXPECT_EQ(mix.beforeEnd, *window.start);
    double all1 = 0, all2 = 0, mixSum = 0, rateSum = 0;
    std::vector<std::pair<Fraction, Fraction>> pairs;
    for (const char* region : {"", "EMEA", "APAC", "LATAM"}) {
      pairs.push_back({c.fractionIn(region, mix.beforeStart, mix.beforeEnd),
                       c.fractionIn(region, *window.start, *window.end)});
      all1 += double(pairs.back().first.base), all2 += double(pairs.back().second.base);
    }
    for (const auto& [one, two] : pairs) {
      if (one.base + two.base == 0) continue;
      const double r1 = one.base > 0 ? *one.rate() : *two.rate();
      const double r2 = two.base > 0 ? *two.rate() : *one.rate();
      const double w1 = double(one.base) / all1, w2 = double(two.base) / all2;
      mixSum += (w2 - w1) * (r1 + r2) / 2, rateSum += (r2 - r1) * (w1 + w2) / 2;
    }
    EXPECT_NEAR(mix.total.mix, mixSum, 1e-12) << c.random.name;
    EXPECT_NEAR(mix.total.rate, rateSum, 1e-12) << c.random.name;
    EXPECT_NEAR(mix.total.mix + mix.total.rate, window.change->difference, 1e-12) << c.random.name;
    if (HasFailure()) return;
  }
  EXPECT_GT(rows, 300u);
  EXPECT_GT(mixes, 20u);
}

TEST(SlowSegments, Launches) {
  uint64_t changes = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const Case c(seed);
    const LaunchEffect& effect = c.analysis.launches[0];
    if (effect.days == 0) continue;
    ASSERT_EQ(effect.segments.size(), 1u);
    const int64_t first[] = {*effect.before.start, *effect.before.end};
    const int64_t second[] = {*effect.after.start, *effect.after.end};
    int64_t base = 0;
    for (const LaunchSegment& row : effect.segments[0]) {
      const std::string name = c.random.name + ", " + row.text;
      ASSERT_EQ(written(row.before), written(c.fractionIn(row.text, first[0], first[1]))) << name;
      ASSERT_EQ(written(row.after), written(c.fractionIn(row.text, second[0], second[1]))) << name;
      expectSame(row.change,
                 slow::changeOf(c.timelines, c.within(row.text), first, second, c.options()), name);
      changes += row.change.has_value();
      base += row.after.base;
    }
    EXPECT_EQ(base, effect.after.fraction->base) << c.random.name;
    if (HasFailure()) return;
  }
  EXPECT_GT(changes, 50u);
}

}  // namespace
}  // namespace upgrade_rate
