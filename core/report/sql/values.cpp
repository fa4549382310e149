// What a month is worth: exact sums of shares of prices, converted where there are rates, and
// rounded once. Definitions: sections 1 and 6 of the specification.

#include <algorithm>

#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

int32_t rateDecimals(const SqlFacts& facts) {
  int32_t decimals = 0;
  for (const RateSetting& each : facts.settings.currencyRates) {
    decimals = std::max(decimals, each.rate.decimals);
  }
  return decimals;
}

std::string powerOfTen(int32_t exponent) { return "1" + std::string(exponent, '0'); }

}  // namespace

void writeRates(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  const int32_t decimals = rateDecimals(facts);
  SqlValues values{{{"currency", false}, {"rate", true}}, {}};
  const std::string& reporting = *facts.settings.reportingCurrency;
  values.rows.push_back({query.text(reporting), powerOfTen(decimals)});
  for (const RateSetting& each : facts.settings.currencyRates) {
    if (each.currency == reporting) continue;
    values.rows.push_back(
        {query.text(each.currency),
         std::to_string(each.rate.digits) + std::string(decimals - each.rate.decimals, '0')});
  }
  query.addValues("rates",
                  "What one unit of a currency is in the reporting currency, times 10^" +
                      std::to_string(decimals) + ".",
                  values);
}

std::string ratedRows(SqlQuery& query, const std::string& from) {
  if (!query.facts().converts()) return from;
  return "(SELECT c.*, c.worth * @wide(x.rate) AS worth_rated FROM " + from +
         " AS c LEFT JOIN rates AS x ON x.currency = c.billed_now)";
}

std::string monthlyOf(const SqlFacts& facts, const std::string& total) {
  const int32_t decimals = facts.converts() ? rateDecimals(facts) : 0;
  return "@big(@half_even(" + total + ", @wide(30240000000" + std::string(decimals, '0') + ")))";
}

}  // namespace upgrade_rate
