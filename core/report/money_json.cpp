#include "core/report/money_json.h"

#include <algorithm>

#include "core/report/figure_json.h"

namespace upgrade_rate {

namespace {

constexpr const char* kPartNames[kMoneyParts] = {
    "new",    "reactivation", "upgrade",  "downgrade",      "expansion", "contraction",
    "switch", "priceRise",    "priceCut", "currencyChange", "churn",     "unvalued"};

// Where customers are missing, so is what they pay.
Json writeOne(const Money& money, bool baseKnown) {
  const auto sum = [baseKnown](MoneySum of) { return baseKnown ? writeAmount(of) : Json(nullptr); };
  const auto ratio = [baseKnown](std::optional<double> of) {
    return baseKnown ? of : std::optional<double>();
  };
  Json object = members({{"opening", sum(money.opening)}, {"closing", sum(money.closing)}});
  for (size_t i = 0; i < kMoneyParts; ++i) object[kPartNames[i]] = writeAmount(money.parts[i]);
  put(object, {"upgradeValue", writeAmount(money.upgradeValue)});
  put(object, {"upliftPerUpgraded", money.upliftPerUpgraded()});
  put(object, {"upsellValue", writeAmount(money.upsellValue)});
  put(object, {"netRetention", ratio(money.netRetention())});
  put(object, {"grossRetention", ratio(money.grossRetention())});
  put(object, {"arpcOpening", ratio(money.arpcOpening())});
  put(object, {"arpcClosing", ratio(money.arpcClosing())});
  return object;
}

// Currencies of the data without a rate.
Json withoutRate(const Events& events, const OrderedEvents& ordered, const CurrencyRates& rates) {
  std::vector<bool> used(events.currencies.size() + 1);
  if (ordered.currency.empty()) used.back() = true;
  for (const uint16_t currency : ordered.currency) {
    used[std::min<size_t>(currency, used.size() - 1)] = true;
  }
  // Rows without a value (cancellations, say) often name none.
  if (!ordered.currency.empty()) {
    used.back() = false;
    for (uint32_t place = 0; place < ordered.size() && !used.back(); ++place) {
      used.back() = ordered.currency[place] == kNoCurrency && ordered.value[place] != kUnknown;
    }
  }
  Json names = Json::array();
  for (uint32_t i = 0; i < events.currencies.size(); ++i) {
    if (used[i] && !rates.ofCurrency[i]) names.push_back(std::string(events.currencies.key(i)));
  }
  if (used.back() && !rates.ofNone) names.push_back("");
  return names;
}

void noteFiles(const Loaded& loaded, Notes& notes) {
  for (const uint32_t index : loaded.order) {
    const FileReader& file = *loaded.files[index];
    const int32_t column = file.reading().mapping.of(Part::interval);
    if (column == kNoColumn) continue;
    notes.info(
        "value.perInterval",
        members({{"file", file.name()}, {"column", problemText(file.reading().columns[column])}}));
  }
  for (const Loaded::AssumedCurrency& each : loaded.assumedCurrencies) {
    notes.info("currency.assumed", members({{"file", each.file}, {"currency", each.currency}}));
  }
}

}  // namespace

Json writeMoney(const std::optional<std::vector<CurrencyMoney>>& money, bool baseKnown) {
  if (!money) return nullptr;
  Json object = Json::object();
  for (const CurrencyMoney& each : *money) object[each.currency] = writeOne(each.money, baseKnown);
  return object;
}

std::optional<CurrencyRates> ratesFor(const Settings& settings, const Events& events) {
  if (!settings.reportingCurrency) return std::nullopt;
  const auto rateOf = [&](std::string_view currency) -> std::optional<CurrencyRate> {
    if (currency == *settings.reportingCurrency) return CurrencyRate{};
    for (const RateSetting& each : settings.currencyRates) {
      if (each.currency == currency) return each.rate;
    }
    return std::nullopt;
  };
  CurrencyRates rates;
  for (uint32_t i = 0; i < events.currencies.size(); ++i) {
    rates.ofCurrency.push_back(rateOf(events.currencies.key(i)));
  }
  rates.ofNone = rateOf("");
  return rates;
}

void noteMoney(const Loaded& loaded, const OrderedEvents& ordered, const StateRules& rules,
               const Analysis& analysis, Notes& notes) {
  if (ordered.value.empty()) return;
  noteFiles(loaded, notes);
  if (rules.rates) {
    Json names = withoutRate(loaded.collected.events, ordered, *rules.rates);
    if (!names.empty()) {
      notes.warn("currency.noRate", members({{"currencies", std::move(names)}}));
    }
  }
  if (severalCurrencies(analysis)) {
    notes.info("money.severalCurrencies", members({{"currencies", analysis.currencies}}));
    const bool paths = analysis.journeys && analysis.journeys->paths;
    if (paths && !analysis.journeys->paths->empty()) notes.info("paths.severalCurrencies");
  }
  if (analysis.valueUnknown > 0) {
    notes.info("money.unknown", members({{"customers", analysis.valueUnknown}}));
  }
}

}  // namespace upgrade_rate
