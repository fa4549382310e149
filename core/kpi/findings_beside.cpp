// What the figures beside the rate raise: segments, the trend, launches, what follows an upgrade,
// and money. Whatever the input lacks is passed over.

#include <algorithm>

#include "core/kpi/finding_list.h"

namespace upgrade_rate {

namespace {

void findLeadingSegment(const SegmentSplit& split, double level, FindingList& list) {
  const FindingRule& rule = findingRule("segment.most");
  if (split.segments.size() < 2) return;
  const auto most = std::max_element(split.segments.begin(), split.segments.end(),
                                     [](const SegmentCount& a, const SegmentCount& b) {
                                       return a.upgraded.count < b.upgraded.count;
                                     });
  Share rest;
  for (const SegmentCount& segment : split.segments) {
    if (&segment == &*most) continue;
    rest.count += segment.upgraded.count;
    rest.base += segment.upgraded.base;
  }
  const int64_t own = static_cast<int64_t>(most->upgraded.count);
  const int64_t all = own + static_cast<int64_t>(rest.count);
  if (all < rule.fewestBase || againstPercent(own, all, rule) < 0 ||
      !clearlyAhead(most->upgraded, rest, level)) {
    return;
  }
  list.add(rule)
      .with("column", split.column)
      .with("segment", most->name)
      .with("upgradedFrom", own)
      .with("upgraded", all)
      .with("rate", most->upgraded.rate())
      .with("rateOfRest", Share{rest.count, rest.base}.rate());
}

// The best and the worst rate are where the eye goes first, and where chance puts the small ones.
void findSmallSegment(const SegmentSplit& split, FindingList& list) {
  const FindingRule& rule = findingRule("segment.small");
  std::vector<const SegmentCount*> byRate;
  for (const SegmentCount& segment : split.segments) {
    if (segment.upgraded.base > 0) byRate.push_back(&segment);
  }
  if (byRate.size() < 2) return;
  const auto [worst, best] = std::minmax_element(
      byRate.begin(), byRate.end(), [](const SegmentCount* a, const SegmentCount* b) {
        return compareShares(a->upgraded, b->upgraded) < 0;
      });
  if (compareShares((*worst)->upgraded, (*best)->upgraded) == 0) return;
  for (const SegmentCount* extreme : {*best, *worst}) {
    if (static_cast<double>(extreme->upgraded.base) >= rule.threshold) continue;
    list.add(rule)
        .with("column", split.column)
        .with("segment", extreme->name)
        .with("base", static_cast<int64_t>(extreme->upgraded.base))
        .with("rate", extreme->upgraded.rate())
        .with("best", extreme == *best);
    return;
  }
}

void findMix(const MixSplit& split, FindingList& list) {
  const FindingRule& rule = findingRule("mix.explains");
  // A mix that works against the change explains nothing of it.
  if (!split.clear || split.change == 0 || split.mix / split.change * 100 < rule.threshold) return;
  list.add(rule).with("column", split.column).with("points", split.change).with("mix", split.mix);
}

void findDirection(const DirectionFound& found, FindingList& list) {
  if (found.trend.direction == TrendDirection::flat) return;
  const FindingRule& rule = found.trend.direction == TrendDirection::rising
                                ? findingRule("trend.rising")
                                : findingRule("trend.falling");
  if (static_cast<double>(found.periods) < rule.threshold) return;
  // The slope comes in percentage points; the report's differences are ratios.
  list.add(rule).with("periods", found.periods).with("slope", found.trend.slopePoints / 100);
}

// The latest unusual period, if it is recent.
void findUnusual(const FindingsInput& input, FindingList& list) {
  const FindingRule& rule = findingRule("period.unusual");
  if (input.unusual.empty()) return;
  const UnusualPeriod& last = input.unusual.back();
  double younger = 0;  // finished periods after it
  for (size_t i = input.periods.size(); i-- > 0;) {
    if (input.periods[i].label == last.label) break;
    if (!input.periods[i].partial) ++younger;
  }
  if (younger >= rule.threshold) return;
  list.add(rule)
      .with("period", last.label)
      .with("rate", last.rate)
      .with("centre", last.centre)
      .with("above", last.rate > last.centre);
}

void findLaunch(const LaunchFound& launch, FindingList& list) {
  const FindingRule& rule = !launch.change.clear           ? findingRule("launch.unclear")
                            : launch.change.difference > 0 ? findingRule("launch.worked")
                                                           : findingRule("launch.backfired");
  const uint64_t fewest = static_cast<uint64_t>(rule.fewestBase);
  if (launch.before.base < fewest || launch.after.base < fewest) return;
  list.add(rule)
      .with("launch", launch.name)
      .with("before", launch.before.rate())
      .with("after", launch.after.rate())
      .with("low", launch.change.interval.low)
      .with("high", launch.change.interval.high);
}

void findAfterUpgrade(const FindingsInput& input, FindingList& list) {
  const FindingRule& sticky = findingRule("stickiness.low");
  if (const std::optional<Share>& held = input.heldAfter90Days) {
    const int64_t count = static_cast<int64_t>(held->count);
    const int64_t base = static_cast<int64_t>(held->base);
    if (base >= sticky.fewestBase && againstPercent(count, base, sticky) < 0) {
      list.add(sticky).with("held", count).with("upgraded", base);
    }
  }
  const FindingRule& churn = findingRule("churn.afterUpgrade");
  if (const std::optional<ChurnAfterUpgrade>& found = input.churn) {
    const uint64_t fewest = static_cast<uint64_t>(churn.fewestBase);
    if (found->upgraded.base >= fewest && found->others.base >= fewest &&
        clearlyAhead(found->upgraded, found->others, input.rate.level)) {
      list.add(churn)
          .with("ofUpgraded", found->upgraded.rate())
          .with("ofOthers", found->others.rate());
    }
  }
  const FindingRule& time = findingRule("time.firstUpgrade");
  if (input.median && input.median->customers >= time.fewestBase) {
    list.add(time).with("days", input.median->days).with("customers", input.median->customers);
  }
}

void findMoney(const MoneyFound& money, FindingList& list) {
  const FindingRule& price = findingRule("price.aboveUpgrades");
  if (money.priceRises > 0 && money.priceRises * 100 > price.threshold * money.upgradeValue) {
    list.add(price)
        .with("currency", money.currency)
        .with("priceRises", money.priceRises)
        .with("upgradeValue", money.upgradeValue);
  }
  const FindingRule& retention = findingRule("retention.below");
  if (money.netRetention && money.customers >= retention.fewestBase &&
      *money.netRetention * 100 < retention.threshold) {
    list.add(retention).with("currency", money.currency).with("retention", *money.netRetention);
  }
}

}  // namespace

void findBeside(const FindingsInput& input, FindingList& list) {
  for (const SegmentSplit& split : input.segments) {
    findLeadingSegment(split, input.rate.level, list);
    findSmallSegment(split, list);
  }
  for (const MixSplit& split : input.mixes) findMix(split, list);
  if (input.direction) findDirection(*input.direction, list);
  findUnusual(input, list);
  for (const LaunchFound& launch : input.launches) findLaunch(launch, list);
  findAfterUpgrade(input, list);
  for (const MoneyFound& money : input.money) findMoney(money, list);
}

}  // namespace upgrade_rate
