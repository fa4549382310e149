// Monthly values from prices, by hand: fractions worked out on paper and rounded half to even.
#include "core/input/price.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace upgrade_rate {
namespace {

constexpr int64_t kOne = 1'000'000;

Price priced(int64_t amount, const char* interval, uint16_t currency = kNoCurrency) {
  return {amount, *interval == 0 ? kMonthlyAmount : readInterval(interval).value_or(kBlankInterval),
          currency};
}

struct Part {
  Price price;
  int64_t quantity;
};

struct ValueCase {
  const char* name;
  std::vector<Part> parts;
  int64_t value;
};

TEST(Price, PerMonth) {
  const int64_t most = INT64_MAX;
  const ValueCase cases[] = {
      {"a monthly amount as it stands", {{priced(49 * kOne, ""), kUnknown}}, 49 * kOne},
      {"its quantity is no matter", {{priced(49 * kOne, ""), 3 * kOne}}, 49 * kOne},
      {"a month, three seats", {{priced(10 * kOne, "month"), 3 * kOne}}, 30 * kOne},
      {"100 a year: 8.3333333", {{priced(100 * kOne, "year"), kOne}}, 8'333'333},
      {"50 a year, negative", {{priced(-50 * kOne, "year"), kOne}}, -4'166'667},
      {"10 a week: 520/12", {{priced(10 * kOne, "week"), kOne}}, 43'333'333},
      {"1 a day: 365/12", {{priced(kOne, "day"), kOne}}, 30'416'667},
      {"100 in 30 days: 36500/360", {{priced(100 * kOne, "30 days"), kOne}}, 101'388'889},
      {"half a seat of 3 a quarter", {{priced(3 * kOne, "quarter"), kOne / 2}}, kOne / 2},
      {"0.000006 a year is half a millionth: even", {{priced(6, "year"), kOne}}, 0},
      {"0.000018 a year is one and a half: even", {{priced(18, "year"), kOne}}, 2},
      {"three thirds make one, rounded once",
       {{priced(4, "year"), kOne}, {priced(4, "year"), kOne}, {priced(4, "year"), kOne}},
       1},
      {"a third of a month and a week",
       {{priced(100 * kOne, "year"), kOne}, {priced(10 * kOne, "week"), kOne}},
       51'666'667},
      {"a plan and a monthly add-on",
       {{priced(100 * kOne, "year"), kOne}, {priced(5 * kOne, ""), kUnknown}},
       13'333'333},
      {"no amount", {{priced(kUnknown, "year"), kOne}}, kUnknown},
      {"no quantity", {{priced(kOne, "year"), kUnknown}}, kUnknown},
      {"no interval", {{{kOne, kBlankInterval, kNoCurrency}, kOne}}, kUnknown},
      {"an add-on without an amount",
       {{priced(kOne, "year"), kOne}, {priced(kUnknown, ""), kOne}},
       kUnknown},
      {"two currencies", {{priced(kOne, "", 0), kOne}, {priced(kOne, "", 1), kOne}}, kUnknown},
      {"an add-on without a currency has the plan's",
       {{priced(kOne, "", 0), kOne}, {priced(kOne, ""), kOne}},
       2 * kOne},
      {"too large to hold", {{priced(most, "month"), 2 * kOne}}, kUnknown},
      {"too large to sum up", {{priced(most, ""), kOne}, {priced(most, ""), kOne}}, kUnknown},
      {"far too large", {{priced(most, "day"), most}}, kUnknown},
  };
  for (const ValueCase& c : cases) {
    MonthlyValue monthly(nullptr);
    monthly.begin();
    for (const Part& part : c.parts) monthly.add(part.price, part.quantity);
    EXPECT_EQ(monthly.value(), c.value) << c.name;
  }
}

TEST(Price, ByRates) {
  // Currency 0 is worth 1.0823, currency 1 is the reporting one, currency 2 has no rate.
  const CurrencyRates rates{{CurrencyRate{10'823, 4}, CurrencyRate{}, std::nullopt}, std::nullopt};
  const ValueCase cases[] = {
      {"10 at 1.0823", {{priced(10 * kOne, "", 0), kOne}}, 10'823'000},
      {"10 a year at 1.0823: 10.823/12", {{priced(10 * kOne, "year", 0), kOne}}, 901'917},
      {"the reporting currency", {{priced(10 * kOne, "", 1), kOne}}, 10 * kOne},
      {"both", {{priced(10 * kOne, "", 0), kOne}, {priced(kOne, "", 1), kOne}}, 11'823'000},
      {"no rate", {{priced(10 * kOne, "", 2), kOne}}, kUnknown},
      {"no rate for none", {{priced(10 * kOne, ""), kOne}}, kUnknown},
      {"one part without",
       {{priced(10 * kOne, "", 1), kOne}, {priced(kOne, "", 2), kOne}},
       kUnknown},
  };
  for (const ValueCase& c : cases) {
    MonthlyValue monthly(&rates);
    monthly.begin();
    for (const Part& part : c.parts) monthly.add(part.price, part.quantity);
    EXPECT_EQ(monthly.value(), c.value) << c.name;
  }
}

TEST(Price, Carries) {
  const Price before = priced(10 * kOne, "year", 0);
  struct {
    const char* name;
    Price row, expected;
  } cases[] = {
      {"all blank", {kUnknown, kBlankInterval, kNoCurrency}, before},
      {"a new amount", {kOne, kBlankInterval, kNoCurrency}, priced(kOne, "year", 0)},
      {"the same interval again", priced(kUnknown, "12 months"), before},
      {"another interval", priced(kUnknown, "month"), priced(kUnknown, "month", 0)},
      {"another currency", {kUnknown, kBlankInterval, 1}, priced(kUnknown, "year", 1)},
  };
  for (const auto& c : cases) EXPECT_EQ(carriedPrice(before, c.row), c.expected) << c.name;
}

}  // namespace
}  // namespace upgrade_rate
