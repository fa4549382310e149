// The counts of one period, and how they are made from the states of all customers.
//
// Method: between two changes a customer's state only has to be added to the periods that it
// spans, which difference arrays do at the cost of two additions. Only the periods in which
// something changes are looked at one by one. So a customer costs as much as it has states, not as
// much as there are periods.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/kpi/overlap.h"
#include "core/timeline/movements.h"
#include "core/timeline/states.h"

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

/// Adds customers up over consecutive periods.
class PeriodCounter {
 public:
  /// `boundaries`: ascending instants, one more than there are periods. `tiers`: every tier that
  /// states can stand on, ascending.
  PeriodCounter(std::span<const int64_t> boundaries, std::span<const int32_t> tiers,
                const CountOptions& options, std::span<const int32_t> yearBefore);

  void add(std::span<const State> states, std::span<const AddOn> addOns);

  /// The counts, after the last customer. Call once.
  std::vector<PeriodCounts> finish();
  /// How each period's base and numerator overlap with those of the one before, or a year before.
  const OverlapCounter& withPrevious() const { return withPrevious_; }
  const OverlapCounter& withYearBefore() const { return withYearBefore_; }

 private:
  struct Visit;
  int32_t periodOf(int64_t instant, int32_t notBefore) const;
  void addQuiet(const State& state, int32_t first, int32_t last);
  void addStretch(const State& state, int32_t firstBoundary, int32_t lastBoundary);
  void addVisit(const Visit& visit, size_t period);
  bool inBase(const State& opening, bool active) const;
  bool counts(const Visit& visit) const;
  size_t tierIndex(int32_t tier) const;

  std::span<const int64_t> boundaries_;
  std::vector<int32_t> tiers_;
  CountOptions options_;
  std::vector<PeriodCounts> periods_;
  std::vector<TierCounts> tierCounts_;     // [period * tiers + tier]; opening as differences
  std::vector<int64_t> tierOpening_;       // differences, [boundary * tiers + tier]
  std::vector<int64_t> prospectsOpening_;  // differences, per boundary
  OverlapCounter withPrevious_;
  OverlapCounter withYearBefore_;
  Membership membership_;  // of the customer being added
};

}  // namespace upgrade_rate
