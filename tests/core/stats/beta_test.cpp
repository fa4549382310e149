// Reference values: the continued fraction DLMF 8.17.22 with log-gammas in 50-digit arithmetic
// (README.md here); those marked R also agree with R 4.2 pbeta to 13 digits or more.
#include "core/stats/beta.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

TEST(Beta, BothTailsAgreeWithReference) {
  struct Case {
    double x, a, b, lower, upper;
  };
  const Case cases[] = {
      {0.25, 72.5, 328.5, 0.99958192722196060647, 0.00041807277803939353332},  // R
      {0.15, 72.5, 328.5, 0.049106330732319361561, 0.95089366926768063844},    // R
      {0.3, 6, 6.5, 0.096979021880904577126, 0.90302097811909542287},
      {0.3, 0.5, 0.5, 0.36901011956554537504, 0.63098988043445462496},       // R
      {1e-7, 0.5, 1e7, 0.84270079813855902092, 0.15729920186144097908},      // R
      {0.2, 0.5, 20.5, 0.99735875188472466152, 0.0026412481152753384838},    // R
      {0.4999, 1e7, 1e7, 0.18554668535934215938, 0.81445331464065784062},    // R
      {0.5005, 1e7, 1e7, 0.99999612791102172268, 3.8720889782773241636e-6},  // R
      {0.0007518562820437393, 6805.415, 9052174.357, 0.52884236902760687849,
       0.47115763097239312151},
      {0.15, 0.5, 0.5, 0.25318331110663497435, 0.74681668889336502565},
      {0.15, 1.5, 0.5, 0.025864584078718812251, 0.97413541592128118775},
      {0.25, 38.5, 1166.5, 1, 1.1815380960315660969e-97},
      {0.49611, 1e7, 1e7, 1.5121691419620174231e-265, 1},
      {0.25000001, 250000, 750000, 0.50016276615335465939, 0.49983723384664534061},
  };
  for (const Case& c : cases) {
    const double tolerance = c.a + c.b < 500 ? 2e-14 : 1e-12;
    const auto tails = betaTails(c.x, c.a, c.b);
    ASSERT_TRUE(tails);
    EXPECT_TRUE(near(tails->lower, c.lower, tolerance)) << c.x << " " << c.a << " " << c.b;
    EXPECT_TRUE(near(tails->upper, c.upper, tolerance)) << c.x << " " << c.a << " " << c.b;
  }
}

// I_x(a, 1) = x^a and I_x(1, b) = 1 - (1 - x)^b.
TEST(Beta, ClosedForms) {
  for (const double x : {0.001, 0.25, 0.5, 0.9}) {
    for (const double a : {0.5, 1.0, 7.0, 1000.0}) {
      EXPECT_TRUE(near(betaTails(x, a, 1)->lower, std::pow(x, a), 1e-12)) << x << " " << a;
      EXPECT_TRUE(near(betaTails(x, 1, a)->upper, std::pow(1 - x, a), 1e-12)) << x << " " << a;
    }
  }
}

// A share of 0.25 with n = 1e12 is known to 4.3e-7: at the mean the tails are half each, up to the
// skewness (1e-7), and twenty standard deviations away one is nothing.
TEST(Beta, HugeParameters) {
  EXPECT_NEAR(betaTails(0.25, 2.5e11, 7.5e11)->lower, 0.5, 1e-6);
  EXPECT_NEAR(betaTails(0.25001, 2.5e11, 7.5e11)->upper, 0, 1e-80);
}

TEST(Beta, EndsAndOutside) {
  EXPECT_EQ(betaTails(0, 2, 3)->lower, 0);
  EXPECT_EQ(betaTails(-1, 2, 3)->upper, 1);
  EXPECT_EQ(betaTails(1, 2, 3)->upper, 0);
  EXPECT_EQ(betaTails(2, 2, 3)->lower, 1);
  // I_x(1/2, 1/2) = 2/pi asin(sqrt(x)), for the smallest numbers 2/pi sqrt(x).
  EXPECT_TRUE(near(betaTails(1e-300, 0.5, 0.5)->lower, 6.3661977236758134e-151, 1e-12));
  const double tiny = std::ldexp(1.0, -1060);
  EXPECT_TRUE(near(betaTails(tiny, 0.5, 0.5)->lower, std::ldexp(0.63661977236758134, -530), 1e-12));
}

TEST(Beta, NothingOutsideTheParameterRange) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(betaTails(0.5, 0.4, 1));
  EXPECT_FALSE(betaTails(0.5, 1, 0));
  EXPECT_FALSE(betaTails(0.5, 1, 1e13));
  EXPECT_FALSE(betaTails(0.5, nan, 1));
  EXPECT_FALSE(betaTails(nan, 1, 1));
  EXPECT_FALSE(betaTails(0.5, 1.5, 1, 1));
}

}  // namespace
}  // namespace upgrade_rate
