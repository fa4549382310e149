// What a column of values beside kinds of movements means: levels, differences, sizes of
// differences, or nothing that can be told.
#include "core/timeline/move_values.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

using enum MoveKind;

struct Move {
  const char* customer;
  MoveKind kind;
  const char* value;
};

MoveReading readingOf(const std::vector<Move>& moves, bool deltas = false) {
  History history;
  std::vector<Row> rows;
  int day = 1;
  for (const Move& each : moves) {
    const std::string date = "2024-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    rows.push_back({each.customer, date, "", each.value});
    ++day;
  }
  history.addFile(rows);
  Events& events = history.events;
  for (const Move& each : moves) {
    events.kind.push_back(each.kind);
    events.from.push_back(kBlankPlan);
  }
  events.valuesAreDeltas = deltas;
  const TimeZone zone;
  return readMoves(events, movesInOrder(events, {}, zone), zone);
}

struct ValueCase {
  const char* name;
  std::vector<Move> moves;
  MoveValues values;
  bool header = false;
};

TEST(MoveValues, WhatTheRowsSay) {
  const std::vector<ValueCase> cases = {
      {"losses below 0",
       {{"a", join, "10"}, {"a", more, "5"}, {"a", leave, "-15"}},
       MoveValues::delta},
      {"the header says so", {{"a", join, "10"}, {"a", more, "5"}}, MoveValues::delta, true},
      {"nothing is left of who leaves, and more is more",
       {{"a", join, "10"},
        {"a", up, "30"},
        {"a", less, "25"},
        {"b", join, "10"},
        {"b", leave, "0"}},
       MoveValues::level},
      {"who leaves has a blank",
       {{"a", join, "10"}, {"a", more, "15"}, {"a", leave, ""}},
       MoveValues::level},
      {"who leaves has 0, and more is less than before",
       {{"a", join, "10"}, {"a", more, "5"}, {"a", leave, "0"}},
       MoveValues::unclear},
      {"who leaves takes all along",
       {{"a", join, "10"}, {"a", more, "5"}, {"a", less, "3"}, {"a", leave, "12"}},
       MoveValues::sizes},
      {"who leaves takes the last level along",
       {{"a", join, "10"}, {"a", more, "15"}, {"a", leave, "15"}},
       MoveValues::unclear},
      {"nobody leaves", {{"a", join, "10"}, {"a", more, "15"}}, MoveValues::unclear},
      {"only beginnings", {{"a", join, "10"}, {"b", join, "15"}}, MoveValues::level},
  };
  for (const ValueCase& c : cases) {
    EXPECT_EQ(readingOf(c.moves, c.header).values, c.values) << c.name;
  }
}

TEST(MoveValues, LevelsBelowAndAboveTheStart) {
  const MoveReading reading = readingOf({{"a", join, ""},
                                         {"a", up, ""},
                                         {"a", up, ""},
                                         {"a", down, ""},
                                         {"b", down, ""},
                                         {"b", up, ""}});
  EXPECT_EQ(reading.below, 1);
  EXPECT_EQ(reading.above, 2);
  EXPECT_EQ(reading.levels(), 4);
}

TEST(MoveValues, RunningSum) {
  RunningMove money;
  money.begin(true);
  const std::vector<std::pair<Move, int64_t>> steps = {
      {{"a", join, "10"}, 10'000'000}, {{"a", less, "3"}, 7'000'000}, {{"a", stay, ""}, 7'000'000},
      {{"a", more, ""}, kUnknown},     {{"a", more, "5"}, kUnknown},  {{"a", leave, "9"}, 0},
      {{"a", rejoin, "4"}, 4'000'000}};
  for (const auto& [move, level] : steps) {
    money.add(move.kind, MoveValues::sizes, millionthsOf(move.value));
    EXPECT_EQ(money.level(), level);
  }
}

// Of 50,000 steps up at one instant each is there twice, so that 25,000 count.
TEST(MoveValues, ManyDifferencesAtOneInstant) {
  constexpr int kDifferent = 25'000;
  History history;
  std::vector<std::string> values;
  for (int i = 0; i < 2 * kDifferent; ++i) values.push_back(std::to_string(i % kDifferent + 1));
  std::vector<Row> rows;
  for (const std::string& value : values) rows.push_back({"a", "2024-01-01", "", value.c_str()});
  history.addFile(rows);
  Events& events = history.events;
  for (size_t i = 0; i < rows.size(); ++i) {
    events.kind.push_back(up);
    events.from.push_back(kBlankPlan);
  }
  events.valuesAreDeltas = true;
  const TimeZone zone;
  EXPECT_EQ(readMoves(events, movesInOrder(events, {}, zone), zone).above, kDifferent);
}

}  // namespace
}  // namespace upgrade_rate
