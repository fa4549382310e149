#include "core/input/events.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

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
