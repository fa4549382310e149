// Published: the 6-MP arm of Freireich et al. (1963), Kaplan-Meier with Greenwood errors as in
// Kleinbaum and Klein, Survival Analysis, table 2.2, and R's survfit: without a competing event the
// incidence is 1 minus Kaplan-Meier. With one: R 4.2, survival 3.5-3, survfit on a multi-state
// outcome with conf.type = "log-log" (incidence.R in README.md here).
#include "core/stats/aalen_johansen.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

using Endings = std::vector<EndingsAtTime>;

struct Expected {
  double time;
  uint64_t atRisk;
  double incidence, competing, error, low, high;
};

void expectCurve(const Endings& endings, const std::vector<Expected>& expected) {
  const auto curve = cumulativeIncidence(endings, 0.95);
  ASSERT_TRUE(curve);
  ASSERT_EQ(curve->size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const IncidencePoint& point = (*curve)[i];
    const Expected& want = expected[i];
    EXPECT_EQ(point.time, want.time);
    EXPECT_EQ(point.atRisk, want.atRisk) << want.time;
    EXPECT_TRUE(near(point.incidence, want.incidence, 1e-12)) << want.time;
    EXPECT_TRUE(near(point.competingIncidence, want.competing, 1e-12)) << want.time;
    EXPECT_TRUE(near(point.standardError, want.error, 1e-12)) << want.time;
    ASSERT_TRUE(point.interval) << want.time;
    EXPECT_TRUE(near(point.interval->low, want.low, 1e-12)) << want.time;
    EXPECT_TRUE(near(point.interval->high, want.high, 1e-12)) << want.time;
  }
}

Endings sixMp() {
  return {{6, 3, 0, 1},  {7, 1, 0, 0},  {9, 0, 0, 1},  {10, 1, 0, 1}, {11, 0, 0, 1}, {13, 1, 0, 0},
          {16, 1, 0, 0}, {17, 0, 0, 1}, {19, 0, 0, 1}, {20, 0, 0, 1}, {22, 1, 0, 0}, {23, 1, 0, 0},
          {25, 0, 0, 1}, {32, 0, 0, 2}, {34, 0, 0, 1}, {35, 0, 0, 1}};
}

// Sixty customers: time, events, competing, censored.
Endings sixty() {
  return {{10, 3, 1, 0},  {20, 2, 2, 2},  {30, 1, 1, 1},  {40, 1, 1, 0},  {50, 3, 0, 0},
          {70, 5, 3, 1},  {80, 3, 0, 0},  {90, 0, 0, 1},  {100, 3, 0, 0}, {110, 0, 1, 1},
          {120, 0, 1, 0}, {130, 1, 0, 0}, {140, 1, 0, 0}, {150, 4, 0, 0}, {160, 0, 1, 0},
          {170, 0, 0, 1}, {180, 1, 0, 0}, {190, 0, 0, 1}, {210, 1, 0, 3}, {220, 0, 1, 0},
          {250, 0, 1, 0}, {280, 0, 1, 0}, {310, 0, 1, 0}, {330, 1, 0, 0}, {350, 1, 0, 0},
          {400, 0, 1, 0}, {510, 1, 0, 0}, {520, 0, 0, 1}};
}

TEST(AalenJohansen, WithoutCompetingEventsItIsKaplanMeier) {
  expectCurve(sixMp(), {{6, 21, 0.14285714285714285, 0, 0.076360354832121252, 0.035657355190666713,
                         0.32116157468086914},
                        {7, 17, 0.19327731092436973, 0, 0.086935285180057234, 0.060190435461691914,
                         0.38239112965221456},
                        {10, 15, 0.24705882352941175, 0, 0.096349652994320481, 0.089337659593884344,
                         0.4451629634927155},
                        {13, 12, 0.30980392156862746, 0, 0.1068147077750098, 0.12418716051867339,
                         0.51774042518006014},
                        {16, 11, 0.37254901960784315, 0, 0.11405386525675253, 0.16315771018884584,
                         0.58407018360375795},
                        {22, 7, 0.46218487394957986, 0, 0.12823375169303397, 0.20985421005758934,
                         0.68283279128388819},
                        {23, 6, 0.55182072829131656, 0, 0.13459145675576048, 0.26486161367442623,
                         0.76639606499110657}});
}

TEST(AalenJohansen, PublishedKaplanMeierTable) {
  const auto curve = cumulativeIncidence(sixMp(), 0.95);
  ASSERT_TRUE(curve);
  const double survival[] = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
  for (std::size_t i = 0; i < 7; ++i)
    EXPECT_NEAR(1 - (*curve)[i].incidence, survival[i], 5e-5) << (*curve)[i].time;
}

