#include "core/report/plans_json.h"

#include "core/input/key_order.h"
#include "core/report/settings.h"

namespace upgrade_rate {

namespace {

// Prospects first, then tiers from the lowest up, add-ons, and plans that are none.
std::vector<uint32_t> ladderOrder(const Plans& plans) {
  std::vector<double> places;
  for (const Plan& plan : plans.plans) {
    const double tier = plan.rule.tier;  // below 2^31
    places.push_back(plan.rule.role == Role::prospect ? -1
                     : plan.rule.role == Role::tier   ? tier
                     : plan.rule.role == Role::addOn  ? 1e10
                                                      : 2e10);
  }
  return orderByKey(places);
}

std::string_view orderName(PlanOrder order) {
  constexpr std::string_view kNames[] = {"value", "words", "appearance", "settings", "table"};
  return kNames[static_cast<size_t>(order)];
}

// `appeared`: nothing but their appearance tells where some plans stand, so that it is to be
// checked.
void noteOrder(PlanOrder method, bool appeared, bool words, Notes& notes) {
  if (!appeared) return notes.info("tiers.guessed", members({{"method", orderName(method)}}));
  const std::string_view name = words ? "partly" : orderName(PlanOrder::appearance);
  notes.warn("tiers.guessed", members({{"method", name}}));
}

}  // namespace

Json writePlans(const Plans& plans, const std::vector<uint64_t>& customers) {
  Json list = Json::array();
  for (const uint32_t i : ladderOrder(plans)) {
    const Plan& plan = plans.plans[i];
    list.push_back(
        members({{"plan", plan.name},
                 {"spellings", plan.spellings},
                 {"role", roleName(plan.rule.role)},
                 {"tier", plan.rule.role == Role::tier ? Json(plan.rule.tier) : Json(nullptr)},
                 {"rows", plan.rows},
                 {"customers", customers[i]},
                 {"typicalValue", plan.typicalValue},
                 {"order", orderName(plan.order)}}));
  }
  return list;
}

Json writeValueCurrency(const Plans& plans, const Events& events) {
  if (plans.valueCurrency == kNoCurrency) return nullptr;
  return std::string(events.currencies.key(plans.valueCurrency));
}

std::vector<PlanSetting> settingsOf(const Plans& plans) {
  std::vector<PlanSetting> settings;
  for (const uint32_t i : ladderOrder(plans)) {
    settings.push_back({plans.plans[i].name, plans.plans[i].rule});
  }
  return settings;
}

void notePlans(const Plans& plans, const OrderedEvents& ordered, Notes& notes) {
  size_t tiers = 0;
  bool addOns = false, appeared = false, byWords = false;
  PlanOrder method = PlanOrder::settings;
  Json merged = Json::array();
  for (const Plan& plan : plans.plans) {
    const bool isTier = plan.rule.role == Role::tier;
    tiers += isTier ? 1 : 0;
    addOns |= plan.rule.role == Role::addOn && plan.rows > 0;
    appeared |= isTier && plan.order == PlanOrder::appearance;
    byWords |= isTier && plan.order == PlanOrder::words;
    if (isTier && plan.order != PlanOrder::settings) method = plan.order;
    if (plan.spellings.size() > 1) {
      std::string spellings;
      for (const std::string& each : plan.spellings) {
        spellings += (spellings.empty() ? "" : " = ") + each;
      }
      merged.push_back(spellings);
    }
  }
  const bool named = ordered.kind.empty() || ordered.plansNamed;
  if (tiers > 1 && named && method != PlanOrder::settings) {
    noteOrder(method, appeared, byWords, notes);
  }
  if (!merged.empty()) notes.info("plans.merged", members({{"spellings", merged}}));
  // Where a row has an end, the add-on has it too.
  if (addOns && ordered.end.empty()) notes.info("addOn.held");
  const bool values = !ordered.value.empty(), quantities = !ordered.quantity.empty();
  const bool kinds = !ordered.kind.empty();
  if (!values && !quantities && !addOns && !kinds) notes.info("upsells.needValue");
  if (values && !quantities && ordered.moves.values != MoveValues::unclear)
    notes.info("priceRises.unknown");
}

}  // namespace upgrade_rate
