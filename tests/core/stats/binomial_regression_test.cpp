// Reference: R 4.2 glm, binomial for the line and quasibinomial for the dispersion, prediction
// limits from predict-style standard errors (regression.R in README.md here).
#include "core/stats/binomial_regression.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/stats/near.h"
#include "tests/core/stats/series.h"

namespace upgrade_rate {
namespace {

using Periods = std::vector<PeriodShare>;

Periods hugeSeries() {
  const uint64_t unit = 10'000'000'000;
  return {{1, {10 * unit, 100 * unit}},
          {2, {11 * unit, 100 * unit}},
          {3, {12 * unit, 100 * unit}},
          {4, {13 * unit, 100 * unit}}};
}

Periods smokers() { return {{1, {83, 86}}, {2, {90, 93}}, {3, {129, 136}}, {4, {70, 82}}}; }

TEST(BinomialRegression, LineAgreesWithR) {
  struct Case {
    const char* name;
    Periods periods;
    double centre, level, slope, varLevel, covariance, varSlope, dispersion;
  };
  const Case cases[] = {
      {"falling", fallingSeries(), 13.29657428791378, -2.3711645096360399, -0.040941076660658451,
       0.001511837262623435, 4.9012855032143853e-05, 2.7237454781546715e-05, 1.1828706479496172},
      {"sparse", sparseSeries(), 6.5, -3.726561292452097, 0.15334608087335969, 0.081707900390198041,
       -0.010374645148375015, 0.0063120589357721782, 1},
      {"wandering", wanderingSeries(), 7, -1.8621430137384609, 0.0036825902426778907,
       0.0029802108261138922, -8.0230798416994556e-06, 0.00021286741162271323, 4.5083863130906225},
      {"smokers", smokers(), 2.5390428211586902, 2.8804108291305077, -0.63161344680580023,
       0.060046609356592992, -0.028909463641917238, 0.052913593222993695, 1.0136953409852965},
      {"huge", hugeSeries(), 2.5, -2.0453186967054853, 0.098482119645590199, 7.0429653925553809e-06,
       -5.3228276119342803e-07, 5.6258824483862272e-06, 2843188.9378165631},
  };
  for (const Case& c : cases) {
    const auto line = fitLogitTrend(c.periods);
    ASSERT_TRUE(line) << c.name;
    EXPECT_TRUE(near(line->centre, c.centre, 1e-13)) << c.name;
    EXPECT_TRUE(near(line->level, c.level, 1e-11)) << c.name;
    EXPECT_TRUE(near(line->slope, c.slope, 1e-11)) << c.name;
    EXPECT_TRUE(near(line->varLevel, c.varLevel, 1e-9)) << c.name;
    EXPECT_TRUE(near(line->covariance, c.covariance, 1e-9)) << c.name;
    EXPECT_TRUE(near(line->varSlope, c.varSlope, 1e-9)) << c.name;
    EXPECT_TRUE(near(line->dispersion, c.dispersion, 1e-9)) << c.name;
    EXPECT_EQ(line->freedom, static_cast<double>(c.periods.size()) - 2) << c.name;
  }
}

TEST(BinomialRegression, PredictionIntervalAgreesWithR) {
  struct Case {
    const char* name;
    Periods periods;
    int64_t period;
    uint64_t base;
    double level, rate, low, high;
  };
  const Case cases[] = {
      {"falling", fallingSeries(), 26, 460, 0.95, 0.05258748504955299, 0.0277609027588149,
       0.077894385975095237},
      {"three ahead", fallingSeries(), 28, 460, 0.95, 0.048654241147643343, 0.024563852748537611,
       0.073336261065459429},
      {"cut at 0", sparseSeries(), 13, 50, 0.95, 0.061236982892428724, 0, 0.18121228902279299},
      {"80 %", sparseSeries(), 13, 50, 0.8, 0.061236982892428724, 0.0070401260902434731,
       0.12828323699048647},
      {"cut at 1", smokers(), 5, 90, 0.95, 0.79018438288088899, 0.2804948256726475, 1},
      {"huge", hugeSeries(), 5, 1'000'000'000'000, 0.95, 0.14195902470078997, 0.13782815425947653,
       0.14614052775036254},
  };
  for (const Case& c : cases) {
    const auto line = fitLogitTrend(c.periods);
    ASSERT_TRUE(line) << c.name;
    const auto expected = expectedShare(*line, c.period, c.base, c.level);
    ASSERT_TRUE(expected) << c.name;
    EXPECT_TRUE(near(expected->rate, c.rate, 1e-11)) << c.name;
    EXPECT_TRUE(near(expected->interval.low, c.low, 1e-9)) << c.name;
    EXPECT_TRUE(near(expected->interval.high, c.high, 1e-9)) << c.name;
  }
}

// All equal: the line is flat at logit(1/5) = -ln 4, and X^2 is 0.
TEST(BinomialRegression, AllEqualIsAFlatLine) {
  const auto line = fitLogitTrend(constantSeries(12, 20, 100));
  ASSERT_TRUE(line);
  EXPECT_TRUE(near(line->level, -1.3862943611198906, 1e-13));
  EXPECT_NEAR(line->slope, 0, 1e-14);
  EXPECT_EQ(line->dispersion, 1);
}

TEST(BinomialRegression, NoLineWhereNoneFitsBest) {
  EXPECT_FALSE(fitLogitTrend(Periods{}));
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {1, 2}}}));
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {1, 2}}, {2, {1, 2}}})) << "two periods";
  EXPECT_FALSE(fitLogitTrend(constantSeries(12, 0, 9))) << "none";
  EXPECT_FALSE(fitLogitTrend(constantSeries(12, 9, 9))) << "all";
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {0, 9}}, {2, {0, 9}}, {3, {2, 9}}})) << "only the last";
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {2, 9}}, {2, {0, 9}}, {3, {0, 9}}})) << "only the first";
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {0, 9}}, {2, {4, 9}}, {3, {9, 9}}})) << "a step up";
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {9, 9}}, {2, {4, 9}}, {3, {0, 9}}})) << "a step down";
  EXPECT_FALSE(fitLogitTrend(Periods{{3, {1, 9}}, {3, {4, 9}}, {3, {2, 9}}})) << "one moment";
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {1, 9}}, {2, {0, 0}}, {3, {2, 9}}})) << "base 0";
  EXPECT_FALSE(fitLogitTrend(Periods{{1, {1, 9}}, {2, {10, 9}}, {3, {2, 9}}})) << "above base";
  EXPECT_TRUE(fitLogitTrend(Periods{{1, {0, 9}}, {2, {1, 9}}, {3, {0, 9}}})) << "in the middle";
}

