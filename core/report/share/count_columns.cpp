#include "core/report/share/count_columns.h"

#include <algorithm>

#include "core/report/share/number_columns.h"

namespace upgrade_rate {

namespace {

// Every count, in the order in which each can be expected from those before it.
constexpr int64_t PeriodCounts::*kCounts[kCountColumns] = {
    &PeriodCounts::opening,
    &PeriodCounts::joined,
    &PeriodCounts::left,
    &PeriodCounts::closing,
    &PeriodCounts::reactivated,
    &PeriodCounts::newCustomers,
    &PeriodCounts::converted,
    &PeriodCounts::prospects,
    &PeriodCounts::active,
    &PeriodCounts::eligible,
    &PeriodCounts::upgraded,
    &PeriodCounts::kept,
    &PeriodCounts::upsold,
    &PeriodCounts::upgradedOrUpsold,
    &PeriodCounts::upgradedNew,
    &PeriodCounts::upsoldNew,
    &PeriodCounts::upgradedOrUpsoldNew,
    &PeriodCounts::upgradedEligible,
    &PeriodCounts::keptEligible,
    &PeriodCounts::upsoldEligible,
    &PeriodCounts::upgradedOrUpsoldEligible,
    &PeriodCounts::upgradeEvents,
    &PeriodCounts::upgradeEventsEligible,
    &PeriodCounts::downgraded,
    &PeriodCounts::churned,
};

// What the counts before it in the list lead one to expect of the count at `place`.
int64_t expected(size_t place, const PeriodCounts& c, const PeriodCounts& before) {
  const int64_t PeriodCounts::*count = kCounts[place];
  if (count == &PeriodCounts::opening) return before.closing;
  if (count == &PeriodCounts::closing) return c.opening + c.joined - c.left;
  if (count == &PeriodCounts::newCustomers) return c.joined - c.reactivated;
  if (count == &PeriodCounts::active) return c.opening + c.joined;
  if (count == &PeriodCounts::eligible) return c.opening - (before.opening - before.eligible);
  if (count == &PeriodCounts::kept) return c.upgraded;
  if (count == &PeriodCounts::upgradedOrUpsold) return c.upgraded + c.upsold;
  if (count == &PeriodCounts::upgradedOrUpsoldNew) return c.upgradedNew + c.upsoldNew;
  if (count == &PeriodCounts::upgradedEligible) return c.upgraded;
  if (count == &PeriodCounts::keptEligible) return c.kept - c.upgraded + c.upgradedEligible;
  if (count == &PeriodCounts::upsoldEligible) return c.upsold;
  if (count == &PeriodCounts::upgradedOrUpsoldEligible) {
    return c.upgradedOrUpsold - c.upsold + c.upsoldEligible;
  }
  if (count == &PeriodCounts::upgradeEvents) return c.upgraded + c.upgradedNew;
  if (count == &PeriodCounts::upgradeEventsEligible) {
    return c.upgradeEvents - c.upgradedNew - c.upgraded + c.upgradedEligible;
  }
  if (count == &PeriodCounts::churned) return c.left;
  return 0;
}

bool isCount(int64_t number) { return number >= 0 && number <= kLargestCount; }

// The numerator of the chosen rate, in the count that holds it.
void putNumerator(int64_t numerator, const RateOptions& options, PeriodCounts& counts) {
  const bool eligible = options.base == Base::eligible;
  switch (options.numerator) {
    case Numerator::upgraded:
      (eligible ? counts.upgradedEligible : counts.upgraded) = numerator;
      break;
    case Numerator::kept:
      (eligible ? counts.keptEligible : counts.kept) = numerator;
      break;
    case Numerator::upsold:
      (eligible ? counts.upsoldEligible : counts.upsold) = numerator;
      break;
    case Numerator::upgradedOrUpsold:
      (eligible ? counts.upgradedOrUpsoldEligible : counts.upgradedOrUpsold) = numerator;
      break;
    case Numerator::upgradeEvents:
      (eligible ? counts.upgradeEventsEligible : counts.upgradeEvents) = numerator;
      break;
  }
}

}  // namespace

CountResiduals residualsOf(const PeriodCounts& counts, const PeriodCounts& before) {
  CountResiduals residuals{};
  for (size_t i = 0; i < kCountColumns; ++i) {
    residuals[i] = counts.*kCounts[i] - expected(i, counts, before);
  }
  return residuals;
}

std::optional<PeriodCounts> countsFrom(const CountResiduals& residuals,
                                       const PeriodCounts& before) {
  PeriodCounts counts;
  for (size_t i = 0; i < kCountColumns; ++i) {
    const int64_t count = expected(i, counts, before) + residuals[i];
    if (!isCount(count)) return std::nullopt;
    counts.*kCounts[i] = count;
  }
  return counts;
}

bool countsFit(const PeriodCounts& counts) {
  return std::all_of(std::begin(kCounts), std::end(kCounts),
                     [&](int64_t PeriodCounts::*each) { return isCount(counts.*each); });
}

std::optional<PeriodCounts> countsWith(const Fraction& wanted, int64_t opening, int64_t upgraded,
                                       const RateOptions& options) {
  const auto& [numerator, base, scale] = wanted;
  PeriodCounts counts;
  counts.opening = opening;
  counts.upgraded = upgraded;
  // Of an active base the numerator also counts who was not in opening; that part is made up here,
  // since only the sum is looked at.
  if (options.base == Base::active && options.numerator == Numerator::upgraded) {
    counts.upgradedNew = numerator - upgraded;
  } else {
    putNumerator(scale == 2 ? numerator / 2 : numerator, options, counts);
  }
  switch (options.base) {
    case Base::opening:
      break;
    case Base::eligible:
      counts.eligible = base;
      break;
    case Base::average:
      counts.closing = base - opening;
      break;
    case Base::active:
      counts.active = base;
      break;
    case Base::closing:
      counts.closing = base;
      break;
  }
  const Fraction found = fraction(counts, options.numerator, options.base);
  const bool same = found.numerator == numerator && found.base == base && found.scale == scale &&
                    counts.upgraded == upgraded;
  return same ? std::optional(counts) : std::nullopt;
}

bool isPlausible(const Fraction& fraction, bool share) {
  return fraction.numerator >= 0 && fraction.base >= 0 &&
         (!share || fraction.numerator <= fraction.base);
}

int64_t scaleOf(const RateOptions& options) { return options.base == Base::average ? 2 : 1; }

std::optional<PeriodCounts> countsOf(int64_t numerator, int64_t base, const RateOptions& options) {
  const int64_t scale = scaleOf(options);
  const bool upgrades = options.numerator == Numerator::upgraded && options.base != Base::eligible;
  return countsWith({numerator, base, scale}, options.base == Base::opening ? base : 0,
                    upgrades ? numerator / scale : 0, options);
}

OverlapResiduals residualsOf(const Overlap& overlap, const Share& first, const Share& second,
                             int64_t shared) {
  const int64_t both = static_cast<int64_t>(overlap.both);
  const int64_t onlyFirst = static_cast<int64_t>(overlap.onlyFirst);
  const int64_t onlySecond = static_cast<int64_t>(overlap.onlySecond);
  const int64_t all = both + onlyFirst + onlySecond + static_cast<int64_t>(overlap.neither);
  return {both, static_cast<int64_t>(first.count) - both - onlyFirst,
          static_cast<int64_t>(second.count) - both - onlySecond, all - shared};
}

std::optional<Overlap> overlapFrom(const OverlapResiduals& residuals, const Share& first,
                                   const Share& second, int64_t shared) {
  const int64_t both = residuals[0];
  const int64_t onlyFirst = static_cast<int64_t>(first.count) - both - residuals[1];
  const int64_t onlySecond = static_cast<int64_t>(second.count) - both - residuals[2];
  const int64_t neither = residuals[3] + shared - both - onlyFirst - onlySecond;
  for (const int64_t each : {both, onlyFirst, onlySecond, neither}) {
    if (!isCount(each)) return std::nullopt;
  }
  return Overlap{static_cast<uint64_t>(both), static_cast<uint64_t>(onlyFirst),
                 static_cast<uint64_t>(onlySecond), static_cast<uint64_t>(neither)};
}

}  // namespace upgrade_rate
