#include "core/kpi/chosen_counts.h"

#include <utility>

namespace upgrade_rate {

ChosenCounter::ChosenCounter(std::vector<int32_t> boundaries, std::span<const int32_t> tiers,
                             const CountOptions& options, std::span<const int32_t> yearBefore)
    : boundaries_(std::move(boundaries)),
      withPrevious_(previousPeriods(boundaries_.size() - 1)),
      withYearBefore_(std::vector<int32_t>(yearBefore.begin(), yearBefore.end())) {
  periods_.reserve(boundaries_.size() - 1);
  for (size_t p = 0; p + 1 < boundaries_.size(); ++p) {
    periods_.emplace_back(std::vector<int32_t>{boundaries_[p], boundaries_[p + 1]}, tiers, options,
                          std::span<const int32_t>());
  }
}

void ChosenCounter::add(std::span<const Step> steps, std::span<const uint8_t> chosen) {
  membership_.clear();
  StepRange range;
  for (size_t p = 0; p < periods_.size(); ++p) {
    range = range.next(steps, boundaries_[p], boundaries_[p + 1]);
    if (!chosen[p]) continue;
    const size_t from = range.first > 0 ? range.first - 1 : 0;  // the state at the start
    periods_[p].add(steps.subspan(from, range.end - from));
    const NeighbourOverlap::Part part = periods_[p].last();
    const int32_t period = static_cast<int32_t>(p);
    if (part != 0) membership_.addBase(period, period);
    if (part & NeighbourOverlap::kNumerator) membership_.counted.push_back(period);
  }
  withPrevious_.add(membership_);
  if (!withYearBefore_.empty()) withYearBefore_.add(membership_);
}

Counted ChosenCounter::finish() {
  withPrevious_.finish();
  withYearBefore_.finish();
  Counted counted;
  for (size_t p = 0; p < periods_.size(); ++p) {
    const int32_t period = static_cast<int32_t>(p);
    counted.counts.push_back(std::move(periods_[p].finish().counts[0]));
    counted.withPrevious.push_back(withPrevious_.of(period));
    counted.withYearBefore.push_back(withYearBefore_.empty() ? Overlap{}
                                                             : withYearBefore_.of(period));
  }
  return counted;
}

Counted countChosen(const StepSource& source, std::vector<int32_t> boundaries,
                    const CountOptions& options, std::span<const int32_t> yearBefore) {
  ChosenCounter counter(boundaries, source.tiers, options, yearBefore);
  std::vector<uint8_t> chosen;
  source.eachCustomer([&](const CustomerSteps& customer) {
    source.filter.choose(customer, boundaries, chosen);
    counter.add(customer.steps, chosen);
  });
  return counter.finish();
}

}  // namespace upgrade_rate
