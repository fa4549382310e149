// What each plan is to the KPI: a tier of paid customers, an add-on, not yet a customer, or none.
#pragma once

#include <cstdint>
#include <vector>

#include "core/input/events.h"

namespace upgrade_rate {

enum class Role : uint8_t { tier, addOn, prospect, none };

struct PlanRule {
  Role role = Role::none;
  int32_t tier = 0;  ///< for Role::tier: higher is higher; several plans may share one
};

/// Index of the plan that stands for "no plan": a blank cell.
constexpr uint32_t kNoPlan = 0xFFFF'FFFF;

/// The ladder in force. Plans are the distinct offerings after spellings are merged.
struct Plans {
  std::vector<uint32_t> planOf;  ///< per spelling its plan
  std::vector<PlanRule> rules;   ///< per plan

  uint32_t plan(uint32_t spelling) const {
    return spelling == kBlankPlan ? kNoPlan : planOf[spelling];
  }
  PlanRule rule(uint32_t plan) const { return plan == kNoPlan ? PlanRule{} : rules[plan]; }
};

}  // namespace upgrade_rate
