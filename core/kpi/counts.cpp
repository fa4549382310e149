#include "core/kpi/counts.h"

#include <algorithm>
#include <numeric>

namespace upgrade_rate {

namespace {

constexpr State kBeforeAll{0, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};

std::vector<int32_t> previousOf(size_t periods) {
  std::vector<int32_t> previous(periods);
  std::iota(previous.begin(), previous.end(), -1);
  return previous;
}

}  // namespace

// What one customer did in one period in which its state changed.
struct PeriodCounter::Visit {
  State opening;
  State closing;
  bool onTier = false;  // at the start, or from an instant within
  int64_t upgrades = 0;
  bool newCustomer = false, converted = false, reactivated = false;
  bool upsold = false, downgraded = false, churned = false;

  bool inOpening() const { return opening.onTier(); }
  bool upgraded() const { return upgrades > 0; }
  bool kept() const {
    return inOpening() && upgraded() && closing.onTier() && closing.tier > opening.tier;
  }

  void take(Movement movement, const State& before, const State& after) {
    closing = after;
    onTier |= after.onTier();
    upgrades += movement == Movement::upgrade ? 1 : 0;
    newCustomer |= movement == Movement::newCustomer;
    converted |= movement == Movement::newCustomer && before.standing == Standing::prospect;
    reactivated |= movement == Movement::reactivation;
    upsold |= movement == Movement::expansion;
    downgraded |= movement == Movement::downgrade;
    churned |= movement == Movement::churn;
  }
};

PeriodCounter::PeriodCounter(std::span<const int64_t> boundaries, std::span<const int32_t> tiers,
                             const CountOptions& options, std::span<const int32_t> yearBefore)
    : boundaries_(boundaries),
      tiers_(tiers.begin(), tiers.end()),
      options_(options),
      periods_(boundaries.size() - 1),
      tierCounts_(periods_.size() * tiers.size()),
      tierOpening_((boundaries.size() + 1) * tiers.size()),
      prospectsOpening_(boundaries.size() + 1),
      withPrevious_(previousOf(periods_.size())),
      withYearBefore_(std::vector<int32_t>(yearBefore.begin(), yearBefore.end())) {}

size_t PeriodCounter::tierIndex(int32_t tier) const {
  return std::lower_bound(tiers_.begin(), tiers_.end(), tier) - tiers_.begin();
}

// `state` is in force at the boundaries [firstBoundary, lastBoundary] (clipped to those we have).
void PeriodCounter::addStretch(const State& state, int32_t firstBoundary, int32_t lastBoundary) {
  const int32_t first = std::max(firstBoundary, 0);
  const int32_t last = std::min(lastBoundary, static_cast<int32_t>(boundaries_.size()) - 1);
  if (first > last || state.standing == Standing::none) return;
  if (state.standing == Standing::prospect) {
    ++prospectsOpening_[first];
    --prospectsOpening_[last + 1];
    return;
  }
  const size_t tier = tierIndex(state.tier);
  ++tierOpening_[first * tiers_.size() + tier];
  --tierOpening_[(last + 1) * tiers_.size() + tier];
}

bool PeriodCounter::inBase(const State& opening, bool active) const {
  if (options_.base == Base::active) return active;
  if (options_.base == Base::eligible) return opening.onTier() && opening.tier < options_.topTier;
  return opening.onTier();
}

bool PeriodCounter::counts(const Visit& visit) const {
  switch (options_.numerator) {
    case Numerator::upgraded:
      return visit.upgraded();
    case Numerator::kept:
      return visit.kept();
    case Numerator::upsold:
      return visit.upsold;
    case Numerator::upgradedOrUpsold:
      return visit.upgraded() || visit.upsold;
    case Numerator::upgradeEvents:
      return false;  // events are no share of customers: no interval, no overlap
  }
  return false;
}

void PeriodCounter::addVisit(const Visit& visit, size_t period) {
  PeriodCounts& counts = periods_[period];
  const bool inOpening = visit.inOpening();
  const bool eligible = inOpening && visit.opening.tier < options_.topTier;
  const bool upgradedOrUpsold = visit.upgraded() || visit.upsold;
  counts.joined += !inOpening && visit.closing.onTier();
  counts.left += inOpening && !visit.closing.onTier();
  counts.newCustomers += visit.newCustomer;
  counts.converted += visit.converted;
  counts.reactivated += visit.reactivated;
  counts.active += !inOpening && visit.onTier;  // those in opening are added in finish()
  counts.upgradeEvents += visit.upgrades;
  (inOpening ? counts.upgraded : counts.upgradedNew) += visit.upgraded();
  (inOpening ? counts.upsold : counts.upsoldNew) += visit.upsold;
  (inOpening ? counts.upgradedOrUpsold : counts.upgradedOrUpsoldNew) += upgradedOrUpsold;
  if (!inOpening) return;
  counts.kept += visit.kept();
  counts.downgraded += visit.downgraded;
  counts.churned += visit.churned;
  TierCounts& tier = tierCounts_[period * tiers_.size() + tierIndex(visit.opening.tier)];
  tier.upgraded += visit.upgraded();
  tier.downgraded += visit.downgraded;
  tier.churned += visit.churned;
  if (!eligible) return;
  counts.upgradedEligible += visit.upgraded();
  counts.keptEligible += visit.kept();
  counts.upsoldEligible += visit.upsold;
  counts.upgradedOrUpsoldEligible += upgradedOrUpsold;
  counts.upgradeEventsEligible += visit.upgrades;
}

// The period that holds `instant`: -1 before the first, the number of periods after the last.
int32_t PeriodCounter::periodOf(int64_t instant, int32_t notBefore) const {
  const auto begin = boundaries_.begin();
  const auto after = std::upper_bound(begin + std::max(notBefore, 0), boundaries_.end(), instant);
  return static_cast<int32_t>(after - begin) - 1;
}

// No state changes in the periods [first, last]; `state` is in force throughout.
void PeriodCounter::addQuiet(const State& state, int32_t first, int32_t last) {
  addStretch(state, first, last + 1);
  if (inBase(state, state.onTier())) {
    const int32_t periods = static_cast<int32_t>(periods_.size());
    membership_.addBase(std::max(first, 0), std::min(last, periods - 1));
  }
}

void PeriodCounter::add(std::span<const State> states, std::span<const AddOn> addOns) {
  membership_.clear();
  const int32_t periods = static_cast<int32_t>(periods_.size());
  State state = kBeforeAll;
  bool wasCustomer = false;
  int32_t lastPeriod = -1;  // the last one looked at; -1 is all time before the first boundary
  for (size_t i = 0; i < states.size();) {
    const int32_t period = periodOf(states[i].instant, lastPeriod);
    addQuiet(state, lastPeriod + 1, period - 1);
    Visit visit{state, state};
    visit.onTier = state.onTier();
    const int64_t end = period < periods ? boundaries_[period + 1] : INT64_MAX;
    for (; i < states.size() && states[i].instant < end; ++i) {
      visit.take(movementBetween(state, states[i], wasCustomer, addOns), state, states[i]);
      state = states[i];
      wasCustomer |= state.onTier();
    }
    lastPeriod = period;
    if (period < 0 || period >= periods) continue;
    addVisit(visit, period);
    if (!inBase(visit.opening, visit.onTier)) continue;
    membership_.addBase(period, period);
    if (counts(visit)) membership_.counted.push_back(period);
  }
  addQuiet(state, lastPeriod + 1, periods - 1);
  withPrevious_.add(membership_);
  if (!withYearBefore_.empty()) withYearBefore_.add(membership_);
}

std::vector<PeriodCounts> PeriodCounter::finish() {
  withPrevious_.finish();
  withYearBefore_.finish();
  const size_t tiers = tiers_.size();
  std::vector<int64_t> onTier(tiers);
  int64_t prospects = 0;
  int64_t opening = 0;
  for (size_t boundary = 0; boundary < boundaries_.size(); ++boundary) {
    prospects += prospectsOpening_[boundary];
    for (size_t t = 0; t < tiers; ++t) onTier[t] += tierOpening_[boundary * tiers + t];
    opening = std::accumulate(onTier.begin(), onTier.end(), int64_t{0});
    if (boundary > 0) periods_[boundary - 1].closing = opening;
    if (boundary == periods_.size()) break;
    PeriodCounts& counts = periods_[boundary];
    counts.opening = opening;
    counts.prospects = prospects;
    counts.active += opening;
    for (size_t t = 0; t < tiers; ++t) {
      if (onTier[t] == 0) continue;
      if (tiers_[t] < options_.topTier) counts.eligible += onTier[t];
      TierCounts tier = tierCounts_[boundary * tiers + t];
      tier.tier = tiers_[t];
      tier.opening = onTier[t];
      counts.byTier.push_back(tier);
    }
  }
  return std::move(periods_);
}

}  // namespace upgrade_rate
