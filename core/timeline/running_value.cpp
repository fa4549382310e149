#include "core/timeline/running_value.h"

namespace upgrade_rate {

bool RunningValue::isKnown(const Price& price, int64_t quantity) const {
  const bool plain = price.interval == kMonthlyAmount;
  return price.amount != kUnknown && price.interval != kBlankInterval &&
         (plain || quantity != kUnknown) &&
         (rates_ == nullptr || rates_->of(price.currency).has_value());
}

void RunningValue::add(const Price& price, int64_t quantity, bool starts) {
  if (price.currency != kNoCurrency) {
    const auto at = currencies_.try_emplace(price.currency, 0u).first;
    at->second += starts ? 1u : ~0u;
    if (at->second == 0) currencies_.erase(at);
  }
  if (!isKnown(price, quantity)) {
    unknown_ += starts ? 1u : ~0u;
    return;
  }
  Price counted = price;
  if (!starts) counted.amount = -counted.amount;
  if (rates_ == nullptr) counted.currency = kNoCurrency;  // told apart by currencies_
  sum_.add(counted, quantity);
}

int64_t RunningValue::valueWith(const RunningValue& other) const {
  std::map<uint16_t, uint32_t> currencies = currencies_;
  currencies.insert(other.currencies_.begin(), other.currencies_.end());
  const bool oneCurrency = rates_ != nullptr || currencies.size() <= 1;
  if (unknown_ + other.unknown_ > 0 || !oneCurrency) return kUnknown;
  MonthlyValue both = sum_;
  both.add(other.sum_);
  return both.value();
}

uint16_t RunningValue::currency() const {
  return rates_ == nullptr && currencies_.size() == 1 ? currencies_.begin()->first : kNoCurrency;
}

}  // namespace upgrade_rate
