// Each rule about one period: at its threshold, just above and just below, and where too few
// customers stand behind it. Chances are from R's pbeta; everything else is counted by hand.
#include <gtest/gtest.h>

#include "tests/core/kpi/findings_cases.h"

namespace upgrade_rate {
namespace {

using Codes = std::vector<std::string>;

struct Case {
  const char* name;
  PeriodFigures period;
  const char* code;
  bool found;
};

void expectAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(finds(c.period, c.code), c.found) << c.name;
}

PeriodFigures upgraded(int64_t upgraded) {
  return quietYear([&](PeriodCounts& c) { c.upgraded = c.kept = upgraded; });
}
PeriodFigures few(int64_t upgraded, int64_t opening) {
  return yearOf(fewCounts(upgraded, opening));
}

TEST(Findings, AQuietYearHasOnlyItsBand) {
  EXPECT_EQ(codesIn(yearOf(quietCounts())), Codes{"band.middle"});
}

TEST(Findings, Band) {
  expectAll({{"14.9 %", upgraded(149), "band.low", true},
             {"15 % is no longer low", upgraded(150), "band.low", false},
             {"15 %", upgraded(150), "band.middle", true},
             {"25 %", upgraded(250), "band.middle", true},
             {"25 % is not yet high", upgraded(250), "band.high", false},
             {"25.1 %", upgraded(251), "band.high", true},
             {"low, 29 customers", few(1, 29), "band.low", false},
             {"low, 30 customers", few(1, 30), "band.low", true},
             {"high, 9 of 30", few(9, 30), "band.high", false},
             {"high, 10 of 30", few(10, 30), "band.high", true},
             {"high, 10 of 29", few(10, 29), "band.high", false},
             {"between, 6 of 29", few(6, 29), "band.middle", false},
             {"between, 6 of 30", few(6, 30), "band.middle", true}});
}

TEST(Findings, NoBandToBeLowOrHighIn) {
  FindingsInput input;
  input.rate.bands = {{"all", 0, false}};
  PeriodFigures period;
  period.counts = quietCounts();
  judge(period, input.rate);
  input.headline = &period;
  EXPECT_EQ(codesIn(input), Codes{});
}

TEST(Findings, ChanceOfTheBand) {
  PeriodFigures at = upgraded(200), below = at;
  at.chances = {0.2, 0.8, 0};
  below.chances = {0.2001, 0.7999, 0};
  expectAll({{"159 of 1,000: 78.84 %", upgraded(159), "band.unsure", true},
             {"160 of 1,000: 81.27 %", upgraded(160), "band.unsure", false},
             {"80 %", at, "band.unsure", false},
             {"79.99 %", below, "band.unsure", true}});
}

TEST(Findings, FewCustomers) {
  expectAll({{"1", few(0, 1), "base.few", true},
             {"99", few(20, 99), "base.few", true},
             {"100", few(20, 100), "base.few", false},
             {"101", few(20, 101), "base.few", false}});
}

TEST(Findings, Coverage) {
  const auto covered = [](int64_t opening, int64_t active) {
    PeriodCounts counts = fewCounts(0, opening);
    counts.active = active;
    return yearOf(counts);
  };
  expectAll({{"499 of 1,000", covered(499, 1000), "coverage.low", true},
             {"500 of 1,000", covered(500, 1000), "coverage.low", false},
             {"501 of 1,000", covered(501, 1000), "coverage.low", false},
             {"14 of 29", covered(14, 29), "coverage.low", false},
             {"14 of 30", covered(14, 30), "coverage.low", true},
             {"nobody at the start", covered(0, 1000), "coverage.low", false}});
}

TEST(Findings, TopTier) {
  const auto onTop = [](int64_t onIt, int64_t opening) {
    PeriodCounts counts = fewCounts(0, opening);
    counts.eligible = opening - onIt;
    return yearOf(counts);
  };
  expectAll({{"499 of 1,000", onTop(499, 1000), "base.topTier", false},
             {"500 of 1,000", onTop(500, 1000), "base.topTier", true},
             {"501 of 1,000", onTop(501, 1000), "base.topTier", true},
             {"29 of 29", onTop(29, 29), "base.topTier", false},
             {"30 of 30", onTop(30, 30), "base.topTier", true}});
}

TEST(Findings, Kept) {
  const auto kept = [](int64_t stayed, int64_t upgraded) {
    return quietYear([&](PeriodCounts& c) {
      c.kept = stayed;
      c.upgraded = upgraded;
    });
  };
  expectAll({{"159 of 200", kept(159, 200), "upgrades.notKept", true},
             {"160 of 200", kept(160, 200), "upgrades.notKept", false},
             {"161 of 200", kept(161, 200), "upgrades.notKept", false},
             {"none of 29", kept(0, 29), "upgrades.notKept", false},
             {"none of 30", kept(0, 30), "upgrades.notKept", true}});
}

TEST(Findings, Downgrades) {
  const auto down = [](int64_t downgraded, int64_t upgraded) {
    return quietYear([&](PeriodCounts& c) {
      c.downgraded = downgraded;
      c.upgraded = c.kept = upgraded;
    });
  };
  PeriodCounts tiny = fewCounts(0, 29);
  tiny.downgraded = 20;
  expectAll({{"199 against 200", down(199, 200), "downgrades.many", false},
             {"200 against 200", down(200, 200), "downgrades.many", true},
             {"201 against 200", down(201, 200), "downgrades.many", true},
             {"9 against none", down(9, 0), "downgrades.many", false},
             {"10 against none", down(10, 0), "downgrades.many", true},
             {"20 of 29 customers", yearOf(tiny), "downgrades.many", false}});
}

// (324 - 276)^2 = 2304 = 3.84 * 600; 49^2 = 2401 > 2307.84; 47^2 = 2209 < 2300.16.
TEST(Findings, ChurnAndUpsellsAboveUpgrades) {
  const auto with = [](int64_t PeriodCounts::*count, int64_t n, int64_t upgraded) {
    return quietYear([&](PeriodCounts& c) {
      c.*count = n;
      c.upgraded = c.kept = upgraded;
    });
  };
  const std::pair<int64_t PeriodCounts::*, const char*> rules[] = {
      {&PeriodCounts::churned, "churn.aboveUpgrades"},
      {&PeriodCounts::upsold, "upsells.aboveUpgrades"}};
  for (const auto& [count, code] : rules) {
    PeriodCounts tiny = fewCounts(0, 29);
    tiny.*count = 29;
    expectAll({{"323 against 276", with(count, 323, 276), code, false},
               {"324 against 276", with(count, 324, 276), code, false},
               {"325 against 276", with(count, 325, 276), code, true},
               {"far fewer", with(count, 20, 276), code, false},
               {"9 against none", with(count, 9, 0), code, false},
               {"10 against none", with(count, 10, 0), code, true},
               {"29 of 29 customers", yearOf(tiny), code, false}});
  }
}

TEST(Findings, UpgradesOfNewCustomers) {
  const auto fresh = [](int64_t upgradedNew, int64_t upgraded) {
    return quietYear([&](PeriodCounts& c) {
      c.upgradedNew = upgradedNew;
      c.upgraded = c.kept = upgraded;
    });
  };
  expectAll({{"65 beside 200", fresh(65, 200), "upgrades.fromNew", false},
             {"66 beside 200", fresh(66, 200), "upgrades.fromNew", true},
             {"67 beside 200", fresh(67, 200), "upgrades.fromNew", true},
             {"9 beside 20", fresh(9, 20), "upgrades.fromNew", false},
             {"10 beside 20", fresh(10, 20), "upgrades.fromNew", true},
             {"10 beside none", fresh(10, 0), "upgrades.fromNew", true}});
}

TEST(Findings, OneTier) {
  const auto tiers = [](std::vector<TierCounts> byTier, int64_t eligible) {
    return quietYear([&](PeriodCounts& c) {
      c.byTier = std::move(byTier);
      c.eligible = eligible;
    });
  };
  const char* code = "upgrades.oneTier";
  expectAll(
      {{"159 of 200", tiers({{1, 500, 159}, {2, 400, 41}, {3, 100, 0}}, 900), code, false},
       {"160 of 200", tiers({{1, 500, 160}, {2, 400, 40}, {3, 100, 0}}, 900), code, true},
       {"161 of 200", tiers({{1, 500, 161}, {2, 400, 39}, {3, 100, 0}}, 900), code, true},
       {"29 of 29", tiers({{1, 500, 29}, {2, 400, 0}, {3, 100, 0}}, 900), code, false},
       {"30 of 30", tiers({{1, 500, 30}, {2, 400, 0}, {3, 100, 0}}, 900), code, true},
       {"nobody on top", tiers({{1, 500, 160}, {2, 500, 40}}, 1000), code, true},
       {"only one can be moved up from", tiers({{1, 900, 200}, {2, 100, 0}}, 900), code, false},
       {"as many as its customers explain", tiers({{1, 720, 160}, {2, 180, 40}, {3, 100, 0}}, 900),
        code, false},
       {"no tier at all", tiers({}, 1000), code, false}});
}

// Of 1,600 at the start 900 upgraded: 0.5625. A tenth of 0.625 is 0.0625, all exact in binary.
PeriodFigures changed(double points, bool clear, int32_t months = 12) {
  PeriodFigures period = yearOf(fewCounts(900, 1600));
  period.length.months = months;
  period.change = ShareChange{points, {points - 0.01, points + 0.01}, 0, clear, {}, {}};
  return period;
}

TEST(Findings, Change) {
  expectAll({{"fell by a tenth", changed(-0.0625, true), "change.fell", true},
             {"fell by more", changed(-0.0626, true), "change.fell", true},
             {"fell by less", changed(-0.062, true), "change.fell", false},
             {"within noise", changed(-0.0626, false), "change.fell", false},
             {"a fall is no rise", changed(-0.0626, true), "change.rose", false},
             // From 0.5 to 0.5625 is an eighth; from 0.515 it is 9.2 %.
             {"rose by an eighth", changed(0.0625, true), "change.rose", true},
             {"rose by less than a tenth", changed(0.0475, true), "change.rose", false},
             {"a rise is no fall", changed(0.0625, true), "change.fell", false}});
}

std::string with(const PeriodFigures& period) {
  FindingsInput input;
  input.headline = &period;
  for (const Finding& finding : findAll(input)) {
    if (finding.rule->code.substr(0, 7) == "change.")
      return std::get<std::string>(finding.params[0].value);
  }
  return "";
}

TEST(Findings, WhatAChangeIsAgainst) {
  const ShareChange clear{-0.1, {-0.11, -0.09}, 0, true, {}, {}},
      noise{-0.1, {-0.3, 0.1}, 0, false, {}, {}};
  PeriodFigures quarter = changed(-0.1, true, 3), year = changed(-0.1, true);
  EXPECT_EQ(with(quarter), "period");
  EXPECT_EQ(with(year), "year") << "the twelve months before are a year before";
  quarter.changeYear = clear;
  EXPECT_EQ(with(quarter), "year") << "the season is the same";
  quarter.changeYear = noise;
  EXPECT_EQ(with(quarter), "period");
  year.changeYear = noise;
  EXPECT_EQ(with(year), "") << "both are the same comparison";
}

TEST(Findings, WhatAPeriodCannotSay) {
  PeriodFigures partial = yearOf(fewCounts(1, 50));
  partial.partial = true;
  EXPECT_EQ(codesIn(partial), Codes{});
  EXPECT_EQ(codesIn(yearOf(fewCounts(0, 0))), Codes{}) << "no rate";
  PeriodFigures totals;
  totals.fromTotals = true;
  totals.counts.opening = 50;
  totals.counts.upgraded = 40;
  judge(totals, {});
  EXPECT_EQ(codesIn(totals), (Codes{"base.few", "band.high"})) << "nothing was kept that is known";
}

TEST(Findings, UnfinishedPeriod) {
  PeriodFigures last = yearOf(quietCounts());
  last.label = "2025";
  FindingsInput input;
  input.periods = {&last, 1};
  EXPECT_EQ(codesIn(input), Codes{});
  last.partial = true;
  EXPECT_EQ(codesIn(input), Codes{"period.unfinished"});
}

TEST(Findings, WeightiestFirst) {
  const PeriodFigures period = quietYear([](PeriodCounts& c) {
    c.upgradedNew = 200;
    c.kept = 0;
    c.active = 3000;
  });
  EXPECT_EQ(codesIn(period),
            (Codes{"coverage.low", "upgrades.notKept", "upgrades.fromNew", "band.middle"}));
}

}  // namespace
}  // namespace upgrade_rate
