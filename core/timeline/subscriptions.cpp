#include "core/timeline/subscriptions.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// Sums of which some parts may be unknown: then the sum is.
void addKnown(int64_t value, bool starts, int64_t& sum, uint32_t& unknown) {
  if (value == kUnknown) {
    unknown += starts ? 1u : ~0u;
  } else {
    sum += starts ? value : -value;
  }
}

int64_t known(int64_t sum, uint32_t unknown) { return unknown == 0 ? sum : kUnknown; }

// As read; a cancellation that does not count is a cell all the same.
bool sameCells(const Subscription& a, const Subscription& b) {
  return a.statedEnd == b.statedEnd && a.spelling == b.spelling && a.status == b.status &&
         a.price == b.price && a.quantity == b.quantity;
}

// Its next row starts afresh.
template <class Running>
bool isEndedAddOn(const Running& row) {
  return row.role == Role::addOn && row.quantity == 0;
}

bool sameAddOns(std::span<const AddOn> a, std::span<const AddOn> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const AddOn& x, const AddOn& y) {
    return x.plan == y.plan && x.quantity == y.quantity && x.price == y.price;
  });
}

}  // namespace

std::optional<RowFate> whyIgnored(const Subscription& row, const Plans& plans) {
  if (row.end < row.start) return RowFate::rejectedEnd;
  if (row.role == StatusRole::ignored) return RowFate::ignoredStatus;
  if (row.role == StatusRole::ended && row.end == kOpenEnd) return RowFate::ignoredNoEnd;
  if (row.end == row.start) return RowFate::ignoredEmpty;
  if (plans.rule(plans.plan(row.spelling)).role == Role::none) return RowFate::ignoredPlan;
  return std::nullopt;
}

SubscriptionStates::SubscriptionStates(const Plans& plans, const StateRules& rules)
    : plans_(plans),
      rules_(rules),
      tiers_(rates()),
      prospects_(rates()),
      addOnValue_(rates()),
      runningOnPlan_(plans.plans.size() * 2) {}

int64_t SubscriptionStates::monthlyValue(const Price& price, int64_t times) const {
  MonthlyValue value(rates());
  value.begin();
  value.add(price, times);
  return value.value();
}

void SubscriptionStates::build(std::span<const Subscription> rows) {
  states_.clear();
  addOns_.clear();
  running_.clear();
  span_.reset();
  fates_.assign(rows.size(), RowFate::used);
  chooseRows(rows);
  sweep();
}

void SubscriptionStates::noteInstant(int64_t instant) {
  if (!span_) span_ = InstantSpan{instant, instant};
  span_->first = std::min(span_->first, instant);
  span_->last = std::max(span_->last, instant);
}

// Which rows are used, and what ends and fills each.
void SubscriptionStates::chooseRows(std::span<const Subscription> rows) {
  order_.clear();
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const Subscription& row = rows[i];
    if (const std::optional<RowFate> ignored = whyIgnored(row, plans_)) {
      fates_[i] = *ignored;
    } else if (row.start >= rules_.dataUntil) {
      fates_[i] = RowFate::ignored;
    } else {
      order_.push_back(i);
    }
  }
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    if (rows[a].id != rows[b].id) return rows[a].id < rows[b].id;
    return rows[a].start != rows[b].start ? rows[a].start < rows[b].start : a < b;
  });
  const Subscription* earlier = nullptr;
  for (size_t i = 0; i < order_.size(); ++i) {
    const Subscription& row = rows[order_[i]];
    const Subscription* next = i + 1 < order_.size() ? &rows[order_[i + 1]] : nullptr;
    const bool continues = next != nullptr && next->id == row.id;
    if (continues && next->start == row.start) {
      size_t last = i + 1;
      while (last + 1 < order_.size() && rows[order_[last + 1]].id == row.id &&
             rows[order_[last + 1]].start == row.start) {
        ++last;
      }
      fates_[order_[i]] =
          sameCells(row, rows[order_[last]]) ? RowFate::duplicate : RowFate::superseded;
      continue;
    }
    if (earlier != nullptr && earlier->id != row.id) earlier = nullptr;
    useRow(row, earlier, continues ? next->start : kOpenEnd);
    earlier = &row;
  }
}

