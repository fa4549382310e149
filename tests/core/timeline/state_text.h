// Builds the states of a customer and writes them as text: "date plan valuexquantity", with ? for
// unknown and +add-on(quantity) behind.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/cells/iso.h"
#include "core/timeline/states.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {

inline std::string amount(int64_t millionths) {
  if (millionths == kUnknown) return "?";
  std::string text = std::to_string(millionths / 1'000'000);
  if (millionths % 1'000'000 != 0) text += "." + std::to_string(millionths % 1'000'000);
  return text;
}

inline std::string written(const State& state, const StateBuilder& builder, const Plans& plans) {
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

inline Built build(const History& history, const TimeZone& zone, const StateRules& rules) {
  const OrderedEvents ordered = orderEvents(history.events, zone);
  StateBuilder builder(ordered, history.plans, zone, rules);
  Built built;
  built.fates.resize(history.events.size(), '-');
  builder.build(0, [&](uint32_t place, RowFate fate) {
    const uint32_t event = ordered.eventAt(place);
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

inline void checkStates(const std::vector<StateCase>& cases, const StateRules& rules = {INT64_MAX},
                        const TimeZone& zone = TimeZone()) {
  for (const StateCase& c : cases) {
    const Built built = build(History(c.rows), zone, rules);
    EXPECT_EQ(built.states, c.states) << c.name;
    EXPECT_EQ(built.fates, c.fates) << c.name;
  }
}

}  // namespace upgrade_rate
