// The bridge of every period: by hand on a few customers, and against a second way on random ones:
// every sum at both ends of a period is taken anew from the states in force there, for everybody.
#include "core/kpi/money.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/kpi/walk.h"
#include "tests/core/kpi/random_analysis.h"

namespace upgrade_rate {
namespace {

constexpr int64_t kOne = 1'000'000;
constexpr size_t kCurrencies = 2;  // beside none
constexpr const char* kNames[kMoneyParts] = {"new",       "reactivation",   "upgrade", "downgrade",
                                             "expansion", "contraction",    "switch",  "priceRise",
                                             "priceCut",  "currencyChange", "churn",   "unvalued"};

// In whole units, parts that are 0 left out.
std::string written(const Money& m) {
  const auto units = [](MoneySum sum) { return std::to_string(static_cast<int64_t>(sum / kOne)); };
  std::string text = units(m.opening) + "/" + std::to_string(m.openingCustomers);
  for (size_t i = 0; i < kMoneyParts; ++i) {
    if (m.parts[i] != 0) text += std::string(" ") + kNames[i] + " " + units(m.parts[i]);
  }
  return text + " = " + units(m.closing) + "/" + std::to_string(m.closingCustomers) + " up " +
         units(m.upgradeValue) + "/" + std::to_string(m.upgradedCustomers) + " more " +
         units(m.upsellValue) + " kept " + units(m.retainedTo) + "," + units(m.retainedCapped) +
         " of " + units(m.retainedFrom);
}

struct MoneyRow {
  Row row;
  uint16_t currency = kNoCurrency;
};

struct MoneyCase {
  const char* name;
  std::vector<MoneyRow> rows;
  std::vector<std::string> periods;  ///< January and February of 2024 in the currency `slot`
  size_t slot = kCurrencies;
};

void check(const MoneyCase& c) {
  History history;
  std::vector<Row> rows;
  for (const MoneyRow& each : c.rows) rows.push_back(each.row);
  history.addFile(rows);
  for (const MoneyRow& each : c.rows) history.events.currency.push_back(each.currency);
  const OrderedEvents ordered = orderEvents(history.events, TimeZone());
  const int64_t boundaries[] = {utc("2024-01-01"), utc("2024-02-01"), utc("2024-03-01")};
  MoneyCounter counter(boundaries, kCurrencies);
  eachHistory(
      ordered, history.plans, TimeZone(), {INT64_MAX}, [](uint32_t, RowFate) {},
      [&](const CustomerHistory& each) { counter.add(each); });
  std::vector<std::string> periods;
  for (const Money& money : counter.finish(c.slot)) periods.push_back(written(money));
  EXPECT_EQ(periods, c.periods) << c.name;
}

TEST(Money, ByHand) {
  const MoneyCase cases[] = {
      {"new, upgrade, churn, return",
       {{{"a", "2024-01-05", "basic", "10", "1"}},
        {{"a", "2024-01-20", "pro", "30", "1"}},
        {{"a", "2024-02-02", "", "", ""}},
        {{"a", "2024-02-20", "basic", "12", "1"}}},
       {"0/0 new 10 upgrade 20 = 30/1 up 0/0 more 0 kept 0,0 of 0",
        "30/1 reactivation 12 churn -30 = 12/1 up 0/0 more 0 kept 12,12 of 30"}},
      {"two upgrades of one in opening, beside one who stays",
       {{{"a", "2023-12-05", "basic", "10", "1"}},
        {{"a", "2024-01-10", "pro", "30", "1"}},
        {{"a", "2024-01-20", "max", "90", "1"}},
        {{"b", "2023-12-05", "pro", "30", "1"}}},
       {"40/2 upgrade 80 = 120/2 up 80/1 more 0 kept 120,40 of 40",
        "120/2 = 120/2 up 0/0 more 0 kept 120,120 of 120"}},
      {"a trial pays nothing before it converts, nor after it lapses",
       {{{"a", "2024-01-05", "free", "5", "1"}},
        {{"a", "2024-01-20", "basic", "10", "1"}},
        {{"a", "2024-02-20", "free", "5", "1"}}},
       {"0/0 new 10 = 10/1 up 0/0 more 0 kept 0,0 of 0",
        "10/1 churn -10 = 0/0 up 0/0 more 0 kept 0,0 of 10"}},
      {"more seats, a cheaper price, an add-on",
       {{{"a", "2023-12-05", "basic", "10", "1"}},
        {{"a", "2024-01-05", "basic", "20", "2"}},
        {{"a", "2024-01-06", "basic", "18", "2"}},
        {{"a", "2024-02-06", "support", "5", ""}}},
       {"10/1 expansion 10 priceCut -2 = 18/1 up 0/0 more 10 kept 18,10 of 10",
        "18/1 expansion 5 = 23/1 up 0/0 more 5 kept 23,18 of 18"}},
      {"unknown for a while: b is left out of what was kept",
       {{{"a", "2023-12-05", "basic", "10", "1"}},
        {{"b", "2023-12-05", "basic", "10", "1"}},
        {{"b", "2024-01-05", "pro", "", "1"}},
        {{"b", "2024-02-05", "pro", "30", "1"}}},
       {"20/2 unvalued -10 = 10/1 up 0/0 more 0 kept 10,10 of 10",
        "10/1 unvalued 30 = 40/2 up 0/0 more 0 kept 10,10 of 10"}},
      {"from one currency to another, seen from the first",
       {{{"a", "2023-12-05", "basic", "10", "1"}, 0},
        {{"a", "2024-01-05", "pro", "30", "1"}, 1},
        {{"b", "2023-12-05", "basic", "10", "1"}, 0}},
       {"20/2 currencyChange -10 = 10/1 up 0/0 more 0 kept 10,10 of 10",
        "10/1 = 10/1 up 0/0 more 0 kept 10,10 of 10"},
       0},
      {"and from the second",
       {{{"a", "2023-12-05", "basic", "10", "1"}, 0},
        {{"a", "2024-01-05", "pro", "30", "1"}, 1},
        {{"b", "2023-12-05", "basic", "10", "1"}, 0}},
       {"0/0 currencyChange 30 = 30/1 up 0/0 more 0 kept 0,0 of 0",
        "30/1 = 30/1 up 0/0 more 0 kept 30,30 of 30"},
       1},
      {"who left and came back in another currency",
       {{{"a", "2023-12-05", "basic", "10", "1"}, 0},
        {{"a", "2024-01-05", "", "", ""}, kNoCurrency},
        {{"a", "2024-01-15", "basic", "9", "1"}, 1}},
       {"0/0 reactivation 9 = 9/1 up 0/0 more 0 kept 0,0 of 0",
        "9/1 = 9/1 up 0/0 more 0 kept 9,9 of 9"},
       1},
  };
  for (const MoneyCase& c : cases) check(c);
}

// The second way. What a customer pays in a currency at a time, from the last state before it.
struct Paid {
  bool customer = false, known = true;
  uint16_t currency = kNoCurrency;
  int64_t value = 0;
};

Paid paidAt(const std::vector<State>& states, int64_t instant) {
  Paid paid;
  for (const State& state : states) {
    if (state.instant >= instant) break;
    paid = {};
    if (!state.onTier()) continue;
    paid = {true, state.value != kUnknown, state.currency,
            state.value == kUnknown ? 0 : state.value};
  }
  return paid;
}

struct Followed {
  std::vector<State> states;
  std::vector<Movement> movements;
};

Money slowMoney(const std::vector<Followed>& customers, int64_t start, int64_t end,
                uint16_t currency) {
  Money m;
  const auto in = [&](const Paid& paid) { return paid.customer && paid.currency == currency; };
  for (const auto& [states, movements] : customers) {
    const Paid opening = paidAt(states, start), closing = paidAt(states, end);
    if (in(opening) && opening.known) {
      m.opening += opening.value;
      ++m.openingCustomers;
      if (closing.known && (!closing.customer || in(closing))) {
        m.retainedFrom += opening.value;
        m.retainedTo += closing.value;
        m.retainedCapped += std::min(closing.value, opening.value);
      }
    }
    if (in(closing) && closing.known) {
      m.closing += closing.value;
      ++m.closingCustomers;
    }
    bool upgraded = false;
    for (size_t i = 0; i < states.size(); ++i) {
      if (states[i].instant < start || states[i].instant >= end) continue;
      const Paid was = paidAt(states, states[i].instant),
                 is = paidAt(states, states[i].instant + 1);
      const bool both = was.customer && is.customer;
      MoneyPart part = MoneyPart::currencyChange;
      for (size_t k = 0; k < kMoneyParts; ++k) {
        constexpr Movement kOf[] = {
            Movement::newCustomer, Movement::reactivation, Movement::upgrade,
            Movement::downgrade,   Movement::expansion,    Movement::contraction,
            Movement::switchPlan,  Movement::priceRise,    Movement::priceCut,
            Movement::none,        Movement::churn,        Movement::none};
        if (movements[i] != Movement::none && kOf[k] == movements[i]) part = MoneyPart(k);
      }
      if (both && was.currency != is.currency) part = MoneyPart::currencyChange;
      if (!was.known || !is.known) part = MoneyPart::unvalued;
      MoneySum& sum = m.parts[static_cast<size_t>(part)];
      if (in(was)) sum -= was.value;
      if (in(is)) sum += is.value;
      const bool valued = in(was) && in(is) && was.known && is.known && opening.customer;
      if (valued && movements[i] == Movement::upgrade) {
        m.upgradeValue += is.value - was.value;
        upgraded = true;
      }
      if (valued && movements[i] == Movement::expansion) m.upsellValue += is.value - was.value;
    }
    m.upgradedCustomers += upgraded;
  }
  return m;
}

TEST(Money, OfRandomHistoriesAsTheSlowWay) {
  std::map<std::string, int> seen;
  for (uint64_t seed = 1; seed <= 250; ++seed) {
    RandomAnalysis random(seed);
    History history = historyOf(random.rows);
    // A currency of one's own, now and then another or none.
    for (uint32_t event = 0; event < history.events.size(); ++event) {
      const size_t dice = random.source.random().below(12);
      const uint32_t own = history.events.customer[event] % 2;
      history.events.currency.push_back(dice == 0   ? kNoCurrency
                                        : dice == 1 ? static_cast<uint16_t>(1 - own)
                                                    : static_cast<uint16_t>(own));
    }
    if (seed % 3 == 0) {
      const CurrencyRate rate{11, 1};
      random.rules.states.rates = CurrencyRates{{CurrencyRate{}, rate}, std::nullopt};
    }
    const OrderedEvents ordered = orderEvents(history.events, random.zone);
    const int64_t first = dayNumber({2020, 1, 1}) * kMicrosPerDay;
    std::vector<int64_t> boundaries;
    for (int64_t i = 0; i < 14; ++i) boundaries.push_back(first + i * 31 * kMicrosPerDay);
    MoneyCounter counter(boundaries, kCurrencies);
    std::vector<Followed> customers;
    eachHistory(
        ordered, history.plans, random.zone, random.rules.states, [](uint32_t, RowFate) {},
        [&](const CustomerHistory& each) {
          counter.add(each);
          customers.push_back({{each.states.begin(), each.states.end()},
                               {each.movements.begin(), each.movements.end()}});
        });
    for (size_t slot = 0; slot <= kCurrencies; ++slot) {
      const uint16_t currency = slot == kCurrencies ? kNoCurrency : static_cast<uint16_t>(slot);
      const std::vector<Money> all = counter.finish(slot);
      for (size_t p = 0; p < all.size(); ++p) {
        const Money slow = slowMoney(customers, boundaries[p], boundaries[p + 1], currency);
        const Money& m = all[p];
        MoneySum bridge = m.opening;
        for (size_t i = 0; i < kMoneyParts; ++i) {
          bridge += m.parts[i];
          ASSERT_TRUE(m.parts[i] == slow.parts[i]) << random.name << " " << kNames[i] << " " << p;
          seen[kNames[i]] += m.parts[i] != 0;
        }
        ASSERT_TRUE(bridge == slow.closing && m.closing == slow.closing) << random.name;
        ASSERT_TRUE(m.opening == slow.opening) << random.name << " " << p;
        ASSERT_EQ(written(m), written(slow)) << random.name << " " << p;
      }
    }
  }
  for (const char* name : kNames) EXPECT_GT(seen[name], 20) << name;
}

TEST(Money, RatiosAndAverages) {
  Money m;
  EXPECT_FALSE(m.netRetention());
  EXPECT_FALSE(m.arpcOpening());
  EXPECT_FALSE(m.upliftPerUpgraded());
  m.retainedFrom = 200 * kOne;
  m.retainedTo = 210 * kOne;
  m.retainedCapped = 150 * kOne;
  m.opening = 240 * kOne;
  m.openingCustomers = 12;
  m.closing = -kOne;
  m.closingCustomers = 4;
  m.upgradeValue = 75 * kOne;
  m.upgradedCustomers = 2;
  EXPECT_EQ(m.netRetention(), 1.05);
  EXPECT_EQ(m.grossRetention(), 0.75);
  EXPECT_EQ(m.arpcOpening(), 20.0);
  EXPECT_EQ(m.arpcClosing(), -0.25);
  EXPECT_EQ(m.upliftPerUpgraded(), 37.5);
  m.retainedFrom = -kOne;
  EXPECT_FALSE(m.netRetention()) << "no ratio to credits";
}

}  // namespace
}  // namespace upgrade_rate
