// Reference values: R 4.2 pt and qt, 17 digits (see README.md here); df = 1 is the Cauchy
// distribution, with P(|T| <= 1) = 1/2 and quantile tan(pi level / 2).
#include "core/stats/student_t.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

TEST(StudentT, TwoSidedPAgreesWithR) {
  struct Case {
    double t, df, p;
  };
  const Case cases[] = {{2.228138851964939, 10, 0.050000000001808619},
                        {1, 1, 0.5},
                        {12.7, 1, 0.050024327689344152},
                        {0.5, 22, 0.62203955607548211},
                        {40, 22, 4.8372923326187995e-22},
                        {2, 1e7, 0.045500290891842946},
                        {2.5, 6, 0.046528232284167255},
                        {0, 5, 1},
                        {1e200, 2, 0}};
  for (const Case& c : cases) {
    ASSERT_TRUE(studentTTwoSidedP(c.t, c.df));
    EXPECT_TRUE(near(*studentTTwoSidedP(c.t, c.df), c.p, 1e-12)) << c.t << " " << c.df;
    EXPECT_EQ(*studentTTwoSidedP(-c.t, c.df), *studentTTwoSidedP(c.t, c.df));
  }
}

TEST(StudentT, QuantileAgreesWithR) {
  struct Case {
    double level, df, t;
  };
  const Case cases[] = {{0.95, 1, 12.706204736174694},     {0.95, 10, 2.2281388519862739},
                        {0.95, 22, 2.0738730679040258},    {0.99, 2, 9.9248432009182892},
                        {0.5, 5, 0.72668684380042292},     {0.95, 1e6, 1.9599663568141066},
                        {0.999999, 3, 130.15458955711023}, {0.1, 4, 0.13383036711194327},
                        {0.01, 4, 0.013333827192320754}};
  for (const Case& c : cases) {
    ASSERT_TRUE(studentTTwoSidedQuantile(c.level, c.df));
    EXPECT_TRUE(near(*studentTTwoSidedQuantile(c.level, c.df), c.t, 1e-12)) << c.level << c.df;
  }
}

TEST(StudentT, NothingOutsideTheRange) {
  EXPECT_FALSE(studentTTwoSidedP(1, 0));
  EXPECT_FALSE(studentTTwoSidedP(std::numeric_limits<double>::quiet_NaN(), 3));
  EXPECT_FALSE(studentTTwoSidedQuantile(0.95, 0.5));
  EXPECT_FALSE(studentTTwoSidedQuantile(0, 3));
  EXPECT_FALSE(studentTTwoSidedQuantile(1, 3));
}

}  // namespace
}  // namespace upgrade_rate
