// The ladder in force: its tiers, and what was said of it instead of the guess.

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/cells/words.h"
#include "core/input/plans.h"

namespace upgrade_rate {

int32_t Plans::topTier() const {
  int32_t top = 0;
  for (const Plan& plan : plans) {
    if (plan.rule.role == Role::tier) top = std::max(top, plan.rule.tier);
  }
  return top;
}

std::vector<int32_t> Plans::tiers(bool prospectsAreCustomers) const {
  std::vector<int32_t> tiers;
  if (prospectsAreCustomers) tiers.push_back(0);
  for (const Plan& plan : plans) {
    if (plan.rule.role != Role::tier) continue;
    const auto at = std::lower_bound(tiers.begin(), tiers.end(), plan.rule.tier);
    if (at == tiers.end() || *at != plan.rule.tier) tiers.insert(at, plan.rule.tier);
  }
  return tiers;
}

Plans levelPlans(int32_t levels) {
  Plans guess;
  for (int32_t level = 1; level <= levels; ++level) {
    Plan plan;
    plan.name = "level " + std::to_string(level);
    plan.spellings.push_back(plan.name);
    plan.rule = {Role::tier, level};
    plan.order = PlanOrder::words;
    guess.plans.push_back(std::move(plan));
  }
  return guess;
}

Plans applySettings(Plans plans, const std::vector<PlanSetting>& settings) {
  std::map<std::string, size_t> byKey;
  for (size_t i = 0; i < plans.plans.size(); ++i) byKey[planKey(plans.plans[i].name)] = i;
  std::vector<bool> said(plans.plans.size());
  const bool reordered = std::any_of(settings.begin(), settings.end(), [&](const auto& setting) {
    const auto at = byKey.find(planKey(setting.plan));
    return at != byKey.end() && setting.rule != plans.plans[at->second].rule;
  });
  int32_t top = 0;
  for (const PlanSetting& setting : settings) {
    const auto [at, isNew] = byKey.try_emplace(planKey(setting.plan), plans.plans.size());
    if (isNew) {
      plans.plans.push_back({});
      plans.plans.back().name = setting.plan;
      said.push_back(true);
    }
    Plan& plan = plans.plans[at->second];
    said[at->second] = true;
    // What only repeats the guess keeps its origin, so that a report's own settings, fed back, give
    // the same report. Where one plan was moved, somebody has looked at the order of all.
    const bool moved = reordered && setting.rule.role == Role::tier;
    if (isNew || moved || setting.rule != plan.rule) plan.order = PlanOrder::settings;
    plan.rule = setting.rule;
    plan.name = setting.plan;  // as somebody wrote it, whatever spelling the rows use most
    if (setting.rule.role == Role::tier) top = std::max(top, setting.rule.tier);
  }
  for (size_t i = 0; i < plans.plans.size(); ++i) {
    if (!said[i] && plans.plans[i].rule.role == Role::tier) plans.plans[i].rule.tier += top;
  }
  return plans;
}

}  // namespace upgrade_rate
