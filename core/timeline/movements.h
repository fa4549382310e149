// What happened between two consecutive states of one customer.
//
// One movement per pair: the first of the list below that matches. What is unknown on either side
// never makes a movement, nor does the price alone where the currency changes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/timeline/states.h"

namespace upgrade_rate {

enum class Movement : uint8_t {
  none,
  newCustomer,   ///< never a customer before → tier
  reactivation,  ///< was a customer, then none or prospect → tier; never an upgrade
  churn,         ///< tier → none or prospect
  upgrade,       ///< tier → higher tier
  downgrade,     ///< tier → lower tier
  expansion,     ///< add-on gained or quantity up; or value up with quantity unknown
  contraction,   ///< the reverse
  switchPlan,    ///< other plan of the same tier
  priceRise,     ///< same plan and known quantities, value up
  priceCut,
};
constexpr size_t kMovements = 11;

/// Between two states on one tier. `addOns`: what both index.
Movement movementOnTier(const State& before, const State& after, std::span<const AddOn> addOns);

/// `wasCustomer`: on a tier at any time up to `before`. `addOns`: what both states index.
inline Movement movementBetween(const State& before, const State& after, bool wasCustomer,
                                std::span<const AddOn> addOns) {
  if (!before.onTier()) {
    if (!after.onTier()) return Movement::none;
    return wasCustomer ? Movement::reactivation : Movement::newCustomer;
  }
  if (!after.onTier()) return Movement::churn;
  if (after.tier > before.tier) return Movement::upgrade;
  if (after.tier < before.tier) return Movement::downgrade;
  return movementOnTier(before, after, addOns);
}

/// The movement that leads to each of a customer's states. `heldBefore`: a customer from before the
/// data, so that none leads to the first state.
void movementsOf(std::span<const State> states, std::span<const AddOn> addOns, bool heldBefore,
                 std::vector<Movement>& movements);

}  // namespace upgrade_rate
