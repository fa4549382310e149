#include "core/input/price.h"

#include "core/cells/number.h"

namespace upgrade_rate {

namespace {

__extension__ using WideWhole = __int128;
__extension__ using WideNatural = unsigned __int128;

WideNatural sizeOf(WideWhole number) {
  return number < 0 ? WideNatural{0} - static_cast<WideNatural>(number)
                    : static_cast<WideNatural>(number);
}

int32_t bitsOf(WideWhole number) {
  const WideNatural size = sizeOf(number);
  const uint64_t high = static_cast<uint64_t>(size >> 64);
  const uint64_t low = static_cast<uint64_t>(size);
  if (high != 0) return 128 - __builtin_clzll(high);
  return low == 0 ? 0 : 64 - __builtin_clzll(low);
}

// Products of at most 126 bits, so that two of them can be added.
bool multiply(WideWhole& number, WideWhole by) {
  if (bitsOf(number) + bitsOf(by) > 126) return false;
  number *= by;
  return true;
}

WideWhole greatestDivisor(WideWhole a, WideWhole b) {
  while (b != 0) {
    const WideWhole rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

WideWhole powerOfTen(int32_t exponent) {
  WideWhole power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

}  // namespace

std::optional<int64_t> roundedHalfEven(WideWhole numerator, WideWhole denominator) {
  WideWhole whole = numerator / denominator;
  const WideWhole rest = numerator % denominator;
  if (rest != 0) {
    const WideNatural twice = sizeOf(rest) * 2;
    const WideNatural one = static_cast<WideNatural>(denominator);
    const bool away = twice > one || (twice == one && whole % 2 != 0);
    if (away) whole += numerator < 0 ? -1 : 1;
  }
  if (whole > INT64_MAX || whole <= kUnknown) return std::nullopt;
  return static_cast<int64_t>(whole);
}

int64_t fromMinorUnits(int64_t millionths, int digits) {
  if (millionths == kUnknown || digits == 0) return millionths;
  const int64_t units = digits == 3 ? 1000 : 100, half = units / 2;
  const int64_t whole = millionths / units, rest = millionths % units;
  const int64_t away = rest > half || (rest == half && whole % 2 != 0)     ? 1
                       : rest < -half || (rest == -half && whole % 2 != 0) ? -1
                                                                           : 0;
  return whole + away;
}

Price carriedPrice(const Price& before, const Price& row) {
  Price now = row;
  if (row.currency == kNoCurrency) now.currency = before.currency;
  if (row.interval == kBlankInterval) now.interval = before.interval;
  if (row.amount == kUnknown && now.currency == before.currency &&
      now.interval == before.interval) {
    now.amount = before.amount;
  }
  return now;
}

void MonthlyValue::begin() {
  numerator_ = 0;
  denominator_ = 1;
  known_ = first_ = true;
}

void MonthlyValue::add(const Price& price, int64_t quantity) {
  const bool plain = price.interval == kMonthlyAmount;
  if (first_) currency_ = price.currency;
  // An add-on whose row names no currency is billed with its plan.
  const bool sameCurrency = price.currency == currency_ || price.currency == kNoCurrency;
  const uint16_t currency = price.currency == kNoCurrency ? currency_ : price.currency;
  first_ = false;
  known_ = known_ && price.amount != kUnknown && price.interval != kBlankInterval &&
           (plain || quantity != kUnknown) && (rates_ != nullptr || sameCurrency) &&
           (rates_ == nullptr || rates_->of(currency).has_value());
  if (!known_) return;
  WideWhole numerator = price.amount, denominator = 1;
  if (!plain) {
    const MonthlyShare share = monthlyShare(price.interval);
    known_ = multiply(numerator, quantity) && multiply(numerator, share.times);
    denominator = WideWhole{kMillionths} * 12 * share.perTwelve;
  }
  if (rates_ != nullptr) {
    const CurrencyRate& rate = *rates_->of(currency);
    known_ = known_ && multiply(numerator, rate.digits);
    denominator *= powerOfTen(rate.decimals);  // below 2^20 · 2^15 · 2^40
  }
  addFraction(numerator, denominator);
}

void MonthlyValue::add(const MonthlyValue& other) {
  known_ = known_ && other.known_;
  if (known_) addFraction(other.numerator_, other.denominator_);
}

void MonthlyValue::addFraction(WideWhole numerator, WideWhole denominator) {
  if (denominator != denominator_) {
    const WideWhole divisor = greatestDivisor(denominator, denominator_);
    const WideWhole own = denominator_ / divisor, others = denominator / divisor;
    known_ = known_ && multiply(numerator, own) && multiply(numerator_, others) &&
             multiply(denominator_, others);
  }
  if (known_) numerator_ += numerator;
  known_ = known_ && bitsOf(numerator_) <= 126;
}

int64_t MonthlyValue::value() const {
  if (!known_) return kUnknown;
  if (denominator_ == 1) {
    const bool fits = numerator_ <= INT64_MAX && numerator_ > kUnknown;
    return fits ? static_cast<int64_t>(numerator_) : kUnknown;
  }
  return roundedHalfEven(numerator_, denominator_).value_or(kUnknown);
}

}  // namespace upgrade_rate
