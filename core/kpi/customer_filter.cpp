#include "core/kpi/customer_filter.h"

namespace upgrade_rate {

namespace {

Rung rungBefore(const CustomerSteps& customer, size_t step) {
  return step > 0 ? customer.steps[step - 1].rung() : kNoRung;
}

// Of the first plan that begins in the period.
uint32_t firstHeldRow(const CustomerSteps& customer, StepRange period) {
  for (size_t i = period.first; i < period.end; ++i) {
    if (customer.steps[i].rung() != kNoRung) return customer.rows[i];
  }
  return kNoRow;
}

}  // namespace

uint32_t segmentRow(const CustomerSteps& customer, StepRange period) {
  const Rung held = rungBefore(customer, period.first);
  if (onTier(held)) return customer.rows[period.first - 1];
  const uint32_t first = firstHeldRow(customer, period);
  return first == kNoRow && held != kNoRung ? customer.rows[period.first - 1] : first;
}

uint32_t planRow(const CustomerSteps& customer, StepRange period) {
  if (rungBefore(customer, period.first) != kNoRung) return customer.rows[period.first - 1];
  return firstHeldRow(customer, period);
}

CustomerFilter::CustomerFilter(const std::vector<FilterRule>& rules, const OrderedEvents& ordered,
                               const Plans& plans)
    : ordered_(ordered), plans_(plans) {
  for (const FilterRule& rule : rules) {
    Test test{rule.column ? &ordered.segments[*rule.column] : nullptr, {}};
    for (const uint32_t value : rule.in) {
      if (value >= test.passes.size()) test.passes.resize(value + 1);
      test.passes[value] = true;
    }
    tests_.push_back(std::move(test));
  }
}

bool CustomerFilter::chooses(const CustomerSteps& customer, StepRange period) const {
  for (const Test& test : tests_) {
    const bool byPlan = test.values == nullptr;
    const uint32_t row = byPlan ? planRow(customer, period) : segmentRow(customer, period);
    if (row == kNoRow) return false;
    const uint32_t value = byPlan ? plans_.plan(ordered_.spelling[row]) : (*test.values)[row];
    if (value >= test.passes.size() || !test.passes[value]) return false;
  }
  return true;
}

void CustomerFilter::choose(const CustomerSteps& customer, std::span<const int32_t> boundaries,
                            std::vector<uint8_t>& chosen) const {
  chosen.clear();
  StepRange period;
  for (size_t p = 0; p + 1 < boundaries.size(); ++p) {
    period = period.next(customer.steps, boundaries[p], boundaries[p + 1]);
    chosen.push_back(chooses(customer, period));
  }
}

}  // namespace upgrade_rate