TEST(AalenJohansen, CompetingEventAgreesWithR) {
  const std::vector<Expected> all = {
      {10, 60, 0.050000000000000003, 0.016666666666666666, 0.028136571693556888,
       0.013179561832464748, 0.12580161803940434},
      {20, 56, 0.083333333333333343, 0.050000000000000003, 0.035681201607403137,
       0.030708428893241824, 0.16987076818703253},
      {30, 50, 0.10066666666666668, 0.067333333333333342, 0.038989818234071397, 0.04094118336290857,
       0.19213574758572061},
      {40, 47, 0.11836879432624114, 0.085035460992907805, 0.042048733766171645,
       0.051963644250898153, 0.2144073180646224},
      {50, 45, 0.17147517730496453, 0.085035460992907805, 0.049442226517671634,
       0.088080624994236606, 0.27809194533134562},
      {70, 42, 0.25998581560283684, 0.13814184397163121, 0.057860363525750247, 0.15532709075334944,
       0.37737715835241425},
      {80, 33, 0.31470148291424882, 0.13814184397163121, 0.061585603451505704, 0.19969365417005755,
       0.43617582799944071},
      {100, 29, 0.37130389737433017, 0.13814184397163121, 0.064550294991366927, 0.24723910617720765,
       0.49538734992908046},
      {110, 26, 0.37130389737433017, 0.157009315458325, 0.064550294991366927, 0.24723910617720765,
       0.49538734992908046},
      {120, 24, 0.37130389737433017, 0.17666293159029769, 0.064550294991366927, 0.24723910617720765,
       0.49538734992908046},
      {130, 23, 0.39095751350630287, 0.17666293159029769, 0.065433466429756781, 0.26400837872307165,
       0.51567149036006832},
      {140, 22, 0.41061112963827556, 0.17666293159029769, 0.066179001642293997, 0.28102350833034201,
       0.53569580179250853},
      {150, 21, 0.4892255941661664, 0.17666293159029769, 0.06786298706914988, 0.35143525877534276,
       0.61337699034459525},
      {160, 17, 0.4892255941661664, 0.19631654772227039, 0.06786298706914988, 0.35143525877534276,
       0.61337699034459525},
      {180, 15, 0.51018945137360394, 0.19631654772227039, 0.068162687494720681, 0.37043469166990861,
       0.63378241375434008},
      {210, 13, 0.53276591298161358, 0.19631654772227039, 0.06854448322734559, 0.39070491854849015,
       0.65580972884943611},
      {220, 9, 0.53276591298161358, 0.22641849653294996, 0.06854448322734559, 0.39070491854849015,
       0.65580972884943611},
      {250, 8, 0.53276591298161358, 0.2565204453436295, 0.06854448322734559, 0.39070491854849015,
       0.65580972884943611},
      {280, 7, 0.53276591298161358, 0.28662239415430907, 0.06854448322734559, 0.39070491854849015,
       0.65580972884943611},
      {310, 6, 0.53276591298161358, 0.31672434296498864, 0.06854448322734559, 0.39070491854849015,
       0.65580972884943611},
      {330, 5, 0.56286786179229309, 0.31672434296498864, 0.07014092899094429, 0.4151770831134951,
       0.68678265227484481},
      {350, 4, 0.5929698106029726, 0.31672434296498864, 0.07095198715470484, 0.44105243213813483,
       0.71630442358736268},
      {400, 3, 0.5929698106029726, 0.34682629177566821, 0.07095198715470484, 0.44105243213813483,
       0.71630442358736268},
      {510, 2, 0.62307175941365223, 0.34682629177566821, 0.071004576369203168, 0.4683446294754533,
       0.74448738817349747}};
  expectCurve(sixty(), all);
}

TEST(AalenJohansen, MedianIsTheFirstTimeAtOneHalf) {
  // 6-MP: median remission 23 weeks, as published; the upper limits pass one half at 13, the lower
  // ones never. Sixty: the incidence passes it at 180, the upper limit at 130, the lower never.
  const MedianTime first = medianTime(*cumulativeIncidence(sixMp(), 0.95));
  EXPECT_EQ(first.time, 23);
  EXPECT_EQ(first.low, 13);
  EXPECT_FALSE(first.high);
  const MedianTime second = medianTime(*cumulativeIncidence(sixty(), 0.95));
  EXPECT_EQ(second.time, 180);
  EXPECT_EQ(second.low, 130);
  EXPECT_FALSE(second.high);
}

TEST(AalenJohansen, MedianNotReached) {
  const auto curve = cumulativeIncidence(Endings{{5, 1, 1, 0}, {9, 0, 0, 98}}, 0.95);
  ASSERT_TRUE(curve);
  const MedianTime median = medianTime(*curve);
  EXPECT_FALSE(median.time || median.low || median.high);
}

