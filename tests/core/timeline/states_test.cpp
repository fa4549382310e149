// From rows to states, by the definition of the timeline (docs: "What the numbers mean", 1).
//
// A state is written "date plan value×quantity", with ? for unknown and +add-on(quantity) behind.
#include "core/timeline/states.h"

#include <gtest/gtest.h>

#include <map>

#include "core/cells/iso.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

std::string amount(int64_t millionths) {
  if (millionths == kUnknown) return "?";
  std::string text = std::to_string(millionths / 1'000'000);
  if (millionths % 1'000'000 != 0) text += "." + std::to_string(millionths % 1'000'000);
  return text;
}

std::string written(const State& state, const StateBuilder& builder, const Plans& plans) {
  const std::string instant = isoInstant(state.instant);
  std::string text = instant.substr(0, instant.find("T00:00:00Z"));
  if (state.standing == Standing::none) return text + " none";
  text +=
      " " + plans.plans[state.plan].name + " " + amount(state.value) + "x" + amount(state.quantity);
  for (uint32_t i = state.addOnBegin; i < state.addOnEnd; ++i) {
    const AddOn& addOn = builder.addOns()[i];
    text += " +" + plans.plans[addOn.plan].name + "(" + amount(addOn.quantity) + ")";
  }
  return text;
}

struct Built {
  std::vector<std::string> states;
  std::string fates;  ///< u, d, s, i for each row in file order
};

Built build(const History& history, const TimeZone& zone, const StateRules& rules) {
  const OrderedEvents ordered = orderEvents(history.events, zone);
  StateBuilder builder(history.events, ordered, history.plans, zone, rules);
  Built built;
  built.fates.resize(history.events.size(), '-');
  builder.build(0, [&](uint32_t event, RowFate fate) {
    EXPECT_EQ(built.fates[event], '-') << "two fates for row " << event;
    built.fates[event] = "udsi"[static_cast<size_t>(fate)];
  });
  for (const State& state : builder.states()) {
    built.states.push_back(written(state, builder, history.plans));
  }
  return built;
}

struct StateCase {
  const char* name;
  std::vector<Row> rows;
  std::vector<std::string> states;
  const char* fates;
};

void check(const std::vector<StateCase>& cases, const StateRules& rules = {INT64_MAX},
           const TimeZone& zone = TimeZone()) {
  for (const StateCase& c : cases) {
    const Built built = build(History(c.rows), zone, rules);
    EXPECT_EQ(built.states, c.states) << c.name;
    EXPECT_EQ(built.fates, c.fates) << c.name;
  }
}

