// From a customer's rows to the states that were in force, one after the other.
//
// Order of work, for each customer: rows at or after `dataUntil` are ignored; of several rows at
// one instant the last is used; blank values and quantities carry the previous ones while the plan
// is unchanged; consecutive states without a plan count as one; and a short gap between two paid
// plans is bridged, since billing systems do a plan swap as cancel-and-resubscribe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/timeline/order.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

enum class Standing : uint8_t { none, prospect, tier };

/// An add-on held beside the plan.
struct AddOn {
  uint32_t plan;
  int64_t quantity;  ///< millionths, or kUnknown
  int64_t value;     ///< millionths a month, or kUnknown
};

/// In force from `instant` until the next state's.
struct State {
  int64_t instant;
  uint32_t plan;  ///< kNoPlan unless on a tier or a prospect
  Standing standing;
  int32_t tier;                   ///< for Standing::tier
  int64_t value;                  ///< plan and add-ons together; kUnknown when a part is unknown
  int64_t quantity;               ///< of the plan
  uint32_t addOnBegin, addOnEnd;  ///< into StateBuilder::addOns(), sorted by plan

  bool onTier() const { return standing == Standing::tier; }
};

struct StateRules {
  int64_t dataUntil;
  int32_t bridgeDays = 1;
  bool prospectsAreCustomers = false;  ///< prospects stand on tier 0
};

enum class RowFate : uint8_t { used, duplicate, superseded, ignored };
constexpr size_t kRowFates = 4;

/// Builds the states of one customer after the other. All inputs must outlive it.
class StateBuilder {
 public:
  StateBuilder(const Events& events, const OrderedEvents& ordered, const Plans& plans,
               const TimeZone& zone, const StateRules& rules);

  /// Replaces states() and addOns(), and calls `fate(event, RowFate)` for each of the rows.
  template <class Fate>
  void build(uint32_t customer, Fate&& fate);

  std::span<const State> states() const { return states_; }
  std::span<const AddOn> addOns() const { return addOns_; }

 private:
  void reset();
  void apply(uint32_t event);
  void holdAddOn(uint32_t event, uint32_t plan);
  void push(int64_t instant);
  void bridge();
  bool sameCells(uint32_t a, uint32_t b) const;
  int64_t valueOf(uint32_t event) const;
  int64_t quantityOf(uint32_t event) const;

  const Events& events_;
  const OrderedEvents& ordered_;
  const Plans& plans_;
  const TimeZone& zone_;
  StateRules rules_;

  std::vector<State> states_;
  std::vector<AddOn> addOns_;  // of all states_, each state's own copy
  std::vector<AddOn> held_;    // now
  State current_;              // plan part of the state in force now
};

template <class Fate>
void StateBuilder::build(uint32_t customer, Fate&& fate) {
  reset();
  const std::span<const uint32_t> rows = ordered_.of(customer);
  for (size_t i = 0; i < rows.size();) {
    const int64_t instant = ordered_.instant[rows[i]];
    size_t end = i + 1;
    while (end < rows.size() && ordered_.instant[rows[end]] == instant) ++end;
    if (instant >= rules_.dataUntil) {
      for (; i < end; ++i) fate(rows[i], RowFate::ignored);
      continue;
    }
    const uint32_t last = rows[end - 1];
    for (; i + 1 < end; ++i) {
      fate(rows[i], sameCells(rows[i], last) ? RowFate::duplicate : RowFate::superseded);
    }
    fate(last, RowFate::used);
    apply(last);
    i = end;
  }
  bridge();
}

}  // namespace upgrade_rate
