#include "core/report/share/money_columns.h"

#include <array>
#include <numeric>
#include <utility>

namespace upgrade_rate {

namespace {

constexpr size_t kAmounts = kMoneyParts + 7;
constexpr size_t kNumbers = 3;
constexpr size_t kColumns = kAmounts + kNumbers;
using Columns = std::array<std::vector<int64_t>, kColumns>;
constexpr int64_t kWholeUnit = 1'000'000;

MoneySum sumOf(const Money& money, std::initializer_list<MoneyPart> parts) {
  MoneySum sum = 0;
  for (const MoneyPart part : parts) sum += money.part(part);
  return sum;
}

MoneySum sumOfAll(const Money& money) {
  return std::accumulate(money.parts.begin(), money.parts.end(), MoneySum{0});
}

// The amounts that are not parts, in the order in which each can be expected from those before.
constexpr MoneySum Money::*kSums[] = {
    &Money::opening,      &Money::closing,    &Money::upgradeValue,  &Money::upsellValue,
    &Money::retainedFrom, &Money::retainedTo, &Money::retainedCapped};

MoneySum expected(MoneySum Money::*sum, const Money& money, const Money& before) {
  if (sum == &Money::opening) return before.closing;
  if (sum == &Money::closing) return money.opening + sumOfAll(money);
  if (sum == &Money::upgradeValue) return money.part(MoneyPart::upgrade);
  if (sum == &Money::upsellValue) return money.part(MoneyPart::expansion);
  if (sum == &Money::retainedFrom) return money.opening;
  const MoneySum lost = sumOf(
      money, {MoneyPart::downgrade, MoneyPart::contraction, MoneyPart::priceCut, MoneyPart::churn});
  if (sum == &Money::retainedCapped) return money.retainedFrom + lost;
  return money.retainedFrom + lost +
         sumOf(money, {MoneyPart::upgrade, MoneyPart::expansion, MoneyPart::switchPlan,
                       MoneyPart::priceRise, MoneyPart::currencyChange});
}

template <class Take>
void eachAmount(const Money& money, Take&& take) {
  for (const MoneySum part : money.parts) take(part);
  for (const auto sum : kSums) take(money.*sum);
}

void addTo(Columns& columns, const Money& money, const Money& before, const PeriodCounts& counts,
           int64_t unit) {
  size_t column = 0;
  const auto add = [&](int64_t number) { columns[column++].push_back(number); };
  for (const MoneySum part : money.parts) add(amountIn(unit, part));
  for (const auto sum : kSums) add(amountIn(unit, money.*sum - expected(sum, money, before)));
  add(money.openingCustomers - counts.opening);
  add(money.closingCustomers - counts.closing);
  add(money.upgradedCustomers - counts.upgraded);
}

Money moneyFrom(const Columns& columns, size_t row, const Money& before, const PeriodCounts& counts,
                int64_t unit) {
  Money money;
  size_t column = 0;
  const auto take = [&] { return columns[column++][row]; };
  for (MoneySum& part : money.parts) part = MoneySum{take()} * unit;
  for (const auto sum : kSums) {
    money.*sum = MoneySum{take()} * unit + expected(sum, money, before);
  }
  money.openingCustomers = take() + counts.opening;
  money.closingCustomers = take() + counts.closing;
  money.upgradedCustomers = take() + counts.upgraded;
  return money;
}

bool fits(const Money& money) {
  bool fit = true;
  eachAmount(money, [&](MoneySum amount) {
    fit &= amount <= kLargestAmount / 8 && amount >= -kLargestAmount / 8;
  });
  return fit;
}

bool plausible(const Money& money) {
  return fits(money) && money.openingCustomers >= 0 && money.closingCustomers >= 0 &&
         money.upgradedCustomers >= 0;
}

const Money* moneyOf(const PeriodFigures& period, size_t currency) {
  const bool has = period.value && currency < period.value->size();
  return has ? &(*period.value)[currency].money : nullptr;
}

}  // namespace

int64_t amountIn(int64_t unit, MoneySum amount) { return static_cast<int64_t>(amount / unit); }

std::optional<int64_t> moneyUnit(const std::vector<const PeriodFigures*>& periods) {
  int64_t unit = kWholeUnit;
  bool fit = true;
  for (const PeriodFigures* period : periods) {
    if (!period->value) continue;
    for (const CurrencyMoney& each : *period->value) {
      fit &= fits(each.money);
      eachAmount(each.money, [&](MoneySum amount) {
        while (amount % unit != 0) unit /= 10;
      });
    }
  }
  return fit ? std::optional(unit) : std::nullopt;
}

Json writeMoneyColumns(const std::vector<const PeriodFigures*>& periods, int64_t unit) {
  if (periods.empty() || !periods.front()->value) return nullptr;
  Json list = Json::array();
  const size_t currencies = periods.front()->value->size();
  for (const PeriodFigures* each : periods) {
    if (!each->value || each->value->size() != currencies) return nullptr;
  }
  for (size_t c = 0; c < currencies; ++c) {
    Columns columns;
    Money before;
    for (const PeriodFigures* period : periods) {
      const Money& money = *moneyOf(*period, c);
      addTo(columns, money, before, period->counts, unit);
      before = money;
    }
    Json entry = Json::array();
    entry.push_back((*periods.front()->value)[c].currency);
    for (const auto& column : columns) entry.push_back(writeColumn(column));
    list.push_back(std::move(entry));
  }
  return list;
}

void readMoneyColumns(const Json& list, int64_t unit, const std::vector<PeriodFigures*>& periods,
                      std::optional<Error>& error) {
  if (list.is_null()) return;
  ListReader currencies(list, "money", error);
  for (PeriodFigures* period : periods) period->value.emplace();
  while (!error && !currencies.atEnd()) {
    ListReader entry(currencies.next(), "money", error);
    const std::string name = entry.text();
    Columns columns;
    for (auto& column : columns) column = entry.column(periods.size(), kLargestAmount / 16);
    Money before;
    for (size_t p = 0; p < periods.size() && !error; ++p) {
      const Money money = moneyFrom(columns, p, before, periods[p]->counts, unit);
      if (!plausible(money)) return entry.fail();
      periods[p]->value->push_back({name, money});
      before = money;
    }
  }
}

}  // namespace upgrade_rate
