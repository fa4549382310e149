#include "core/report/data_notes.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// One row in so many is no slip any more.
constexpr uint64_t kFewSuperseded = 20;

bool hasTwoTierPlans(const OrderedEvents& ordered, const Plans& plans, uint32_t customer) {
  uint32_t first = kNoPlan;
  for (uint32_t at = ordered.firstOf[customer]; at < ordered.firstOf[customer + 1]; ++at) {
    const uint32_t plan = plans.plan(ordered.spelling[at]);
    if (plan == kNoPlan || plans.rule(plan).role != Role::tier) continue;
    if (first != kNoPlan && plan != first) return true;
    first = plan;
  }
  return false;
}

}  // namespace

void noteNoHistory(Shape shape, const OrderedEvents& ordered, const Plans& plans, Notes& notes) {
  if (shape != Shape::planHistory && shape != Shape::subscriptions) return;
  const auto tiers = std::count_if(plans.plans.begin(), plans.plans.end(),
                                   [](const Plan& plan) { return plan.rule.role == Role::tier; });
  if (tiers < 2) return;
  // Where there is a history one of the first customers shows it.
  for (uint32_t customer = 0; customer < ordered.customers(); ++customer) {
    if (hasTwoTierPlans(ordered, plans, customer)) return;
  }
  notes.warn("plans.neverChange", members({{"customers", ordered.customers()}}));
}

void noteSuperseded(const std::array<uint64_t, kRowFates>& rows, Notes& notes) {
  const uint64_t superseded = rows[static_cast<size_t>(RowFate::superseded)];
  const uint64_t used = rows[static_cast<size_t>(RowFate::used)];
  if (superseded == 0 || superseded * kFewSuperseded < used + superseded) return;
  notes.warn("rows.superseded", members({{"rows", superseded}}));
}

}  // namespace upgrade_rate
