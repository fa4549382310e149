// Products of powers compared exactly; the expected signs are arithmetic that can be done by hand,
// and small cases are done in 128-bit integers beside.
#include "core/kpi/exact_power.h"

#include <gtest/gtest.h>

#include "tests/core/bytes/random_bytes.h"

namespace upgrade_rate {
namespace {

struct Case {
  const char* name;
  Power a, b, c, d;
  int sign;
};

constexpr uint64_t kMost = UINT64_MAX;

const Case kCases[] = {
    {"equal", {6, 2}, {1, 1}, {4, 1}, {9, 1}, 0},
    {"nothing to the power of nothing is 1", {0, 0}, {5, 0}, {1, 7}, {9, 0}, 0},
    {"zero", {0, 3}, {7, 9}, {0, 1}, {2, 2}, 0},
    {"zero is below one", {0, 1}, {7, 9}, {1, 1}, {1, 1}, -1},
    {"one over", {10, 2}, {1, 1}, {99, 1}, {1, 1}, 1},
    {"0.9 to the twelfth", {900'000'000'000, 1}, {10, 12}, {9, 12}, {1'000'000'000'000, 1}, 1},
    {"0.9 to the twelfth, exactly",
     {282'429'536'481, 1},
     {10, 12},
     {9, 12},
     {1'000'000'000'000, 1},
     0},
    {"2^64 is one more than fits", {kMost, 1}, {1, 1}, {2, 64}, {1, 1}, -1},
    {"(2^64 - 1)^2 < 2^128 - 1", {kMost, 2}, {1, 1}, {2, 127}, {2, 1}, -1},
    {"(2^64 - 1)^2 > (2^64 - 2) 2^64", {kMost, 2}, {1, 1}, {kMost - 1, 1}, {2, 64}, 1},
    {"2^32 as one digit and two", {uint64_t{1} << 32, 12}, {1, 0}, {2, 384}, {1, 0}, 0},
    {"6^480 = 2^480 3^480", {6, 480}, {1, 0}, {2, 480}, {3, 480}, 0},
    {"and one less is less", {6, 480}, {5, 1}, {2, 481}, {3, 480}, 1},
    {"the last of many digits",
     {999'999'999'999, 12},
     {1'000'000'000'000, 480},
     {1'000'000'000'000, 492},
     {1, 0},
     -1},
};

TEST(ExactPower, SignOfTheDifference) {
  for (const Case& c : kCases) {
    EXPECT_EQ(comparePowerProducts(c.a, c.b, c.c, c.d), c.sign) << c.name;
    EXPECT_EQ(comparePowerProducts(c.b, c.a, c.d, c.c), c.sign) << c.name << ", factors swapped";
    EXPECT_EQ(comparePowerProducts(c.c, c.d, c.a, c.b), -c.sign) << c.name << ", sides swapped";
  }
}

TEST(ExactPower, LikeWideIntegers) {
  RandomBytes random(7);
  const auto power = [](uint64_t base, uint32_t exponent) {
    unsigned __int128 value = 1;
    for (uint32_t i = 0; i < exponent; ++i) value *= base;
    return value;
  };
  for (int i = 0; i < 20'000; ++i) {
    Power p[4];
    for (Power& each : p) each = {random.below(40), static_cast<uint32_t>(random.below(12))};
    const auto left = power(p[0].base, p[0].exponent) * power(p[1].base, p[1].exponent);
    const auto right = power(p[2].base, p[2].exponent) * power(p[3].base, p[3].exponent);
    const int sign = left < right ? -1 : left > right ? 1 : 0;
    ASSERT_EQ(comparePowerProducts(p[0], p[1], p[2], p[3]), sign) << i;
  }
}

}  // namespace
}  // namespace upgrade_rate
