#include "core/timeline/running_value.h"

namespace upgrade_rate {

namespace {

using Currencies = std::map<uint16_t, uint32_t>;

// At most one, between them.
bool haveOneCurrency(const Currencies& a, const Currencies& b) {
  if (a.size() > 1 || b.size() > 1) return false;
  return a.empty() || b.empty() || a.begin()->first == b.begin()->first;
}

}  // namespace

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
  const bool oneCurrency = rates_ != nullptr || haveOneCurrency(currencies_, other.currencies_);
  if (unknown_ + other.unknown_ > 0 || !oneCurrency) return kUnknown;
  MonthlyValue both = sum_;
  both.add(other.sum_);
  return both.value();
}

uint16_t RunningValue::currency() const {
  return rates_ == nullptr && currencies_.size() == 1 ? currencies_.begin()->first : kNoCurrency;
}

}  // namespace upgrade_rate
