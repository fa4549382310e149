// Reference values: R 4.2 pnorm and qnorm, 17 digits (see README.md here).
#include "core/stats/normal.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Normal, DistributionFunctionAgreesWithR) {
  struct Case {
    double z, probability;
  };
  const Case cases[] = {{0, 0.5},
                        {1, 0.84134474606854293},
                        {1.96, 0.97500210485177963},
                        {-1.96, 0.024997895148220428},
                        {3, 0.9986501019683699},
                        {-5, 2.8665157187919391e-07},
                        {-10, 7.6198530241605269e-24},
                        {-37, 5.7255712225245771e-300},
                        {kInfinity, 1},
                        {-kInfinity, 0}};
  for (const Case& c : cases) EXPECT_TRUE(near(normalCdf(c.z), c.probability, 2e-15)) << c.z;
}

TEST(Normal, TwoSidedPIsTwiceTheTailOnEitherSide) {
  for (const double z : {5.0, -5.0})
    EXPECT_TRUE(near(normalTwoSidedP(z), 2 * 2.8665157187919391e-07, 2e-15));
  EXPECT_EQ(normalTwoSidedP(0), 1);
}

TEST(Normal, QuantileAgreesWithR) {
  struct Case {
    double p, z;
  };
  const Case cases[] = {{0.975, 1.9599639845400536},  {0.95, 1.6448536269514715},
                        {0.995, 2.5758293035488999},  {0.5, 0},
                        {0.025, -1.9599639845400538}, {0.001, -3.0902323061678132},
                        {1e-10, -6.3613409024040557}, {1e-300, -37.047096299361201},
                        {1e-13, -7.3487961028006765}, {0.6, 0.25334710313579978}};
  for (const Case& c : cases) {
    ASSERT_TRUE(normalQuantile(c.p)) << c.p;
    EXPECT_TRUE(near(*normalQuantile(c.p), c.z, 2e-15)) << c.p;
  }
}

TEST(Normal, QuantileOfALevelIsSymmetric) {
  EXPECT_TRUE(near(*normalTwoSidedQuantile(0.95), 1.9599639845400538, 2e-15));
  EXPECT_TRUE(near(*normalTwoSidedQuantile(0.99), 2.5758293035488999, 2e-15));
}

TEST(Normal, NoQuantileOutsideTheOpenUnitInterval) {
  for (const double p : {0.0, 1.0, -0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_FALSE(normalQuantile(p)) << p;
    EXPECT_FALSE(normalTwoSidedQuantile(p)) << p;
  }
}

}  // namespace
}  // namespace upgrade_rate
