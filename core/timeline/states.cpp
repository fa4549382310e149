#include "core/timeline/states.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

bool sameChange(const OrderedEvents& ordered, uint32_t a, uint32_t b) {
  return ordered.from[a] == ordered.from[b] &&
         (ordered.kind.empty() || ordered.kind[a] == ordered.kind[b]) &&
         (ordered.valueBefore.empty() || ordered.valueBefore[a] == ordered.valueBefore[b]);
}

}  // namespace

StateBuilder::StateBuilder(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
                           const StateRules& rules)
    : ordered_(ordered),
      zone_(zone),
      rules_(rules),
      monthly_(rules_.rates ? &*rules_.rates : nullptr),
      plans_(plans) {
  for (const uint32_t plan : plans.planOf) meanings_.push_back({plan, plans.rule(plan)});
  meanings_.push_back({kNoPlan, {}});
  if (!ordered.end.empty()) merged_.emplace(plans, rules_);
  reset();
}

void StateBuilder::reset() {
  states_.clear();
  addOns_.clear();
  held_.clear();
  current_ = kNoState;
  price_ = {};
  gap_ = false;
  gapDays_.clear();
  heldPlans_.clear();
  level_ = 0;
  begun_ = heldBefore_ = false;
  changeNotes_ = {};
}

void StateBuilder::merge(uint32_t begin, uint32_t end) {
  rows_.clear();
  for (uint32_t place = begin; place < end; ++place) {
    rows_.push_back(subscriptionAt(ordered_, place, zone_, rules_.statuses));
  }
  merged_->build(rows_);
  states_ = merged_->states();
  addOns_ = merged_->addOns();
  bridge();
}

// Equal as read: same instant (given), same spelling of the plan, same numbers.
bool StateBuilder::sameCells(uint32_t a, uint32_t b) const {
  return ordered_.spelling[a] == ordered_.spelling[b] &&
         ordered_.priceAt(a) == ordered_.priceAt(b) &&
         ordered_.quantityAt(a) == ordered_.quantityAt(b) &&
         (ordered_.from.empty() || sameChange(ordered_, a, b));
}

void StateBuilder::apply(uint32_t place, int64_t instant) {
  const Meaning& meaning = meaningAt(place);
  const PlanRule rule = meaning.rule;
  const bool isPlan = rule.role != Role::addOn;
  const uint32_t row = isPlan || current_.row == kNoRow ? place : current_.row;
  if (rule.role == Role::addOn) {
    holdAddOn(place, meaning.plan);
  } else if (rule.role == Role::none) {
    held_.clear();
    current_ = kNoState;
  } else {
    const bool samePlan = current_.plan == meaning.plan;
    const bool onTier = rule.role == Role::tier || rules_.prospectsAreCustomers;
    const int64_t quantity = ordered_.quantityAt(place);
    price_ = samePlan ? carriedPrice(price_, ordered_.priceAt(place)) : ordered_.priceAt(place);
    current_.quantity = quantity == kUnknown && samePlan ? current_.quantity : quantity;
    current_.plan = meaning.plan;
    current_.standing = onTier ? Standing::tier : Standing::prospect;
    current_.tier = rule.role == Role::tier ? rule.tier : 0;
  }
  current_.row = row;
  push(instant);
}

void StateBuilder::holdAddOn(uint32_t place, uint32_t plan) {
  const auto at = std::lower_bound(held_.begin(), held_.end(), plan,
                                   [](const AddOn& each, uint32_t p) { return each.plan < p; });
  const bool isHeld = at != held_.end() && at->plan == plan;
  const int64_t quantity = ordered_.quantityAt(place);
  if (quantity == 0) {
    if (isHeld) held_.erase(at);
    return;
  }
  AddOn addOn{plan, quantity, ordered_.priceAt(place)};
  if (!isHeld) {
    held_.insert(at, addOn);
    return;
  }
  if (addOn.quantity == kUnknown) addOn.quantity = at->quantity;
  addOn.price = carriedPrice(at->price, addOn.price);
  *at = addOn;
}

// The first place from `place` on at another instant.
uint32_t StateBuilder::endOfInstant(uint32_t place, uint32_t last) const {
  const int64_t instant = zone_.instant(ordered_.time[place]);
  while (++place < last && zone_.instant(ordered_.time[place]) == instant) {
  }
  return place;
}

// Missing from a snapshot; the row stays the one before, in which the customer was last seen.
void StateBuilder::leave(int64_t instant) {
  if (states_.empty()) return;
  const uint32_t row = current_.row;
  held_.clear();
  current_ = kNoState;
  current_.row = row;
  push(instant);
}

void StateBuilder::push(int64_t instant) {
  const bool isNone = current_.standing == Standing::none;
  if (isNone && !states_.empty() && states_.back().standing == Standing::none) return;
  gap_ |= isNone;
  states_.push_back(current_);
  State& state = states_.back();
  state.instant = instant;
  state.addOnBegin = state.addOnEnd = static_cast<uint32_t>(addOns_.size());
  if (!isNone) sumUp(state);
}

void StateBuilder::sumUp(State& state) {
  state.billedCurrency = price_.currency;
  if (!rules_.rates) state.currency = price_.currency;
  if (held_.empty() && !rules_.rates && price_.interval == kMonthlyAmount) {
    state.value = price_.amount;
    return;
  }
  monthly_.begin();
  monthly_.add(price_, ordered_.times(state.quantity));
  for (const AddOn& addOn : held_) {
    monthly_.add(addOn.price, ordered_.times(addOn.quantity));
    addOns_.push_back(addOn);
  }
  state.addOnEnd = static_cast<uint32_t>(addOns_.size());
  state.value = monthly_.value();
}

void StateBuilder::bridge() {
  size_t kept = 0;
  for (size_t i = 0; i < states_.size(); ++i) {
    const State& state = states_[i];
    const bool between = state.standing == Standing::none && kept > 0 &&
                         states_[kept - 1].onTier() && i + 1 < states_.size() &&
                         states_[i + 1].onTier();
    if (between) {
      gapDays_.push_back(
          static_cast<int32_t>((states_[i + 1].instant - state.instant) / kMicrosPerDay));
      const int64_t limit =
          zone_.instant(zone_.local(state.instant) + rules_.bridgeDays * kMicrosPerDay);
      if (states_[i + 1].instant <= limit) continue;
    }
    states_[kept++] = states_[i];
  }
  states_.resize(kept);
}

}  // namespace upgrade_rate
