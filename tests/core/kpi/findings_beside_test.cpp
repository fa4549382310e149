// Each rule about the figures beside the rate: at its threshold, just above and just below, and
// where too few customers stand behind it.
#include <gtest/gtest.h>

#include "tests/core/kpi/findings_cases.h"

namespace upgrade_rate {
namespace {

struct Case {
  const char* name;
  FindingsInput input;
  const char* code;
  bool found;
};

void expectAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(finds(c.input, c.code), c.found) << c.name;
}

FindingsInput segments(std::vector<SegmentCount> counts) {
  FindingsInput input;
  input.segments = {{"region", std::move(counts)}};
  return input;
}

TEST(FindingsBeside, LeadingSegment) {
  const char* code = "segment.most";
  expectAll({{"49 of 100", segments({{"A", {49, 100}}, {"B", {51, 400}}}), code, false},
             {"50 of 100", segments({{"A", {50, 100}}, {"B", {50, 400}}}), code, true},
             {"51 of 100", segments({{"A", {51, 100}}, {"B", {49, 400}}}), code, true},
             {"as many as its customers explain", segments({{"A", {50, 100}}, {"B", {50, 100}}}),
              code, false},
             {"29 upgraded", segments({{"A", {20, 100}}, {"B", {9, 400}}}), code, false},
             {"30 upgraded", segments({{"A", {20, 100}}, {"B", {10, 400}}}), code, true},
             {"half, among three", segments({{"A", {30, 100}}, {"B", {60, 200}}, {"C", {30, 900}}}),
              code, true},
             {"only one segment", segments({{"A", {50, 100}}}), code, false},
             {"the rest is nobody", segments({{"A", {50, 100}}, {"B", {0, 0}}}), code, false}});
}

TEST(FindingsBeside, SmallSegment) {
  const char* code = "segment.small";
  expectAll({{"best of 29", segments({{"A", {10, 29}}, {"B", {50, 400}}}), code, true},
             {"best of 30", segments({{"A", {10, 30}}, {"B", {50, 400}}}), code, false},
             {"best of 31", segments({{"A", {10, 31}}, {"B", {50, 400}}}), code, false},
             {"worst of 29", segments({{"A", {0, 29}}, {"B", {50, 400}}}), code, true},
             {"small between two large",
              segments({{"A", {3, 29}}, {"B", {80, 400}}, {"C", {8, 400}}}), code, false},
             {"all alike", segments({{"A", {1, 4}}, {"B", {100, 400}}}), code, false},
             {"nobody in it", segments({{"A", {0, 0}}, {"B", {100, 400}}}), code, false}});
}

FindingsInput mix(double change, double part, bool clear) {
  FindingsInput input;
  input.mixes = {{"region", change, part, clear}};
  return input;
}

TEST(FindingsBeside, Mix) {
  const char* code = "mix.explains";
  expectAll({{"half", mix(0.0625, 0.03125, true), code, true},
             {"more than half", mix(0.0625, 0.032, true), code, true},
             {"less than half", mix(0.0625, 0.031, true), code, false},
             {"half of a fall", mix(-0.0625, -0.03125, true), code, true},
             {"against the change", mix(0.0625, -0.1, true), code, false},
             {"within noise", mix(0.0625, 0.0625, false), code, false},
             {"no change", mix(0, 0.1, true), code, false}});
}

FindingsInput direction(TrendDirection where, int64_t periods) {
  FindingsInput input;
  input.direction = DirectionFound{};
  input.direction->trend.direction = where;
  input.direction->periods = periods;
  return input;
}

TEST(FindingsBeside, Direction) {
  using enum TrendDirection;
  expectAll({{"rising over 5", direction(rising, 5), "trend.rising", false},
             {"rising over 6", direction(rising, 6), "trend.rising", true},
             {"rising over 7", direction(rising, 7), "trend.rising", true},
             {"falling over 5", direction(falling, 5), "trend.falling", false},
             {"falling over 6", direction(falling, 6), "trend.falling", true},
             {"rising is not falling", direction(rising, 24), "trend.falling", false},
             {"flat", direction(flat, 24), "trend.rising", false}});
}

TEST(FindingsBeside, UnusualPeriod) {
  std::vector<PeriodFigures> periods(14);
  for (size_t i = 0; i < periods.size(); ++i) periods[i].label = "P" + std::to_string(i);
  periods.back().partial = true;  // so P12 is the latest finished one, P1 the twelfth from the end
  const auto unusual = [&](std::vector<UnusualPeriod> found) {
    FindingsInput input;
    input.periods = periods;
    input.unusual = std::move(found);
    return input;
  };
  const char* code = "period.unusual";
  expectAll(
      {{"the thirteenth from the end", unusual({{"P0", 0.1, 0.02}}), code, false},
       {"the twelfth", unusual({{"P1", 0.1, 0.02}}), code, true},
       {"the eleventh", unusual({{"P2", 0.1, 0.02}}), code, true},
       {"an old one and a recent one", unusual({{"P0", 0, 0}, {"P12", 0.1, 0.02}}), code, true},
       {"none", unusual({}), code, false}});
}

FindingsInput launch(Share before, Share after) {
  FindingsInput input;
  input.launches = {{"New Pro", before, after, *shareChange(before, after, {}, 0.95), 90}};
  return input;
}

// Newcombe 1998, table II: 56/70 against 48/80 differ by 0.0524 to 0.3339, 9/10 against 3/10 by
// 0.1705 to 0.8090; the difference of equal shares holds 0.
TEST(FindingsBeside, Launch) {
  expectAll(
      {{"48/80, then 56/70", launch({48, 80}, {56, 70}), "launch.worked", true},
       {"56/70, then 48/80", launch({56, 70}, {48, 80}), "launch.backfired", true},
       {"56/70, then 48/80 is no success", launch({56, 70}, {48, 80}), "launch.worked", false},
       {"equal", launch({48, 80}, {48, 80}), "launch.unclear", true},
       {"clear is not unclear", launch({48, 80}, {56, 70}), "launch.unclear", false},
       {"3/10, then 9/10: too few", launch({3, 10}, {9, 10}), "launch.worked", false},
       {"29 before", launch({0, 29}, {30, 30}), "launch.worked", false},
       {"29 after", launch({0, 30}, {29, 29}), "launch.worked", false},
       {"30 on both sides", launch({0, 30}, {30, 30}), "launch.worked", true},
       {"29 equal", launch({5, 29}, {5, 29}), "launch.unclear", false}});
}

FindingsInput held(uint64_t count, uint64_t base) {
  FindingsInput input;
  input.heldAfter90Days = Share{count, base};
  return input;
}

TEST(FindingsBeside, Stickiness) {
  const char* code = "stickiness.low";
  expectAll({{"79 of 100", held(79, 100), code, true},
             {"80 of 100", held(80, 100), code, false},
             {"81 of 100", held(81, 100), code, false},
             {"none of 29", held(0, 29), code, false},
             {"none of 30", held(0, 30), code, true}});
}

FindingsInput churn(int64_t customers, ChurnOverTime upgraded, ChurnOverTime others) {
  FindingsInput input;
  input.churn = ChurnAfterUpgrade{customers, upgraded, others};
  return input;
}

// Of 263 churns 81 are of upgraded customers: Wilson 0.2553 to 0.3662 (Newcombe 1998, table I).
TEST(FindingsBeside, ChurnAfterUpgrade) {
  const char* code = "churn.afterUpgrade";
  expectAll({{"a quarter of the time", churn(90, {81, 2500}, {182, 7500}), code, true},
             {"25.5 % of the time", churn(90, {81, 2550}, {182, 7450}), code, true},
             {"25.6 % of the time", churn(90, {81, 2560}, {182, 7440}), code, false},
             {"clearly less", churn(90, {81, 5000}, {182, 5000}), code, false},
             {"29 upgraded", churn(29, {81, 2500}, {182, 7500}), code, false},
             {"30 upgraded", churn(30, {81, 2500}, {182, 7500}), code, true},
             {"9 left", churn(90, {9, 10}, {0, 9990}), code, false},
             {"10 left", churn(90, {10, 10}, {0, 9990}), code, true},
             {"no time of others", churn(90, {81, 2500}, {0, 0}), code, false},
             {"no time after", churn(90, {81, 0}, {182, 7500}), code, false}});
}

TEST(FindingsBeside, TimeToFirstUpgrade) {
  FindingsInput few, enough;
  few.median = MedianToUpgrade{29, 143};
  enough.median = MedianToUpgrade{30, 143};
  EXPECT_FALSE(finds(few, "time.firstUpgrade"));
  EXPECT_TRUE(finds(enough, "time.firstUpgrade"));
  EXPECT_FALSE(finds(FindingsInput{}, "time.firstUpgrade")) << "not reached";
}

FindingsInput money(double priceRises, double upgradeValue, std::optional<double> retention,
                    int64_t customers = 30) {
  FindingsInput input;
  input.money = {{"EUR", customers, priceRises, upgradeValue, retention}};
  return input;
}

TEST(FindingsBeside, Money) {
  const char* price = "price.aboveUpgrades";
  const char* retention = "retention.below";
  expectAll({{"99.99 against 100", money(99.99, 100, {}), price, false},
             {"100 against 100", money(100, 100, {}), price, false},
             {"100.01 against 100", money(100.01, 100, {}), price, true},
             {"no price rises", money(0, -5, {}), price, false},
             {"99.9 %", money(0, 0, 0.999), retention, true},
             {"100 %", money(0, 0, 1.0), retention, false},
             {"100.1 %", money(0, 0, 1.001), retention, false},
             {"not known", money(0, 0, {}), retention, false},
             {"29 customers", money(0, 0, 0.5, 29), retention, false}});
}

TEST(FindingsBeside, NothingToLookAt) { EXPECT_TRUE(findAll(FindingsInput{}).empty()); }

}  // namespace
}  // namespace upgrade_rate