// Very uneven data. On the second, full Newton steps from the pooled share reach a slope of 65,
// where no weight is left. Reference: roots of the score equations in 50-digit arithmetic
// (README.md here).
TEST(BinomialRegression, ConvergesOnExtremeData) {
  const auto late =
      fitLogitTrend(Periods{{1, {0, 1000}}, {2, {1, 1000}}, {3, {0, 1000000}}, {40, {999, 1000}}});
  ASSERT_TRUE(late);
  EXPECT_TRUE(near(late->slope, 0.55864502075284059299, 1e-9));
  const auto steep = fitLogitTrend(Periods{{0, {13938, 8766300}},
                                           {1, {1, 40}},
                                           {2, {4, 63}},
                                           {3, {1, 6}},
                                           {4, {65, 83}},
                                           {5, {4, 4}},
                                           {6, {8165, 8226}}});
  ASSERT_TRUE(steep);
  EXPECT_TRUE(near(steep->slope, 1.8933408254624215361, 1e-10));
  EXPECT_TRUE(near(steep->level, -6.4316428383739660893, 1e-10));
}

TEST(BinomialRegression, NoExpectationWithoutABaseOrALevel) {
  const auto line = fitLogitTrend(fallingSeries());
  ASSERT_TRUE(line);
  EXPECT_FALSE(expectedShare(*line, 26, 0, 0.95));
  EXPECT_FALSE(expectedShare(*line, 26, 460, 1));
}

}  // namespace
}  // namespace upgrade_rate
