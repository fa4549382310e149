// What is said about one period. Wilson limits and Newcombe's interval are from R (prop.test
// without correction; the formula as in tests/core/stats/README.md), the rest by hand.
#include "core/kpi/figures.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

PeriodFigures period(int64_t upgraded, int64_t opening, int32_t months = 1) {
  PeriodFigures made;
  made.counts.opening = opening;
  made.counts.closing = opening;
  made.counts.upgraded = upgraded;
  made.length = {months, 30};
  return made;
}

PeriodFigures judged(PeriodFigures made, const RateOptions& options = {}) {
  judge(made, options);
  return made;
}

bool says(const PeriodFigures& figures, std::string_view code) {
  return std::find(figures.why.begin(), figures.why.end(), code) != figures.why.end();
}

TEST(Figures, TheWorkedExample) {
  PeriodFigures made = period(38, 1204);
  made.counts.downgraded = 50;
  const PeriodFigures f = judged(made);
  EXPECT_DOUBLE_EQ(*f.rate, 38.0 / 1204);
  EXPECT_DOUBLE_EQ(*f.netRate, -12.0 / 1204);
  EXPECT_TRUE(near(f.interval->low, 0.0230798089093774, 1e-12));
  EXPECT_TRUE(near(f.interval->high, 0.0430227894387943, 1e-12));
  EXPECT_EQ(f.band, 0u);
  EXPECT_EQ(f.toNextBand, 143);
  EXPECT_EQ(f.toLowerBand, std::nullopt);
  EXPECT_EQ(f.chances.size(), 3u);
  EXPECT_TRUE(f.why.empty());
}

TEST(Figures, NoBaseNoRate) {
  const PeriodFigures f = judged(period(0, 0));
  EXPECT_EQ(f.rate, std::nullopt);
  EXPECT_EQ(f.netRate, std::nullopt);
  EXPECT_FALSE(f.interval);
  EXPECT_EQ(f.band, std::nullopt);
  EXPECT_EQ(f.bandAnnual, std::nullopt);
  EXPECT_TRUE(f.chances.empty());
  EXPECT_EQ(f.toNextBand, std::nullopt);
  EXPECT_TRUE(says(f, "base.empty"));
}

TEST(Figures, PartialPeriodsHaveNoBand) {
  PeriodFigures made = period(38, 1204);
  made.partial = true;
  const PeriodFigures f = judged(made);
  EXPECT_TRUE(f.rate);
  EXPECT_EQ(f.band, std::nullopt);
  EXPECT_TRUE(f.chances.empty());
  EXPECT_EQ(f.toNextBand, std::nullopt);
  EXPECT_EQ(f.bandAnnual, std::nullopt);
  EXPECT_TRUE(says(f, "period.partial"));
}

TEST(Figures, RatiosThatAreNoShare) {
  for (const Base base : {Base::average, Base::closing}) {
    RateOptions options;
    options.base = base;
    const PeriodFigures f = judged(period(3, 20), options);
    EXPECT_EQ(f.rate, 0.15);
    EXPECT_EQ(f.band, 1u);
    EXPECT_FALSE(f.interval);
    EXPECT_TRUE(f.chances.empty());
    EXPECT_TRUE(says(f, "base.notShare"));
    EXPECT_FALSE(changeBetween(f, f, {}, options));
  }
  RateOptions events;
  events.numerator = Numerator::upgradeEvents;
  PeriodFigures made = period(3, 20);
  made.counts.upgradeEvents = 30;
  const PeriodFigures f = judged(made, events);
  EXPECT_EQ(f.rate, 1.5);
  EXPECT_EQ(f.band, 2u);
  EXPECT_FALSE(f.interval);
}

struct AnnualCase {
  const char* name;
  PeriodFigures period;
  std::optional<size_t> annual;
};