// Ten customers, of whom five upgrade one by one: exactly one half, which the sum of the steps in
// doubles misses by one unit in the last place.
TEST(AalenJohansen, OneHalfIsReachedInSpiteOfRounding) {
  const Endings endings = {{1, 1, 0, 0}, {2, 1, 0, 0}, {3, 1, 0, 0},
                           {4, 1, 0, 0}, {5, 1, 0, 0}, {9, 0, 0, 5}};
  EXPECT_EQ(medianTime(*cumulativeIncidence(endings, 0.95)).time, 5);
}

// All upgrade one by one: the incidence ends at 1 with error 0, and no size of group may end in a
// negative variance by rounding (17 would).
TEST(AalenJohansen, EverybodyOneByOne) {
  for (int n = 1; n <= 60; ++n) {
    Endings endings;
    for (int i = 1; i <= n; ++i) endings.push_back({static_cast<double>(i), 1, 0, 0});
    const auto curve = cumulativeIncidence(endings, 0.95);
    ASSERT_TRUE(curve);
    EXPECT_NEAR(curve->back().incidence, 1, 1e-14) << n;
    EXPECT_NEAR(curve->back().standardError, 0, 1e-7) << n;
    EXPECT_FALSE(curve->back().interval) << n;
  }
}

TEST(AalenJohansen, OneCustomer) {
  const auto upgraded = cumulativeIncidence(Endings{{4, 1, 0, 0}}, 0.95);
  ASSERT_TRUE(upgraded && upgraded->size() == 1);
  EXPECT_EQ(upgraded->front().incidence, 1);
  EXPECT_EQ(upgraded->front().standardError, 0);
  EXPECT_FALSE(upgraded->front().interval);
  EXPECT_EQ(medianTime(*upgraded).time, 4);
  const auto left = cumulativeIncidence(Endings{{4, 0, 1, 0}}, 0.95);
  ASSERT_TRUE(left && left->size() == 1);
  EXPECT_EQ(left->front().incidence, 0);
  EXPECT_EQ(left->front().competingIncidence, 1);
  EXPECT_FALSE(left->front().interval);
  const auto watched = cumulativeIncidence(Endings{{4, 0, 0, 1}}, 0.95);
  ASSERT_TRUE(watched);
  EXPECT_TRUE(watched->empty());
}

// All at one time: a plain binomial share, k = 30 of 100, error sqrt(0.3 * 0.7 / 100).
TEST(AalenJohansen, AllAtOneTimeIsAShare) {
  const auto curve = cumulativeIncidence(Endings{{7, 30, 20, 50}}, 0.95);
  ASSERT_TRUE(curve && curve->size() == 1);
  EXPECT_TRUE(near(curve->front().incidence, 0.3, 1e-15));
  EXPECT_TRUE(near(curve->front().competingIncidence, 0.2, 1e-15));
  EXPECT_TRUE(near(curve->front().standardError, 0.045825756949558399, 1e-14));
}

// Without censoring the incidence is the share of all, here a tenth of 1e12 a step, whatever the
// steps; its error is sqrt(0.3 * 0.7 / 1e12).
TEST(AalenJohansen, HugeWithoutCensoringIsAShare) {
  const uint64_t n = 1'000'000'000'000;
  const Endings endings = {
      {1, n / 10, n / 5, 0}, {2, n / 10, 0, 0}, {3, n / 10, n / 10, 0}, {4, 0, 0, n * 2 / 5}};
  const auto curve = cumulativeIncidence(endings, 0.95);
  ASSERT_TRUE(curve && curve->size() == 3);
  EXPECT_TRUE(near(curve->back().incidence, 0.3, 1e-14));
  EXPECT_TRUE(near(curve->back().competingIncidence, 0.3, 1e-14));
  EXPECT_TRUE(near(curve->back().standardError, 4.5825756949558399e-7, 1e-12));
}

TEST(AalenJohansen, NothingToEstimate) {
  EXPECT_FALSE(cumulativeIncidence(Endings{}, 0.95));
  EXPECT_FALSE(cumulativeIncidence(Endings{{1, 0, 0, 0}}, 0.95)) << "nobody";
  EXPECT_FALSE(cumulativeIncidence(Endings{{1, 1, 0, 0}}, 1)) << "level";
  EXPECT_FALSE(cumulativeIncidence(Endings{{2, 1, 0, 0}, {2, 1, 0, 0}}, 0.95)) << "same time";
  EXPECT_FALSE(cumulativeIncidence(Endings{{2, 1, 0, 0}, {1, 1, 0, 0}}, 0.95)) << "falling";
  const MedianTime none = medianTime({});
  EXPECT_FALSE(none.time || none.low || none.high);
}

}  // namespace
}  // namespace upgrade_rate
