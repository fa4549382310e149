#include "core/kpi/counts.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/kpi/rate.h"

namespace upgrade_rate {

namespace {

constexpr int32_t kClosed = -1;

// Which rung a movement leads to as far as counts depend on it: none, a lower, a higher one.
Rung anyRungAfter(Rung from, Movement movement) {
  switch (movement) {
    case Movement::churn:
      return kNoRung;
    case Movement::newCustomer:
    case Movement::reactivation:
      return kFirstTierRung;
    case Movement::upgrade:
      return from + 1;
    case Movement::downgrade:
      return from - 1;
    default:
      return from;
  }
}

}  // namespace

std::vector<int32_t> previousPeriods(size_t periods) {
  std::vector<int32_t> previous(periods);
  std::iota(previous.begin(), previous.end(), -1);
  return previous;
}

// What one customer did in one period in which it took a step.
struct PeriodCounter::Visit {
  Rung opening;
  Rung closing;
  bool onTier;  // at the start, or from an instant within
  int64_t upgrades = 0;
  bool newCustomer = false, converted = false, reactivated = false;
  bool upsold = false, downgraded = false, churned = false;

  explicit Visit(Rung rung) : opening(rung), closing(rung), onTier(upgrade_rate::onTier(rung)) {}

  bool inOpening() const { return upgrade_rate::onTier(opening); }
  bool inClosing() const { return upgrade_rate::onTier(closing); }
  bool upgraded() const { return upgrades > 0; }
  bool kept() const { return inOpening() && upgraded() && inClosing() && closing > opening; }

