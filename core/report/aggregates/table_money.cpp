#include "core/report/aggregates/table_money.h"

#include <set>

namespace upgrade_rate {

namespace {

// In the order of MoneyPart.
constexpr std::string_view kMoneyMeasures[kMoneyParts] = {
    "new",    "reactivation", "upgrade",  "downgrade",      "expansion", "contraction",
    "switch", "priceRise",    "priceCut", "currencyChange", "churn",     "unvalued"};

Money moneyOf(TableIndex& table, const TableGroup& group) {
  Money money;
  money.opening = table.amount(group, "opening");
  money.closing = table.amount(group, "closing");
  for (size_t i = 0; i < kMoneyParts; ++i) {
    money.parts[i] = table.amount(group, kMoneyMeasures[i]);
  }
  money.openingCustomers = table.count(group, "openingCustomers");
  money.closingCustomers = table.count(group, "closingCustomers");
  money.upgradeValue = table.amount(group, "upgradeValue");
  money.upsellValue = table.amount(group, "upsellValue");
  money.upgradedCustomers = table.count(group, "upgradedCustomers");
  money.retainedFrom = table.amount(group, "retainedFrom");
  money.retainedTo = table.amount(group, "retainedTo");
  money.retainedCapped = table.amount(group, "retainedCapped");
  return money;
}

void checkMoney(TableIndex& table, const TableGroup& group, const Money& money,
                const PeriodCounts& counts) {
  MoneySum closing = money.opening;
  for (const MoneySum part : money.parts) closing += part;
  if (closing != money.closing) {
    table.contradiction(group, "closing",
                        "The money at the end is not that at the start and what every movement "
                        "made of it. Copy the whole result of the query as it is.");
  }
  const bool fits =
      money.openingCustomers <= counts.opening && money.closingCustomers <= counts.closing &&
      money.upgradedCustomers <= counts.upgraded && money.retainedCapped <= money.retainedFrom &&
      money.retainedCapped <= money.retainedTo;
  if (fits) return;
  table.contradiction(group, "opening",
                      "More customers pay than there are, or more was kept than there was. Copy "
                      "the whole result of the query as it is.");
}

std::vector<CurrencyMoney> moneyBetween(const TableContext& context, std::string_view part,
                                        const std::vector<std::string>& currencies,
                                        int64_t startDay, int64_t endDay,
                                        const PeriodCounts& counts) {
  std::vector<CurrencyMoney> list;
  list.reserve(currencies.size());
  for (const std::string& currency : currencies) list.push_back({currency, {}});
  for (const TableGroup& group : context.table.between(part, startDay, endDay)) {
    const Money money = moneyOf(context.table, group);
    checkMoney(context.table, group, money, counts);
    for (CurrencyMoney& each : list) {
      if (each.currency == group.currency) each.money = money;
    }
  }
  return list;
}

}  // namespace

std::vector<std::string> tableCurrencies(const TableIndex& table) {
  std::set<std::string> names;
  for (const std::string_view part : {"periodMoney", "headlineMoney"}) {
    for (const TableGroup& group : table.of(part)) names.insert(std::string(group.currency));
  }
  return {names.begin(), names.end()};
}

void addTableMoney(const TableContext& context, std::vector<PeriodFigures>& periods,
                   std::optional<TableHeadline>& headline) {
  const std::vector<std::string> currencies = tableCurrencies(context.table);
  if (context.table.has("periodMoney") || context.table.saysEmpty("periodMoney")) {
    for (PeriodFigures& period : periods) {
      period.value =
          moneyBetween(context, "periodMoney", currencies, context.zone.day(*period.start),
                       context.zone.day(*period.end), period.counts);
    }
  }
  const bool told = context.table.has("headlineMoney") || context.table.saysEmpty("headlineMoney");
  if (!headline || !told) return;
  headline->headline.figures.value =
      moneyBetween(context, "headlineMoney", currencies, headline->startDay, headline->endDay,
                   headline->headline.figures.counts);
}

}  // namespace upgrade_rate
