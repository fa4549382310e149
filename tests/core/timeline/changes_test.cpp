// Rows that are changes to states: who was there before the data, what contradicts, plans beside
// one another, levels without plans, and values that are differences.
#include <gtest/gtest.h>

#include "core/timeline/movements.h"
#include "tests/core/timeline/state_text.h"

namespace upgrade_rate {
namespace {

struct Move {
  const char* date;
  const char* from;
  const char* to;
  MoveKind kind = MoveKind::change;
  const char* value = "";
  const char* before = "";
};

History historyOf(const std::vector<Move>& moves, bool kinds, bool plans) {
  History history;
  std::vector<Row> rows;
  for (const Move& each : moves) rows.push_back({"c", each.date, each.to, each.value});
  history.addFile(rows);
  history.events.quantity = {};
  for (const Move& each : moves) {
    const std::string from = each.from;
    history.events.from.push_back(from.empty() ? kBlankPlan : history.spelling(from));
    history.events.valueBefore.push_back(millionthsOf(each.before));
    if (kinds) history.events.kind.push_back(each.kind);
  }
  history.events.plansNamed = plans;
  return history;
}

struct Seen {
  Built built;
  bool heldBefore;
  ChangeNotes notes;
};

Seen seen(History history, MoveReading moves = {}, const StateRules& rules = {INT64_MAX}) {
  const TimeZone zone;
  if (!history.events.plansNamed) history.plans = levelPlans(moves.levels());
  const Plans plans = history.plans;
  OrderedEvents ordered = orderEvents(std::move(history.events), zone);
  ordered.moves = moves;
  StateBuilder builder(ordered, plans, zone, rules);
  Seen found;
  builder.build(
      0, [&](uint32_t, RowFate fate) { found.built.fates += "udsi"[static_cast<size_t>(fate)]; });
  for (const State& state : builder.states()) {
    found.built.states.push_back(written(state, builder, plans));
  }
  found.heldBefore = builder.heldBefore();
  found.notes = builder.changeNotes();
  return found;
}

using States = std::vector<std::string>;

struct ChangeCase {
  const char* name;
  std::vector<Move> moves;
  States states;
  const char* fates;
  bool heldBefore = false;
  uint32_t contradicted = 0;
};

// 1899-12-31 is the day before the first one that a row may lie on.
TEST(Changes, TheTimelineStartsWithTheFirstPlanBefore) {
  const std::vector<ChangeCase> cases = {
      {"nothing before", {{"2024-01-05", "", "basic"}}, {"2024-01-05 basic ?x?"}, "u"},
      {"a tier before, with its value",
       {{"2024-01-05", "basic", "pro", MoveKind::change, "30", "10"}},
       {"1899-12-31 basic 10x?", "2024-01-05 pro 30x?"},
       "u",
       true},
      {"a prospect before is no customer before",
       {{"2024-01-05", "free", "pro"}},
       {"1899-12-31 free ?x?", "2024-01-05 pro ?x?"},
       "u"},
      {"none before", {{"2024-01-05", "cancelled", "pro"}}, {"2024-01-05 pro ?x?"}, "u"},
      {"an add-on before says nothing",
       {{"2024-01-05", "seats", "pro"}},
       {"2024-01-05 pro ?x?"},
       "u"},
      {"a later plan before that agrees, in another spelling",
       {{"2024-01-05", "", "basic"}, {"2024-02-05", "BASIC", "pro"}},
       {"2024-01-05 basic ?x?", "2024-02-05 pro ?x?"},
       "uu"},
      {"one that does not",
       {{"2024-01-05", "", "basic"}, {"2024-02-05", "pro", "max"}, {"2024-03-05", "pro", "basic"}},
       {"2024-01-05 basic ?x?", "2024-02-05 max ?x?", "2024-03-05 basic ?x?"},
       "uuu",
       false,
       2},
      {"a plan before of one who had left",
       {{"2024-01-05", "", "basic"},
        {"2024-02-05", "basic", "cancelled"},
        {"2024-03-05", "basic", "pro"}},
       {"2024-01-05 basic ?x?", "2024-02-05 none", "2024-03-05 pro ?x?"},
       "uuu",
       false,
       1},
      {"a value is carried on the plan it was said of",
       {{"2024-01-05", "basic", "pro", MoveKind::change, "30", "10"},
        {"2024-02-05", "pro", "pro", MoveKind::change, "", "30"},
        {"2024-03-05", "pro", "max", MoveKind::change, "", "30"}},
       {"1899-12-31 basic 10x?", "2024-01-05 pro 30x?", "2024-02-05 pro 30x?",
        "2024-03-05 max ?x?"},
       "uuu",
       true},
      {"an add-on adds what it costs, and the plan beside it stays",
       {{"2024-01-05", "", "pro", MoveKind::change, "30"},
        {"2024-02-05", "pro", "seats", MoveKind::change, "5"},
        {"2024-03-05", "", "pro", MoveKind::change, ""}},
       {"2024-01-05 pro 30x?", "2024-02-05 pro 35x? +seats(?)", "2024-03-05 pro 35x? +seats(?)"},
       "uuu"},
      {"the last row of an instant, and one that only the plan before tells apart",
       {{"2024-01-05", "basic", "pro"}, {"2024-01-05", "free", "pro"}},
       {"1899-12-31 free ?x?", "2024-01-05 pro ?x?"},
       "su"},
  };
  for (const ChangeCase& c : cases) {
    const Seen found = seen(historyOf(c.moves, false, true));
    EXPECT_EQ(found.built.states, c.states) << c.name;
    EXPECT_EQ(found.built.fates, c.fates) << c.name;
    EXPECT_EQ(found.heldBefore, c.heldBefore) << c.name;
    EXPECT_EQ(found.notes.contradicted, c.contradicted) << c.name;
  }
}

TEST(Changes, MovementsOnPlans) {
  using enum MoveKind;
  const std::vector<ChangeCase> cases = {
      {"who leaves has no plan",
       {{"2024-01-05", "", "basic", join}, {"2024-02-05", "basic", "", leave}},
       {"2024-01-05 basic ?x?", "2024-02-05 none"},
       "uu"},
      {"a first row that is no beginning",
       {{"2024-01-05", "", "pro", more}},
       {"1899-12-31 pro ?x?", "2024-01-05 pro ?x?"},
       "u",
       true},
      {"a customer who comes back was one before",
       {{"2024-01-05", "", "pro", rejoin}},
       {"1899-12-31 none", "2024-01-05 pro ?x?"},
       "u",
       true},
      {"an end and a start at one instant are one change, in either order",
       {{"2024-01-05", "", "basic", start},
        {"2024-02-05", "", "pro", start},
        {"2024-02-05", "", "basic", end}},
       {"2024-01-05 basic ?x?", "2024-02-05 pro ?x?"},
       "uuu"},
      {"of plans beside one another the highest counts, as long as it runs",
       {{"2024-01-05", "", "basic", start},
        {"2024-02-05", "", "pro", start},
        {"2024-03-05", "", "pro", end},
        {"2024-04-05", "", "basic", end}},
       {"2024-01-05 basic ?x?", "2024-02-05 pro ?x?", "2024-03-05 basic ?x?", "2024-04-05 none"},
       "uuuu"},
      {"an end without a plan ends all",
       {{"2024-01-05", "", "basic", start},
        {"2024-02-05", "", "pro", start},
        {"2024-03-05", "", "", end}},
       {"2024-01-05 basic ?x?", "2024-02-05 pro ?x?", "2024-03-05 none"},
       "uuu"},
      {"a movement of one of several keeps them",
       {{"2024-01-05", "", "basic", start},
        {"2024-02-05", "", "pro", start},
        {"2024-03-05", "", "basic", more},
        {"2024-04-05", "", "pro", end}},
       {"2024-01-05 basic ?x?", "2024-02-05 pro ?x?", "2024-03-05 pro ?x?", "2024-04-05 basic ?x?"},
       "uuuu"},
      {"an add-on that begins and ends",
       {{"2024-01-05", "", "basic", start},
        {"2024-02-05", "", "support", start},
        {"2024-03-05", "", "support", end}},
       {"2024-01-05 basic ?x?", "2024-02-05 basic ?x? +support(?)", "2024-03-05 basic ?x?"},
       "uuu"},
  };
  for (const ChangeCase& c : cases) {
    const Seen found = seen(historyOf(c.moves, true, true));
    EXPECT_EQ(found.built.states, c.states) << c.name;
    EXPECT_EQ(found.built.fates, c.fates) << c.name;
    EXPECT_EQ(found.heldBefore, c.heldBefore) << c.name;
    EXPECT_EQ(found.notes.contradicted, c.contradicted) << c.name;
  }
}

TEST(Changes, DifferencesAddUp) {
  using enum MoveKind;
  const std::vector<Move> moves = {
      {"2024-01-05", "", "basic", join, "10"},   {"2024-02-05", "", "pro", more, "20"},
      {"2024-03-05", "", "pro", less, "-5"},     {"2024-03-05", "", "pro", more, "7"},
      {"2024-03-05", "", "pro", more, "7"},      {"2024-04-05", "pro", "", leave, "-32"},
      {"2024-05-05", "", "basic", rejoin, "12"}, {"2024-06-05", "", "basic", stay, ""},
      {"2024-07-05", "", "basic", more, ""},
  };
  const Seen found = seen(historyOf(moves, true, true), {MoveValues::delta});
  EXPECT_EQ(found.built.states,
            States({"2024-01-05 basic 10x?", "2024-02-05 pro 30x?", "2024-03-05 pro 32x?",
                    "2024-04-05 none", "2024-05-05 basic 12x?", "2024-06-05 basic 12x?",
                    "2024-07-05 basic ?x?"}));
  EXPECT_EQ(found.built.fates, "uuuduuuuu");
}

TEST(Changes, WithoutPlansLevelsAreCountedFromTheStart) {
  using enum MoveKind;
  const std::vector<Move> moves = {
      {"2024-01-05", "", "", join}, {"2024-02-05", "", "", up},   {"2024-03-05", "", "", more},
      {"2024-04-05", "", "", down}, {"2024-05-05", "", "", down}, {"2024-06-05", "", "", leave},
  };
  const Seen found = seen(historyOf(moves, true, false), {MoveValues::unclear, 1, 1});
  EXPECT_EQ(found.built.states,
            States({"2024-01-05 level 2 ?x0", "2024-02-05 level 3 ?x0", "2024-03-05 level 3 ?x1",
                    "2024-04-05 level 2 ?x1", "2024-05-05 level 1 ?x1", "2024-06-05 none"}));
  const Seen midway =
      seen(historyOf({{"2024-02-05", "", "", up}}, true, false), {MoveValues::unclear, 0, 1});
  EXPECT_EQ(midway.built.states, States({"1899-12-31 level 1 ?x0", "2024-02-05 level 2 ?x0"}));
  EXPECT_TRUE(midway.heldBefore);
}

// A customer from before the data is not new, and one who comes back is not either.
TEST(Changes, MovementsOfWhoWasThereBefore) {
  const State tier{0, 1, Standing::tier, 1, kUnknown, kUnknown, 0, 0};
  std::vector<Movement> movements;
  const std::vector<State> states = {tier, kNoState, tier};
  movementsOf(states, {}, true, movements);
  EXPECT_EQ(movements, (std::vector{Movement::none, Movement::churn, Movement::reactivation}));
  const std::vector<State> returns = {kNoState, tier};
  movementsOf(returns, {}, true, movements);
  EXPECT_EQ(movements, (std::vector{Movement::none, Movement::reactivation}));
  movementsOf(returns, {}, false, movements);
  EXPECT_EQ(movements, (std::vector{Movement::none, Movement::newCustomer}));
}

// Compared each with each, this many rows would take minutes.
TEST(Changes, ManyDifferencesAtOneInstant) {
  constexpr int kDifferent = 25'000;
  std::vector<std::string> values;
  for (int i = 0; i < 2 * kDifferent; ++i) values.push_back(std::to_string(i % kDifferent + 1));
  std::vector<Move> moves = {{"2024-01-01", "", "basic", MoveKind::join, "5"}};
  for (const std::string& value : values) {
    moves.push_back({"2024-02-01", "", "basic", MoveKind::more, value.c_str()});
  }
  const Seen found = seen(historyOf(moves, true, true), {MoveValues::delta, 0, 0});
  EXPECT_EQ(found.built.fates, "u" + std::string(kDifferent, 'd') + std::string(kDifferent, 'u'));
  // 1 + … + 25,000 = 25,000 × 25,001 / 2, and 5 from before.
  ASSERT_EQ(found.built.states.size(), 2u);
  EXPECT_NE(found.built.states[1].find("312512505"), std::string::npos) << found.built.states[1];
}

// Deals of one day, none of which is a repeat of another; and where the last one stands for all.
TEST(Changes, DealsOfOneDayAllCount) {
  const std::vector<Move> moves = {{"2024-01-01", "", "", MoveKind::join},
                                   {"2024-02-01", "", "", MoveKind::up},
                                   {"2024-02-01", "", "", MoveKind::again}};
  EXPECT_EQ(seen(historyOf(moves, true, false), {MoveValues::level, 0, 1}).built.fates, "usu");
  History deals = historyOf(moves, true, false);
  deals.events.deals = true;
  EXPECT_EQ(seen(std::move(deals), {MoveValues::level, 0, 1}).built.fates, "uuu");
}

}  // namespace
}  // namespace upgrade_rate
