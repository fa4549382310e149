// Money of consecutive periods, of everybody or of the customers who are chosen for each period
// anew (a filter).
//
// Method: without a filter one MoneyCounter over all periods. With one, a MoneyCounter per period,
// which is given the customers chosen for it: then the closing of one period need not be the
// opening of the next, since they are other customers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/kpi/money.h"

namespace upgrade_rate {

class ChosenMoney {
 public:
  /// As MoneyCounter's. `filtered`: customers are added with the periods that they are chosen for.
  ChosenMoney(std::span<const int64_t> boundaries, size_t currencies, bool filtered);

  void add(const CustomerHistory& history) { all_.add(history); }
  void add(const CustomerHistory& history, std::span<const uint8_t> chosen);

  /// These are MoneyCounter's, over the customers chosen for any period.
  std::vector<Money> finish(size_t slot) const;
  size_t slots() const { return all_.slots(); }
  bool seen(size_t slot) const { return all_.seen(slot); }
  uint64_t unknownCustomers() const { return all_.unknownCustomers(); }

 private:
  MoneyCounter all_;
  std::vector<MoneyCounter> periods_;  // where there is a filter
};

}  // namespace upgrade_rate
