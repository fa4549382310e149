// How honest the intervals and tests are on customers who behave like customers: most of them are
// in both periods, some are keener than others, and months differ by more than chance. Prints the
// two tables of web/docs/definitions.md.
//
//   upgrade_rate_coverage [RUNS]
//
// Method: seeded simulation. A fifth of the customers is `keen`, four times as likely to upgrade as
// the average, the others a quarter as likely. Every month 3 % of the customers leave and are
// replaced, or, for the change between two years, a share that is said. Months differ by a factor
// on everybody's chance, from a gamma law. Leaves out seasons.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "core/stats/newcombe.h"
#include "core/stats/trend.h"

namespace {

using upgrade_rate::Overlap;
using upgrade_rate::PeriodShare;
using upgrade_rate::Share;

// SplitMix64 (Steele, Lea and Flood 2014): the same numbers everywhere, unlike those of <random>.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  double uniform() {
    uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15);
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EB;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }
  bool chance(double p) { return uniform() < p; }
  // Gamma of mean 1: a sum of exponentials, so 1 / variance should be a whole number.
  double factor(double variance) {
    if (variance == 0) return 1;
    const double shape = 1 / variance;
    double sum = 0;
    for (int i = 0; i < static_cast<int>(shape); ++i) sum -= std::log(1 - uniform());
    return sum / std::floor(shape);
  }

 private:
  uint64_t state_;
};

constexpr double kKeenShare = 0.2, kKeenFactor = 4, kOtherFactor = 0.25;

double propensity(Random& random) { return random.chance(kKeenShare) ? kKeenFactor : kOtherFactor; }

struct Change {
  double rateBefore, rateAfter;
  int base;
  double stay;  // share of the first base that is in the second
};

struct Covered {
  int withOverlap = 0, separate = 0, clear = 0;
};

// One pair of periods: whether the interval of the change holds the true change, with the customers
// in both allowed for and not.
void runChange(const Change& set, Random& random, Covered& covered) {
  Overlap both;
  Share before{0, static_cast<uint64_t>(set.base)}, after = before;
  for (int customer = 0; customer < set.base; ++customer) {
    const double factor = propensity(random);
    const bool first = random.chance(set.rateBefore * factor);
    const bool stays = random.chance(set.stay);
    const bool second = random.chance(set.rateAfter * (stays ? factor : propensity(random)));
    before.count += first;
    after.count += second;
    if (!stays) continue;
    ++(first ? (second ? both.both : both.onlyFirst) : (second ? both.onlySecond : both.neither));
  }
  const double truth = set.rateAfter - set.rateBefore;
  const auto holds = [&](const upgrade_rate::ShareChange& change) {
    return change.interval.low <= truth && truth <= change.interval.high;
  };
  const auto change = shareChange(before, after, both, 0.95);
  covered.withOverlap += holds(*change);
  covered.clear += change->clear;
  covered.separate += holds(*shareChange(before, after, {}, 0.95));
}

void printChanges(int runs) {
  constexpr Change kSets[] = {
      {0.03, 0.03, 200, 0.9},  {0.03, 0.03, 2000, 0.9}, {0.03, 0.04, 2000, 0.9},
      {0.15, 0.15, 50, 0.9},   {0.15, 0.15, 200, 0.9},  {0.15, 0.15, 2000, 0.9},
      {0.15, 0.18, 2000, 0.9}, {0.15, 0.15, 2000, 0.5}, {0.15, 0.15, 2000, 0},
  };
  std::printf(
      "| rate before | after | base | in both | interval holds the change | as if separate |"
      " called clear |\n| --- | --- | --- | --- | --- | --- | --- |\n");
  Random random(20240601);
  for (const Change& set : kSets) {
    Covered covered;
    for (int run = 0; run < runs; ++run) runChange(set, random, covered);
    const auto percent = [&](int count) { return 100.0 * count / runs; };
    std::printf("| %.0f %% | %.0f %% | %d | %.0f %% | %.1f %% | %.1f %% | %.1f %% |\n",
                100 * set.rateBefore, 100 * set.rateAfter, set.base, 100 * set.stay,
                percent(covered.withOverlap), percent(covered.separate), percent(covered.clear));
  }
}

struct Months {
  double rate;
  int base;
  double spread;  // coefficient of variation of the months' factor
};

std::vector<PeriodShare> series(const Months& set, Random& random) {
  constexpr double kLeave = 0.03;
  std::vector<double> factors(static_cast<size_t>(set.base));
  for (double& factor : factors) factor = propensity(random);
  std::vector<PeriodShare> periods;
  for (int64_t month = 0; month < 24; ++month) {
    const double rate = set.rate * random.factor(set.spread * set.spread);
    Share share{0, factors.size()};
    for (double& factor : factors) {
      share.count += random.chance(rate * factor);
      if (random.chance(kLeave)) factor = propensity(random);
    }
    periods.push_back({month, share});
  }
  return periods;
}

// The rate never changes in the long run, so every direction is a false alarm.
void printDirections(int runs) {
  constexpr Months kSets[] = {{0.03, 200, 0},      {0.03, 2000, 0}, {0.03, 2000, 0.25},
                              {0.03, 20000, 0.25}, {0.15, 2000, 0}, {0.15, 2000, 0.1},
                              {0.15, 2000, 0.25}};
  std::printf(
      "\n| rate | base | months differ by | false alarms of `p` | of `pAdjusted` |\n"
      "| --- | --- | --- | --- | --- |\n");
  Random random(20240602);
  for (const Months& set : kSets) {
    int published = 0, adjusted = 0;
    for (int run = 0; run < runs; ++run) {
      const auto trend = upgrade_rate::shareTrend(series(set, random));
      published += trend->p.value_or(1) < 0.05;
      adjusted += trend->direction != upgrade_rate::TrendDirection::flat;
    }
    const auto percent = [&](int count) { return 100.0 * count / runs; };
    std::printf("| %.0f %% | %d | %.0f %% | %.1f %% | %.1f %% |\n", 100 * set.rate, set.base,
                100 * set.spread, percent(published), percent(adjusted));
  }
}

}  // namespace

int main(int count, char** arguments) {
  const int runs = count > 1 ? std::atoi(arguments[1]) : 10'000;
  if (runs < 1) return 2;
  printChanges(runs);
  printDirections(runs / 5);
  return 0;
}
