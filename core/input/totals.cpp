#include "core/input/totals.h"

#include <algorithm>
#include <numeric>

#include "core/input/totals_counts.h"

namespace upgrade_rate {

namespace {

std::vector<int64_t> distinctDays(const Totals& totals) {
  std::vector<int64_t> days;
  for (const TotalsRow& row : totals.rows) {
    if (row.day) days.push_back(*row.day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// Month firsts that are 12 or 3 months apart are years or quarters; anything else is months.
DateSpan spanOfMonths(const std::vector<int64_t>& months) {
  int64_t step = 0;
  for (size_t i = 1; i < months.size(); ++i) step = std::gcd(step, months[i] - months[i - 1]);
  if (step == 0) return DateSpan::month;
  if (step % 12 == 0 && months[0] % 12 == 0) return DateSpan::year;
  if (step % 3 == 0 && months[0] % 3 == 0) return DateSpan::quarter;
  return DateSpan::month;
}

}  // namespace

std::optional<int64_t> readCount(std::string_view text) { return CountColumn().read(text); }

std::optional<DateSpan> periodSpan(const Totals& totals) {
  return periodSpan(totals.span, distinctDays(totals));
}

std::optional<DateSpan> periodSpan(DateSpan span, const std::vector<int64_t>& days) {
  if (span != DateSpan::day && span != DateSpan::instant) return span;
  if (days.empty()) return DateSpan::instant;
  const auto all = [&](auto&& test) { return std::all_of(days.begin(), days.end(), test); };
  const bool firsts = all([](int64_t day) { return civilDate(day).day == 1; });
  const bool lasts = all([](int64_t day) { return civilDate(day + 1).day == 1; });
  if (firsts || lasts) {
    std::vector<int64_t> months;
    months.reserve(days.size());
    for (const int64_t day : days) months.push_back(monthNumber(day));
    return firsts ? spanOfMonths(months) : DateSpan::month;
  }
  const bool weeks = all([&](int64_t day) { return (day - days[0]) % 7 == 0; });
  if (weeks && days.size() > 1) return DateSpan::week;
  return std::nullopt;
}

DayRange periodDays(int64_t day, DateSpan span) {
  const int64_t month = monthNumber(day);
  switch (span) {
    case DateSpan::week:
      return {day, day + 7};
    case DateSpan::month:
      return {monthStartDay(month), monthStartDay(month + 1)};
    case DateSpan::quarter:
      return {monthStartDay(month / 3 * 3), monthStartDay(month / 3 * 3 + 3)};
    case DateSpan::year:
      return {monthStartDay(month / 12 * 12), monthStartDay(month / 12 * 12 + 12)};
    case DateSpan::day:
    case DateSpan::instant:
      break;
  }
  return {day, day + 1};
}

}  // namespace upgrade_rate
