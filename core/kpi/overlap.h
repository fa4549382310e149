// How many customers two periods share, in their bases and in their numerators.
//
// The change between two rates needs this: most customers are in both bases, so the two rates are
// not independent (kpi definition of "change"; Newcombe 1998b, paired case).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/newcombe.h"

namespace upgrade_rate {

/// Consecutive periods [first, last] in which a customer is in the base.
struct PeriodRange {
  int32_t first, last;
};

/// One customer over all periods.
struct Membership {
  std::vector<PeriodRange> base;  ///< ascending, never touching each other
  std::vector<int32_t> counted;   ///< periods whose numerator the customer is in, ascending

  void clear();
  void addBase(int32_t first, int32_t last);
  bool inBase(int32_t period) const;
  bool inNumerator(int32_t period) const;
};

/// Counts the overlap of every period with an earlier one.
class OverlapCounter {
 public:
  /// `earlier`: per period the one it is compared with, or -1; ascending where it is not -1.
  explicit OverlapCounter(std::vector<int32_t> earlier);

  bool empty() const { return earlier_.empty(); }
  void add(const Membership& customer);
  /// After the last customer, before `of`.
  void finish();
  /// The overlap of `period` (second) with its earlier one (first). Zeros where it has none.
  Overlap of(int32_t period) const;
  int32_t earlier(int32_t period) const { return earlier_[period]; }

 private:
  std::vector<int32_t> earlier_;
  std::vector<int32_t> later_;       // inverse of earlier_, -1 where none
  std::vector<int32_t> firstLater_;  // smallest p with earlier_[p] >= index
  std::vector<int32_t> lastLater_;   // largest p with 0 <= earlier_[p] <= index, or -1
  std::vector<int64_t> shared_;      // customers in both bases; differences until finish()
  std::vector<uint64_t> both_, first_, second_;
};

}  // namespace upgrade_rate
