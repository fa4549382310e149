// The table of movements, row by row: one per pair of states, the first that matches.
#include "core/timeline/movements.h"

#include <gtest/gtest.h>

#include "core/timeline/states.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

constexpr const char* kNames[] = {"-",       "new",        "reactivation", "churn",
                                  "upgrade", "downgrade",  "expansion",    "contraction",
                                  "switch",  "price rise", "price cut"};

std::string movementsOf(const std::vector<Row>& rows, const StateRules& rules) {
  const History history(rows);
  const TimeZone zone;
  const OrderedEvents ordered = orderEvents(history.events, zone);
  StateBuilder builder(ordered, history.plans, zone, rules);
  builder.build(0, [](uint32_t, RowFate) {});
  State before{0, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};
  bool wasCustomer = false;
  std::string text;
  for (const State& state : builder.states()) {
    const Movement movement = movementBetween(before, state, wasCustomer, builder.addOns());
    text += (text.empty() ? "" : ", ") + std::string(kNames[static_cast<size_t>(movement)]);
    wasCustomer |= state.onTier();
    before = state;
  }
  return text;
}

struct Step {
  std::string plan, value = "", quantity = "";
};

struct MovementCase {
  const char* name;
  std::vector<Step> steps;  ///< a month apart
  const char* movements;
};

void check(const std::vector<MovementCase>& cases, const StateRules& rules = {INT64_MAX}) {
  for (const MovementCase& c : cases) {
    std::vector<Row> rows;
    for (size_t i = 0; i < c.steps.size(); ++i) {
      const Step& step = c.steps[i];
      rows.push_back(
          {"c", "2024-0" + std::to_string(i + 1) + "-01", step.plan, step.value, step.quantity});
    }
    EXPECT_EQ(movementsOf(rows, rules), c.movements) << c.name;
  }
}

TEST(Movements, EveryRowOfTheTable) {
  check({
      {"new", {{"pro"}}, "new"},
      {"conversion is new", {{"free"}, {"pro"}}, "-, new"},
      {"never a customer", {{"cancelled"}, {"free"}, {"cancelled"}, {"max"}}, "-, -, -, new"},
      {"churn", {{"pro"}, {"cancelled"}}, "new, churn"},
      {"churn to a prospect", {{"pro"}, {"free"}}, "new, churn"},
      {"reactivation, whatever the tiers", {{"basic"}, {""}, {"max"}}, "new, churn, reactivation"},
      {"reactivation from a prospect", {{"basic"}, {"free"}, {"max"}}, "new, churn, reactivation"},
      {"prospect after churn", {{"basic"}, {""}, {"free"}}, "new, churn, -"},
      {"upgrade", {{"basic"}, {"max"}}, "new, upgrade"},
      {"downgrade", {{"max"}, {"pro"}}, "new, downgrade"},
      {"an upgrade though value and quantity fall",
       {{"basic", "50", "5"}, {"pro", "20", "1"}},
       "new, upgrade"},
      {"quantity up", {{"pro", "20", "2"}, {"pro", "20", "3"}}, "new, expansion"},
      {"quantity down", {{"pro", "20", "2"}, {"pro", "30", "1"}}, "new, contraction"},
      {"add-on gained", {{"pro"}, {"seats"}}, "new, expansion"},
      {"add-on lost", {{"pro"}, {"seats"}, {"seats", "", "0"}}, "new, expansion, contraction"},
      {"more of an add-on",
       {{"pro"}, {"seats", "", "1"}, {"seats", "", "2"}},
       "new, expansion, expansion"},
      {"less of an add-on",
       {{"pro"}, {"seats", "", "2"}, {"seats", "", "1"}},
       "new, expansion, contraction"},
      {"an add-on of known and unknown quantity is no movement",
       {{"pro", "", "1"}, {"seats"}, {"seats", "", "2"}},
       "new, expansion, -"},
      {"switch", {{"pro", "20"}, {"pro annual", "18"}}, "new, switch"},
      {"a switch with more quantity is an expansion",
       {{"pro", "20", "1"}, {"pro annual", "36", "2"}},
       "new, expansion"},
      {"a switch with unknown quantity is none",
       {{"pro", "20", "1"}, {"pro annual", "36", ""}},
       "new, switch"},
      {"price rise", {{"pro", "20", "1"}, {"pro", "21", "1"}}, "new, price rise"},
      {"price cut", {{"pro", "20", "1"}, {"pro", "19", "1"}}, "new, price cut"},
      {"value up, no quantity", {{"pro", "20"}, {"pro", "21"}}, "new, expansion"},
      {"value down, no quantity", {{"pro", "20"}, {"pro", "19"}}, "new, contraction"},
      {"value up, quantity known after only",
       {{"pro", "20"}, {"pro", "21", "2"}},
       "new, expansion"},
      {"value down, quantity known after only",
       {{"pro", "20"}, {"pro", "19", "2"}},
       "new, contraction"},
      {"an unknown value makes no movement", {{"pro", ""}, {"pro", "19"}}, "new, -"},
      {"nothing changed", {{"pro", "20", "1"}, {"pro", "20", "1"}}, "new, -"},
      {"a quantity of 0 is known", {{"pro", "20", "0"}, {"pro", "20", "1"}}, "new, expansion"},
      {"one millionth", {{"pro", "20", "1"}, {"pro", "20.000001", "1"}}, "new, price rise"},
      {"up and down at once: expansion is the first that matches",
       {{"pro", "20", "3"}, {"seats", "5", "1"}, {"pro annual", "20", "2"}},
       "new, expansion, contraction"},
      {"an add-on before the plan is part of the first state",
       {{"seats", "5", "1"}, {"pro", "20", "1"}, {"pro", "20", "1"}},
       "-, new, -"},
      {"add-ons of a prospect are nobody's movement", {{"free"}, {"seats"}, {"pro"}}, "-, -, new"},
  });
}

TEST(Movements, GainedAndLostAtOnceIsAnExpansion) {
  const AddOn addOns[] = {{6, kUnknown, {}}, {7, kUnknown, {}}};
  const State before{0, 3, Standing::tier, 2, kUnknown, kUnknown, 0, 1};
  const State after{1, 3, Standing::tier, 2, kUnknown, kUnknown, 1, 2};
  EXPECT_EQ(movementBetween(before, after, true, addOns), Movement::expansion);
}

TEST(Movements, BridgedSwapIsOneChange) {
  const StateRules rules{INT64_MAX};
  const auto swap = [&](const char* plan) {
    return movementsOf(
        {{"c", "2024-01-01", "basic"}, {"c", "2024-02-01", ""}, {"c", "2024-02-02", plan}}, rules);
  };
  EXPECT_EQ(swap("pro"), "new, upgrade");
  EXPECT_EQ(swap("basic annual"), "new, switch");
  EXPECT_EQ(swap("basic"), "new, -");
}

TEST(Movements, ProspectsAreCustomers) {
  StateRules rules{INT64_MAX};
  rules.prospectsAreCustomers = true;
  check({{"entering is new, paying is an upgrade", {{"free"}, {"basic"}}, "new, upgrade"},
         {"back to free is a downgrade", {{"max"}, {"free"}}, "new, downgrade"},
         {"leaving free is churn", {{"free"}, {""}}, "new, churn"},
         {"coming back to free is a reactivation",
          {{"pro"}, {""}, {"free"}},
          "new, churn, reactivation"}},
        rules);
}

}  // namespace
}  // namespace upgrade_rate
