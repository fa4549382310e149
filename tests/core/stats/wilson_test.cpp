// Published: Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
// Full digits: R 4.2 prop.test(correct = FALSE); for n = 1 and n = 1e12 the textbook formula in
// 40-digit arithmetic (see README.md here).
#include "core/stats/wilson.h"

#include <gtest/gtest.h>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

TEST(Wilson, PublishedIntervals) {
  struct Case {
    uint64_t k, n;
    double low, high;
  };
  const Case cases[] = {{81, 263, 0.2553, 0.3662},
                        {15, 148, 0.0624, 0.1605},
                        {0, 20, 0, 0.1611},
                        {1, 29, 0.0061, 0.1718}};
  for (const Case& c : cases) {
    const auto interval = wilsonInterval(c.k, c.n, 0.95);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, c.low, 5e-5) << c.k << "/" << c.n;
    EXPECT_NEAR(interval->high, c.high, 5e-5) << c.k << "/" << c.n;
  }
}

TEST(Wilson, AllDigits) {
  struct Case {
    uint64_t k, n;
    double level, low, high;
  };
  const uint64_t huge = 1'000'000'000'000;
  const Case cases[] = {
      {81, 263, 0.95, 0.25528851987827428, 0.36620957698280016},
      {15, 148, 0.95, 0.062386399530736283, 0.160487241723308},
      {1, 29, 0.95, 0.006113214292762661, 0.171755218793202824},
      {72, 400, 0.95, 0.14545031532583308, 0.22063755304811669},
      {72, 400, 0.99, 0.13586959907750878, 0.23457302121934182},
      {38, 1204, 0.95, 0.023079808909377404, 0.043022789438794298},
      {0, 1, 0.95, 0, 0.793450685622762548},
      {1, 1, 0.95, 0.206549314377237452, 1},
      {0, 20, 0.95, 0, 0.161125158052819335},
      {0, huge, 0.95, 0, 3.84145882067936766e-12},
      {1, huge, 0.95, 1.76524554935174777e-13, 5.66493426573650997e-12},
      {huge * 3 / 10, huge, 0.95, 0.299999101832436439, 0.300000898169100145},
      {huge - 1, huge, 0.95, 0.999999999994335066, 0.999999999999823475},
      {huge, huge, 0.95, 0.999999999996158541, 1},
  };
  for (const Case& c : cases) {
    const auto interval = wilsonInterval(c.k, c.n, c.level);
    ASSERT_TRUE(interval);
    EXPECT_TRUE(near(interval->low, c.low, 5e-14)) << c.k << "/" << c.n;
    EXPECT_TRUE(near(interval->high, c.high, 5e-14)) << c.k << "/" << c.n;
  }
}

TEST(Wilson, EndsAreExact) {
  for (const uint64_t n : {uint64_t{1}, uint64_t{7}, uint64_t{1} << 40}) {
    EXPECT_EQ(wilsonInterval(0, n, 0.95)->low, 0.0) << n;
    EXPECT_EQ(wilsonInterval(n, n, 0.95)->high, 1.0) << n;
  }
}

TEST(Wilson, NothingWithoutABaseOrALevel) {
  EXPECT_FALSE(wilsonInterval(0, 0, 0.95));
  EXPECT_FALSE(wilsonInterval(2, 1, 0.95));
  EXPECT_FALSE(wilsonInterval(1, 2, 0));
  EXPECT_FALSE(wilsonInterval(1, 2, 1));
}

}  // namespace
}  // namespace upgrade_rate
