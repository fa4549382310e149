// States of one customer among snapshots: who is missing has left, a period that nobody looked at
// changes nothing, and who stands in the first one was there before.
#include "core/timeline/snapshots.h"

#include <gtest/gtest.h>

#include "core/timeline/movements.h"
#include "tests/core/timeline/state_text.h"

namespace upgrade_rate {
namespace {

struct SnapshotCase {
  const char* name;
  std::vector<Row> rows;  ///< of customer a, whom it is about, and of others
  std::vector<std::string> states;
  const char* fates;  ///< of a's rows, in file order
  bool heldBefore;
};

void check(const SnapshotCase& c, const StateRules& rules) {
  const History history(c.rows);
  const TimeZone zone;
  OrderedEvents ordered = orderEvents(history.events, zone);
  takeAsSnapshots(ordered, zone);
  StateBuilder builder(ordered, history.plans, zone, rules);
  std::string fates;
  builder.build(history.events.customer[0],
                [&](uint32_t, RowFate fate) { fates += "udsi"[static_cast<size_t>(fate)]; });
  std::vector<std::string> states;
  for (const State& state : builder.states()) {
    states.push_back(written(state, builder, history.plans));
  }
  EXPECT_EQ(states, c.states) << c.name;
  EXPECT_EQ(fates, c.fates) << c.name;
  EXPECT_EQ(builder.heldBefore(), c.heldBefore) << c.name;
}

const Row kJanuary{"b", "2024-01-01", "basic"};
const Row kFebruary{"b", "2024-02-01", "basic"};
const Row kMarch{"b", "2024-03-01", "basic"};

TEST(Snapshots, StatesOfACustomer) {
  const std::vector<SnapshotCase> cases = {
      {"in all of them",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-02-01", "pro"}},
       {"2024-01-01 basic ?x?", "2024-02-01 pro ?x?"},
       "uu",
       true},
      {"missing at the end",
       {{"a", "2024-01-01", "basic"}, kFebruary, kMarch},
       {"2024-01-01 basic ?x?", "2024-02-01 none"},
       "u",
       true},
      {"missing between, then back",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-03-01", "pro"}, kFebruary},
       {"2024-01-01 basic ?x?", "2024-02-01 none", "2024-03-01 pro ?x?"},
       "uu",
       true},
      {"first in the second one",
       {{"a", "2024-02-01", "basic"}, kJanuary, kFebruary},
       {"2024-02-01 basic ?x?"},
       "u",
       false},
      {"no snapshot in between",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-06-01", "basic"}, kJanuary},
       {"2024-01-01 basic ?x?", "2024-06-01 basic ?x?"},
       "uu",
       true},
      {"a blank plan is none",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-02-01", ""}, kFebruary},
       {"2024-01-01 basic ?x?", "2024-02-01 none"},
       "uu",
       true},
      {"blank for everybody: not looked at",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-02-01", ""}, {"b", "2024-02-01", ""}},
       {"2024-01-01 basic ?x?"},
       "uu",
       true},
      {"twice at one instant: the last one",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-01-01", "pro"}, {"a", "2024-01-01", "PRO"}},
       {"2024-01-01 pro ?x?"},
       "ssu",
       true},
      {"the same twice",
       {{"a", "2024-01-01", "pro", "10"}, {"a", "2024-01-01", "pro", "10"}},
       {"2024-01-01 pro 10x?"},
       "du",
       true},
      {"missing for a day is bridged",
       {{"a", "2024-01-01", "basic"}, {"a", "2024-01-03", "pro"}, {"b", "2024-01-02", "basic"}},
       {"2024-01-01 basic ?x?", "2024-01-03 pro ?x?"},
       "uu",
       true},
  };
  for (const SnapshotCase& c : cases) check(c, {INT64_MAX});
}

TEST(Snapshots, FromTheEndOfTheDataOnNothingCounts) {
  check({"a later snapshot ends nothing",
         {{"a", "2024-01-01", "basic"}, {"a", "2024-03-01", "pro"}, kFebruary, kMarch},
         {"2024-01-01 basic ?x?"},
         "ui",
         true},
        {utc("2024-02-01")});
}

TEST(Snapshots, WhoIsInTheFirstOneIsNotNew) {
  const State basic{0, 1, Standing::tier, 1, kUnknown, kUnknown, 0, 0};
  const State none{1, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};
  const std::vector<State> states = {basic, none, basic};
  std::vector<Movement> movements;
  movementsOf(states, {}, true, movements);
  EXPECT_EQ(movements,
            (std::vector<Movement>{Movement::none, Movement::churn, Movement::reactivation}));
  movementsOf(states, {}, false, movements);
  EXPECT_EQ(movements, (std::vector<Movement>{Movement::newCustomer, Movement::churn,
                                              Movement::reactivation}));
}

}  // namespace
}  // namespace upgrade_rate
