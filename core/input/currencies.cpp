#include "core/input/currencies.h"

#include <vector>

#include "core/cells/currency.h"
#include "core/input/price.h"

namespace upgrade_rate {

std::optional<OneCurrency> settleCurrency(Events& events, const EventFile& file) {
  if (events.currency.empty()) return std::nullopt;
  OneCurrency found{kNoCurrency, false};
  for (uint32_t event = file.begin; event < file.end; ++event) {
    const uint16_t currency = events.currency[event];
    if (currency == kNoCurrency) {
      found.bare |= events.value[event] != kUnknown && events.value[event] != 0;
    } else if (found.currency != kNoCurrency && currency != found.currency) {
      return std::nullopt;
    } else {
      found.currency = currency;
    }
  }
  if (found.currency == kNoCurrency) return std::nullopt;
  for (uint32_t event = file.begin; event < file.end; ++event) {
    events.currency[event] = found.currency;
  }
  return found;
}

void settleMinorUnits(Events& events, const EventFile& file) {
  std::vector<int> digits;
  for (uint32_t i = 0; i < events.currencies.size(); ++i) {
    digits.push_back(minorDigits(events.currencies.key(i)));
  }
  const auto digitsOf = [&](uint32_t event) {
    const uint16_t currency = events.currency.empty() ? kNoCurrency : events.currency[event];
    return currency == kNoCurrency ? minorDigits({}) : digits[currency];
  };
  for (Column<int64_t>* const values : {&events.value, &events.valueBefore}) {
    if (values->empty()) continue;
    for (uint32_t event = file.begin; event < file.end; ++event) {
      (*values)[event] = fromMinorUnits((*values)[event], digitsOf(event));
    }
  }
}

}  // namespace upgrade_rate
