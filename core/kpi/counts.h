// The counts of one period, and how they are made from the steps of all customers.
//
// Method: nearly every customer who changes in a period does so once. Such a visit is told by its
// period, the rung it started on and its movement, so it is only tallied: two additions, and the
// counts are made of the tallies at the end. Visits of several steps are looked at one by one. How
// many stand on each rung at the start of each period follows from who came and went. So a customer
// costs as much as it has steps, not as much as there are periods.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/kpi/overlap.h"
#include "core/timeline/steps.h"

namespace upgrade_rate {

enum class Numerator : uint8_t { upgraded, kept, upsold, upgradedOrUpsold, upgradeEvents };
enum class Base : uint8_t { opening, eligible, average, active, closing };

struct TierCounts {
  int32_t tier;
  int64_t opening = 0, upgraded = 0, downgraded = 0, churned = 0;
};

/// Distinct customers, unless it says otherwise. `…New`: not in opening. `…Eligible`: of those in
/// opening below the top tier.
struct PeriodCounts {
  int64_t opening = 0, closing = 0, joined = 0, left = 0;
  int64_t newCustomers = 0, reactivated = 0, converted = 0, prospects = 0;
  int64_t active = 0, eligible = 0;
  int64_t upgraded = 0, kept = 0, upsold = 0, upgradedOrUpsold = 0;
  int64_t upgradedNew = 0, upsoldNew = 0, upgradedOrUpsoldNew = 0;
  int64_t upgradedEligible = 0, keptEligible = 0, upsoldEligible = 0, upgradedOrUpsoldEligible = 0;
  int64_t upgradeEvents = 0;          ///< movements, of all customers
  int64_t upgradeEventsEligible = 0;  ///< movements, of eligible customers
  int64_t downgraded = 0, churned = 0;
  std::vector<TierCounts> byTier;  ///< ascending; tiers held by nobody at the start left out
};

/// What to count beside the plain counts: who is in the chosen base and numerator of two periods,
/// for the interval of a change.
struct CountOptions {
  int32_t topTier = 0;  ///< the highest tier of the settings, held or not
  Numerator numerator = Numerator::upgraded;
  Base base = Base::opening;
};

/// The counts of consecutive periods, and what each shares with an earlier one.
struct Counted {
  std::vector<PeriodCounts> counts;
  std::vector<Overlap> withPrevious, withYearBefore;
};

/// For each of so many periods the one before it, -1 for the first.
std::vector<int32_t> previousPeriods(size_t periods);

/// Adds customers up over consecutive periods.
class PeriodCounter {
 public:
  /// `boundaries`: ascending local days, one more than there are periods. `tiers`: every tier that
  /// rungs stand for, ascending. `yearBefore`: per period an earlier one, or -1; or empty.
  PeriodCounter(std::vector<int32_t> boundaries, std::span<const int32_t> tiers,
                const CountOptions& options, std::span<const int32_t> yearBefore);

  /// One customer's steps.
  void add(std::span<const Step> steps);
  /// Those of all customers, one after the other.
  void addAll(std::span<const Step> steps);

  /// The counts, after the last customer, and how each period's base and numerator overlap with
  /// those of the one before, or a year before: not at all where the rate is no share. Call once.
  Counted finish();
  /// What the customer that was added last is in the last period in which it changed.
  NeighbourOverlap::Part last() const { return lastPart_; }

 private:
  struct Visit;
  const Step* addCustomer(const Step* step, const Step* end);
  static constexpr size_t kSeveral = kMovements;  // a visit of several steps, in tallies_
  static constexpr size_t kTallies = kMovements + 1;

  bool eligible(Rung rung) const {
    return onTier(rung) && tiers_[rung - kFirstTierRung] < options_.topTier;
  }
  bool counts(const Visit& visit) const;
  Visit visitOf(std::span<const Step> steps, Rung from) const;
  void follow(Rung opening, Rung closing, NeighbourOverlap::Part part, int32_t period);
  int64_t inBase(const PeriodCounts& counts) const;
  void addVisit(const Visit& visit, size_t period, int64_t times);
  void addTallies(size_t period);
  void countOpening(size_t boundary, const std::vector<int64_t>& onRung);

  std::vector<int32_t> boundaries_;
  std::vector<int32_t> tiers_;
  CountOptions options_;
  bool overlaps_;  // the rate is a share, so bases and numerators of periods are compared
  bool years_;     // some of them with those of an earlier period than the one before
  std::vector<int32_t> periodOfDay_;  // from the first boundary to before the last
  std::vector<uint8_t> inBase_;       // per rung, whether who starts a period on it is in the base
  std::array<bool, kMovements> counted_;  // whether a visit of this step alone is in the numerator
  size_t rungs_;
  std::vector<PeriodCounts> periods_;
  std::vector<uint32_t> tallies_;       // visits, [(period * rungs + first rung) * kTallies + how]
  std::vector<uint32_t> arrived_;       // [boundary * rungs + rung], by the period before it
  std::vector<TierCounts> tierCounts_;  // [period * tiers + tier]
  NeighbourOverlap withPrevious_;
  OverlapCounter withYearBefore_;
  NeighbourOverlap::Part lastPart_ = 0;
  Membership membership_;  // of the customer being added, where years_
  int32_t baseSince_;      // the first period of the run in the base that is still open, or kClosed
};

}  // namespace upgrade_rate
