// Published: Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10 (rho = 0).
// Overlapping samples: the formula written again in R 4.2 (newcombe.R in README.md here).
#include "core/stats/newcombe.h"

#include <gtest/gtest.h>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

TEST(Newcombe, PublishedIntervalsForSeparateSamples) {
  struct Case {
    Share first, second;
    double low, high;
    bool clear;
  };
  const Case cases[] = {{{48, 80}, {56, 70}, 0.0524, 0.3339, true},
                        {{3, 10}, {9, 10}, 0.1705, 0.8090, true},
                        {{0, 20}, {10, 10}, 0.6791, 1.0000, true},
                        {{0, 10}, {0, 10}, -0.2775, 0.2775, false},
                        {{56, 70}, {48, 80}, -0.3339, -0.0524, true}};  // the first, reversed
  for (const Case& c : cases) {
    const auto change = shareChange(c.first, c.second, Overlap{}, 0.95);
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->interval.low, c.low, 5e-5) << c.first.count << " " << c.second.count;
    EXPECT_NEAR(change->interval.high, c.high, 5e-5) << c.first.count << " " << c.second.count;
    EXPECT_EQ(change->clear, c.clear);
    EXPECT_EQ(change->correlation, 0);
  }
}

TEST(Newcombe, OverlappingSamples) {
  struct Case {
    const char* name;
    Share first, second;
    Overlap overlap;
    double level, difference, low, high, rho;
  };
  const Case cases[] = {
      {"weakly negative",
       {72, 400},
       {90, 420},
       {10, 55, 70, 245},
       0.95,
       0.03428571428571428,
       -0.021946219555423814,
       0.090005641421929267,
       -0.058551687379329739},
      {"mostly the same customers",
       {72, 400},
       {90, 420},
       {60, 5, 25, 290},
       0.95,
       0.03428571428571428,
       0.0044904158529130607,
       0.064239622716926598,
       0.70682936809675101},
      {"level 99",
       {72, 400},
       {90, 420},
       {60, 5, 25, 290},
       0.99,
       0.03428571428571428,
       -0.005210183412003494,
       0.074039145408428902,
       0.70682936809675101},
      {"one base",
       {50, 1000},
       {80, 1000},
       {45, 5, 35, 915},
       0.95,
       0.03,
       0.018032723544499168,
       0.043338472865437697,
       0.69342284377903185},
      {"identical answers",
       {30, 100},
       {30, 100},
       {30, 0, 0, 70},
       0.95,
       0,
       -0.014797399282794256,
       0.014797399282794256,
       1},
      {"opposite answers",
       {20, 50},
       {30, 50},
       {0, 20, 30, 0},
       0.95,
       0.2,
       -0.076371245048212633,
       0.44783220539486923,
       -1},
      {"phi undefined",
       {3, 10},
       {0, 12},
       {0, 2, 0, 6},
       0.95,
       -0.3,
       -0.60322185253885463,
       0.0094309941634613259,
       0},
      {"one customer", {1, 1}, {0, 1}, {0, 1, 0, 0}, 0.95, -1, -1, 0.12210872068194178, 0},
  };
  for (const Case& c : cases) {
    const auto change = shareChange(c.first, c.second, c.overlap, c.level);
    ASSERT_TRUE(change) << c.name;
    EXPECT_TRUE(near(change->difference, c.difference, 1e-14)) << c.name;
    EXPECT_TRUE(near(change->interval.low, c.low, 1e-11)) << c.name;
    EXPECT_TRUE(near(change->interval.high, c.high, 1e-11)) << c.name;
    EXPECT_TRUE(near(change->correlation, c.rho, 1e-12)) << c.name;
    EXPECT_EQ(change->clear, c.low > 0 || c.high < 0) << c.name;
  }
}

// For n this large Wilson's limits are p -+ z sqrt(p(1-p)/n) to first order, so the half-width of
// the difference is z sqrt(2 p(1-p)/n) = 1.959964 * sqrt(2 * 0.25 / 1e12) = 1.385903e-6.
TEST(Newcombe, HugeSamples) {
  const uint64_t n = 1'000'000'000'000;
  const auto change = shareChange({n / 2, n}, {n / 2, n}, Overlap{}, 0.95);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->difference, 0);
  EXPECT_NEAR(change->interval.high, 1.385903e-6, 1e-12);
  EXPECT_NEAR(change->interval.low, -1.385903e-6, 1e-12);
  EXPECT_FALSE(change->clear);
}

// phi = (a d - b c) / sqrt of the margins: with a d and b c nearly equal 24-digit products. Here
// a d - b c = (m + 1) m - (m + 1)(m - 1) = m + 1 and the margins are
// (2m+2)(2m-1)(2m+1)(2m), so phi = (m + 1) / sqrt(...) ~ 1/(4m) = 2.5e-13 to 12 digits.
TEST(Newcombe, PhiKeepsItsDigitsWhenTheProductsNearlyCancel) {
  const uint64_t m = 1'000'000'000'000;
  EXPECT_TRUE(near(phiCoefficient({m + 1, m + 1, m - 1, m}), 2.5e-13, 1e-11));
}

TEST(Newcombe, NothingWithoutBasesOrWithCountsThatDoNotFit) {
  EXPECT_FALSE(shareChange({0, 0}, {1, 2}, Overlap{}, 0.95));
  EXPECT_FALSE(shareChange({1, 2}, {0, 0}, Overlap{}, 0.95));
  EXPECT_FALSE(shareChange({1, 2}, {1, 2}, Overlap{}, 1));
  EXPECT_FALSE(shareChange({3, 2}, {1, 2}, Overlap{}, 0.95));
  EXPECT_FALSE(shareChange({1, 2}, {1, 2}, {1, 1, 0, 0}, 0.95)) << "two successes of one";
  EXPECT_FALSE(shareChange({1, 2}, {1, 2}, {0, 0, 1, 1}, 0.95)) << "two failures of one";
  EXPECT_FALSE(shareChange({1, 4}, {1, 4}, {0, 0, 2, 0}, 0.95)) << "two successes in the second";
  EXPECT_FALSE(shareChange({1, 4}, {3, 4}, {0, 0, 0, 2}, 0.95)) << "two failures in the second";
}

}  // namespace
}  // namespace upgrade_rate
