// Which cells are held back: tables of cases by hand, and that no sum gives a held-back cell away.
#include "core/report/share/hold_back.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/bytes/random_bytes.h"

namespace upgrade_rate {
namespace {

struct Case {
  const char* name;
  std::vector<CellSize> cells;
  int64_t fewest;
  std::string held;  // one sign per cell: x is held back
};

std::string signs(const std::vector<bool>& held) {
  std::string text;
  for (const bool each : held) text += each ? 'x' : '.';
  return text;
}

TEST(HoldBack, Cases) {
  const std::vector<Case> cases = {
      {"nothing small", {{5, 0}, {100, 0}}, 5, ".."},
      {"one small takes the next smallest with it", {{100, 0}, {4, 0}, {9, 0}}, 5, ".xx"},
      {"two small ones that are enough together", {{100, 0}, {4, 0}, {9, 0}, {1, 0}}, 5, ".x.x"},
      {"two small ones that are not", {{100, 0}, {2, 0}, {9, 0}, {1, 0}}, 5, ".xxx"},
      {"a cell alone", {{3, 0}}, 5, "x"},
      {"nobody now, nobody before", {{0, 0}, {8, 0}, {20, 0}}, 5, "xx."},
      {"few before, many now", {{50, 2}, {60, 70}, {90, 90}}, 5, "xx."},
      {"few now, many before", {{2, 50}, {60, 70}, {90, 90}}, 5, "xx."},
      {"nobody before, many now", {{50, 0}, {60, 70}}, 5, ".."},
      {"nothing is held back with k of 1", {{1, 0}, {2, 0}}, 1, ".."},
      {"no cells", {}, 5, ""},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(signs(heldBack(each.cells, each.fewest)), each.held) << each.name;
  }
}

// Whoever knows the total and all that is shown knows the sum of the rest, and nothing more: of
// two or more cells, with nobody or k customers.
TEST(HoldBack, NothingFollowsBySubtraction) {
  for (uint64_t seed = 1; seed <= 3000; ++seed) {
    RandomBytes random(seed);
    std::vector<CellSize> cells(1 + random.below(9));
    for (CellSize& cell : cells) {
      cell.now = static_cast<int64_t>(random.below(random.below(2) ? 8 : 40));
      cell.before = static_cast<int64_t>(random.below(random.below(2) ? 8 : 40));
    }
    const int64_t fewest = 2 + static_cast<int64_t>(random.below(8));
    const std::vector<bool> held = heldBack(cells, fewest);
    CellSize total, shown;
    size_t count = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
      total.now += cells[i].now;
      total.before += cells[i].before;
      if (held[i]) {
        ++count;
        continue;
      }
      shown.now += cells[i].now;
      shown.before += cells[i].before;
      EXPECT_TRUE(cells[i].now == 0 || cells[i].now >= fewest) << seed;
      EXPECT_TRUE(cells[i].before == 0 || cells[i].before >= fewest) << seed;
    }
    if (count == 0 || count == cells.size()) continue;
    EXPECT_GE(count, 2u) << seed;
    for (const int64_t rest : {total.now - shown.now, total.before - shown.before}) {
      EXPECT_TRUE(rest == 0 || rest >= fewest) << seed << ": " << rest;
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