// `earlier`: the used row before it in its subscription, which is the last of running_.
void SubscriptionStates::useRow(const Subscription& row, const Subscription* earlier,
                                int64_t nextStart) {
  const uint32_t plan = plans_.plan(row.spelling);
  const PlanRule rule = plans_.rule(plan);
  Running running{row.start,
                  std::min(row.end, nextStart),
                  row.price,
                  kUnknown,
                  row.quantity,
                  row.times,
                  plan,
                  rule.role,
                  row.role == StatusRole::prospect,
                  rule.tier,
                  row.row};
  if (running.trialing) {
    running.role = Role::prospect;
    running.tier = 0;
  }
  if (earlier != nullptr && earlier->end >= row.start && running_.back().plan == plan &&
      !isEndedAddOn(running_.back())) {
    running.price = carriedPrice(running_.back().price, running.price);
    if (running.quantity == kUnknown) {
      running.quantity = running_.back().quantity;
      running.times = running_.back().times;
    }
  }
  running.monthly = monthlyValue(running.price, running.times);
  noteInstant(row.start);
  if (row.end <= nextStart && row.end < rules_.dataUntil) noteInstant(row.end);
  running_.push_back(running);
}

// Higher tier, larger value (unknown is smallest), earlier start, name by code point.
bool SubscriptionStates::comesFirst(uint32_t a, uint32_t b) const {
  const Running& one = running_[a];
  const Running& other = running_[b];
  if (one.tier != other.tier) return one.tier > other.tier;
  if (one.monthly != other.monthly) return one.monthly > other.monthly;
  if (one.start != other.start) return one.start < other.start;
  if (one.plan != other.plan) {
    const int names = plans_.plans[one.plan].name.compare(plans_.plans[other.plan].name);
    if (names != 0) return names < 0;
  }
  return one.row != other.row ? one.row < other.row : a < b;  // by position
}

void SubscriptionStates::change(Stock& stock, uint32_t index, bool starts) {
  const Running& row = running_[index];
  const auto at = std::lower_bound(stock.byRank.begin(), stock.byRank.end(), index,
                                   [&](uint32_t a, uint32_t b) { return comesFirst(a, b); });
  if (starts) {
    stock.byRank.insert(at, index);
  } else {
    stock.byRank.erase(at);
  }
  runningOnPlan_[row.plan * 2 + row.trialing] += starts ? 1u : ~0u;
  stock.value.add(row.price, row.times, starts);
  addKnown(row.quantity, starts, stock.quantity, stock.unknownQuantities);
}

void SubscriptionStates::change(const Running& addOn, bool starts) {
  if (addOn.quantity == 0) return;  // says that it is not held
  auto at = std::lower_bound(held_.begin(), held_.end(), addOn.plan,
                             [](const HeldAddOn& each, uint32_t plan) { return each.plan < plan; });
  if (at == held_.end() || at->plan != addOn.plan)
    at = held_.insert(at, HeldAddOn(addOn.plan, rates()));
  at->rows += starts ? 1u : ~0u;
  at->value.add(addOn.price, addOn.times, starts);
  addOnValue_.add(addOn.price, addOn.times, starts);
  addKnown(addOn.quantity, starts, at->quantity, at->unknownQuantities);
  if (at->rows == 0) held_.erase(at);
}

void SubscriptionStates::apply(const Change& each) {
  const Running& row = running_[each.running];
  if (row.role == Role::addOn) {
    change(row, each.starts);
  } else {
    const bool onTier = row.role == Role::tier || rules_.prospectsAreCustomers;
    change(onTier ? tiers_ : prospects_, each.running, each.starts);
  }
}

