// What the figures beside the rate raise: segments, the trend, launches, what follows an upgrade,
// and money. Whatever the input lacks is passed over.

#include <algorithm>

#include "core/kpi/finding_list.h"
#include "core/stats/wilson.h"

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
      .with("days", launch.days)
      .with("before", launch.before.rate())
      .with("countedBefore", static_cast<int64_t>(launch.before.count))
      .with("baseBefore", static_cast<int64_t>(launch.before.base))
      .with("after", launch.after.rate())
      .with("countedAfter", static_cast<int64_t>(launch.after.count))
      .with("baseAfter", static_cast<int64_t>(launch.after.base))
      .with("low", launch.change.interval.low)
      .with("high", launch.change.interval.high);
}

void findHeld(const Share& held, FindingList& list) {
  const FindingRule& rule = findingRule("stickiness.low");
  const int64_t count = static_cast<int64_t>(held.count);
  const int64_t base = static_cast<int64_t>(held.base);
  if (base < rule.fewestBase || againstPercent(count, base, rule) >= 0) return;
  list.add(rule).with("held", count).with("upgrades", base);
}

// Were both rates equal, each churn would fall on an upgraded customer with the chance that is
// their share of the time (Przyborowski and Wilenski 1940). Clear where the interval of the share
// of churns lies above that.
void findChurn(const ChurnAfterUpgrade& churn, double level, FindingList& list) {
  const FindingRule& rule = findingRule("churn.afterUpgrade");
  const auto& [churns, days] = churn.upgraded;
  const double allDays = days + churn.others.customerDays;
  if (churn.customers < rule.fewestBase || churns < rule.fewestCounted || days <= 0 ||
      churn.others.customerDays <= 0) {
    return;
  }
  const std::optional<Interval> share = wilsonInterval(
      static_cast<uint64_t>(churns), static_cast<uint64_t>(churns + churn.others.churns), level);
  if (!share || share->low <= days / allDays) return;
  constexpr double kMonth = 30;  // days
  list.add(rule)
      .with("ofUpgraded", static_cast<double>(churns) / days * kMonth)
      .with("ofOthers",
            static_cast<double>(churn.others.churns) / churn.others.customerDays * kMonth);
}

void findMedian(const MedianToUpgrade& median, FindingList& list) {
  const FindingRule& rule = findingRule("time.firstUpgrade");
  if (median.customers < rule.fewestBase) return;
  list.add(rule).with("days", median.days).with("customers", median.customers);
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
  if (input.heldAfter90Days) findHeld(*input.heldAfter90Days, list);
  if (input.churn) findChurn(*input.churn, input.rate.level, list);
  if (input.median) findMedian(*input.median, list);
  for (const MoneyFound& money : input.money) findMoney(money, list);
}

}  // namespace upgrade_rate
