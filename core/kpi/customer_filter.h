// Which row speaks for a customer in a period, and whether a filter chooses the customer for it.
//
// The segment of a customer in a period is the value of the row in force at the period's start; of
// one who is not on a tier then, that of the first plan that begins in the period (of a prospect to
// whom that does not happen, the one in force). The plan is the one held at the start, as a
// customer or as a prospect; of one who holds none then, the first one held in the period. Both are
// asked for each period anew, so that a customer who moves from one region to another counts in the
// first one before and in the other one after.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/input/plans.h"
#include "core/timeline/order.h"
#include "core/timeline/steps.h"

namespace upgrade_rate {

/// One customer's steps, and the row of each (State::row).
struct CustomerSteps {
  std::span<const Step> steps;
  std::span<const uint32_t> rows;
  std::span<const uint32_t> plans{};  ///< of each; empty: that of its row
};

/// The steps [first, end) of a customer lie in a period, those before `first` before it.
struct StepRange {
  size_t first = 0, end = 0;

  /// The steps in [startDay, endDay), which is not before this.
  StepRange next(std::span<const Step> steps, int32_t startDay, int32_t endDay) const {
    StepRange range{end, 0};
    while (range.first < steps.size() && steps[range.first].day < startDay) ++range.first;
    range.end = range.first;
    while (range.end < steps.size() && steps[range.end].day < endDay) ++range.end;
    return range;
  }
};

/// The row that tells the segment in the period with these steps, and the step that tells the plan;
/// kNoRow and kNoStep where nothing does, and then the customer is in no count of it.
uint32_t segmentRow(const CustomerSteps& customer, StepRange period);
size_t planStep(const CustomerSteps& customer, StepRange period);

/// Those with one of these values, or plans.
struct FilterRule {
  std::optional<uint32_t> column;  ///< into Events::segments; nothing: plans
  std::vector<uint32_t> in;
  bool operator==(const FilterRule&) const = default;
};

/// All rules hold. `ordered` and `plans` must outlive it.
class CustomerFilter {
 public:
  CustomerFilter(const std::vector<FilterRule>& rules, const OrderedEvents& ordered,
                 const Plans& plans);

  /// Chooses everybody.
  bool empty() const { return tests_.empty(); }
  bool chooses(const CustomerSteps& customer, StepRange period) const;
  /// Per period between `boundaries` (ascending local days) whether it chooses the customer.
  void choose(const CustomerSteps& customer, std::span<const int32_t> boundaries,
              std::vector<uint8_t>& chosen) const;

 private:
  uint32_t planAt(const CustomerSteps& customer, size_t step) const;

  struct Test {
    const std::vector<uint32_t>* values;  // per row; null: the row's plan
    std::vector<bool> passes;             // by value or plan; those behind its end do not
  };

  const OrderedEvents& ordered_;
  const Plans& plans_;
  std::vector<Test> tests_;
};

}  // namespace upgrade_rate
