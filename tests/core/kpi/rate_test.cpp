// Every numerator over every base, from one set of counts in which no two are alike, so that a
// wrong count cannot go unseen.
#include "core/kpi/rate.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

PeriodCounts distinctCounts() {
  PeriodCounts c;
  c.opening = 1000;
  c.closing = 1101;
  c.active = 1300;
  c.eligible = 700;
  c.upgraded = 90, c.kept = 80, c.upsold = 70, c.upgradedOrUpsold = 150;
  c.upgradedNew = 9, c.upsoldNew = 8, c.upgradedOrUpsoldNew = 16;
  c.upgradedEligible = 85, c.keptEligible = 75, c.upsoldEligible = 65;
  c.upgradedOrUpsoldEligible = 140;
  c.upgradeEvents = 123;
  c.upgradeEventsEligible = 99;
  c.downgraded = 20;
  return c;
}

struct RateCase {
  const char* name;
  Numerator numerator;
  int64_t opening, eligible, average, active, closing;  ///< the numerator over each base
};

// Average: both counts twice, so that half a customer stays exact. Active adds those who were not
// in opening, but for `kept`; events are those of all customers already.
const RateCase kCases[] = {
    {"upgraded", Numerator::upgraded, 90, 85, 180, 99, 90},
    {"kept", Numerator::kept, 80, 75, 160, 80, 80},
    {"upsold", Numerator::upsold, 70, 65, 140, 78, 70},
    {"upgraded or upsold", Numerator::upgradedOrUpsold, 150, 140, 300, 166, 150},
    {"events", Numerator::upgradeEvents, 123, 99, 246, 123, 123},
};

TEST(Rate, EveryNumeratorOverEveryBase) {
  const PeriodCounts counts = distinctCounts();
  for (const RateCase& c : kCases) {
    const auto expect = [&](Base base, int64_t numerator, int64_t of, int64_t scale,
                            const char* name) {
      const Fraction got = fraction(counts, c.numerator, base);
      EXPECT_EQ(got.numerator, numerator) << c.name << " / " << name;
      EXPECT_EQ(got.base, of) << c.name << " / " << name;
      EXPECT_EQ(got.scale, scale) << c.name << " / " << name;
      const bool share =
          c.numerator != Numerator::upgradeEvents && base != Base::average && base != Base::closing;
      EXPECT_EQ(isShare(c.numerator, base), share) << c.name << " / " << name;
    };
    expect(Base::opening, c.opening, 1000, 1, "opening");
    expect(Base::eligible, c.eligible, 700, 1, "eligible");
    expect(Base::average, c.average, 2101, 2, "average");
    expect(Base::active, c.active, 1300, 1, "active");
    expect(Base::closing, c.closing, 1101, 1, "closing");
  }
}

TEST(Rate, ValuesAndNone) {
  EXPECT_DOUBLE_EQ(*fraction(distinctCounts(), Numerator::upgraded, Base::average).rate(),
                   90 / 1050.5);
  EXPECT_DOUBLE_EQ(*netRate(distinctCounts()), 0.07);
  PeriodCounts shrinking = distinctCounts();
  shrinking.downgraded = 240;
  EXPECT_DOUBLE_EQ(*netRate(shrinking), -0.15);
  for (const Base base :
       {Base::opening, Base::eligible, Base::average, Base::active, Base::closing}) {
    EXPECT_EQ(fraction(PeriodCounts{}, Numerator::upgraded, base).rate(), std::nullopt);
  }
  EXPECT_EQ(netRate(PeriodCounts{}), std::nullopt);
  EXPECT_EQ((Fraction{0, 7}).rate(), 0.0);
}

}  // namespace
}  // namespace upgrade_rate
