// What one finished period raises: where its rate stands, how sure that is, how it changed, and
// what its counts say about the customers.

#include <algorithm>
#include <cmath>

#include "core/kpi/finding_list.h"

namespace upgrade_rate {

namespace {

bool enough(const PeriodFigures& period, const FindingRule& rule) {
  const Fraction& fraction = *period.fraction;
  return fraction.base >= rule.fewestBase * fraction.scale &&
         fraction.numerator >= rule.fewestCounted * fraction.scale;
}

// With a single band there is nothing to be low or high in.
void findBand(const PeriodFigures& period, const Bands& bands, FindingList& list) {
  if (!period.band || bands.size() < 2) return;
  const FindingRule& rule = *period.band == 0                  ? findingRule("band.low")
                            : *period.band + 1 == bands.size() ? findingRule("band.high")
                                                               : findingRule("band.middle");
  const std::string& name = bands[*period.band].name;
  if (enough(period, rule)) {
    Finding& found = list.add(rule).with("band", name).with("rate", *period.rate);
    if (period.toNextBand) {
      found.with("toNextBand", *period.toNextBand).with("nextBand", bands[*period.band + 1].name);
    }
  }
  if (period.chances.empty()) return;
  const FindingRule& unsure = findingRule("band.unsure");
  const double chance = period.chances[*period.band];
  if (enough(period, unsure) && chance * 100 < unsure.threshold) {
    list.add(unsure).with("band", name).with("chance", chance);
  }
}

void findSize(const PeriodFigures& period, FindingList& list) {
  const FindingRule& rule = findingRule("base.few");
  const Fraction& fraction = *period.fraction;
  const double base = static_cast<double>(fraction.base) / static_cast<double>(fraction.scale);
  if (!period.interval || !enough(period, rule) || base >= rule.threshold) return;
  list.add(rule)
      .with("base", static_cast<int64_t>(base))
      .with("low", period.interval->low)
      .with("high", period.interval->high);
}

// A change that is no noise and large enough to matter: at least a tenth of the rate before.
bool findChange(const std::optional<ShareChange>& change, double rate, const char* with,
                FindingList& list) {
  if (!change || !change->clear) return false;
  const FindingRule& rule =
      change->difference < 0 ? findingRule("change.fell") : findingRule("change.rose");
  const double before = rate - change->difference;
  if (std::abs(change->difference) * 100 < rule.threshold * before) return false;
  list.add(rule)
      .with("with", std::string(with))
      .with("rate", rate)
      .with("before", before)
      .with("points", change->difference);
  return true;
}

// The year before says more than the period before, since the season is the same.
void findChanges(const PeriodFigures& period, FindingList& list) {
  const bool isYear = period.length.months == kYearMonths;
  if (findChange(period.changeYear, *period.rate, "year", list)) return;
  if (isYear && period.changeYear) return;  // the same comparison
  findChange(period.change, *period.rate, isYear ? "year" : "period", list);
}

// More in one group than in another, by more than chance would make of two equal groups.
bool clearlyMore(int64_t more, int64_t less, const FindingRule& rule) {
  const double difference = static_cast<double>(more - less);
  return more > less && difference * difference > rule.threshold * static_cast<double>(more + less);
}

void findBase(const PeriodCounts& counts, FindingList& list) {
  const FindingRule& coverage = findingRule("coverage.low");
  if (counts.active >= coverage.fewestBase && counts.opening > 0 &&
      againstPercent(counts.opening, counts.active, coverage) < 0) {
    list.add(coverage).with("opening", counts.opening).with("active", counts.active);
  }
  const FindingRule& top = findingRule("base.topTier");
  const int64_t onTop = counts.opening - counts.eligible;
  if (counts.opening >= top.fewestBase && againstPercent(onTop, counts.opening, top) >= 0) {
    list.add(top).with("onTop", onTop).with("opening", counts.opening);
  }
}

void findMovements(const PeriodCounts& counts, FindingList& list) {
  const FindingRule& notKept = findingRule("upgrades.notKept");
  if (counts.upgraded >= notKept.fewestBase &&
      againstPercent(counts.kept, counts.upgraded, notKept) < 0) {
    list.add(notKept).with("kept", counts.kept).with("upgraded", counts.upgraded);
  }
  const FindingRule& down = findingRule("downgrades.many");
  if (counts.opening >= down.fewestBase && counts.downgraded >= down.fewestCounted &&
      againstPercent(counts.downgraded, counts.upgraded, down) >= 0) {
    list.add(down).with("downgraded", counts.downgraded).with("upgraded", counts.upgraded);
  }
  const FindingRule& churn = findingRule("churn.aboveUpgrades");
  if (counts.opening >= churn.fewestBase && counts.churned >= churn.fewestCounted &&
      clearlyMore(counts.churned, counts.upgraded, churn)) {
    list.add(churn)
        .with("churned", counts.churned)
        .with("upgraded", counts.upgraded)
        .with("opening", counts.opening);
  }
  const FindingRule& fromNew = findingRule("upgrades.fromNew");
  if (counts.upgradedNew >= fromNew.fewestCounted &&
      againstPercent(counts.upgradedNew, counts.upgraded, fromNew) >= 0) {
    list.add(fromNew).with("upgradedNew", counts.upgradedNew).with("upgraded", counts.upgraded);
  }
  const FindingRule& upsells = findingRule("upsells.aboveUpgrades");
  if (counts.opening >= upsells.fewestBase && counts.upsold >= upsells.fewestCounted &&
      clearlyMore(counts.upsold, counts.upgraded, upsells)) {
    list.add(upsells).with("upsold", counts.upsold).with("upgraded", counts.upgraded);
  }
}

// Only tiers that one can move up from: the top one is left out where somebody is on it.
void findOneTier(const PeriodCounts& counts, double level, FindingList& list) {
  const FindingRule& rule = findingRule("upgrades.oneTier");
  const bool topHeld = counts.opening > counts.eligible;
  const size_t below = counts.byTier.size() - (topHeld && !counts.byTier.empty() ? 1 : 0);
  if (below < 2) return;
  const std::span<const TierCounts> tiers(counts.byTier.data(), below);
  const auto most = std::max_element(
      tiers.begin(), tiers.end(),
      [](const TierCounts& a, const TierCounts& b) { return a.upgraded < b.upgraded; });
  Share rest;
  for (const TierCounts& tier : tiers) {
    if (&tier == &*most) continue;
    rest.count += static_cast<uint64_t>(tier.upgraded);
    rest.base += static_cast<uint64_t>(tier.opening);
  }
  const Share share{static_cast<uint64_t>(most->upgraded), static_cast<uint64_t>(most->opening)};
  const int64_t all = most->upgraded + static_cast<int64_t>(rest.count);
  if (all < rule.fewestBase || againstPercent(most->upgraded, all, rule) < 0 ||
      !clearlyAhead(share, rest, level)) {
    return;
  }
  list.add(rule)
      .with("tier", static_cast<int64_t>(most->tier))
      .with("upgradedFrom", most->upgraded)
      .with("upgraded", all);
}

}  // namespace

void findInHeadline(const PeriodFigures& headline, const RateOptions& rate, FindingList& list) {
  if (headline.rate) {
    findBand(headline, rate.bands, list);
    findSize(headline, list);
    findChanges(headline, list);
  }
  if (headline.fromTotals) return;
  findBase(headline.counts, list);
  findMovements(headline.counts, list);
  findOneTier(headline.counts, rate.level, list);
}

}  // namespace upgrade_rate
