// Money in the report: the bridge of a period in each currency, and what is said about it.
#pragma once

#include <optional>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/report/json.h"
#include "core/report/loaded.h"
#include "core/report/notes.h"
#include "core/report/settings.h"

namespace upgrade_rate {

/// `value` of a period: an object by currency, or null. `baseKnown`: as PeriodFigures::baseKnown.
Json writeMoney(const std::optional<std::vector<CurrencyMoney>>& money, bool baseKnown);

/// The rates that the settings give to the currencies of `events`. Nothing without a reporting
/// currency.
std::optional<CurrencyRates> ratesFor(const Settings& settings, const Events& events);

/// Whether amounts of the report stand in several currencies.
inline bool severalCurrencies(const Analysis& analysis) { return analysis.currencies.size() > 1; }

/// How values were read, what is unknown, and which currencies there are.
void noteMoney(const Loaded& loaded, const OrderedEvents& ordered, const StateRules& rules,
               const Analysis& analysis, Notes& notes);

}  // namespace upgrade_rate
