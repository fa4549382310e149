// The bridge: a plan swap done as cancel-and-resubscribe is one change, at the later instant. The
// none that follows a tier is left out where a tier follows not later than the same local time so
// many calendar days later.
#include <gtest/gtest.h>

#include "tests/core/timeline/state_text.h"

namespace upgrade_rate {
namespace {

TEST(Bridge, OverAShortGap) {
  const std::string basic = "2024-01-01 basic ?x?";
  checkStates({
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
  checkStates({{"seven days", week, {basic, "2024-02-08 pro ?x?"}, "uuu"}}, {INT64_MAX, 7});
  checkStates({{"six days", week, {basic, "2024-02-01 none", "2024-02-08 pro ?x?"}, "uuu"}},
              {INT64_MAX, 6});
  checkStates({{"no bridge",
                {{"c", "2024-01-01", "basic"},
                 {"c", "2024-02-01", ""},
                 {"c", "2024-02-01T00:00:01", "pro"}},
                {basic, "2024-02-01 none", "2024-02-01T00:00:01Z pro ?x?"},
                "uuu"}},
              {INT64_MAX, 0});
}

// A calendar day is 23 or 25 hours long where the clock changes.
TEST(Bridge, CountsCalendarDays) {
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

}  // namespace
}  // namespace upgrade_rate