void SubscriptionStates::sweep() {
  changes_.clear();
  tiers_ = prospects_ = Stock(rates());
  held_.clear();
  addOnValue_ = RunningValue(rates());
  for (uint32_t i = 0; i < running_.size(); ++i) {
    changes_.push_back({running_[i].start, i, true});
    if (running_[i].end < rules_.dataUntil) changes_.push_back({running_[i].end, i, false});
  }
  std::sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
    return a.instant != b.instant ? a.instant < b.instant : a.running < b.running;
  });
  for (size_t i = 0; i < changes_.size(); ++i) {
    apply(changes_[i]);
    const bool last = i + 1 == changes_.size() || changes_[i + 1].instant != changes_[i].instant;
    if (last) push(changes_[i]);
  }
  std::fill(runningOnPlan_.begin(), runningOnPlan_.end(), 0u);
}

// Whether a row on this plan is in force that makes the same standing and tier.
bool SubscriptionStates::stillRuns(uint32_t plan, const State& state) const {
  const PlanRule rule = plans_.rule(plan);
  const bool paid = runningOnPlan_[plan * 2] > 0;
  const bool trial = runningOnPlan_[plan * 2 + 1] > 0;
  if (rule.role == Role::prospect) return paid || trial;
  const bool trialCounts = !state.onTier() || state.tier == 0;
  return (paid && state.onTier() && rule.tier == state.tier) || (trial && trialCounts);
}

// The plan of the first in rank; among equal tiers the plan already held stays.
void SubscriptionStates::choosePlan(const Stock& stock, const State* before, State& state) const {
  const Running* chosen = &running_[stock.byRank.front()];
  state.standing = &stock == &tiers_ ? Standing::tier : Standing::prospect;
  state.tier = chosen->tier;
  const bool held = before != nullptr && before->standing != Standing::none;
  if (held && stillRuns(before->plan, state)) {
    for (const uint32_t each : stock.byRank) {
      if (running_[each].plan != before->plan || running_[each].tier != state.tier) continue;
      chosen = &running_[each];
      break;
    }
  }
  state.plan = chosen->plan;
  state.billedCurrency = chosen->price.currency;
  if (rates() == nullptr) state.currency = state.billedCurrency;
  state.row = chosen->row;
}

// What is held of each, as one price.
void SubscriptionStates::addAddOns() {
  for (const HeldAddOn& held : held_) {
    const Price price{held.value.value(), kMonthlyAmount, held.value.currency()};
    addOns_.push_back({held.plan, known(held.quantity, held.unknownQuantities), price});
  }
}

// `last`: the last change of its instant.
void SubscriptionStates::push(const Change& last) {
  const Stock& stock = tiers_.byRank.empty() ? prospects_ : tiers_;
  State state = kNoState;
  state.instant = last.instant;
  state.row = running_[last.running].row;
  state.addOnBegin = static_cast<uint32_t>(addOns_.size());
  const State* before = states_.empty() ? nullptr : &states_.back();
  if (!stock.byRank.empty()) {
    choosePlan(stock, before, state);
    state.value = stock.value.valueWith(addOnValue_);
    state.quantity = known(stock.quantity, stock.unknownQuantities);
    addAddOns();
  }
  state.addOnEnd = static_cast<uint32_t>(addOns_.size());
  const auto addOnsOf = [&](const State& each) {
    return std::span<const AddOn>(addOns_).subspan(each.addOnBegin,
                                                   each.addOnEnd - each.addOnBegin);
  };
  const bool stillNone =
      state.standing == Standing::none && (before == nullptr || before->standing == Standing::none);
  const bool same = before != nullptr && before->row == state.row &&
                    before->standing == state.standing && before->plan == state.plan &&
                    before->tier == state.tier && before->value == state.value &&
                    before->quantity == state.quantity && before->currency == state.currency &&
                    before->billedCurrency == state.billedCurrency &&
                    sameAddOns(addOnsOf(*before), addOnsOf(state));
  if (stillNone || same) {
    addOns_.resize(state.addOnBegin);
    return;
  }
  states_.push_back(state);
}

}  // namespace upgrade_rate
