// What is known of one customer once the rows are states: everything that counts customers by
// their states is handed one of these after the other.
//
// A new counter is a class with `add(const CustomerHistory&)` and a `finish` that gives its
// figures. One whose rules are those of the states alone is called in Walker::followAll
// (core/kpi/walk.cpp), in the pass that is made anyway. One that also asks for a period, a window
// or another setting runs over `eachHistory` (core/kpi/walk.h), and AnalysisCache keeps what it
// counted beside these rules. What only asks who changed tier on which day is a counter of steps
// instead (core/timeline/steps.h, Analyser::count): that costs a fifth.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/timeline/movements.h"
#include "core/timeline/states.h"

namespace upgrade_rate {

/// Holds until the next customer's. `movements[i]` leads to `states[i]`; that of the first state is
/// newCustomer where it is on a tier and was not held before the data, else none.
struct CustomerHistory {
  uint32_t customer;  ///< index into Events::customers
  std::span<const State> states;
  std::span<const AddOn> addOns;  ///< what the states index
  std::span<const Movement> movements;
  std::optional<InstantSpan> span{};   ///< of subscriptions only, see SubscriptionStates::span
  bool heldBefore = false;             ///< a customer from before the data, or its first snapshot
  ChangeNotes changes{};               ///< of changes and movements only
  std::span<const int32_t> gapDays{};  ///< StateBuilder::gapDays
};

}  // namespace upgrade_rate
