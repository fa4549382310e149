#include "core/kpi/customer_filter.h"

#include "core/kpi/first_steps.h"

namespace upgrade_rate {

namespace {

Rung rungBefore(const CustomerSteps& customer, size_t step) {
  return step > 0 ? customer.steps[step - 1].rung() : kNoRung;
}

// The first plan that begins in the period.
size_t firstHeld(const CustomerSteps& customer, StepRange period) {
  for (size_t i = period.first; i < period.end; ++i) {
    if (customer.steps[i].rung() != kNoRung) return i;
  }
  return kNoStep;
}

}  // namespace

uint32_t segmentRow(const CustomerSteps& customer, StepRange period) {
  const Rung held = rungBefore(customer, period.first);
  size_t step = onTier(held) ? kNoStep : firstHeld(customer, period);
  if (step == kNoStep && held != kNoRung) step = period.first - 1;
  return step == kNoStep ? kNoRow : customer.rows[step];
}

size_t planStep(const CustomerSteps& customer, StepRange period) {
  if (rungBefore(customer, period.first) != kNoRung) return period.first - 1;
  return firstHeld(customer, period);
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

uint32_t CustomerFilter::planAt(const CustomerSteps& customer, size_t step) const {
  if (!customer.plans.empty()) return customer.plans[step];
  return plans_.plan(ordered_.spelling[customer.rows[step]]);
}

bool CustomerFilter::chooses(const CustomerSteps& customer, StepRange period) const {
  for (const Test& test : tests_) {
    const bool byPlan = test.values == nullptr;
    uint32_t value = 0;
    if (byPlan) {
      const size_t step = planStep(customer, period);
      if (step == kNoStep) return false;
      value = planAt(customer, step);
    } else {
      const uint32_t row = segmentRow(customer, period);
      if (row == kNoRow) return false;
      value = (*test.values)[row];
    }
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
