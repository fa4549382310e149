// Every count, every overlap and the headline of random histories, beside the slow way of
// slow_timeline.h and slow_counts.h: period by period, customer by customer, set by set.
#include <gtest/gtest.h>

#include "core/kpi/overlap.h"
#include "core/stats/newcombe.h"
#include "tests/core/kpi/random_analysis.h"
#include "tests/core/kpi/same_change.h"
#include "tests/core/kpi/slow_counts.h"
#include "tests/core/kpi/steps_of.h"

namespace upgrade_rate {
namespace {

constexpr uint64_t kHistories = 400;

std::optional<ShareChange> slowChange(const std::vector<slow::Timeline>& timelines,
                                      const PeriodFigures& before, const PeriodFigures& now,
                                      const CountOptions& options) {
  const bool share = options.numerator != Numerator::upgradeEvents &&
                     options.base != Base::average && options.base != Base::closing;
  if (!share || before.partial || now.partial) return std::nullopt;
  const int64_t first[] = {*before.start, *before.end}, second[] = {*now.start, *now.end};
  uint64_t k1 = 0, n1 = 0, k2 = 0, n2 = 0;
  for (const slow::Timeline& each : timelines) {
    const slow::Visit one = slow::visitOf(each, first[0], first[1]);
    const slow::Visit two = slow::visitOf(each, second[0], second[1]);
    const bool a = slow::inBase(one, options.base, options.topTier);
    const bool b = slow::inBase(two, options.base, options.topTier);
    n1 += a;
    n2 += b;
    k1 += a && slow::inNumerator(one, options.numerator);
    k2 += b && slow::inNumerator(two, options.numerator);
  }
  return shareChange({k1, n1}, {k2, n2}, slow::overlapOf(timelines, first, second, options), 0.95);
}

TEST(SlowComparison, CountsFatesAndChangesOfEveryPeriod) {
  uint64_t changes = 0, yearChanges = 0;
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const RandomAnalysis random(seed);
    const History history = historyOf(random.rows);
    const std::vector<slow::Timeline> timelines = random.timelinesOf(history);
    const Analysis analysis = random.analysisOf(history);
    std::array<uint64_t, kRowFates> fates{};
    for (const slow::Timeline& each : timelines) {
      for (size_t f = 0; f < kRowFates; ++f) fates[f] += each.fates[f];
    }
    ASSERT_EQ(analysis.rows, fates) << random.name;
    const CountOptions options{3, random.rules.rate.numerator, random.rules.rate.base};
    std::map<std::string, size_t> byLabel;
    for (size_t p = 0; p < analysis.periods.size(); ++p) {
      const PeriodFigures& period = analysis.periods[p];
      const std::string name = random.name + ", " + period.label;
      byLabel[period.label] = p;
      ASSERT_EQ(slow::written(period.counts),
                slow::written(slow::countsOf(timelines, *period.start, *period.end, 3)))
          << name;
      if (p > 0) {
        expectSame(period.change, slowChange(timelines, analysis.periods[p - 1], period, options),
                   name + ", change");
        changes += period.change.has_value();
      }
      // The label of a year before, by its text: 2021-W07, FY2021-Q2, 2021-04.
      const size_t digits = period.label[0] == 'F' ? 2 : 0;
      std::string before = period.label;
      before.replace(digits, 4, std::to_string(std::stoi(before.substr(digits, 4)) - 1));
      std::optional<ShareChange> want;
      if (byLabel.count(before) > 0) {
        want = slowChange(timelines, analysis.periods[byLabel[before]], period, options);
      }
      expectSame(period.changeYear, want, name + ", year before");
      yearChanges += want.has_value();
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(changes, 500u);
  EXPECT_GT(yearChanges, 200u);
}

// Boundaries and year-before links of no calendar at all, for every base and numerator.
TEST(SlowComparison, OverlapsOverAnyBoundaries) {
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    RandomAnalysis random(seed);
    const History history = historyOf(random.rows);
    RandomBytes& bytes = random.source.random();
    std::vector<int32_t> days = {
        static_cast<int32_t>(dayOf("2019-10-01") + static_cast<int64_t>(bytes.below(400)))};
    const size_t periods = 1 + bytes.below(12);
    while (days.size() <= periods) {
      days.push_back(days.back() + 1 + static_cast<int32_t>(bytes.below(120)));
    }
    std::vector<int64_t> boundaries;
    for (const int32_t day : days) boundaries.push_back(random.zone.dayStart(day));
    const int32_t lag = 1 + static_cast<int32_t>(bytes.below(4));
    std::vector<int32_t> earlier;
    for (int32_t p = 0; p < static_cast<int32_t>(periods); ++p) {
      earlier.push_back(p < lag || bytes.below(5) == 0 ? -1 : p - lag);
    }
    const CountOptions options{
        static_cast<int32_t>(2 + bytes.below(3)), static_cast<Numerator>(bytes.below(4)),
        std::array{Base::opening, Base::eligible, Base::active}[bytes.below(3)]};
    const std::vector<int32_t> tiers =
        history.plans.tiers(random.rules.states.prospectsAreCustomers);
    PeriodCounter counter(days, tiers, options, earlier);
    stepsOf(history, random.zone, random.rules.states)
        .eachCustomer([&](std::span<const Step> customer) { counter.add(customer); });
    const Counted counted = counter.finish();
    const std::vector<PeriodCounts>& counts = counted.counts;
    const std::vector<slow::Timeline> timelines = random.timelinesOf(history);
    for (size_t p = 0; p < periods; ++p) {
      const std::string name = random.name + ", period " + std::to_string(p);
      ASSERT_EQ(slow::written(counts[p]),
                slow::written(
                    slow::countsOf(timelines, boundaries[p], boundaries[p + 1], options.topTier)))
          << name;
      const int32_t index = static_cast<int32_t>(p);
      const auto want = [&](int32_t of) {
        return of < 0 ? Overlap{}
                      : slow::overlapOf(timelines, &boundaries[of], &boundaries[p], options);
      };
      ASSERT_EQ(slow::written(counted.withPrevious[p]), slow::written(want(index - 1)))
          << name << ", previous";
      ASSERT_EQ(slow::written(counted.withYearBefore[p]), slow::written(want(earlier[p])))
          << name << ", " << earlier[p];
    }
  }
}

// The last twelve complete calendar months, else the longest run ending there with customers at
// its start.
TEST(SlowComparison, Headline) {
  std::array<int, 3> seen{};
  for (uint64_t seed = 1; seed <= kHistories; ++seed) {
    const RandomAnalysis random(seed);
    const History history = historyOf(random.rows);
    const std::vector<slow::Timeline> timelines = random.timelinesOf(history);
    const auto monthStart = [&](int64_t number) {
      return random.zone.dayStart(
          dayNumber({static_cast<int32_t>(number / 12), static_cast<uint8_t>(number % 12 + 1), 1}));
    };
    const auto opening = [&](int64_t number) {
      int64_t count = 0;
      for (const slow::Timeline& each : timelines) {
        count += slow::at(each, monthStart(number)).tiered();
      }
      return count;
    };
    int64_t last = 2019 * 12;  // the month that is not complete any more
    while (monthStart(last + 1) <= random.rules.states.dataUntil) ++last;
    int64_t first = last - 12;
    if (opening(first) == 0) {
      for (first = 2019 * 12; first < last && opening(first) == 0;) ++first;
    }
    const Analysis analysis = random.analysisOf(history);
    ASSERT_EQ(analysis.headline.has_value(), first < last) << random.name;
    ++seen[first >= last ? 2 : last - first == 12 ? 0 : 1];
    if (first >= last) continue;
    const PeriodFigures& headline = analysis.headline->figures;
    EXPECT_EQ(headline.start, monthStart(first)) << random.name;
    EXPECT_EQ(headline.end, monthStart(last)) << random.name;
    EXPECT_EQ(headline.length.months, last - first) << random.name;
    ASSERT_EQ(slow::written(headline.counts),
              slow::written(slow::countsOf(timelines, monthStart(first), monthStart(last), 3)))
        << random.name;
    if (HasFailure()) return;
  }
  for (const int count : seen) EXPECT_GT(count, 10) << "of twelve months, a run, none";
}

}  // namespace
}  // namespace upgrade_rate
