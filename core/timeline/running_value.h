// What several subscriptions that run beside one another are worth together, as they come and go.
//
// Method: an exact sum to which a row is added when it starts and from which it is taken when it
// ends, so that an instant costs what changes there. Rows with an unknown price are only counted,
// and so are the currencies: without rates, amounts in two of them have no sum.
#pragma once

#include <cstdint>
#include <map>

#include "core/input/price.h"

namespace upgrade_rate {

class RunningValue {
 public:
  /// `rates` may be null, and must outlive this otherwise.
  explicit RunningValue(const CurrencyRates* rates) : rates_(rates), sum_(rates) { sum_.begin(); }

  /// `quantity` in millionths, or kUnknown: counts only for prices with an interval.
  void add(const Price& price, int64_t quantity, bool starts);
  /// With what `other` is worth; millionths a month, or kUnknown.
  int64_t valueWith(const RunningValue& other) const;
  int64_t value() const { return valueWith(RunningValue(rates_)); }
  /// That of all amounts; kNoCurrency where there are rates, none or several.
  uint16_t currency() const;

 private:
  bool isKnown(const Price& price, int64_t quantity) const;

  const CurrencyRates* rates_;
  MonthlyValue sum_;
  uint32_t unknown_ = 0;
  std::map<uint16_t, uint32_t> currencies_;  // how many rows have each
};

}  // namespace upgrade_rate
