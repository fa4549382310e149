#include "core/input/currencies.h"

#include <algorithm>
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
  if (events.currency.empty()) return;
  std::vector<int> digits;
  for (uint32_t i = 0; i < events.currencies.size(); ++i) {
    digits.push_back(minorDigits(events.currencies.key(i)));
  }
  const auto settle = [&](Column<int64_t>& values) {
    for (uint32_t event = file.begin; event < file.end && !values.empty(); ++event) {
      const uint16_t currency = events.currency[event];
      if (currency == kNoCurrency || values[event] == kUnknown) continue;
      if (digits[currency] != 2)
        values[event] = fromMinorUnits(values[event] * 100, digits[currency]);
    }
  };
  if (std::all_of(digits.begin(), digits.end(), [](int each) { return each == 2; })) return;
  settle(events.value);
  settle(events.valueBefore);
}

}  // namespace upgrade_rate
