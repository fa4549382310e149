// Who upgraded in a stretch of days, from rows that say so: distinct customers, each counted once.
//
// A customer counts where one of its rows lies in the stretch, and has upgraded where one of these
// says yes. The first of them, by day and then by place in the files, tells the segment.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/input/flags.h"
#include "core/input/totals.h"
#include "core/kpi/customer_filter.h"
#include "core/kpi/segments.h"
#include "core/stats/newcombe.h"

namespace upgrade_rate {

class FlagCounter {
 public:
  /// `days`: of every row its local day. `ignored`: rows that do not count. `flags` and `filters`
  /// must outlive it; a filter is asked for each stretch anew.
  FlagCounter(const Flags& flags, std::vector<int64_t> days, const std::vector<bool>& ignored,
              const std::vector<FilterRule>& filters);

  /// Customers as opening, those who upgraded as upgraded.
  PeriodCounts count(const DayRange& days) const;
  /// Of the customers in both stretches.
  Overlap overlap(const DayRange& first, const DayRange& second) const;
  /// For every value of a column both stretches; values that nobody has in them are left out.
  std::vector<SegmentCounts> segments(uint32_t column, const DayRange& before,
                                      const DayRange& days) const;
  /// With at least one row that counts.
  uint64_t customers() const;

 private:
  using Rows = std::span<const uint32_t>;
  struct Visit {
    uint32_t row = kNoRow;  // kNoRow: not in the stretch, or not chosen for it
    bool upgraded = false;
    bool counts() const { return row != kNoRow; }
  };

  template <class Take>
  void eachCustomer(Take&& take) const;
  Visit visit(Rows rows, const DayRange& days) const;

  const Flags& flags_;
  std::vector<int64_t> days_;
  const std::vector<FilterRule>& filters_;
  std::vector<uint32_t> order_;  // rows that count, by customer, then day, then place
};

}  // namespace upgrade_rate
