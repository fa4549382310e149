// Bands on counts. Expected bands follow from exact arithmetic; scaled thresholds are powers of
// decimals that come out even, and chances are R's pbeta.
#include "core/kpi/band.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

BandScale months(int32_t window, int32_t period) { return {false, window, period, 0}; }

struct BandCase {
  const char* name;
  Fraction fraction;
  BandScale scale;
  size_t band;
};

void check(const Bands& bands, const std::vector<BandCase>& cases) {
  for (const BandCase& c : cases) EXPECT_EQ(bandOf(bands, c.fraction, c.scale), c.band) << c.name;
}

Bands with(double percent, bool strict = false) {
  return {{"below", 0, false}, {"above", std::llround(percent * 1e6), strict}};
}

TEST(Band, PublishedScaleAsShown) {
  check(publishedBands(), {
                              {"nobody", {0, 20}, {}, 0},
                              {"15 % is healthy", {3, 20}, {}, 1},
                              {"25 % is healthy", {5, 20}, {}, 1},
                              {"15 % of 10^12", {150'000'000'000, 1'000'000'000'000}, {}, 1},
                              {"one less", {149'999'999'999, 1'000'000'000'000}, {}, 0},
                              {"25 % of 10^12", {250'000'000'000, 1'000'000'000'000}, {}, 1},
                              {"one more", {250'000'000'001, 1'000'000'000'000}, {}, 2},
                              {"14.9996 % would be shown as 15.00", {374'990, 2'500'000}, {}, 0},
                              {"25.0004 % would be shown as 25.00", {625'010, 2'500'000}, {}, 2},
                              {"the worked example, 38 of 1,204", {38, 1204}, {}, 0},
                              {"everybody", {20, 20}, {}, 2},
                              {"more events than customers", {30, 20}, {}, 2},
                              {"average base of 20.5: 3.075 are needed", {6, 41, 2}, {}, 0},
                              {"average base of 20: 3 are enough", {6, 40, 2}, {}, 1},
                              {"a third is no round number", {1, 3}, {}, 2},
                              {"1 of 7 is 14.3 %", {1, 7}, {}, 0},
                          });
}

TEST(Band, ThresholdsWithDecimals) {
  check(
      with(12.5),
      {{"one in eight", {1, 8}, {}, 1}, {"less", {124, 993}, {}, 0}, {"more", {124, 991}, {}, 1}});
  check(with(12.5, true), {{"one in eight, strictly", {1, 8}, {}, 0}, {"more", {124, 991}, {}, 1}});
  check(with(0.000001),
        {{"1 of 10^8", {1, 100'000'000}, {}, 1}, {"less", {1, 100'000'001}, {}, 0}});
  check(with(100), {{"all", {9, 9}, {}, 1}, {"all but one", {8, 9}, {}, 0}});
  check(with(0, true), {{"nobody", {0, 9}, {}, 0}, {"somebody", {1, 9'000'000'000}, {}, 1}});
  check({{"only", 0, false}}, {{"one band", {4, 9}, {}, 0}});
  check({{"a", 0, false},
         {"b", 5'000'000, false},
         {"c", 10'000'000, false},
         {"d", 15'000'000, true},
         {"e", 90'000'000, false}},
        {{"five bands", {11, 100}, {}, 2},
         {"at a strict one", {15, 100}, {}, 2},
         {"over it", {16, 100}, {}, 3},
         {"last", {90, 100}, {}, 4}});
}

// Thresholds for which t' = 1 - (1 - t)^(L/W) is a decimal.
TEST(Band, ScaledThresholdsAreComparedExactly) {
  constexpr int64_t kTrillion = 1'000'000'000'000;
  check(with(10), {
                      {"month's 10 % over a year is 1 - 0.9^12",
                       {717'570'463'519, kTrillion},
                       months(1, 12),
                       1},
                      {"one less", {717'570'463'518, kTrillion}, months(1, 12), 0},
                      {"month's 10 % over a quarter is 27.1 %", {271, 1'000}, months(1, 3), 1},
                      {"one less of many", {270'999'999'999, kTrillion}, months(1, 3), 0},
                      {"year's 10 % over two years is 19 %", {19, 100}, months(12, 24), 1},
                      {"less", {18'999'999, 100'000'000}, months(12, 24), 0},
                      {"quarter's 10 % over a year is 34.39 %", {3'439, 10'000}, months(3, 12), 1},
                      {"window and period alike", {1, 10}, months(3, 3), 1},
                  });
  check(with(10, true), {
                            {"at it, strictly", {717'570'463'519, kTrillion}, months(1, 12), 0},
                            {"over it, strictly", {717'570'463'520, kTrillion}, months(1, 12), 1},
                        });
  check(with(34.39), {{"year's 34.39 % is 10 % a quarter", {1, 10}, months(12, 3), 1},
                      {"less", {99'999'999'999, kTrillion}, months(12, 3), 0}});
  check(with(27.1), {{"quarter's 27.1 % is 10 % a month", {1, 10}, months(3, 1), 1},
                     {"less", {99'999'999'999, kTrillion}, months(3, 1), 0}});
  check(with(19, true), {{"year's 19 % is 10 % in half a year", {1, 10}, months(12, 6), 0},
                         {"more", {100'000'000'001, kTrillion}, months(12, 6), 1}});
  // 1 - 0.9^12 = 0.717570463519 lies between these two thresholds.
  check(with(71.757046), {{"10 % a month is above", {1, 10}, months(12, 1), 1}});
  check(with(71.757047), {{"10 % a month is below", {1, 10}, months(12, 1), 0}});
  check(with(99.999999), {{"a rate of 1 is above every threshold", {7, 7}, months(12, 1), 1}});
  check(with(100, true), {{"even above 100 %", {7, 7}, months(1, 12), 1},
                          {"all but one", {6, 7}, months(1, 12), 0}});
  check(with(50), {{"a ratio over 1", {9, 7}, months(12, 1), 1}});
  check(with(0), {{"0 stays 0", {0, 7}, months(12, 1), 1}});
}

// 1 - 0.85^(7/30.436875) = 0.0366869 and 1 - 0.75^(7/30.436875) = 0.0640211, by R.
TEST(Band, PeriodsOfDays) {
  const BandScale week{false, 1, 0, 7 / 30.436875};
  EXPECT_TRUE(near(scaledThreshold(publishedBands()[1], week), 0.0366868941295959, 1e-13));
  EXPECT_TRUE(near(scaledThreshold(publishedBands()[2], week), 0.0640210836298977, 1e-13));
  check(publishedBands(), {{"3.668 %", {3'668, 100'000}, week, 0},
                           {"3.669 %", {3'669, 100'000}, week, 1},
                           {"6.401 %", {6'401, 100'000}, week, 1},
                           {"6.403 %", {6'403, 100'000}, week, 2},
                           {"all", {9, 9}, week, 2}});
}

// The comparison as the definition has it, in wide integers, which hold n <= 60: (1 - k/n)^W with
// (1 - t)^L, where 1 - t is stay/of.
struct SmallThreshold {
  int64_t stay, of;
  bool strict;
};

unsigned __int128 power(int64_t base, int32_t exponent) {
  unsigned __int128 value = 1;
  for (int32_t i = 0; i < exponent; ++i) value *= static_cast<uint64_t>(base);
  return value;
}

size_t slowBand(const std::vector<SmallThreshold>& thresholds, int64_t k, int64_t n, int32_t window,
                int32_t period) {
  const int32_t common = std::gcd(window, period);
  const int32_t w = window / common, l = period / common;
  size_t band = 0;
  for (size_t i = 0; i < thresholds.size(); ++i) {
    const SmallThreshold& t = thresholds[i];
    const auto left = k >= n ? 0 : power(n - k, w) * power(t.of, l);
    const auto right = power(t.stay, l) * power(n, w);
    if (t.strict ? left < right : left <= right) band = i + 1;
  }
  return band;
}

struct Scale {
  int32_t window, period;
};
constexpr Scale kScales[] = {{1, 1}, {12, 1}, {12, 3},  {1, 3}, {1, 12},
                             {3, 1}, {3, 12}, {12, 24}, {12, 5}};

struct DistanceCase {
  const char* name;
  Bands bands;
  std::vector<SmallThreshold> small;
};

const DistanceCase kDistanceCases[] = {
    {"published", publishedBands(), {{17, 20, false}, {3, 4, true}}},
    {"12.5 and 37.5",
     {{"a", 0, false}, {"b", 12'500'000, true}, {"c", 37'500'000, false}},
     {{7, 8, true}, {5, 8, false}}},
    {"0 and 50",
     {{"a", 0, false}, {"b", 0, true}, {"c", 50'000'000, false}},
     {{1, 1, true}, {1, 2, false}}},
    {"alike",
     {{"a", 0, false}, {"b", 20'000'000, false}, {"c", 20'000'000, true}},
     {{4, 5, false}, {4, 5, true}}},
};

void checkDistances(const DistanceCase& c, const Scale& s, int64_t n, int64_t scaleOfBase) {
  const bool share = scaleOfBase == 1;
  const BandScale scale = s.window == s.period ? BandScale{} : months(s.window, s.period);
  const auto band = [&](int64_t customers) {
    return slowBand(c.small, customers * scaleOfBase, n, s.window, s.period);
  };
  for (int64_t k = 0; k * scaleOfBase <= n; ++k) {
    const std::string name = std::string(c.name) + ": " + std::to_string(k) + " of " +
                             std::to_string(n) + "/" + std::to_string(scaleOfBase) + ", window " +
                             std::to_string(s.window) + ", period " + std::to_string(s.period);
    const Fraction fraction{k * scaleOfBase, n, scaleOfBase};
    std::optional<int64_t> next, lower;
    for (int64_t more = 1; !next && (share ? k + more <= n : more <= 2 * n); ++more) {
      if (band(k + more) > band(k)) next = more;
    }
    for (int64_t fewer = 1; !lower && fewer <= k; ++fewer) {
      if (band(k - fewer) < band(k)) lower = fewer;
    }
    ASSERT_EQ(bandOf(c.bands, fraction, scale), band(k)) << name;
    ASSERT_EQ(toNextBand(c.bands, fraction, scale, share), next) << name;
    ASSERT_EQ(toLowerBand(c.bands, fraction, scale), lower) << name;
  }
}

TEST(Band, DistancesByLinearSearch) {
  for (const DistanceCase& c : kDistanceCases) {
    for (const Scale& scale : kScales) {
      for (int64_t n = 1; n <= 60; ++n) {
        checkDistances(c, scale, n, 1);
        checkDistances(c, scale, n, 2);  // an average base: odd sums too
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

TEST(Band, DistancesByHand) {
  const Bands bands = publishedBands();
  EXPECT_EQ(toNextBand(bands, {38, 1204}, {}, true), 143) << "181 / 1204 is the first over 15 %";
  EXPECT_EQ(toLowerBand(bands, {38, 1204}, {}), std::nullopt);
  EXPECT_EQ(toNextBand(bands, {3, 20}, {}, true), 3) << "5 of 20 is still healthy";
  EXPECT_EQ(toLowerBand(bands, {3, 20}, {}), 1);
  EXPECT_EQ(toNextBand(bands, {6, 20}, {}, true), std::nullopt);
  EXPECT_EQ(toLowerBand(bands, {6, 20}, {}), 1);
  EXPECT_EQ(toNextBand(bands, {0, 1'000'000'000'000}, {}, true), 150'000'000'000);
  EXPECT_EQ(toNextBand(with(100, true), {5, 5}, {}, true), std::nullopt)
      << "a share cannot be over 100 %";
  EXPECT_EQ(toNextBand(with(100, true), {4, 5}, {}, false), 2) << "events can";
}

struct ChanceCase {
  const char* name;
  Fraction fraction;
  BandScale scale;
  std::vector<double> chances;
};

// pbeta(t, k + 1/2, n - k + 1/2), differences of the nearer tails.
const ChanceCase kChances[] = {
    {"none of 10", {0, 10}, {}, {0.932127062722637, 0.0527550208254903, 0.0151179164518731}},
    {"all of 10", {10, 10}, {}, {4.1365167778411e-10, 9.29982601875024e-08, 0.999999906588088}},
    {"3 of 20", {3, 20}, {}, {0.469655512866802, 0.380743709639775, 0.149600777493423}},
    {"none of 1", {0, 1}, {}, {0.480502038134551, 0.128495742909678, 0.39100221895577}},
    {"1 of 1", {1, 1}, {}, {0.0258645840787188, 0.0318043015437185, 0.942331114377563}},
    {"5 of 33", {5, 33}, {}, {0.46710235704135, 0.442543648786931, 0.0903539941717193}},
    {"200 of 1,000",
     {200, 1000},
     {},
     {1.01813566116826e-05, 0.999896205427358, 9.36132160301864e-05}},
    {"2,000 of 10,000", {2000, 10000}, {}, {1.60790787185187e-41, 1, 1.33568868156184e-32}},
    {"the scale is a year's, the period a month",
     {20, 1204},
     {false, 12, 1, 0},
     {0.169187203787858, 0.783643626850667, 0.0471691693614746}},
};

TEST(Band, ChancesAreThoseOfTheBetaPosterior) {
  for (const ChanceCase& c : kChances) {
    const std::vector<double> chances = bandChances(publishedBands(), c.fraction, c.scale);
    ASSERT_EQ(chances.size(), c.chances.size()) << c.name;
    for (size_t i = 0; i < chances.size(); ++i) {
      EXPECT_TRUE(near(chances[i], c.chances[i], 1e-11)) << c.name << ", band " << i;
    }
  }
}

TEST(Band, ChancesSumToOne) {
  const Bands many = {{"a", 0, false},          {"b", 1'000'000, false}, {"c", 12'500'000, true},
                      {"d", 50'000'000, false}, {"e", 99'000'000, true}, {"f", 100'000'000, false}};
  for (const int64_t n : {1, 2, 17, 60, 1'204, 1'000'000}) {
    for (int64_t k = 0; k <= n; k += std::max<int64_t>(1, n / 17)) {
      for (const Scale& s : kScales) {
        const std::vector<double> chances = bandChances(many, {k, n}, months(s.window, s.period));
        double sum = 0;
        for (const double chance : chances) {
          ASSERT_GE(chance, 0) << k << " of " << n;
          sum += chance;
        }
        ASSERT_NEAR(sum, 1, 1e-14) << k << " of " << n;
      }
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
