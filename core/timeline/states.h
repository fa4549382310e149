// From a customer's rows to the states that were in force, one after the other.
//
// Order of work, for each customer: rows at or after `dataUntil` are ignored; of several rows at
// one instant the last is used; blank values and quantities carry the previous ones while the plan
// is unchanged; consecutive states without a plan count as one; and a short gap between two paid
// plans is bridged, since billing systems do a plan swap as cancel-and-resubscribe. Subscriptions
// are merged into one sequence of states first (core/timeline/subscriptions.h). Of snapshots, a
// customer without a row at one has left there, until the next row. Rows that are changes also say
// what was before the first of them (changes.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/cells/number.h"
#include "core/input/plans.h"
#include "core/input/price.h"
#include "core/timeline/move_values.h"
#include "core/timeline/order.h"
#include "core/timeline/state.h"
#include "core/timeline/subscription_rows.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// Builds the states of one customer after the other. `ordered`, `plans` and `zone` must outlive
/// it.
class StateBuilder {
 public:
  StateBuilder(const StateBuilder&) = delete;  // monthly_ looks at rules_
  StateBuilder& operator=(const StateBuilder&) = delete;
  StateBuilder(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
               const StateRules& rules);

  /// Replaces states() and addOns(), and calls `fate(place, RowFate)` for each of the rows.
  template <class Fate>
  void build(uint32_t customer, Fate&& fate);

  std::span<const State> states() const { return states_; }
  std::span<const AddOn> addOns() const { return addOns_; }
  /// Of subscriptions only: see SubscriptionStates::span.
  std::optional<InstantSpan> span() const { return merged_ ? merged_->span() : std::nullopt; }
  /// Whether the customer just built was one before the data: on a tier at kBeforeData, only at
  /// some time before, or in the first snapshot.
  bool heldBefore() const { return heldBefore_; }
  /// Of every stretch on no plan between two tiers its whole days, bridged or not.
  std::span<const int32_t> gapDays() const { return gapDays_; }
  /// Of changes and movements only.
  const ChangeNotes& changeNotes() const { return changeNotes_; }

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
  template <class Fate>
  void buildRows(uint32_t place, uint32_t last, Fate&& fate);
  template <class Fate>
  void buildSnapshots(uint32_t place, uint32_t last, Fate&& fate);
  template <class Fate>
  void settle(uint32_t first, uint32_t used, Fate&& fate) const;
  uint32_t endOfInstant(uint32_t place, uint32_t last) const;
  void merge(uint32_t begin, uint32_t end);
  // Of changes and movements, in changes.cpp.
  struct HeldPlan {
    uint32_t plan, row;
  };
  void buildChanges(uint32_t begin, uint32_t end);
  void chooseChanges(uint32_t begin, uint32_t end);
  void applyChange(uint32_t place);
  void beginBefore(uint32_t place);
  void compareBefore(uint32_t place);
  bool moveAddOn(uint32_t place, MoveKind kind);
  void changeLevel(uint32_t place, MoveKind kind);
  void changePlan(uint32_t place, MoveKind kind);
  void standOnBest(uint32_t place);
  void stand(uint32_t plan, uint32_t row);
  void takeValue(uint32_t place, MoveKind kind, bool samePlan);
  uint32_t planOfLevel() const;
  void reset();
  void apply(uint32_t place, int64_t instant);
  void holdAddOn(uint32_t place, uint32_t plan);
  void leave(int64_t instant);
  void push(int64_t instant);
  void sumUp(State& state);
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
  Price price_;                // of its plan
  MonthlyValue monthly_;
  std::optional<SubscriptionStates> merged_;  // where the rows are subscriptions
  std::vector<Subscription> rows_;            // of the customer
  std::vector<int32_t> gapDays_;
  bool gap_;  // some state is none, so that there may be something to bridge

  // Of changes and movements.
  const Plans& plans_;
  uint32_t firstPlace_ = 0;
  std::vector<RowFate> changeFates_;  // per row of the customer
  std::vector<uint32_t> chosen_;      // of one instant
  std::vector<HeldPlan> heldPlans_;   // beside one another
  RunningMove money_;
  int32_t level_ = 0;  // from the customer's first one
  bool begun_ = false;
  bool heldBefore_ = false;
  ChangeNotes changeNotes_;
};

// Of the rows at one instant the last is used.
template <class Fate>
void StateBuilder::settle(uint32_t first, uint32_t used, Fate&& fate) const {
  for (uint32_t each = first; each < used; ++each) {
    fate(each, sameCells(each, used) ? RowFate::duplicate : RowFate::superseded);
  }
  fate(used, RowFate::used);
}

template <class Fate>
void StateBuilder::build(uint32_t customer, Fate&& fate) {
  reset();
  const uint32_t last = ordered_.firstOf[customer + 1];
  uint32_t place = ordered_.firstOf[customer];
  if (place == last) return;
  if (merged_) {
    merge(place, last);
    for (const RowFate each : merged_->fates()) fate(place++, each);
    return;
  }
  if (!ordered_.from.empty()) {
    buildChanges(place, last);
    for (const RowFate each : changeFates_) fate(place++, each);
    return;
  }
  if (ordered_.snapshots.empty()) {
    buildRows(place, last, fate);
  } else {
    buildSnapshots(place, last, fate);
  }
  if (gap_) bridge();
}

template <class Fate>
void StateBuilder::buildRows(uint32_t place, uint32_t last, Fate&& fate) {
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
    settle(first, used, fate);
    apply(used, instant);
  }
}

template <class Fate>
void StateBuilder::buildSnapshots(uint32_t place, uint32_t last, Fate&& fate) {
  auto next = ordered_.snapshots.begin();  // the first one that has not been looked at
  while (place < last) {
    const uint32_t first = place;
    const int64_t instant = zone_.instant(ordered_.time[first]);
    place = endOfInstant(first, last);
    if (instant >= rules_.dataUntil) {
      for (uint32_t each = first; each < place; ++each) fate(each, RowFate::ignored);
      continue;
    }
    settle(first, place - 1, fate);
    if (next == ordered_.snapshots.end() || instant < *next) continue;  // all blank: no snapshot
    if (*next < instant) leave(*next);
    while (next != ordered_.snapshots.end() && *next <= instant) ++next;
    if (*(next - 1) != instant) continue;
    apply(place - 1, instant);
    heldBefore_ |= instant == ordered_.snapshots.front() && states_.back().onTier();
  }
  if (next != ordered_.snapshots.end() && *next < rules_.dataUntil) leave(*next);
}

}  // namespace upgrade_rate
