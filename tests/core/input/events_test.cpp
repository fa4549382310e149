#include "core/input/events.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

TEST(EventLines, GivesEveryEventItsLine) {
  EventLines lines;
  const uint64_t expected[] = {2, 3, 4, 7, 8, 20, 3, 4, 5'000'000'000};
  for (uint32_t event = 0; event < std::size(expected); ++event) lines.add(event, expected[event]);
  for (uint32_t event = 0; event < std::size(expected); ++event) {
    EXPECT_EQ(lines.line(event), expected[event]) << event;
  }
}

TEST(EventLines, CutForgetsTheEventsFromThereOn) {
  EventLines lines;
  for (uint32_t event = 0; event < 6; ++event) lines.add(event, event < 3 ? event + 2 : event + 7);
  lines.cut(2);  // inside the first run
  lines.add(2, 100);
  lines.add(3, 101);
  EXPECT_EQ(lines.line(0), 2U);
  EXPECT_EQ(lines.line(1), 3U);
  EXPECT_EQ(lines.line(2), 100U);
  EXPECT_EQ(lines.line(3), 101U);
  lines.cut(0);
  lines.add(0, 9);
  EXPECT_EQ(lines.line(0), 9U);
}

TEST(Events, FindTheFileOfAnEvent) {
  Events events;
  events.files = {{"b", 2, 5}, {"empty", 2, 2}, {"a", 0, 2}};
  EXPECT_EQ(events.fileOf(0).name, "a");
  EXPECT_EQ(events.fileOf(1).name, "a");
  EXPECT_EQ(events.fileOf(2).name, "b");
  EXPECT_EQ(events.fileOf(4).name, "b");
}

}  // namespace
}  // namespace upgrade_rate
