#include "core/input/totals.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

namespace upgrade_rate {
namespace {

int64_t day(int32_t year, int month, int dayOfMonth) {
  return dayNumber({year, static_cast<uint8_t>(month), static_cast<uint8_t>(dayOfMonth)});
}

Totals ofDays(DateSpan span, const std::vector<int64_t>& days) {
  Totals totals;
  totals.span = span;
  for (const int64_t each : days) totals.rows.push_back({each, 10, 1, 0, 0});
  return totals;
}

struct SpanCase {
  const char* name;
  std::vector<int64_t> days;
  std::optional<DateSpan> span;
};

const SpanCase kSpans[] = {
    {"firsts of months", {day(2024, 1, 1), day(2024, 2, 1)}, DateSpan::month},
    {"one first", {day(2024, 1, 1)}, DateSpan::month},
    {"lasts of months", {day(2024, 1, 31), day(2024, 2, 29)}, DateSpan::month},
    {"firsts of quarters", {day(2024, 1, 1), day(2024, 4, 1)}, DateSpan::quarter},
    {"three months apart, but from February", {day(2024, 2, 1), day(2024, 5, 1)}, DateSpan::month},
    {"firsts of years", {day(2023, 1, 1), day(2024, 1, 1)}, DateSpan::year},
    {"twelve months apart, but from April", {day(2023, 4, 1), day(2024, 4, 1)}, DateSpan::quarter},
    {"a gap of six months", {day(2024, 1, 1), day(2024, 7, 1)}, DateSpan::quarter},
    {"Mondays", {day(2024, 1, 1), day(2024, 1, 8), day(2024, 1, 22)}, DateSpan::week},
    {"in any order, twice", {day(2024, 2, 1), day(2024, 1, 1), day(2024, 2, 1)}, DateSpan::month},
    {"days of no known length", {day(2024, 1, 3), day(2024, 1, 5)}, std::nullopt},
    {"one day in a month", {day(2024, 1, 3)}, std::nullopt},
    {"before 1970", {day(1969, 11, 1), day(1969, 12, 1)}, DateSpan::month},
};

TEST(PeriodSpan, FollowsTheSpacingOfPlainDays) {
  for (const SpanCase& c : kSpans) {
    EXPECT_EQ(periodSpan(ofDays(DateSpan::day, c.days)), c.span) << c.name;
  }
}

TEST(PeriodSpan, IsWhatTheCellsSay) {
  EXPECT_EQ(periodSpan(ofDays(DateSpan::quarter, {day(2024, 1, 1), day(2024, 2, 1)})),
            DateSpan::quarter);
  EXPECT_EQ(periodSpan(ofDays(DateSpan::week, {day(2024, 1, 1)})), DateSpan::week);
  Totals undated;
  undated.rows.push_back({std::nullopt, 10, 1, 0, 0});
  EXPECT_EQ(periodSpan(undated), DateSpan::instant) << "two numbers";
}

TEST(PeriodDays, AreHalfOpen) {
  const int64_t inside = day(2024, 2, 15);
  const auto expect = [&](DateSpan span, int64_t begin, int64_t end) {
    const DayRange range = periodDays(inside, span);
    EXPECT_EQ(range.begin, begin);
    EXPECT_EQ(range.end, end);
  };
  expect(DateSpan::month, day(2024, 2, 1), day(2024, 3, 1));
  expect(DateSpan::quarter, day(2024, 1, 1), day(2024, 4, 1));
  expect(DateSpan::year, day(2024, 1, 1), day(2025, 1, 1));
  expect(DateSpan::week, inside, inside + 7);
  expect(DateSpan::day, inside, inside + 1);
  EXPECT_EQ(periodDays(day(1969, 12, 31), DateSpan::month).begin, day(1969, 12, 1));
  EXPECT_EQ(periodDays(day(2024, 12, 31), DateSpan::month).end, day(2025, 1, 1));
}

struct CountCase {
  std::string_view text;
  std::optional<int64_t> count;
};

constexpr CountCase kCounts[] = {
    {"0", 0},
    {"38", 38},
    {"1,204", 1204},
    {"1.204", 1204},
    {"1.000", 1000},
    {"2,000", 2000},
    {"1 204", 1204},
    {"1204.0", 1204},
    {"1204,00", 1204},
    {"12.5", std::nullopt},
    {"-1", std::nullopt},
    {"3%", std::nullopt},
    {"many", std::nullopt},
    {"", std::nullopt},
};

TEST(ReadCount, TakesWholeNumbersInEitherGrouping) {
  for (const CountCase& c : kCounts) EXPECT_EQ(readCount(c.text), c.count) << c.text;
}

}  // namespace
}  // namespace upgrade_rate