TEST(States, ValueAndQuantityAreCarriedWhileThePlanIsUnchanged) {
  check({
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
  check({
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
  check({
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

TEST(States, BridgeOverAShortGap) {
  const std::string basic = "2024-01-01 basic ?x?";
  check({
      {"within a day",
       {{"c", "2024-01-01", "basic"}, {"c", "2024-02-01", "cancelled"}, {"c", "2024-02-02", "pro"}},
       {basic, "2024-02-02 pro ?x?"},
       "uuu"},
      {"a microsecond later is too late",
       {{"c", "2024-01-01", "basic"},
        {"c", "2024-02-01", "cancelled"},
        {"c", "2024-02-02T00:00:00.000001", "pro"}},
       {basic, "2024-02-01 none", "2024-02-02T00:00:00.000001Z pro ?x?"},
       "uuu"},
      {"consecutive none rows count from the first",
       {{"c", "2024-01-01", "basic"},
        {"c", "2024-02-01", "cancelled"},
        {"c", "2024-02-02", ""},
        {"c", "2024-02-03", "pro"}},
       {basic, "2024-02-01 none", "2024-02-03 pro ?x?"},
       "uuuu"},
      {"so does an add-on row between",
       {{"c", "2024-01-01", "basic"},
        {"c", "2024-02-01", "cancelled"},
        {"c", "2024-02-01T12:00", "seats", "", "1"},
        {"c", "2024-02-02", "pro"}},
       {basic, "2024-02-02 pro ?x? +seats(1)"},
       "uuuu"},
      {"not to a prospect",
       {{"c", "2024-01-01", "basic"},
        {"c", "2024-02-01", "cancelled"},
        {"c", "2024-02-02", "free"}},
       {basic, "2024-02-01 none", "2024-02-02 free ?x?"},
       "uuu"},
      {"not from a prospect",
       {{"c", "2024-01-01", "free"}, {"c", "2024-02-01", "cancelled"}, {"c", "2024-02-02", "pro"}},
       {"2024-01-01 free ?x?", "2024-02-01 none", "2024-02-02 pro ?x?"},
       "uuu"},
      {"not at the start",
       {{"c", "2024-02-01", "cancelled"}, {"c", "2024-02-02", "pro"}},
       {"2024-02-01 none", "2024-02-02 pro ?x?"},
       "uu"},
      {"not at the end",
       {{"c", "2024-01-01", "basic"}, {"c", "2024-02-01", "cancelled"}},
       {basic, "2024-02-01 none"},
       "uu"},
      {"twice in a row",
       {{"c", "2024-01-01", "basic"},
        {"c", "2024-02-01", ""},
        {"c", "2024-02-02", "pro"},
        {"c", "2024-02-02T06:00", ""},
        {"c", "2024-02-03", "max"}},
       {basic, "2024-02-02 pro ?x?", "2024-02-03 max ?x?"},
       "uuuuu"},
  });
  const std::vector<Row> week = {
      {"c", "2024-01-01", "basic"}, {"c", "2024-02-01", ""}, {"c", "2024-02-08", "pro"}};
  check({{"seven days", week, {basic, "2024-02-08 pro ?x?"}, "uuu"}}, {INT64_MAX, 7});
  check({{"six days", week, {basic, "2024-02-01 none", "2024-02-08 pro ?x?"}, "uuu"}},
        {INT64_MAX, 6});
  check({{"no bridge",
          {{"c", "2024-01-01", "basic"},
           {"c", "2024-02-01", ""},
           {"c", "2024-02-01T00:00:01", "pro"}},
          {basic, "2024-02-01 none", "2024-02-01T00:00:01Z pro ?x?"},
          "uuu"}},
        {INT64_MAX, 0});
}

// A calendar day is 23 or 25 hours long where the clock changes.
TEST(States, BridgeCountsCalendarDays) {
  const auto bridged = [](const char* gone, const char* back) {
    const History history({{"c", "2024-01-01", "basic"}, {"c", gone, ""}, {"c", back, "pro"}});
    return build(history, berlin(), {INT64_MAX}).states.size() == 2;
  };
  EXPECT_TRUE(bridged("2024-10-26T12:00", "2024-10-27T12:00")) << "25 hours";
  EXPECT_FALSE(bridged("2024-10-26T12:00", "2024-10-27T12:00:01"));
  EXPECT_TRUE(bridged("2024-03-30T12:00", "2024-03-31T12:00")) << "23 hours";
  EXPECT_FALSE(bridged("2024-03-30T12:00", "2024-03-31T12:00:01")) << "less than 24 hours";
  EXPECT_TRUE(bridged("2024-03-30T02:30", "2024-03-31T03:00")) << "02:30 is skipped";
  EXPECT_FALSE(bridged("2024-03-30T02:30", "2024-03-31T03:00:01"));
  EXPECT_TRUE(bridged("2024-10-26T02:30", "2024-10-27T00:30Z")) << "the earlier 02:30";
  EXPECT_FALSE(bridged("2024-10-26T02:30", "2024-10-27T01:30Z")) << "the later 02:30";
}

TEST(States, RowsFromDataUntilAreIgnored) {
  check({{"at it and after it",
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
  check({{"the bridge applies to them",
          {{"c", "2024-01-01", "free"}, {"c", "2024-02-01", ""}, {"c", "2024-02-02", "free"}},
          {"2024-01-01 free ?x?", "2024-02-02 free ?x?"},
          "uuu"}},
        rules);
  const History history({{"c", "2024-01-01", "free"}});
  const OrderedEvents ordered = orderEvents(history.events, TimeZone());
  const TimeZone zone;
  StateBuilder builder(history.events, ordered, history.plans, zone, rules);
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
  StateBuilder builder(history.events, ordered, history.plans, zone, {INT64_MAX});
  builder.build(0, [](uint32_t, RowFate) {});
  builder.build(1, [](uint32_t, RowFate) {});
  ASSERT_EQ(builder.states().size(), 2u);
  EXPECT_EQ(written(builder.states()[0], builder, history.plans), "2024-01-01 basic ?x?");
  EXPECT_EQ(written(builder.states()[1], builder, history.plans), "2024-03-01 pro 30x1");
}

}  // namespace
}  // namespace upgrade_rate
