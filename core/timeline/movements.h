// What happened between two consecutive states of one customer.
//
// One movement per pair: the first of the list below that matches. What is unknown on either side
// never makes a movement.
#pragma once

#include <cstdint>
#include <span>

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

/// `wasCustomer`: on a tier at any time up to `before`. `addOns`: what both states index.
Movement movementBetween(const State& before, const State& after, bool wasCustomer,
                         std::span<const AddOn> addOns);

}  // namespace upgrade_rate
