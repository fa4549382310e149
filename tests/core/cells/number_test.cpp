// Tables of numbers as people and programs write them, with values worked out by hand.
#include "core/cells/number.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace upgrade_rate {
namespace {

struct Accepted {
  std::string_view cell;
  char decimal;
  int64_t millionths;
  std::string_view currency = {};
  bool percent = false;
};

constexpr Accepted kAccepted[] = {
    // plain
    {"0", '.', 0},
    {"49", '.', 49'000'000},
    {"49.00", '.', 49'000'000},
    {"49,90", ',', 49'900'000},
    {"-12.5", '.', -12'500'000},
    {"+3", '.', 3'000'000},
    {"007", '.', 7'000'000},
    {".5", '.', 500'000},
    {"-.5", '.', -500'000},
    {"5.", '.', 5'000'000},
    {"0.123", '.', 123'000},
    {"0.000001", '.', 1},
    {"999999999999.999999", '.', 999'999'999'999'999'999},
    // grouped
    {"1,234", '.', 1'234'000'000},
    {"1.234", ',', 1'234'000'000},
    {"1.234", '.', 1'234'000},
    {"1,234,567.89", '.', 1'234'567'890'000},
    {"1.234.567,89", ',', 1'234'567'890'000},
    {"12,34,567", '.', 1'234'567'000'000},
    {"1,23,45,678.5", '.', 12'345'678'500'000},
    {"1 234,5", ',', 1'234'500'000},
    {"1\u00A0234,5", ',', 1'234'500'000},
    {"1\u202F234\u202F567,5", ',', 1'234'567'500'000},
    {"1\u2009234.5", '.', 1'234'500'000},
    {"1'234.50", '.', 1'234'500'000},
    {"1\u2019234.50", '.', 1'234'500'000},
    {"1_234_567", '.', 1'234'567'000'000},
    // signs
    {"\u221249", '.', -49'000'000},
    {"- 49", '.', -49'000'000},
    {"1.234,50-", ',', -1'234'500'000},
    {"(49.00)", '.', -49'000'000},
    {"( 49 )", '.', -49'000'000},
    // currencies
    {"$49.00", '.', 49'000'000, "$"},
    {"-$49.00", '.', -49'000'000, "$"},
    {"$-49.00", '.', -49'000'000, "$"},
    {"($1,234.50)", '.', -1'234'500'000, "$"},
    {"$ (5.00)", '.', -5'000'000, "$"},
    {"49,00 €", ',', 49'000'000, "€"},
    {"49,00\u00A0€", ',', 49'000'000, "€"},
    {"€49", ',', 49'000'000, "€"},
    {"£1,000", '.', 1'000'000'000, "£"},
    {"¥5000", '.', 5'000'000'000, "¥"},
    {"￥5000", '.', 5'000'000'000, "￥"},
    {"₹12,34,567.00", '.', 1'234'567'000'000, "₹"},
    {"US$ 5", '.', 5'000'000, "US$"},
    {"A$5", '.', 5'000'000, "A$"},
    {"R$ 1.234,50", ',', 1'234'500'000, "R$"},
    {"49 EUR", '.', 49'000'000, "EUR"},
    {"49EUR", '.', 49'000'000, "EUR"},
    {"usd 49", '.', 49'000'000, "usd"},
    {"CHF 1'234.50", '.', 1'234'500'000, "CHF"},
    {"$5.00 USD", '.', 5'000'000, "USD"},
    {"USD $5.00", '.', 5'000'000, "USD"},
    {"49 kr.", '.', 49'000'000, "kr."},
    {"49,00 zł", ',', 49'000'000, "zł"},
    {"Rs. 500", '.', 500'000'000, "Rs."},
    // percent
    {"3.16%", '.', 3'160'000, "", true},
    {"3,16 %", ',', 3'160'000, "", true},
    {"-5%", '.', -5'000'000, "", true},
    {"(5%)", '.', -5'000'000, "", true},
    // exponents, exact
    {"1.5E3", '.', 1'500'000'000},
    {"1,5e+3", ',', 1'500'000'000},
    {"1E-6", '.', 1},
    {"123456E-4", '.', 12'345'600},
    {"0E400", '.', 0},
    {"1E-400", '.', 0},
    {"0.0000000000000000001E19", '.', 1'000'000},
    {"9e12", '.', 9'000'000'000'000'000'000},
    // rounded half to even
    {"0.0000005", '.', 0},
    {"0.0000015", '.', 2},
    {"0.0000025", '.', 2},
    {"0.00000250000000000000000000001", '.', 3},
    {"-0.0000015", '.', -2},
    {"0.0000014999999999999999999999", '.', 1},
    {"0.9999995", '.', 1'000'000},
    {"2.5E-6", '.', 2},
    {"3.5E-6", '.', 4},
    // the largest
    {"9223372036854.775807", '.', 9'223'372'036'854'775'807},
    {"-9223372036854.775807", '.', -9'223'372'036'854'775'807},
    {"9223372036854.7758074", '.', 9'223'372'036'854'775'807},
    {"00000000000000000000000000000000000001", '.', 1'000'000},
};

TEST(Number, Accepts) {
  for (const Accepted& c : kAccepted) {
    const auto number = readNumber(c.cell, {c.decimal});
    ASSERT_TRUE(number) << c.cell << " with " << c.decimal;
    EXPECT_EQ(number->millionths, c.millionths) << c.cell;
    EXPECT_EQ(number->currency, c.currency) << c.cell;
    EXPECT_EQ(number->percent, c.percent) << c.cell;
    if (!c.currency.empty()) {
      EXPECT_GE(number->currency.data(), c.cell.data()) << "a view into the cell";
      EXPECT_LT(number->currency.data(), c.cell.data() + c.cell.size()) << c.cell;
    }
  }
}

struct Refused {
  std::string_view cell;
  char decimal;
  const char* rule;
};

constexpr Refused kRefused[] = {
    {"", '.', "no digit"},
    {"-", '.', "no digit"},
    {".", '.', "no digit"},
    {"$", '.', "no digit"},
    {"%", '.', "no digit"},
    {"()", '.', "no digit"},
    {"abc", '.', "no number"},
    {"Pro 10", '.', "Pro is no currency"},
    {"10 seats", '.', "seats is no currency"},
    {"USDX 5", '.', "a code is a whole word"},
    {"Usd 5", '.', "codes are all capitals or all lower case"},
    {"5¢", '.', "a minor unit"},
    {"1,23,4", '.', "last group of one"},
    {"1,23", '.', "last group of two"},
    {"1234,567", '.', "first group of four"},
    {"12345,678", '.', "first group of five"},
    {"1,2345", '.', "last group of four"},
    {"123,45,678", '.', "Indian groups start with one or two digits"},
    {"1,234,56,789", '.', "threes and twos mixed"},
    {"0,500", '.', "a grouped number starts with no zero"},
    {"0.123", ',', "a grouped number starts with no zero"},
    {"1.23.456", ',', "Indian grouping has commas"},
    {"1,,234", '.', "empty group"},
    {",234", '.', "empty group"},
    {"1,234,", '.', "empty group"},
    {"1 234,567", '.', "two group signs"},
    {"1.234.567", '.', "two decimal signs"},
    {"1,5", '.', "group of one"},
    {"1.5", ',', "group of one"},
    {"1,234.567,8", '.', "grouping after the decimal sign"},
    {"1,234E3", '.', "exponent after grouping"},
    {"1E", '.', "no exponent"},
    {"1E+", '.', "no exponent"},
    {"E5", '.', "no digit before the exponent"},
    {"1E2.5", '.', "exponent is whole"},
    {"1E0000000000000000001", '.', "exponent too long to hold"},
    {"--5", '.', "two signs"},
    {"-5-", '.', "two signs"},
    {"-(5)", '.', "sign and brackets"},
    {"(-5)", '.', "sign and brackets"},
    {"(5", '.', "bracket left open"},
    {"5)", '.', "bracket never opened"},
    {"5%%", '.', "two percent signs"},
    {"$5%", '.', "currency and percent"},
    {"$5€", '.', "two currencies"},
    {"USD 5 EUR", '.', "two currencies"},
    {"0x10", '.', "hexadecimal"},
    {"Infinity", '.', "no number"},
    {"nan", '.', "no number"},
    {"1e999", '.', "too large"},
    {"9223372036854.775808", '.', "too large by one"},
    {"9223372036854.7758075", '.', "too large when rounded"},
    {"10000000000000", '.', "too large"},
    {"2024-01-03", '.', "a date"},
    {"3/4", '.', "a fraction"},
    {"10:30", '.', "a time"},
    {"12 34 567", '.', "Indian grouping has commas"},
    {"5 000 00", '.', "last group of two"},
    {"٣", '.', "other digits"},
};

TEST(Number, Refuses) {
  for (const Refused& c : kRefused)
    EXPECT_FALSE(readNumber(c.cell, {c.decimal})) << c.cell << ": " << c.rule;
}

TEST(Number, AMillionDigits) {
  const std::string zeros(1 << 20, '0');
  EXPECT_EQ(readNumber("0." + zeros + "1", {'.'})->millionths, 0);
  EXPECT_EQ(readNumber(zeros + "7", {'.'})->millionths, 7'000'000);
  EXPECT_EQ(readNumber("0." + zeros + "1E1048577", {'.'})->millionths, 1'000'000);
  EXPECT_FALSE(readNumber("1" + zeros, {'.'}));
}

TEST(Number, ReadsNothingBehindTheCell) {
  for (const Accepted& c : kAccepted)
    for (size_t bytes = 0; bytes < c.cell.size(); bytes++) {
      const std::vector<char> alone(c.cell.begin(), c.cell.begin() + static_cast<long>(bytes));
      const auto inside = readNumber(c.cell.substr(0, bytes), {c.decimal});
      const auto exact = readNumber({alone.data(), bytes}, {c.decimal});
      ASSERT_EQ(inside.has_value(), exact.has_value()) << c.cell.substr(0, bytes);
      if (exact) {
        ASSERT_EQ(inside->millionths, exact->millionths) << c.cell.substr(0, bytes);
      }
    }
}

struct DecideCase {
  std::vector<std::string_view> cells;
  char decimal;
  uint64_t fitting;
  bool ambiguous;
};

TEST(Number, DecidesByColumn) {
  const DecideCase cases[] = {
      {{}, '.', 0, false},
      {{"1", "2", "30"}, '.', 3, false},
      {{"1.5", "1.25"}, '.', 2, false},
      {{"1,5", "1,25"}, ',', 2, false},
      {{"1.234", "2.345"}, ',', 2, true},  // thousands: the larger amounts
      {{"1,234", "2,345"}, '.', 2, true},
      {{"1.000", "3.500", "99"}, ',', 3, true},
      {{"-1.000", "€ 3.500"}, ',', 2, true},
      {{"1.000", "3,500"}, '.', 2, true},
      {{"1.000", "2.000", "3,500"}, ',', 3, true},
      {{"1.000", "0.125"}, '.', 2, false},
      {{"1.000", "1000.125"}, '.', 2, false},
      {{"1.234", "1,5"}, ',', 2, false},
      {{"1.234", "1.5"}, '.', 2, false},
      {{"1.5", "1,5"}, '.', 1, false},
      {{"0.500", "1"}, '.', 2, false},
      {{"0,500", "1"}, ',', 2, false},
      {{"1.234,50", "x", "7"}, ',', 2, false},
      {{"x"}, '.', 0, false},
  };
  for (const DecideCase& c : cases) {
    NumberEvidence evidence;
    for (std::string_view cell : c.cells) evidence.add(cell);
    const auto decision = evidence.decide();
    const std::string_view first = c.cells.empty() ? "(none)" : c.cells.front();
    EXPECT_EQ(decision.format.decimal, c.decimal) << first;
    EXPECT_EQ(decision.fitting, c.fitting) << first;
    EXPECT_EQ(decision.values, c.cells.size()) << first;
    EXPECT_EQ(decision.ambiguous, c.ambiguous) << first;
  }
}

std::string randomNumber(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {"0", "1", "23", "456", ".", ",", ".234", ",567",
                                                 "-", " ", "$",  "%",   "(", ")", "E2",   "€"};
  std::string cell;
  const size_t pieces = 1 + random() % 4;
  for (size_t i = 0; i < pieces; i++) {
    const bool digitsOnly = random() % 3 != 0;
    cell += kPieces[random() % (digitsOnly ? 8 : std::size(kPieces))];
  }
  return cell;
}

// A fixed seed and no library distribution: the same cells everywhere.
TEST(NumberColumn, VerdictIsThatOfTheEvidenceOfAllValues) {
  std::mt19937 random(20240401);
  for (int round = 0; round < 4000; round++) {
    NumberColumn point({'.'}), comma({','});
    NumberEvidence evidence, odd, even, handed;
    for (auto i = random() % 6; i-- > 0;) {
      const std::string cell = randomNumber(random);
      evidence.add(cell);
      (i % 2 == 0 ? even : odd).add(cell);
      for (NumberColumn* column : {&point, &comma}) {
        const auto read = column->read(cell);
        const auto expected = readNumber(cell, column->format());
        ASSERT_EQ(read.has_value(), expected.has_value()) << cell;
        if (read) {
          ASSERT_EQ(read->millionths, expected->millionths) << cell;
        }
      }
    }
    odd.add(even);
    FlatWriter written;
    odd.write(written);
    FlatReader reader(written.bytes());
    handed.addWritten(reader);
    const auto all = evidence.decide();
    for (const auto& verdict : {point.verdict(), comma.verdict(), odd.decide(), handed.decide()}) {
      ASSERT_EQ(verdict.format.decimal, all.format.decimal);
      ASSERT_EQ(verdict.fitting, all.fitting);
      ASSERT_EQ(verdict.values, all.values);
      ASSERT_EQ(verdict.ambiguous, all.ambiguous);
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