  void take(Movement movement, Rung to) {
    upgrades += movement == Movement::upgrade ? 1 : 0;
    newCustomer |= movement == Movement::newCustomer;
    converted |= movement == Movement::newCustomer && closing == kProspectRung;
    reactivated |= movement == Movement::reactivation;
    upsold |= movement == Movement::expansion;
    downgraded |= movement == Movement::downgrade;
    churned |= movement == Movement::churn;
    onTier |= upgrade_rate::onTier(to);
    closing = to;
  }
};

PeriodCounter::PeriodCounter(std::vector<int32_t> boundaries, std::span<const int32_t> tiers,
                             const CountOptions& options, std::span<const int32_t> yearBefore)
    : boundaries_(std::move(boundaries)),
      tiers_(tiers.begin(), tiers.end()),
      options_(options),
      overlaps_(isShare(options.numerator, options.base)),
      periodOfDay_(boundaries_.back() - boundaries_.front()),
      rungs_(kFirstTierRung + tiers.size()),
      periods_(boundaries_.size() - 1),
      tallies_(periods_.size() * rungs_ * kTallies),
      arrived_(boundaries_.size() * rungs_),
      tierCounts_(periods_.size() * tiers.size()),
      withPrevious_(previousPeriods(periods_.size())),
      withYearBefore_(std::vector<int32_t>(yearBefore.begin(), yearBefore.end())) {
  for (size_t p = 0; p < periods_.size(); ++p) {
    std::fill(periodOfDay_.begin() + (boundaries_[p] - boundaries_.front()),
              periodOfDay_.begin() + (boundaries_[p + 1] - boundaries_.front()),
              static_cast<int32_t>(p));
  }
  for (Rung rung = 0; rung < rungs_; ++rung) {
    inBase_.push_back(options_.base == Base::eligible ? eligible(rung) : onTier(rung));
  }
  for (size_t how = 0; how < kMovements; ++how) {
    // From the lowest tier: only an upgrade asks for the rung it came from, to see that it is kept.
    Visit visit(kFirstTierRung);
    const Movement movement = static_cast<Movement>(how);
    visit.take(movement, anyRungAfter(kFirstTierRung, movement));
    counted_[how] = counts(visit);
  }
}

// The period that holds `day`: -1 before the first, the number of periods after the last.
int32_t PeriodCounter::periodOf(int32_t day) const {
  const int32_t at = day - boundaries_.front();
  if (at < 0) return -1;
  if (static_cast<size_t>(at) >= periodOfDay_.size()) return static_cast<int32_t>(periods_.size());
  return periodOfDay_[at];
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

// Keeps the runs of periods in which the customer is in the base, and the periods it counts in.
// `active`: on a tier at some time in the period.
void PeriodCounter::follow(Rung opening, Rung closing, bool active, bool counted, int32_t period) {
  const bool was = inBase_[opening];
  const bool stays = inBase_[closing];
  const bool within = was || (active && options_.base == Base::active);
  if (!was && within) baseSince_ = period;
  if (!was && !within && stays) baseSince_ = period + 1;
  if (baseSince_ != kClosed && !stays) {
    membership_.addBase(baseSince_, period);
    baseSince_ = kClosed;
  }
  if (within && counted) membership_.counted.push_back(period);
}

PeriodCounter::Visit PeriodCounter::visitOf(std::span<const Step> steps, Rung from) const {
  Visit visit(from);
  for (const Step& step : steps) visit.take(step.movement(), step.rung());
  return visit;
}

void PeriodCounter::add(std::span<const Step> steps) {
  const int32_t periods = static_cast<int32_t>(periods_.size());
  membership_.clear();
  size_t i = 0;
  Rung rung = kNoRung;
  for (; i < steps.size() && steps[i].day < boundaries_.front(); ++i) rung = steps[i].rung();
  ++arrived_[rung];
  baseSince_ = inBase_[rung] ? 0 : kClosed;
  while (i < steps.size()) {
    const int32_t period = periodOf(steps[i].day);
    if (period >= periods) break;
    const int32_t end = boundaries_[period + 1];
    const size_t first = i;
    while (++i < steps.size() && steps[i].day < end) {
    }
    const Rung opening = rung;
    rung = steps[i - 1].rung();
    size_t how = static_cast<size_t>(steps[first].movement());
    bool active = onTier(opening) || onTier(rung);
    bool counted = counted_[how];
    // Who was there before the data came by no movement: what that leads to, it does not tell.
    const bool known =
        how == static_cast<size_t>(Movement::none) && onTier(rung) && !onTier(opening);
    if (i - first > 1 || known) {
      const Visit visit = visitOf(steps.subspan(first, i - first), opening);
      addVisit(visit, period, 1);
      how = kSeveral;
      active = visit.onTier;
      counted = counts(visit);
    }
    ++tallies_[(period * rungs_ + opening) * kTallies + how];
    ++arrived_[(period + 1) * rungs_ + rung];
    if (overlaps_) follow(opening, rung, active, counted, period);
  }
  if (!overlaps_) return;
  if (baseSince_ != kClosed) membership_.addBase(baseSince_, periods - 1);
  withPrevious_.add(membership_);
  if (!withYearBefore_.empty()) withYearBefore_.add(membership_);
}

void PeriodCounter::addVisit(const Visit& visit, size_t period, int64_t times) {
  PeriodCounts& counts = periods_[period];
  const bool inOpening = visit.inOpening();
  const bool upgradedOrUpsold = visit.upgraded() || visit.upsold;
  counts.joined += times * (!inOpening && visit.inClosing());
  counts.left += times * (inOpening && !visit.inClosing());
  counts.newCustomers += times * visit.newCustomer;
  counts.converted += times * visit.converted;
  counts.reactivated += times * visit.reactivated;
  counts.active += times * (!inOpening && visit.onTier);  // those in opening: countOpening()
  counts.upgradeEvents += times * visit.upgrades;
  (inOpening ? counts.upgraded : counts.upgradedNew) += times * visit.upgraded();
  (inOpening ? counts.upsold : counts.upsoldNew) += times * visit.upsold;
  (inOpening ? counts.upgradedOrUpsold : counts.upgradedOrUpsoldNew) += times * upgradedOrUpsold;
  if (!inOpening) return;
  counts.kept += times * visit.kept();
  counts.downgraded += times * visit.downgraded;
  counts.churned += times * visit.churned;
  TierCounts& tier = tierCounts_[period * tiers_.size() + visit.opening - kFirstTierRung];
  tier.upgraded += times * visit.upgraded();
  tier.downgraded += times * visit.downgraded;
  tier.churned += times * visit.churned;
  if (!eligible(visit.opening)) return;
  counts.upgradedEligible += times * visit.upgraded();
  counts.keptEligible += times * visit.kept();
  counts.upsoldEligible += times * visit.upsold;
  counts.upgradedOrUpsoldEligible += times * upgradedOrUpsold;
  counts.upgradeEventsEligible += times * visit.upgrades;
}

// Visits of one step.
void PeriodCounter::addTallies(size_t period) {
  for (Rung from = 0; from < rungs_; ++from) {
    for (size_t how = 0; how < kMovements; ++how) {
      const int64_t times = tallies_[(period * rungs_ + from) * kTallies + how];
      if (times == 0) continue;
      Visit visit(from);
      const Movement movement = static_cast<Movement>(how);
      visit.take(movement, anyRungAfter(from, movement));
      addVisit(visit, period, times);
    }
  }
}

void PeriodCounter::countOpening(size_t boundary, const std::vector<int64_t>& onRung) {
  const int64_t opening =
      std::accumulate(onRung.begin() + kFirstTierRung, onRung.end(), int64_t{0});
  if (boundary > 0) periods_[boundary - 1].closing = opening;
  if (boundary == periods_.size()) return;
  PeriodCounts& counts = periods_[boundary];
  counts.opening = opening;
  counts.prospects = onRung[kProspectRung];
  counts.active += opening;
  for (size_t t = 0; t < tiers_.size(); ++t) {
    const int64_t onTier = onRung[kFirstTierRung + t];
    if (onTier == 0) continue;
    if (tiers_[t] < options_.topTier) counts.eligible += onTier;
    TierCounts tier = tierCounts_[boundary * tiers_.size() + t];
    tier.tier = tiers_[t];
    tier.opening = onTier;
    counts.byTier.push_back(tier);
  }
}

std::vector<PeriodCounts> PeriodCounter::finish() {
  withPrevious_.finish();
  withYearBefore_.finish();
  std::vector<int64_t> onRung(rungs_);
  for (size_t boundary = 0; boundary < boundaries_.size(); ++boundary) {
    for (Rung rung = 0; rung < rungs_; ++rung) {
      onRung[rung] += arrived_[boundary * rungs_ + rung];
      if (boundary == 0) continue;
      const uint32_t* left = &tallies_[((boundary - 1) * rungs_ + rung) * kTallies];
      onRung[rung] -= std::accumulate(left, left + kTallies, int64_t{0});
    }
    if (boundary < periods_.size()) addTallies(boundary);
    countOpening(boundary, onRung);
  }
  return std::move(periods_);
}

}  // namespace upgrade_rate
