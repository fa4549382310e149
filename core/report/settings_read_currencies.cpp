// Settings in: the rates from other currencies to the reporting one.

#include <algorithm>

#include "core/cells/currency.h"
#include "core/cells/words.h"
#include "core/report/settings_files.h"

namespace upgrade_rate {

namespace {

// A rate exactly as it is written. Numbers of a document are written with at most 17 digits.
std::optional<CurrencyRate> readRate(const Json& number) {
  if (!number.is_number()) return std::nullopt;
  const std::string written = dumpJson(number);
  CurrencyRate rate{0, 0};
  bool fraction = false;
  size_t at = 0;
  for (; at < written.size() && written[at] != 'e' && written[at] != 'E'; ++at) {
    if (written[at] == '.') {
      fraction = true;
      continue;
    }
    if (written[at] < '0' || written[at] > '9' || rate.digits > INT64_MAX / 100)
      return std::nullopt;
    rate.digits = rate.digits * 10 + (written[at] - '0');
    rate.decimals += fraction ? 1 : 0;
  }
  if (at < written.size()) {
    const bool negative = written[at + 1] == '-';
    int32_t exponent = 0;
    for (at += written[at + 1] == '-' || written[at + 1] == '+' ? 2 : 1; at < written.size();
         ++at) {
      exponent = std::min(1000, exponent * 10 + (written[at] - '0'));
    }
    rate.decimals += negative ? exponent : -exponent;
  }
  while (rate.decimals > 0 && rate.digits % 10 == 0 && rate.digits != 0) {
    rate.digits /= 10;
    --rate.decimals;
  }
  if (rate.digits == 0 || rate.decimals < 0 || rate.decimals > kMostRateDecimals) {
    return std::nullopt;
  }
  return rate;
}

// Empty stands for values without a currency.
std::optional<std::string> settingKey(const std::string& written) {
  const std::string_view text = trimmed(written);
  return text.empty() ? std::optional<std::string>("") : currencyKey(text);
}

void readRates(ObjectReader& reader, const Json& object, std::optional<Error>& error,
               Settings& settings) {
  ObjectReader rates(object, reader.pathOf("currencyRates"), error);
  for (const auto& item : object.items()) {
    const std::optional<std::string> key = settingKey(item.key());
    if (!key) {
      return rates.fail("setting.value", item.key(),
                        "\"" + item.key() + "\" is no currency. Examples: EUR, USD.");
    }
    const std::optional<CurrencyRate> rate = readRate(item.value());
    if (!rate) {
      return rates.fail(
          "setting.value", item.key(),
          "The rate of \"" + item.key() + "\" must be a number above 0 with at most 12 decimals.");
    }
    const auto same = [&](const RateSetting& each) { return each.currency == *key; };
    if (std::any_of(settings.currencyRates.begin(), settings.currencyRates.end(), same)) {
      return rates.fail("setting.value", item.key(), "\"" + *key + "\" has two rates.");
    }
    if (*key == settings.reportingCurrency && *rate != CurrencyRate{}) {
      return rates.fail("setting.value", item.key(),
                        "\"" + *key + "\" is the reporting currency. Its rate is 1.");
    }
    settings.currencyRates.push_back({*key, *rate, item.value().get<double>()});
  }
}

}  // namespace

void readCurrencies(ObjectReader& reader, std::optional<Error>& error, Settings& settings) {
  std::optional<std::string> reporting;
  reader.text("reportingCurrency", reporting);
  if (reporting) {
    settings.reportingCurrency = settingKey(*reporting);
    if (!settings.reportingCurrency || settings.reportingCurrency->empty()) {
      return reader.fail("setting.value", "reportingCurrency",
                         "\"reportingCurrency\" must be a currency. Examples: EUR, USD.");
    }
  }
  const Json* rates = reader.object("currencyRates");
  if (rates == nullptr || rates->empty()) return;
  if (!settings.reportingCurrency) {
    return reader.fail("setting.value", "reportingCurrency",
                       "Rates need a \"reportingCurrency\", which they lead to.");
  }
  readRates(reader, *rates, error, settings);
}

}  // namespace upgrade_rate
