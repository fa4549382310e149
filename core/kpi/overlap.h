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

/// Counts the overlap of every period with the one before it, customer by customer.
///
/// Method: what a customer is in two consecutive periods can only differ where it changes in one of
/// them. So each change is told once with what was before it and once with what comes after it: two
/// additions without a branch, into sixteen counts a period. Who is in the base of both without a
/// change follows from how many are in the base.
class NeighbourOverlap {
 public:
  /// Whether a customer is in the base of a period, and whether also in its numerator.
  using Part = uint32_t;
  static constexpr Part kBase = 1, kNumerator = 2;

  explicit NeighbourOverlap(size_t periods) : pairs_((periods + 2) * kPairs) {}

  /// One customer, whose changes come in order. Holds while the counter does.
  class Customer {
   public:
    /// `part`: in the first period, where nothing changes.
    Customer(NeighbourOverlap& counter, Part part)
        : pairs_(counter.pairs_.data()), rest_(part), last_(part) {}

    /// What the customer is in a period in which it changes, and in later ones without a change.
    void change(int32_t period, Part part, Part rest) {
      const bool next = period == lastPeriod_ + 1;
      ++pairs_[(lastPeriod_ + 2) * kPairs + last_ * kParts + (next ? part : rest_)];
      pairs_[(period + 1) * kPairs + rest_ * kParts + part] += next ? 0 : 1;
      lastPeriod_ = period;
      last_ = part;
      rest_ = rest;
    }
    /// After the last change.
    void close() { ++pairs_[(lastPeriod_ + 2) * kPairs + last_ * kParts + rest_]; }

   private:
    uint32_t* pairs_;
    int32_t lastPeriod_ = -2;  // no period
    Part rest_, last_;
  };

  /// After the last customer, with how many are in the base of `period`. Zeros for the first.
  Overlap of(int32_t period, int64_t inBase) const;

 private:
  static constexpr size_t kParts = 4, kPairs = kParts * kParts;
  std::vector<uint32_t> pairs_;  // [(period + 1) * kPairs + part before * kParts + part]
};

}  // namespace upgrade_rate
