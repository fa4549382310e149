// What each plan is to the KPI: a tier of paid customers, an add-on, not yet a customer, or none;
// and how that is guessed until somebody says it.
//
// The guess, in this order: spellings that differ only in case and in space _ - . / are one plan;
// well-known words tell prospects (of which none pays), add-ons and cancellations; the rest are
// tiers, ordered by typical value, else by well-known words, else by first appearance. Plans that
// differ only in their billing term share a tier, and so do those of equal value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/input/events.h"
#include "core/input/lookups.h"

namespace upgrade_rate {

enum class Role : uint8_t { tier, addOn, prospect, none };

struct PlanRule {
  Role role = Role::none;
  int32_t tier = 0;  ///< for Role::tier: 1 or more, higher is higher; several plans may share one
  bool operator==(const PlanRule&) const = default;
};

/// Index of the plan that stands for "no plan": a blank cell.
constexpr uint32_t kNoPlan = 0xFFFF'FFFF;

/// The one plan of all rows where no column names plans: tiers are unknown, only money is.
constexpr std::string_view kPayingPlan = "paying";

/// Whether a row with this value is on that plan. What is blank stays as it was in a history, and
/// pays nothing in a snapshot.
constexpr bool paysFor(int64_t value, bool blankPays) {
  return value == kUnknown ? blankPays : value > 0;
}

/// How a plan's role and tier were found.
enum class PlanOrder : uint8_t { value, words, appearance, settings, table };

struct Plan {
  std::string name;                    ///< the spelling used most, the earlier one of equals
  std::vector<std::string> spellings;  ///< all of them, by first appearance
  PlanRule rule;
  PlanOrder order = PlanOrder::appearance;
  uint64_t rows = 0;
  std::optional<double>
      typicalValue;  ///< median monthly value of its rows in Plans::valueCurrency, if any
};

/// The ladder in force.
struct Plans {
  std::vector<Plan> plans;       ///< guessed ladder: highest tier last, then the other roles
  std::vector<uint32_t> planOf;  ///< per spelling its plan
  /// That of most values, which typical values are in: one ladder needs one currency, and it does
  /// not move with rates.
  uint16_t valueCurrency = kNoCurrency;

  uint32_t plan(uint32_t spelling) const {
    return spelling == kBlankPlan ? kNoPlan : planOf[spelling];
  }
  PlanRule rule(uint32_t plan) const { return plan == kNoPlan ? PlanRule{} : plans[plan].rule; }
  int32_t topTier() const;
  /// Every tier that a customer can stand on, ascending.
  std::vector<int32_t> tiers(bool prospectsAreCustomers) const;
};

/// What the settings say of one plan.
struct PlanSetting {
  std::string plan;
  PlanRule rule;
};

/// The guess for these events. `backward`: rows are newest first, so the last one appeared first.
/// `table`: per spelling what a plan table says of it, or null; may be shorter. Its names stand for
/// those of the rows, and its tiers are taken where every tier plan has one.
/// `levels`: of movements what is paid from each event on, instead of their values.
Plans guessPlans(const Events& events, bool backward, std::span<const PlanEntry* const> table = {},
                 const std::vector<int64_t>* levels = nullptr);

/// Plans called "level 1", "level 2" … one above the other, for movements that name none.
Plans levelPlans(int32_t levels);

/// `guess` with what was said in `settings` (compared like spellings). Tiers that the settings
/// leave out stand above those they name, in the guessed order. Plans named but not found in the
/// data stay known, so that the top tier is theirs even when nobody holds it.
Plans applySettings(Plans guess, const std::vector<PlanSetting>& settings);

}  // namespace upgrade_rate
