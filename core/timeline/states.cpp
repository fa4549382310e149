#include "core/timeline/states.h"

#include <algorithm>

namespace upgrade_rate {

StateBuilder::StateBuilder(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                           const TimeZone& zone, const StateRules& rules)
    : events_(events), ordered_(ordered), plans_(plans), zone_(zone), rules_(rules) {
  reset();
}

void StateBuilder::reset() {
  states_.clear();
  addOns_.clear();
  held_.clear();
  current_ = {0, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};
}

int64_t StateBuilder::valueOf(uint32_t event) const {
  return events_.value.empty() ? kUnknown : events_.value[event];
}

int64_t StateBuilder::quantityOf(uint32_t event) const {
  return events_.quantity.empty() ? kUnknown : events_.quantity[event];
}

// Equal as read: same instant (given), same spelling of the plan, same numbers.
bool StateBuilder::sameCells(uint32_t a, uint32_t b) const {
  return events_.spelling[a] == events_.spelling[b] && valueOf(a) == valueOf(b) &&
         quantityOf(a) == quantityOf(b);
}

void StateBuilder::apply(uint32_t event) {
  const uint32_t plan = plans_.plan(events_.spelling[event]);
  const PlanRule rule = plans_.rule(plan);
  const int64_t instant = ordered_.instant[event];
  if (rule.role == Role::addOn) {
    holdAddOn(event, plan);
  } else if (rule.role == Role::none) {
    held_.clear();
    current_ = {instant, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};
  } else {
    const bool samePlan = current_.plan == plan;
    const bool onTier = rule.role == Role::tier || rules_.prospectsAreCustomers;
    const int64_t value = valueOf(event);
    const int64_t quantity = quantityOf(event);
    current_.value = value == kUnknown && samePlan ? current_.value : value;
    current_.quantity = quantity == kUnknown && samePlan ? current_.quantity : quantity;
    current_.plan = plan;
    current_.standing = onTier ? Standing::tier : Standing::prospect;
    current_.tier = rule.role == Role::tier ? rule.tier : 0;
  }
  push(instant);
}

void StateBuilder::holdAddOn(uint32_t event, uint32_t plan) {
  const auto at = std::lower_bound(held_.begin(), held_.end(), plan,
                                   [](const AddOn& each, uint32_t p) { return each.plan < p; });
  const bool isHeld = at != held_.end() && at->plan == plan;
  const int64_t quantity = quantityOf(event);
  if (quantity == 0) {
    if (isHeld) held_.erase(at);
    return;
  }
  AddOn addOn{plan, quantity, valueOf(event)};
  if (!isHeld) {
    held_.insert(at, addOn);
    return;
  }
  if (addOn.quantity == kUnknown) addOn.quantity = at->quantity;
  if (addOn.value == kUnknown) addOn.value = at->value;
  *at = addOn;
}

void StateBuilder::push(int64_t instant) {
  const bool stillNone = current_.standing == Standing::none && !states_.empty() &&
                         states_.back().standing == Standing::none;
  if (stillNone) return;
  State state = current_;
  state.instant = instant;
  state.addOnBegin = static_cast<uint32_t>(addOns_.size());
  if (state.standing != Standing::none) {
    for (const AddOn& addOn : held_) {
      const bool known = state.value != kUnknown && addOn.value != kUnknown;
      state.value = known ? state.value + addOn.value : kUnknown;
      addOns_.push_back(addOn);
    }
  }
  state.addOnEnd = static_cast<uint32_t>(addOns_.size());
  states_.push_back(state);
}

void StateBuilder::bridge() {
  size_t kept = 0;
  for (size_t i = 0; i < states_.size(); ++i) {
    const State& state = states_[i];
    const bool between = state.standing == Standing::none && kept > 0 &&
                         states_[kept - 1].onTier() && i + 1 < states_.size() &&
                         states_[i + 1].onTier();
    if (between) {
      const int64_t limit =
          zone_.instant(zone_.local(state.instant) + rules_.bridgeDays * kMicrosPerDay);
      if (states_[i + 1].instant <= limit) continue;
    }
    states_[kept++] = states_[i];
  }
  states_.resize(kept);
}

}  // namespace upgrade_rate
