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

constexpr uint32_t kNoRow = 0xFFFF'FFFF;

/// In force from `instant` until the next state's.
struct State {
  int64_t instant;
  uint32_t plan;  ///< kNoPlan unless on a tier or a prospect
  Standing standing;
  int32_t tier;                   ///< for Standing::tier
  int64_t value;                  ///< plan and add-ons together; kUnknown when a part is unknown
  int64_t quantity;               ///< of the plan
  uint32_t addOnBegin, addOnEnd;  ///< into StateBuilder::addOns(), sorted by plan
  /// The place in OrderedEvents of the last row that said so: of its plan, or that there is none.
  /// An add-on's row is only where no other came before it.
  uint32_t row = kNoRow;

  bool onTier() const { return standing == Standing::tier; }
};

/// Before a customer's first row.
constexpr State kNoState{0, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};

struct StateRules {
  int64_t dataUntil;
  int32_t bridgeDays = 1;
  bool prospectsAreCustomers = false;  ///< prospects stand on tier 0
  bool operator==(const StateRules&) const = default;
};

enum class RowFate : uint8_t { used, duplicate, superseded, ignored };
constexpr size_t kRowFates = 4;

/// Builds the states of one customer after the other. `ordered` and `zone` must outlive it.
class StateBuilder {
 public:
  StateBuilder(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
               const StateRules& rules);

  /// Replaces states() and addOns(), and calls `fate(place, RowFate)` for each of the rows.
  template <class Fate>
  void build(uint32_t customer, Fate&& fate);

  std::span<const State> states() const { return states_; }
  std::span<const AddOn> addOns() const { return addOns_; }

 private:
  struct Meaning {
    uint32_t plan;
    PlanRule rule;
  };
  const Meaning& meaningAt(uint32_t place) const {
    const size_t blank = meanings_.size() - 1;
    const uint32_t spelling = ordered_.spelling[place];
    return meanings_[spelling < blank ? spelling : blank];
  }
  int64_t valueAt(uint32_t place) const {
    return ordered_.value.empty() ? kUnknown : ordered_.value[place];
  }
  int64_t quantityAt(uint32_t place) const {
    return ordered_.quantity.empty() ? kUnknown : ordered_.quantity[place];
  }
  void reset();
  void apply(uint32_t place, int64_t instant);
  void holdAddOn(uint32_t place, uint32_t plan);
  void push(int64_t instant);
  void sumAddOns(State& state);
  void bridge();
  bool sameCells(uint32_t a, uint32_t b) const;

  const OrderedEvents& ordered_;
  const TimeZone& zone_;
  StateRules rules_;
  std::vector<Meaning> meanings_;  // per spelling; the last one that of a blank

  std::vector<State> states_;
  std::vector<AddOn> addOns_;  // of all states_, each state's own copy
  std::vector<AddOn> held_;    // now
  State current_;              // plan part of the state in force now
  bool gap_;                   // some state is none, so that there may be something to bridge
};

template <class Fate>
void StateBuilder::build(uint32_t customer, Fate&& fate) {
  reset();
  const uint32_t last = ordered_.firstOf[customer + 1];
  uint32_t place = ordered_.firstOf[customer];
  if (place == last) return;
  int64_t next = zone_.instant(ordered_.time[place]);
  while (place < last) {
    const int64_t instant = next;
    const uint32_t first = place;
    while (++place < last && (next = zone_.instant(ordered_.time[place])) == instant) {
    }
    if (instant >= rules_.dataUntil) {
      for (uint32_t each = first; each < place; ++each) fate(each, RowFate::ignored);
      continue;
    }
    const uint32_t used = place - 1;
    for (uint32_t each = first; each < used; ++each) {
      fate(each, sameCells(each, used) ? RowFate::duplicate : RowFate::superseded);
    }
    fate(used, RowFate::used);
    apply(used, instant);
  }
  if (gap_) bridge();
}

}  // namespace upgrade_rate
