#include "core/kpi/followed_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace upgrade_rate {

namespace {

constexpr Rung kUnset = 0xFFFF'FFFF;

// False: another one is there already.
bool put(std::vector<Rung>& rungs, Rung at, Rung rung) {
  const Rung was = std::exchange(rungs[at], rung);
  return was == kUnset || was == rung;
}

// Per rung under `before` the one under `plans`. Nothing: plans have other roles, or share tiers
// with others.
std::optional<std::vector<Rung>> rungsAfter(const std::vector<PlanRule>& before,
                                            std::span<const uint32_t> tierBefore,
                                            const Plans& plans, std::span<const uint32_t> tier) {
  // No step has a tier before the first used row.
  if (before.size() != plans.plans.size() || tierBefore.size() != tier.size()) return std::nullopt;
  std::vector<Rung> to(kFirstTierRung + before.size() + 1, kUnset), from = to;
  for (size_t i = 0; i < before.size(); ++i) {
    const PlanRule& rule = plans.plans[i].rule;
    if (rule.role != before[i].role) return std::nullopt;
    if (rule.role != Role::tier) continue;
    const Rung was = kFirstTierRung + tierBefore[i], is = kFirstTierRung + tier[i];
    if (!put(to, was, is) || !put(from, is, was)) return std::nullopt;
  }
  for (Rung rung = 0; rung < to.size(); ++rung) {
    if (to[rung] == kUnset) to[rung] = rung;  // none, prospects, and those as customers
  }
  return to;
}

std::vector<PlanRule> rulesOf(const Plans& plans) {
  std::vector<PlanRule> rules;
  for (const Plan& plan : plans.plans) rules.push_back(plan.rule);
  return rules;
}

// Whether a stretch so long may be bridged up to one of these and not up to the other. Days that
// clocks make longer or shorter are in the margin.
bool differs(const Gap& gap, int32_t a, int32_t b) {
  constexpr int32_t kMargin = 2;
  return gap.days + kMargin > std::min(a, b) && gap.days - kMargin <= std::max(a, b);
}

// Builds the histories with such gaps again, and takes all others as they are.
class Rebuilder {
 public:
  Rebuilder(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
            const StateRules& rules, Walk& walk, std::vector<uint32_t>* stepRows)
      : builder_(ordered, plans, zone, rules),
        walk_(walk),
        stepRows_(stepRows),
        old_(std::exchange(walk.steps, walk.steps.emptied())) {
    if (stepRows_ != nullptr) oldRows_.swap(*stepRows_);
    walk_.steps.reserve(old_.all().size() + walk.gaps.size());
  }

  void run(int32_t daysBefore, int32_t days) {
    std::vector<Gap>& gaps = walk_.gaps;
    for (size_t i = 0; i < gaps.size();) {
      size_t end = i;
      bool again = false;
      for (; end < gaps.size() && gaps[end].customer == gaps[i].customer; ++end) {
        again |= differs(gaps[end], daysBefore, days);
      }
      const size_t begin = gaps[i].step;
      keep(begin);
      for (; i < end; ++i) gaps[i].step = walk_.steps.all().size();
      if (again) build(gaps[end - 1].customer);
    }
    keep(old_.all().size());
  }

 private:
  // Up to the step with that place among the old ones.
  void keep(size_t end) {
    walk_.steps.add(old_, next_, end);
    if (stepRows_ != nullptr) {
      stepRows_->insert(stepRows_->end(), oldRows_.begin() + next_, oldRows_.begin() + end);
    }
    next_ = end;
  }

  void build(uint32_t customer) {
    builder_.build(customer, [](uint32_t, RowFate) {});
    const CustomerHistory history = historyOf(customer, builder_, movements_);
    walk_.steps.add(history);
    if (stepRows_ != nullptr) addRows(history, *stepRows_);
    next_ = old_.endOf(next_);
  }

  StateBuilder builder_;
  std::vector<Movement> movements_;
  Walk& walk_;
  std::vector<uint32_t>* stepRows_;
  Steps old_;
  std::vector<uint32_t> oldRows_;
  size_t next_ = 0;  // of the old ones
};

}  // namespace

bool followRules(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
                 const StateRules& rules, Walk& walk, std::vector<uint32_t>* stepRows) {
  // Compared in place: of a copy, g++ 12 warns without reason that it may be uninitialized.
  const int32_t bridgedBefore = std::exchange(walk.rules.bridgeDays, rules.bridgeDays);
  const bool others = walk.rules == rules;
  walk.rules.bridgeDays = bridgedBefore;
  if (!others || !ordered.from.empty()) return false;
  const std::vector<PlanRule> plansNow = rulesOf(plans);
  if (plansNow != walk.plans) {
    if (!ordered.end.empty()) return false;
    const std::vector<uint32_t> tier = tierIndices(plans, rules.prospectsAreCustomers);
    const auto to = rungsAfter(walk.plans, walk.steps.tierOf(), plans, tier);
    if (!to) return false;
    walk.steps.reorder(*to, tier);
    walk.plans = plansNow;
  }
  if (rules.bridgeDays != bridgedBefore) {
    Rebuilder(ordered, plans, zone, rules, walk, stepRows).run(bridgedBefore, rules.bridgeDays);
    walk.rules.bridgeDays = rules.bridgeDays;
  }
  return true;
}

}  // namespace upgrade_rate
