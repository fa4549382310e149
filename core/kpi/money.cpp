#include "core/kpi/money.h"

#include <algorithm>
#include <numeric>

namespace upgrade_rate {

namespace {

constexpr double kUnit = 1e6;

std::optional<double> ratio(MoneySum numerator, MoneySum denominator) {
  if (denominator <= 0) return std::nullopt;
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

std::optional<double> perCustomer(MoneySum sum, int64_t customers) {
  if (customers == 0) return std::nullopt;
  return static_cast<double>(sum) / (kUnit * static_cast<double>(customers));
}

// Where nothing moved and the value differs all the same, rates made the difference of a price in
// another currency.
MoneyPart partOf(Movement movement) {
  constexpr MoneyPart kParts[kMovements] = {
      MoneyPart::currencyChange, MoneyPart::newCustomer, MoneyPart::reactivation,
      MoneyPart::churn,          MoneyPart::upgrade,     MoneyPart::downgrade,
      MoneyPart::expansion,      MoneyPart::contraction, MoneyPart::switchPlan,
      MoneyPart::priceRise,      MoneyPart::priceCut};
  return kParts[static_cast<size_t>(movement)];
}

}  // namespace

std::optional<double> Money::netRetention() const { return ratio(retainedTo, retainedFrom); }
std::optional<double> Money::grossRetention() const { return ratio(retainedCapped, retainedFrom); }
std::optional<double> Money::upliftPerUpgraded() const {
  return perCustomer(upgradeValue, upgradedCustomers);
}
std::optional<double> Money::arpcOpening() const { return perCustomer(opening, openingCustomers); }
std::optional<double> Money::arpcClosing() const { return perCustomer(closing, closingCustomers); }

// What a customer pays; who is none pays 0, which is known and in no currency.
struct MoneyCounter::Held {
  bool customer = false;
  bool known = true;
  size_t slot = 0;
  MoneySum value = 0;  // 0 where it is unknown
};

MoneyCounter::MoneyCounter(std::span<const int64_t> boundaries, size_t currencies)
    : finder_(boundaries),
      differences_((currencies + 1) * boundaries.size()),
      seen_(currencies + 1),
      upgradedVisit_(currencies + 1) {}

MoneyCounter::Held MoneyCounter::heldIn(const State& state) {
  Held held;
  if (!state.onTier()) return held;
  held.customer = true;
  held.known = state.value != kUnknown;
  held.slot = state.currency == kNoCurrency ? seen_.size() - 1 : state.currency;
  if (!held.known) return held;
  held.value = state.value;
  seen_[held.slot] = true;
  return held;
}

// Once per customer and period, whoever upgrades twice.
void MoneyCounter::addUpgrades(int32_t period, size_t slot, Movement movement,
                               MoneySum difference) {
  Differences& sums = at(slot, period);
  if (movement == Movement::expansion) sums.upsellValue += difference;
  if (movement != Movement::upgrade) return;
  sums.upgradeValue += difference;
  sums.upgradedCustomers += upgradedVisit_[slot] == visit_ ? 0 : 1;
  upgradedVisit_[slot] = visit_;
}

void MoneyCounter::move(int32_t period, const Held& before, const Held& after, Movement movement,
                        bool opened) {
  if (before.customer && before.known) --at(before.slot, period).customers;
  if (after.customer && after.known) ++at(after.slot, period).customers;
  if (!before.customer && !after.customer) return;
  const bool known = before.known && after.known;
  const bool crosses = before.customer && after.customer && before.slot != after.slot;
  // Who was there before the data: what was paid then is not known.
  const bool held = !before.customer && after.customer && movement == Movement::none;
  const MoneyPart part = !known || held ? MoneyPart::unvalued
                         : crosses      ? MoneyPart::currencyChange
                                        : partOf(movement);
  const size_t from = before.customer ? before.slot : after.slot;
  const size_t to = after.customer ? after.slot : before.slot;
  at(from, period).parts[static_cast<size_t>(part)] -= before.value;
  at(to, period).parts[static_cast<size_t>(part)] += after.value;
  if (opened && known && !crosses) addUpgrades(period, to, movement, after.value - before.value);
}

void MoneyCounter::retain(int32_t period, const Held& opening, const Held& closing) {
  if (!opening.customer || !opening.known) return;
  Differences& sums = at(opening.slot, period);
  const bool measured = closing.known && (!closing.customer || closing.slot == opening.slot);
  if (!measured) {
    sums.excluded += opening.value;
    return;
  }
  const MoneySum difference = closing.value - opening.value;
  sums.kept += difference;
  sums.lost += std::min<MoneySum>(difference, 0);
}

void MoneyCounter::add(const CustomerHistory& history) {
  const std::span<const State> states = history.states;
  const int32_t periods = finder_.periods();
  bool unknown = false;
  Held held;
  for (size_t i = 0; i < states.size();) {
    const int32_t period = finder_.of(states[i].instant);
    if (period >= periods) break;
    const Held opening = held;
    const bool opened = opening.customer && period >= 0;
    const int64_t end = finder_.boundaries()[static_cast<size_t>(period) + 1];
    ++visit_;
    for (; i < states.size() && states[i].instant < end; ++i) {
      const Held after = heldIn(states[i]);
      unknown |= !after.known;
      move(period, held, after, history.movements[i], opened);
      held = after;
    }
    if (period >= 0) retain(period, opening, held);
  }
  unknownCustomers_ += unknown ? 1 : 0;
}

std::vector<Money> MoneyCounter::finish(size_t slot) const {
  const size_t periods = static_cast<size_t>(finder_.periods());
  const Differences* const sums = &differences_[slot * (periods + 1)];
  const auto total = [](const Differences& each) {
    return std::accumulate(each.parts.begin(), each.parts.end(), MoneySum{0});
  };
  std::vector<Money> all(periods);
  MoneySum value = total(sums[0]);
  int64_t customers = sums[0].customers;
  for (size_t p = 0; p < periods; ++p) {
    const Differences& own = sums[p + 1];
    Money& money = all[p];
    money.opening = value;
    money.openingCustomers = customers;
    money.parts = own.parts;
    money.closing = value += total(own);
    money.closingCustomers = customers += own.customers;
    money.upgradeValue = own.upgradeValue;
    money.upsellValue = own.upsellValue;
    money.upgradedCustomers = own.upgradedCustomers;
    money.retainedFrom = money.opening - own.excluded;
    money.retainedTo = money.retainedFrom + own.kept;
    money.retainedCapped = money.retainedFrom + own.lost;
  }
  return all;
}

}  // namespace upgrade_rate
