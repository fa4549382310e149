// From rows to states, by the definition of the timeline (docs: "What the numbers mean", 1).
// How states are written here: state_text.h. The bridge: bridge_test.cpp.
#include "core/timeline/states.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/state_text.h"

namespace upgrade_rate {
namespace {

TEST(States, ValueAndQuantityAreCarriedWhileThePlanIsUnchanged) {
  checkStates({
      {"a blank carries",
       {{"c", "2024-01-01", "basic", "10", "2"}, {"c", "2024-02-01", "basic"}},
       {"2024-01-01 basic 10x2", "2024-02-01 basic 10x2"},
       "uu"},
      {"each on its own",
       {{"c", "2024-01-01", "basic", "10", "2"},
        {"c", "2024-02-01", "basic", "11", ""},
        {"c", "2024-03-01", "basic", "", "3"}},
       {"2024-01-01 basic 10x2", "2024-02-01 basic 11x2", "2024-03-01 basic 11x3"},
       "uuu"},
      {"not to another plan, though of the same tier",
       {{"c", "2024-01-01", "basic", "10", "2"}, {"c", "2024-02-01", "basic annual"}},
       {"2024-01-01 basic 10x2", "2024-02-01 basic annual ?x?"},
       "uu"},
      {"another spelling is the same plan",
       {{"c", "2024-01-01", "basic", "10", "2"}, {"c", "2024-02-01", "BASIC"}},
       {"2024-01-01 basic 10x2", "2024-02-01 basic 10x2"},
       "uu"},
      {"a none row ends it",
       {{"c", "2024-01-01", "basic", "10", "2"},
        {"c", "2024-02-01", "cancelled"},
        {"c", "2024-03-01", "basic"}},
       {"2024-01-01 basic 10x2", "2024-02-01 none", "2024-03-01 basic ?x?"},
       "uuu"},
      {"a bridged none row too",
       {{"c", "2024-01-01", "basic", "10", "2"},
        {"c", "2024-02-01", ""},
        {"c", "2024-02-02", "basic"}},
       {"2024-01-01 basic 10x2", "2024-02-02 basic ?x?"},
       "uuu"},
      {"an add-on row between does not",
       {{"c", "2024-01-01", "basic", "10", "2"},
        {"c", "2024-02-01", "seats", "5", "1"},
        {"c", "2024-03-01", "basic"}},
       {"2024-01-01 basic 10x2", "2024-02-01 basic 15x2 +seats(1)",
        "2024-03-01 basic 15x2 +seats(1)"},
       "uuu"},
      {"back after another plan it is unknown",
       {{"c", "2024-01-01", "basic", "10", "2"},
        {"c", "2024-02-01", "pro", "20", "2"},
        {"c", "2024-03-01", "basic"}},
       {"2024-01-01 basic 10x2", "2024-02-01 pro 20x2", "2024-03-01 basic ?x?"},
       "uuu"},
      {"a zero is known",
       {{"c", "2024-01-01", "basic", "10", "2"}, {"c", "2024-02-01", "basic", "0", "0"}},
       {"2024-01-01 basic 10x2", "2024-02-01 basic 0x0"},
       "uu"},
      {"prospects too",
       {{"c", "2024-01-01", "free", "0", "1"}, {"c", "2024-02-01", "free"}},
       {"2024-01-01 free 0x1", "2024-02-01 free 0x1"},
       "uu"},
  });
}

TEST(States, AddOns) {
  checkStates({
      {"adds its value, leaves the plan",
       {{"c", "2024-01-01", "basic", "10", "1"}, {"c", "2024-02-01", "seats", "4.5", "3"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 14.500000x1 +seats(3)"},
       "uu"},
      {"two, by plan",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "support", "7", ""},
        {"c", "2024-03-01", "seats", "4", "3"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 17x1 +support(?)",
        "2024-03-01 basic 21x1 +seats(3) +support(?)"},
       "uuu"},
      {"an unknown part makes the sum unknown",
       {{"c", "2024-01-01", "basic", "10", "1"}, {"c", "2024-02-01", "seats", "", "3"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic ?x1 +seats(3)"},
       "uu"},
      {"its blanks carry too",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "seats", "4", "3"},
        {"c", "2024-03-01", "seats", "", "5"},
        {"c", "2024-04-01", "seats", "6", ""}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 14x1 +seats(3)",
        "2024-03-01 basic 14x1 +seats(5)", "2024-04-01 basic 16x1 +seats(5)"},
       "uuuu"},
      {"quantity 0 removes it",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "seats", "4", "3"},
        {"c", "2024-03-01", "seats", "", "0"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 14x1 +seats(3)", "2024-03-01 basic 10x1"},
       "uuu"},
      {"removed without being held",
       {{"c", "2024-01-01", "basic", "10", "1"}, {"c", "2024-03-01", "seats", "4", "0"}},
       {"2024-01-01 basic 10x1", "2024-03-01 basic 10x1"},
       "uu"},
      {"another plan keeps it",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "seats", "4", "3"},
        {"c", "2024-03-01", "pro", "20", "1"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 14x1 +seats(3)",
        "2024-03-01 pro 24x1 +seats(3)"},
       "uuu"},
      {"none ends it",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "seats", "4", "3"},
        {"c", "2024-03-01", "cancelled"},
        {"c", "2024-05-01", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 14x1 +seats(3)", "2024-03-01 none",
        "2024-05-01 basic 10x1"},
       "uuuu"},
      {"alone it makes no customer, but is held",
       {{"c", "2024-01-01", "seats", "4", "3"}, {"c", "2024-02-01", "basic", "10", "1"}},
       {"2024-01-01 none", "2024-02-01 basic 14x1 +seats(3)"},
       "uu"},
  });
}

TEST(States, OneRowPerInstant) {
  checkStates({
      {"the last is used, an equal one is a duplicate",
       {{"c", "2024-01-01", "basic", "10", "1"}, {"c", "2024-01-01", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1"},
       "du"},
      {"a different one is superseded",
       {{"c", "2024-01-01", "pro", "10", "1"}, {"c", "2024-01-01", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1"},
       "su"},
      {"each is compared with the last",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-01-01", "pro", "10", "1"},
        {"c", "2024-01-01", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1"},
       "dsu"},
      {"numbers, not text",
       {{"c", "2024-01-01", "basic", "10.0"}, {"c", "2024-01-01", "basic", "10"}},
       {"2024-01-01 basic 10x?"},
       "du"},
      {"a blank is not the number it would carry",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "basic", "10", "1"},
        {"c", "2024-02-01", "basic", "", "1"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 10x1"},
       "usu"},
      {"another spelling is not equal as read",
       {{"c", "2024-01-01", "Basic", "10"}, {"c", "2024-01-01", "basic", "10"}},
       {"2024-01-01 basic 10x?"},
       "su"},
      {"instants, not their text",
       {{"c", "2024-01-01T02:00+02:00", "basic"}, {"c", "2024-01-01T00:00Z", "basic"}},
       {"2024-01-01 basic ?x?"},
       "du"},
      {"a none row in the same instant has never been",
       {{"c", "2024-01-01", "basic", "10", "1"},
        {"c", "2024-02-01", "cancelled"},
        {"c", "2024-02-01", "basic"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 10x1"},
       "usu"},
  });
}

TEST(States, RowsFromDataUntilAreIgnored) {
  checkStates(
      {{"at it and after it",
        {{"c", "2024-01-01", "basic"}, {"c", "2024-03-01", "pro"}, {"c", "2024-03-02", "max"}},
        {"2024-01-01 basic ?x?"},
        "uii"},
       {"ignoring comes before duplicates",
        {{"c", "2024-01-01", "basic"}, {"c", "2024-03-01", "pro"}, {"c", "2024-03-01", "pro"}},
        {"2024-01-01 basic ?x?"},
        "uii"},
       {"a resumption that is not done yet does not bridge",
        {{"c", "2024-01-01", "basic"}, {"c", "2024-02-29T12:00", ""}, {"c", "2024-03-01", "pro"}},
        {"2024-01-01 basic ?x?", "2024-02-29T12:00:00Z none"},
        "uui"},
       {"nothing left", {{"c", "2024-04-01", "basic"}}, {}, "i"}},
      {utc("2024-03-01")});
}

TEST(States, ProspectsAreCustomersOnTierZero) {
  StateRules rules{INT64_MAX};
  rules.prospectsAreCustomers = true;
  checkStates({{"the bridge applies to them",
                {{"c", "2024-01-01", "free"}, {"c", "2024-02-01", ""}, {"c", "2024-02-02", "free"}},
                {"2024-01-01 free ?x?", "2024-02-02 free ?x?"},
                "uuu"}},
              rules);
  const History history({{"c", "2024-01-01", "free"}});
  const OrderedEvents ordered = orderEvents(history.events, TimeZone());
  const TimeZone zone;
  StateBuilder builder(ordered, history.plans, zone, rules);
  builder.build(0, [](uint32_t, RowFate) {});
  ASSERT_EQ(builder.states().size(), 1u);
  EXPECT_TRUE(builder.states()[0].onTier());
  EXPECT_EQ(builder.states()[0].tier, 0);
}

// One customer after the other with the same builder: nothing is left over.
TEST(States, NothingPassesFromOneCustomerToTheNext) {
  const History history({{"a", "2024-01-01", "basic", "10", "1"},
                         {"a", "2024-02-01", "seats", "5", "2"},
                         {"b", "2024-01-01", "basic"},
                         {"b", "2024-03-01", "pro", "30", "1"}});
  const TimeZone zone;
  const OrderedEvents ordered = orderEvents(history.events, zone);
  StateBuilder builder(ordered, history.plans, zone, {INT64_MAX});
  builder.build(0, [](uint32_t, RowFate) {});
  builder.build(1, [](uint32_t, RowFate) {});
  ASSERT_EQ(builder.states().size(), 2u);
  EXPECT_EQ(written(builder.states()[0], builder, history.plans), "2024-01-01 basic ?x?");
  EXPECT_EQ(written(builder.states()[1], builder, history.plans), "2024-03-01 pro 30x1");
}

}  // namespace
}  // namespace upgrade_rate
