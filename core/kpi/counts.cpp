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
      years_(overlaps_ && std::any_of(yearBefore.begin(), yearBefore.end(),
                                      [](int32_t earlier) { return earlier >= 0; })),
      periodOfDay_(boundaries_.back() - boundaries_.front()),
      rungs_(kFirstTierRung + tiers.size()),
      periods_(boundaries_.size() - 1),
      tallies_(periods_.size() * rungs_ * kTallies),
      arrived_(boundaries_.size() * rungs_),
      tierCounts_(periods_.size() * tiers.size()),
      withPrevious_(periods_.size()),
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
void PeriodCounter::follow(Rung opening, Rung closing, NeighbourOverlap::Part part,
                           int32_t period) {
  const bool was = inBase_[opening];
  const bool stays = inBase_[closing];
  if (!was && part != 0) baseSince_ = period;
  if (!was && part == 0 && stays) baseSince_ = period + 1;
  if (baseSince_ != kClosed && !stays) {
    membership_.addBase(baseSince_, period);
    baseSince_ = kClosed;
  }
  if (part & NeighbourOverlap::kNumerator) membership_.counted.push_back(period);
}

PeriodCounter::Visit PeriodCounter::visitOf(std::span<const Step> steps, Rung from) const {
  Visit visit(from);
  for (const Step& step : steps) visit.take(step.movement(), step.rung());
  return visit;
}

// Every step of every customer comes through here each time a setting changes, so this is one loop
// that asks each step as little as it can, and is as long as that takes. What is stored to is held
// in locals, or the compiler would load the pointers again after every store.
// NOLINTNEXTLINE(readability-function-cognitive-complexity,readability-function-size)
const Step* PeriodCounter::addCustomer(const Step* step, const Step* end) {
  const int32_t* const boundaries = boundaries_.data();
  const int32_t* const periodOfDay = periodOfDay_.data();
  const uint8_t* const inBase = inBase_.data();
  uint32_t* const tallies = tallies_.data();
  uint32_t* const arrived = arrived_.data();
  const uint32_t rungs = static_cast<uint32_t>(rungs_),
                 days = static_cast<uint32_t>(periodOfDay_.size());
  const int32_t firstDay = boundaries[0];
  const bool activeIsBase = options_.base == Base::active;
  const bool years = years_;
  bool more = step != end;
  const auto advance = [&] { more = ++step != end && !step->first(); };

  Rung rung = kNoRung;
  while (more && step->day < firstDay) {
    rung = step->rung();
    advance();
  }
  ++arrived[rung];
  NeighbourOverlap::Part part = inBase[rung];
  NeighbourOverlap::Customer overlap(withPrevious_, part);
  if (years) {
    membership_.clear();
    baseSince_ = inBase[rung] ? 0 : kClosed;
  }
  while (more) {
    const uint32_t day = static_cast<uint32_t>(step->day - firstDay);
    if (day >= days) {  // after the last period
      while (more) advance();
      break;
    }
    const int32_t period = periodOfDay[day];
    const int32_t endDay = boundaries[period + 1];
    const Step* const first = step;
    const Rung opening = rung;
    uint32_t how = static_cast<uint32_t>(first->movement());
    rung = first->rung();
    advance();
    bool counted = counted_[how];
    bool active = onTier(opening) || onTier(rung);
    // Who was there before the data came by no movement: what that leads to, it does not tell.
    const bool known =
        how == static_cast<uint32_t>(Movement::none) && onTier(rung) && !onTier(opening);
    if ((more && step->day < endDay) || known) {
      while (more && step->day < endDay) advance();
      const Visit visit = visitOf({first, step}, opening);
      addVisit(visit, period, 1);
      rung = visit.closing;
      how = kSeveral;
      active = visit.onTier;
      counted = counts(visit);
    }
    ++tallies[(period * rungs + opening) * kTallies + how];
    ++arrived[(period + 1) * rungs + rung];
    const bool within = inBase[opening] | (activeIsBase & active);
    part = within ? NeighbourOverlap::kBase | (counted ? NeighbourOverlap::kNumerator : 0) : 0;
    overlap.change(period, part, inBase[rung]);
    if (years) follow(opening, rung, part, period);
  }
  overlap.close();
  lastPart_ = overlaps_ ? part : 0;
  if (years) {
    if (baseSince_ != kClosed) {
      membership_.addBase(baseSince_, static_cast<int32_t>(periods_.size()) - 1);
    }
    withYearBefore_.add(membership_);
  }
  return step;
}

void PeriodCounter::add(std::span<const Step> steps) {
  addCustomer(steps.data(), steps.data() + steps.size());
}

void PeriodCounter::addAll(std::span<const Step> steps) {
  const Step* const end = steps.data() + steps.size();
  for (const Step* step = steps.data(); step != end;) step = addCustomer(step, end);
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

int64_t PeriodCounter::inBase(const PeriodCounts& counts) const {
  return options_.base == Base::eligible ? counts.eligible
         : options_.base == Base::active ? counts.active
                                         : counts.opening;
}

Counted PeriodCounter::finish() {
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
  Counted counted{std::move(periods_), {}, {}};
  counted.withPrevious.resize(counted.counts.size());
  counted.withYearBefore.resize(counted.counts.size());
  if (!overlaps_) return counted;
  withYearBefore_.finish();
  for (size_t p = 0; p < counted.counts.size(); ++p) {
    const int32_t period = static_cast<int32_t>(p);
    counted.withPrevious[p] = withPrevious_.of(period, inBase(counted.counts[p]));
    if (years_) counted.withYearBefore[p] = withYearBefore_.of(period);
  }
  return counted;
}

}  // namespace upgrade_rate
