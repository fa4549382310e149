// What is known of one customer once the rows are states: everything that counts customers is
// handed one of these after the other.
#pragma once

#include <cstdint>
#include <span>

#include "core/timeline/movements.h"
#include "core/timeline/states.h"

namespace upgrade_rate {

/// Holds until the next customer's. `movements[i]` leads to `states[i]`; that of the first state is
/// newCustomer where it is on a tier, else none.
struct CustomerHistory {
  uint32_t customer;  ///< index into Events::customers
  std::span<const State> states;
  std::span<const AddOn> addOns;  ///< what the states index
  std::span<const Movement> movements;
};

}  // namespace upgrade_rate
