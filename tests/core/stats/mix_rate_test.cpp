// Expectations worked out by hand in the comments.
#include "core/stats/mix_rate.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

using Segments = std::vector<SegmentPair>;

// A: 60 of 600 -> 24 of 200 (10 % -> 12 %), w 0.6 -> 0.2. B: 120 of 400 -> 280 of 800 (30 % -> 35
// %), w 0.4 -> 0.8. Overall 18 % -> 30.4 %. mix  A -0.4 * 0.11 = -0.044, B 0.4 * 0.325 = 0.13; rate
// A 0.02 * 0.4 = 0.008, B 0.05 * 0.6 = 0.03.
TEST(MixRate, TwoSegmentsByHand) {
  const Segments segments = {{{60, 600}, {24, 200}}, {{120, 400}, {280, 800}}};
  const auto split = mixAndRate(segments);
  ASSERT_TRUE(split);
  EXPECT_TRUE(near(split->change, 0.124, 1e-12));
  EXPECT_TRUE(near(split->total.mix, 0.086, 1e-12));
  EXPECT_TRUE(near(split->total.rate, 0.038, 1e-12));
  EXPECT_TRUE(near(split->segments[0].mix, -0.044, 1e-12));
  EXPECT_TRUE(near(split->segments[0].rate, 0.008, 1e-12));
  EXPECT_TRUE(near(split->segments[1].mix, 0.13, 1e-12));
  EXPECT_TRUE(near(split->segments[1].rate, 0.03, 1e-12));
  EXPECT_FALSE(split->againstEverySegment);
}

// A: 10 % -> 11 % with w 0.2 -> 0.8; B: 40 % -> 41 % with w 0.8 -> 0.2. Overall 34 % -> 17 %.
// mix A 0.6 * 0.105, B -0.6 * 0.405: -0.18; rate 0.01 * 0.5 * 2 = 0.01.
TEST(MixRate, TotalAgainstEverySegment) {
  const Segments segments = {{{20, 200}, {88, 800}}, {{320, 800}, {82, 200}}};
  const auto split = mixAndRate(segments);
  ASSERT_TRUE(split);
  EXPECT_TRUE(near(split->change, -0.17, 1e-12));
  EXPECT_TRUE(near(split->total.mix, -0.18, 1e-12));
  EXPECT_TRUE(near(split->total.rate, 0.01, 1e-12));
  EXPECT_TRUE(split->againstEverySegment);
}

TEST(MixRate, OneSegmentThatStandsStillIsNotAgainst) {
  const Segments segments = {{{20, 200}, {80, 800}}, {{320, 800}, {82, 200}}};
  EXPECT_FALSE(mixAndRate(segments)->againstEverySegment);
}

// B exists only in the second period: its rate there, 50 %, counts for both, so it is all mix:
// w 0 -> 0.5 gives 0.25. A stays at 10 %, w 1 -> 0.5 gives -0.05. Overall 10 % -> 30 %.
TEST(MixRate, SegmentWithoutBaseInOnePeriodIsAllMix) {
  const Segments segments = {{{10, 100}, {10, 100}}, {{0, 0}, {50, 100}}, {{0, 0}, {0, 0}}};
  const auto split = mixAndRate(segments);
  ASSERT_TRUE(split);
  EXPECT_TRUE(near(split->segments[0].mix, -0.05, 1e-12));
  EXPECT_EQ(split->segments[0].rate, 0);
  EXPECT_TRUE(near(split->segments[1].mix, 0.25, 1e-12));
  EXPECT_EQ(split->segments[1].rate, 0);
  EXPECT_EQ(split->segments[2].mix, 0);
  EXPECT_TRUE(near(split->change, 0.2, 1e-12));
  EXPECT_TRUE(near(split->total.mix, 0.2, 1e-12));
  EXPECT_FALSE(split->againstEverySegment);
}

// B leaves with 50 %, again all mix: w 0.5 -> 0 gives -0.25, and A 0.05.
TEST(MixRate, SegmentThatLeavesIsAllMix) {
  const Segments segments = {{{10, 100}, {10, 100}}, {{50, 100}, {0, 0}}};
  const auto split = mixAndRate(segments);
  ASSERT_TRUE(split);
  EXPECT_TRUE(near(split->segments[0].mix, 0.05, 1e-12));
  EXPECT_TRUE(near(split->segments[1].mix, -0.25, 1e-12));
  EXPECT_EQ(split->total.rate, 0);
  EXPECT_TRUE(near(split->change, -0.2, 1e-12));
}

TEST(MixRate, AllEqualAndHuge) {
  const uint64_t n = 1'000'000'000'000;
  const Segments segments = {{{n / 4, n}, {n / 4, n}}, {{n / 2, n}, {n / 2, n}}};
  const auto split = mixAndRate(segments);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->change, 0);
  EXPECT_EQ(split->total.mix, 0);
  EXPECT_EQ(split->total.rate, 0);
  EXPECT_FALSE(split->againstEverySegment);
}

TEST(MixRate, OneCustomer) {
  const auto split = mixAndRate(Segments{{{0, 1}, {1, 1}}});
  ASSERT_TRUE(split);
  EXPECT_EQ(split->total.mix, 0);
  EXPECT_EQ(split->total.rate, 1);
}

TEST(MixRate, NothingWithoutBases) {
  EXPECT_FALSE(mixAndRate(Segments{}));
  EXPECT_FALSE(mixAndRate(Segments{{{0, 0}, {1, 2}}}));
  EXPECT_FALSE(mixAndRate(Segments{{{1, 2}, {0, 0}}}));
  EXPECT_FALSE(mixAndRate(Segments{{{3, 2}, {1, 2}}})) << "above base";
}

}  // namespace
}  // namespace upgrade_rate
