#include "core/kpi/chosen_money.h"

#include <algorithm>

namespace upgrade_rate {

ChosenMoney::ChosenMoney(std::span<const int64_t> boundaries, size_t currencies, bool filtered)
    : all_(boundaries, currencies) {
  for (size_t p = 0; filtered && p + 1 < boundaries.size(); ++p) {
    periods_.emplace_back(boundaries.subspan(p, 2), currencies);
  }
}

void ChosenMoney::add(const CustomerHistory& history, std::span<const uint8_t> chosen) {
  if (std::find(chosen.begin(), chosen.end(), 1) == chosen.end()) return;
  all_.add(history);
  for (size_t p = 0; p < periods_.size(); ++p) {
    if (chosen[p] != 0) periods_[p].add(history);
  }
}

std::vector<Money> ChosenMoney::finish(size_t slot) const {
  if (periods_.empty()) return all_.finish(slot);
  std::vector<Money> money;
  money.reserve(periods_.size());
  for (const MoneyCounter& period : periods_) money.push_back(period.finish(slot)[0]);
  return money;
}

}  // namespace upgrade_rate