// The month's thresholds, if the scale is a year's: 1.345 % and 2.369 % (R, band_test.cpp).
TEST(Figures, WhereTheScaleReadAsAnnualChangesTheVerdict) {
  const AnnualCase cases[] = {
      {"1.3 % a month is concerning either way", period(13, 1000), std::nullopt},
      {"1.4 % a month is healthy for a year", period(14, 1000), 1},
      {"3 % a month is exceptional", period(30, 1000), 2},
      {"30 % a month is exceptional either way", period(300, 1000), std::nullopt},
      {"a year is a year", period(20, 1000, 12), std::nullopt},
      {"15 % in two years is concerning", period(150, 1000, 24), 0},
      {"27.75 % in two years is 15 % a year", period(111, 400, 24), 1},
      {"a period of unknown length", period(20, 1000, 0), std::nullopt},
  };
  for (AnnualCase c : cases) {
    if (c.period.length.months == 0) c.period.length.days = 0;
    EXPECT_EQ(judged(c.period).bandAnnual, c.annual) << c.name;
  }
  RateOptions yearly;
  yearly.bandWindowMonths = 12;
  const PeriodFigures f = judged(period(14, 1000), yearly);
  EXPECT_EQ(f.band, 1u);
  EXPECT_EQ(f.bandAnnual, std::nullopt) << "the scale is annual already";
}

// 1 - 0.85^(90 / 30.436875 / 12) = 3.92553 %, 1 - 0.75^(…) = 6.84340 %, by R.
TEST(Figures, DaysAreMeasuredInAverageMonths) {
  RateOptions yearly;
  yearly.bandWindowMonths = 12;
  const auto bandOfDays = [](int64_t days, int64_t upgraded, int64_t opening,
                             const RateOptions& options) {
    PeriodFigures made = period(upgraded, opening, 0);
    made.length = {0, days};
    return judged(made, options).band;
  };
  const auto bandAt = [&](int64_t upgraded) { return bandOfDays(90, upgraded, 100'000, yearly); };
  EXPECT_EQ(bandAt(3'925), 0u);
  EXPECT_EQ(bandAt(3'926), 1u);
  EXPECT_EQ(bandAt(6'843), 1u);
  EXPECT_EQ(bandAt(6'844), 2u);
  // A month of 146,097 / 4,800 days: a week of a month's 15 % is 3.66868941295959 % by R.
  RateOptions monthly;
  monthly.bandWindowMonths = 1;
  EXPECT_EQ(bandOfDays(7, 36'686'894, 1'000'000'000, monthly), 0u);
  EXPECT_EQ(bandOfDays(7, 36'686'895, 1'000'000'000, monthly), 1u);
}

TEST(Figures, TotalsKnowOnlyTheirTwoNumbers) {
  PeriodFigures made = period(38, 1204);
  made.fromTotals = true;
  const PeriodFigures plain = judged(made);
  EXPECT_TRUE(plain.rate);
  EXPECT_EQ(plain.netRate, std::nullopt);
  EXPECT_TRUE(plain.interval);
  RateOptions kept;
  kept.numerator = Numerator::kept;
  const PeriodFigures other = judged(made, kept);
  EXPECT_EQ(other.rate, std::nullopt);
  EXPECT_EQ(other.band, std::nullopt);
  EXPECT_TRUE(says(other, "totals.noCustomers"));
  made.counts.upgraded = 1300;  // a sum in which customers are twice
  const PeriodFigures over = judged(made);
  EXPECT_GT(*over.rate, 1);
  EXPECT_EQ(over.band, 2u);
  EXPECT_FALSE(over.interval);
  EXPECT_TRUE(over.chances.empty());
  EXPECT_TRUE(says(over, "totals.sumOverBase"));
}

TEST(Figures, ChangeOfTwoPeriods) {
  const PeriodFigures one = judged(period(20, 100)), two = judged(period(30, 100));
  const auto noise = changeBetween(one, two, {}, {});
  ASSERT_TRUE(noise);
  EXPECT_DOUBLE_EQ(noise->difference, 0.1);
  EXPECT_TRUE(near(noise->interval.low, -0.0202493621530134, 1e-11));
  EXPECT_TRUE(near(noise->interval.high, 0.216734354017786, 1e-12));
  EXPECT_FALSE(noise->clear);
  const auto clear = changeBetween(judged(period(10, 100)), judged(period(30, 120)), {}, {});
  EXPECT_TRUE(near(clear->interval.low, 0.0486209717389222, 1e-11));
  EXPECT_TRUE(clear->clear);
  PeriodFigures partial = period(30, 100);
  partial.partial = true;
  EXPECT_FALSE(changeBetween(one, judged(partial), {}, {}));
  EXPECT_FALSE(changeBetween(judged(partial), one, {}, {}));
  EXPECT_FALSE(changeBetween(judged(period(0, 0)), one, {}, {}));
}

}  // namespace
}  // namespace upgrade_rate
