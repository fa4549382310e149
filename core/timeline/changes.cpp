// Rows that are changes to states: what StateBuilder does with changes and movements.
//
// A row says where its customer goes. Where they come from is what the rows before it left; only a
// customer's first row is asked, so that who was there before the data is known from before it.
// Movements without a column of plans go up and down on levels that start where their customer
// starts. Movements that begin and end one plan beside others (a subscription of several items)
// keep all that are held, and the customer stands on the highest.
//
// Where values are deltas every row of an instant counts, since each says what it adds; else the
// last one does, as in the other shapes. Of one instant what ends comes first: an end and a start
// together are one change.

#include <algorithm>
#include <unordered_set>

#include "core/timeline/states.h"

namespace upgrade_rate {

namespace {

MoveKind kindAt(const OrderedEvents& ordered, uint32_t place) {
  if (ordered.kind.empty()) return MoveKind::change;
  const MoveKind kind = ordered.kind[place];
  if (ordered.plansNamed) return kind;
  // What begins or ends is all there is.
  return kind == MoveKind::start ? MoveKind::join : kind == MoveKind::end ? MoveKind::leave : kind;
}

bool areDeltas(const OrderedEvents& ordered) {
  const MoveValues values = ordered.moves.values;
  return !ordered.kind.empty() && (values == MoveValues::delta || values == MoveValues::sizes);
}

// No value is used, so that only the kind tells who takes more or less: units are counted for it.
bool countsUnits(const OrderedEvents& ordered) {
  return !ordered.kind.empty() &&
         (ordered.value.empty() || ordered.moves.values == MoveValues::unclear);
}

// Equal for rows that are the same as read; of many rows at one instant most differ in one of
// these.
size_t cellsHash(const OrderedEvents& ordered, uint32_t place) {
  uint64_t hash = 0;
  const auto mix = [&hash](uint64_t cell) {
    hash = (hash ^ cell) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 32;
  };
  mix(ordered.spelling[place]);
  mix(ordered.from[place]);
  if (!ordered.kind.empty()) mix(static_cast<uint64_t>(ordered.kind[place]));
  mix(static_cast<uint64_t>(ordered.priceAt(place).amount));
  mix(ordered.priceAt(place).currency);
  mix(static_cast<uint64_t>(ordered.quantityAt(place)));
  if (!ordered.valueBefore.empty()) mix(static_cast<uint64_t>(ordered.valueBefore[place]));
  return static_cast<size_t>(hash);
}

}  // namespace

// The rows of one instant that count, in the order in which they apply; the fates of all of them.
void StateBuilder::chooseChanges(uint32_t begin, uint32_t end) {
  chosen_.clear();
  for (uint32_t place = begin; place < end; ++place) chosen_.push_back(place);
  if (chosen_.size() == 1) {
    changeFates_[begin - firstPlace_] = RowFate::used;
    return;
  }
  std::stable_sort(chosen_.begin(), chosen_.end(), [&](uint32_t a, uint32_t b) {
    return isLoss(kindAt(ordered_, a)) && !isLoss(kindAt(ordered_, b));
  });
  const uint32_t last = chosen_.back();
  const auto hash = [&](uint32_t place) { return cellsHash(ordered_, place); };
  const auto same = [&](uint32_t a, uint32_t b) { return sameCells(a, b); };
  std::unordered_set<uint32_t, decltype(hash), decltype(same)> later(0, hash, same);
  for (size_t i = chosen_.size(); i-- > 0;) {
    const uint32_t place = chosen_[i];
    const MoveKind kind = kindAt(ordered_, place);
    const bool isPart =
        areDeltas(ordered_) || ordered_.deals || kind == MoveKind::start || kind == MoveKind::end;
    const bool repeats = isPart ? !later.insert(place).second : place != last && same(place, last);
    const bool counts = !repeats && (isPart || place == last);
    changeFates_[place - firstPlace_] = counts    ? RowFate::used
                                        : repeats ? RowFate::duplicate
                                                  : RowFate::superseded;
  }
  std::erase_if(chosen_,
                [&](uint32_t place) { return changeFates_[place - firstPlace_] != RowFate::used; });
}

void StateBuilder::buildChanges(uint32_t begin, uint32_t end) {
  firstPlace_ = begin;
  changeFates_.assign(end - begin, RowFate::ignored);
  for (uint32_t place = begin; place < end;) {
    const int64_t instant = zone_.instant(ordered_.time[place]);
    if (instant >= rules_.dataUntil) break;
    const uint32_t first = place;
    while (++place < end && zone_.instant(ordered_.time[place]) == instant) {
    }
    chooseChanges(first, place);
    for (const uint32_t each : chosen_) applyChange(each);
    push(instant);
  }
  if (gap_) bridge();
}

void StateBuilder::applyChange(uint32_t place) {
  begun_ ? compareBefore(place) : beginBefore(place);
  begun_ = true;
  const MoveKind kind = kindAt(ordered_, place);
  if (!ordered_.kind.empty()) {
    const Price row = ordered_.priceAt(place);
    const bool other = row.currency != kNoCurrency && price_.currency != kNoCurrency &&
                       row.currency != price_.currency && money_.level() != 0;
    if (other) money_.begin(false);
    money_.add(kind, ordered_.moves.values, row.amount);
  }
  const uint32_t before = current_.plan;
  const bool isAddOn = moveAddOn(place, kind);
  if (!isAddOn) ordered_.plansNamed ? changePlan(place, kind) : changeLevel(place, kind);
  // A change to an add-on says what the add-on costs; the plan beside it stays as it was.
  if (isAddOn && ordered_.kind.empty()) return;
  if (current_.standing == Standing::none) {
    price_ = {};
    money_.begin(true);
  } else {
    takeValue(place, kind, before == current_.plan);
  }
}

// Where the first row comes from. A plan that it names is believed; a movement that is no beginning
// says at least that there was one, on the same plan or level.
void StateBuilder::beginBefore(uint32_t place) {
  const MoveKind kind = kindAt(ordered_, place);
  const bool joins = ordered_.kind.empty() || isJoin(kind);
  money_.begin(joins);
  if (kind == MoveKind::rejoin) {
    heldBefore_ = true;
    push(kBeforeData);
    return;
  }
  const uint32_t from = ordered_.from[place];
  uint32_t plan = from == kBlankPlan || isJoin(kind) ? kNoPlan : meanings_[from].plan;
  if (!joins && plan == kNoPlan) {
    plan = ordered_.plansNamed ? meaningAt(place).plan : planOfLevel();
    changeNotes_.startUnknown = ordered_.plansNamed && kind != MoveKind::stay;
  }
  const Role role = plans_.rule(plan).role;
  if (role != Role::tier && role != Role::prospect) return;
  price_ = {};
  if (!ordered_.interval.empty()) {
    price_.interval = kBlankInterval;
  } else if (!ordered_.valueBefore.empty()) {
    price_ = {ordered_.valueBefore[place], kMonthlyAmount, ordered_.priceAt(place).currency};
  }
  stand(plan, place);
  current_.quantity = countsUnits(ordered_) ? 0 : kUnknown;
  heldPlans_.push_back({plan, place});
  heldBefore_ = current_.onTier();
  push(kBeforeData);
}

void StateBuilder::compareBefore(uint32_t place) {
  const uint32_t from = ordered_.from[place];
  const MoveKind kind = kindAt(ordered_, place);
  if (from == kBlankPlan || isJoin(kind)) return;
  const Meaning& meaning = meanings_[from];
  const bool isNone = meaning.rule.role == Role::none;
  if (meaning.rule.role == Role::addOn) return;
  // One who leaves says "cancelled" there, or leaves a second time.
  if (isLoss(kind) && (isNone || heldPlans_.empty())) return;
  const uint32_t plan = isNone ? kNoPlan : meaning.plan;
  const bool held = std::any_of(heldPlans_.begin(), heldPlans_.end(),
                                [&](const HeldPlan& each) { return each.plan == plan; });
  if (held || plan == current_.plan) return;
  if (changeNotes_.contradicted++ == 0) changeNotes_.contradiction = place;
}

// The row is of an add-on. One that its customer leaves stands where the plan before does.
bool StateBuilder::moveAddOn(uint32_t place, MoveKind kind) {
  const uint32_t from = ordered_.from[place];
  const bool leaves = kind == MoveKind::leave && from != kBlankPlan;
  const Meaning& meaning = leaves ? meanings_[from] : meaningAt(place);
  if (meaning.rule.role != Role::addOn) return false;
  if (!isLoss(kind)) {
    holdAddOn(place, meaning.plan);
    // The running sum has it already.
    for (AddOn& each : held_) {
      if (areDeltas(ordered_)) each.price = {0, kMonthlyAmount, kNoCurrency};
    }
  } else {
    std::erase_if(held_, [&](const AddOn& each) { return each.plan == meaning.plan; });
  }
  if (current_.row == kNoRow) current_.row = place;
  return true;
}

// Up and down from the level on which the customer began.
void StateBuilder::changeLevel(uint32_t place, MoveKind kind) {
  level_ += kind == MoveKind::up ? 1 : kind == MoveKind::down ? -1 : 0;
  stand(kind == MoveKind::leave ? kNoPlan : planOfLevel(), place);
}

uint32_t StateBuilder::planOfLevel() const {
  const MoveReading& moves = ordered_.moves;
  return static_cast<uint32_t>(moves.below + std::clamp(level_, -moves.below, moves.above));
}

void StateBuilder::changePlan(uint32_t place, MoveKind kind) {
  const Meaning& meaning = meaningAt(place);
  const uint32_t plan = meaning.rule.role == Role::none ? kNoPlan : meaning.plan;
  const auto heldAt = [&](uint32_t wanted) {
    return std::find_if(heldPlans_.begin(), heldPlans_.end(),
                        [&](const HeldPlan& each) { return each.plan == wanted; });
  };
  const uint32_t from = ordered_.from[place];
  if (kind == MoveKind::end) {
    const uint32_t ended = plan != kNoPlan      ? plan
                           : from == kBlankPlan ? kNoPlan
                                                : meanings_[from].plan;
    if (ended == kNoPlan) heldPlans_.clear();
    if (const auto at = heldAt(ended); at != heldPlans_.end()) heldPlans_.erase(at);
  } else if (kind == MoveKind::leave || plan == kNoPlan) {
    heldPlans_.clear();
  } else if (kind == MoveKind::start) {
    // From a plan to itself is another part of its beginning (access, then billing).
    const bool goesOn = from != kBlankPlan && meanings_[from].plan == plan;
    if (!goesOn || heldAt(plan) == heldPlans_.end()) heldPlans_.push_back({plan, place});
  } else if (const auto at = heldAt(plan); at != heldPlans_.end() && heldPlans_.size() > 1) {
    at->row = place;
  } else {
    heldPlans_.assign(1, {plan, place});
  }
  standOnBest(place);
}

// A tier before a prospect, the highest tier, and of equals the plan that is held already, else the
// latest.
void StateBuilder::standOnBest(uint32_t place) {
  if (heldPlans_.empty()) return stand(kNoPlan, place);
  const auto rankOf = [&](const HeldPlan& each) {
    const PlanRule rule = plans_.rule(each.plan);
    return rule.role == Role::tier ? rule.tier : 0;
  };
  const HeldPlan* best = &heldPlans_.front();
  for (const HeldPlan& each : heldPlans_) {
    const int32_t rank = rankOf(each), bestRank = rankOf(*best);
    if (rank > bestRank || (rank == bestRank && best->plan != current_.plan)) best = &each;
  }
  stand(best->plan, best->row);
}

void StateBuilder::stand(uint32_t plan, uint32_t row) {
  const PlanRule rule = plans_.rule(plan);
  const bool isNone = rule.role == Role::none;
  if (isNone) {
    held_.clear();
    current_ = kNoState;
  } else {
    const bool onTier = rule.role == Role::tier || rules_.prospectsAreCustomers;
    current_.plan = plan;
    current_.standing = onTier ? Standing::tier : Standing::prospect;
    current_.tier = rule.role == Role::tier ? rule.tier : 0;
  }
  current_.row = row;
}

void StateBuilder::takeValue(uint32_t place, MoveKind kind, bool samePlan) {
  const Price before = price_;
  const Price row = ordered_.priceAt(place);
  const int64_t quantity = ordered_.quantityAt(place);
  if (ordered_.kind.empty() || ordered_.moves.values == MoveValues::level) {
    price_ = samePlan ? carriedPrice(before, row) : row;
  } else {
    price_ = {money_.level(), kMonthlyAmount,
              row.currency == kNoCurrency ? before.currency : row.currency};
  }
  if (!countsUnits(ordered_)) {
    current_.quantity = quantity == kUnknown && samePlan ? current_.quantity : quantity;
    return;
  }
  if (current_.quantity == kUnknown) current_.quantity = 0;
  current_.quantity += isMore(kind) ? kMillionths : kind == MoveKind::less ? -kMillionths : 0;
}

}  // namespace upgrade_rate
