// What a customer pays, from what a row says: a price with its interval and currency, a quantity,
// and rates from one currency to another, as one exact value per month.
//
// Method: every part (the plan, each add-on) is a fraction of two 128-bit integers, and so is their
// sum; it is rounded once, half to even, to millionths. What does not fit into them (amounts beyond
// a billion billions) is unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/cells/interval.h"
#include "core/input/events.h"

namespace upgrade_rate {

struct Price {
  int64_t amount =
      kUnknown;  ///< millionths per interval, of one unit; per month for kMonthlyAmount
  BillingInterval interval = kMonthlyAmount;
  uint16_t currency = kNoCurrency;
  bool operator==(const Price&) const = default;
};

/// Smallest units to the currency's unit, half to even, like every rounding of money. Unknown stays
/// so. `digits`: decimal places of the smallest unit (minorDigits).
int64_t fromMinorUnits(int64_t millionths, int digits);

/// The price that a row leaves in force where the plan stays the same: what is blank carries. The
/// amount carries only with its interval and currency, since 10 a month is no 10 a year.
Price carriedPrice(const Price& before, const Price& row);

/// Units of the reporting currency for one unit: digits / 10^decimals.
struct CurrencyRate {
  int64_t digits = 1;
  int32_t decimals = 0;  ///< 0 to kMostRateDecimals
  bool operator==(const CurrencyRate&) const = default;
};
constexpr int32_t kMostRateDecimals = 12;

/// One fixed rate per currency, for values in one reporting currency. A currency without a rate
/// makes values unknown.
struct CurrencyRates {
  std::vector<std::optional<CurrencyRate>> ofCurrency;  ///< as Events::currencies
  std::optional<CurrencyRate> ofNone;                   ///< for amounts without a currency
  bool operator==(const CurrencyRates&) const = default;

  const std::optional<CurrencyRate>& of(uint16_t currency) const {
    return currency == kNoCurrency ? ofNone : ofCurrency[currency];
  }
};

/// The value of a plan and its add-ons per month.
class MonthlyValue {
 public:
  /// `rates` may be null: then the first price's currency is that of the value, and a price in
  /// another makes it unknown. `rates` must outlive this.
  explicit MonthlyValue(const CurrencyRates* rates) : rates_(rates) {}

  void begin();
  /// `quantity` in millionths, or kUnknown: counts only for prices with an interval.
  void add(const Price& price, int64_t quantity);
  /// What `other` comes to besides, whatever its currency.
  void add(const MonthlyValue& other);
  /// Millionths, or kUnknown.
  int64_t value() const;

 private:
  __extension__ using Wide = __int128;

  void addFraction(Wide numerator, Wide denominator);

  const CurrencyRates* rates_;
  Wide numerator_ = 0, denominator_ = 1;
  bool known_ = true, first_ = true;
  uint16_t currency_ = kNoCurrency;
};

/// numerator / denominator (above 0), rounded half to even; nothing where it does not fit.
__extension__ std::optional<int64_t> roundedHalfEven(__int128 numerator, __int128 denominator);

}  // namespace upgrade_rate
