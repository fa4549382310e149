// Money: what customers pay per month at the start and the end of every period, which movements
// made the difference, and how much of it was kept; each currency by itself.
//
// Method: every pair of consecutive states adds its difference to the period it lies in. The sum at
// the start of each period is that of all differences before it, so a customer costs as many steps
// as it has states. Retention starts from the sum over all customers in opening: those who do not
// change in the period keep their value, so only those who change are looked at, at both ends.
// All sums are exact.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/kpi/period_finder.h"
#include "core/timeline/history.h"

namespace upgrade_rate {

/// Millionths per month.
__extension__ using MoneySum = __int128;

/// What a difference belongs to: the movement, or one of the last three kinds.
enum class MoneyPart : uint8_t {
  newCustomer,
  reactivation,
  upgrade,
  downgrade,
  expansion,
  contraction,
  switchPlan,
  priceRise,
  priceCut,
  currencyChange,  ///< from one currency to another, but for the movements of who comes and goes
  churn,
  unvalued,  ///< a side is unknown and counts 0
};
constexpr size_t kMoneyParts = 12;

/// One period in one currency. closing = opening + the sum of all parts.
struct Money {
  MoneySum opening = 0, closing = 0;
  std::array<MoneySum, kMoneyParts> parts{};
  int64_t openingCustomers = 0, closingCustomers = 0;  ///< with a known value
  /// Of upgrades and expansions of customers in opening, with a known value on both sides.
  MoneySum upgradeValue = 0, upsellValue = 0;
  int64_t upgradedCustomers = 0;  ///< behind upgradeValue
  /// Customers in opening whose value is known at both ends, in this currency (who left has 0).
  MoneySum retainedFrom = 0, retainedTo = 0;
  MoneySum retainedCapped = 0;  ///< each at most what it was

  MoneySum part(MoneyPart which) const { return parts[static_cast<size_t>(which)]; }
  /// Nothing where the sum to divide by is not above 0.
  std::optional<double> netRetention() const;
  std::optional<double> grossRetention() const;
  /// Major units; nothing where there is no customer to divide by.
  std::optional<double> upliftPerUpgraded() const;
  std::optional<double> arpcOpening() const;
  std::optional<double> arpcClosing() const;
};

struct CurrencyMoney {
  std::string currency;  ///< empty where none is known
  Money money;
};

class MoneyCounter {
 public:
  /// `boundaries`: of consecutive periods. `currencies`: how many there are beside kNoCurrency.
  MoneyCounter(std::span<const int64_t> boundaries, size_t currencies);

  void add(const CustomerHistory& history);
  /// Per period the money in currency `slot`: an index, or `currencies` for kNoCurrency.
  std::vector<Money> finish(size_t slot) const;
  size_t slots() const { return seen_.size(); }
  /// Whether any customer ever had a known value in it.
  bool seen(size_t slot) const { return seen_[slot]; }
  /// Customers whose value was unknown at some time.
  uint64_t unknownCustomers() const { return unknownCustomers_; }

 private:
  struct Held;
  // Sums of one period, or of all time before the first.
  struct Differences {
    std::array<MoneySum, kMoneyParts> parts{};
    int64_t customers = 0;
    MoneySum upgradeValue = 0, upsellValue = 0;
    int64_t upgradedCustomers = 0;
    MoneySum excluded = 0, kept = 0, lost = 0;  // of who is in opening and changes
  };

  Held heldIn(const State& state);
  Differences& at(size_t slot, int32_t period) {
    return differences_[slot * (static_cast<size_t>(finder_.periods()) + 1) +
                        static_cast<size_t>(period + 1)];
  }
  void move(int32_t period, const Held& before, const Held& after, Movement movement, bool opened);
  void addUpgrades(int32_t period, size_t slot, Movement movement, MoneySum difference);
  void retain(int32_t period, const Held& opening, const Held& closing);

  PeriodFinder finder_;
  std::vector<Differences> differences_;  // [slot][period + 1]
  std::vector<bool> seen_;                // per slot
  std::vector<uint64_t> upgradedVisit_;   // per slot, the last visit that was counted
  uint64_t visit_ = 0;                    // a customer in a period
  uint64_t unknownCustomers_ = 0;
};

}  // namespace upgrade_rate
