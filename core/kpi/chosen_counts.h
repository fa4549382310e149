// The counts of consecutive periods over customers who are chosen for each period anew: those that
// a filter chooses, or those of one segment.
//
// Method: one PeriodCounter per period, which sees the steps around that period of the customers
// chosen for it and nothing else; and whom two periods share, from who was in the base of each. So
// a customer costs as much as there are periods, and nothing of this is used without a filter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/kpi/counts.h"
#include "core/kpi/customer_filter.h"

namespace upgrade_rate {

class ChosenCounter {
 public:
  /// As PeriodCounter's.
  ChosenCounter(std::vector<int32_t> boundaries, std::span<const int32_t> tiers,
                const CountOptions& options, std::span<const int32_t> yearBefore);

  /// One customer's steps, and for which of the periods it is chosen.
  void add(std::span<const Step> steps, std::span<const uint8_t> chosen);
  /// After the last customer. Call once.
  Counted finish();

 private:
  std::vector<int32_t> boundaries_;
  std::vector<PeriodCounter> periods_;
  OverlapCounter withPrevious_;
  OverlapCounter withYearBefore_;
  Membership membership_;
};

/// The steps of all customers, the row of each, and who is counted.
struct StepSource {
  const Steps& steps;
  std::span<const uint32_t> rows;  ///< as steps.all()
  const CustomerFilter& filter;
  std::span<const int32_t> tiers;

  /// Calls `take(CustomerSteps)` for every customer with at least one state.
  template <class Take>
  void eachCustomer(Take&& take) const {
    size_t begin = 0;
    steps.eachCustomer([&](std::span<const Step> customer) {
      take(CustomerSteps{customer, rows.subspan(begin, customer.size()),
                         steps.plans(begin, customer.size())});
      begin += customer.size();
    });
  }
};

/// The counts of those that the filter chooses.
Counted countChosen(const StepSource& source, std::vector<int32_t> boundaries,
                    const CountOptions& options, std::span<const int32_t> yearBefore);

}  // namespace upgrade_rate
