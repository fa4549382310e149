// Every instant near a boundary, and random ones, beside a plain count of the boundaries passed.
#include "core/kpi/period_finder.h"

#include <gtest/gtest.h>

#include "tests/core/bytes/random_bytes.h"

namespace upgrade_rate {
namespace {

int32_t slowly(const std::vector<int64_t>& boundaries, int64_t instant) {
  int32_t passed = -1;
  for (const int64_t boundary : boundaries) passed += boundary <= instant;
  return passed;
}

TEST(PeriodFinder, LikeCounting) {
  RandomBytes random(7);
  constexpr int64_t kDay = 86'400'000'000;
  const int64_t steps[] = {0, 1, 1'000'000, kDay, 31 * kDay, 400 * kDay, 40'000 * kDay};
  for (int round = 0; round < 200; ++round) {
    std::vector<int64_t> boundaries = {static_cast<int64_t>(random.below(20'000)) * kDay -
                                       10'000 * kDay};
    const size_t count = random.below(12);
    while (boundaries.size() <= count) {
      boundaries.push_back(boundaries.back() + steps[random.below(7)] +
                           static_cast<int64_t>(random.below(2)));
    }
    const PeriodFinder finder(boundaries);
    EXPECT_EQ(finder.periods(), static_cast<int32_t>(count));
    for (const int64_t boundary : boundaries) {
      for (const int64_t off : {-kDay, int64_t{-1}, int64_t{0}, int64_t{1}, kDay}) {
        ASSERT_EQ(finder.of(boundary + off), slowly(boundaries, boundary + off)) << round;
      }
    }
    const int64_t span = boundaries.back() - boundaries.front() + 1;
    for (int i = 0; i < 50; ++i) {
      const int64_t instant = boundaries.front() + static_cast<int64_t>(random.next() >> 1) % span;
      ASSERT_EQ(finder.of(instant), slowly(boundaries, instant)) << round;
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
