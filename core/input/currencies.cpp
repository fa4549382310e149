#include "core/input/currencies.h"

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

}  // namespace upgrade_rate
