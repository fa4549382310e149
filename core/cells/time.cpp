// Days to dates and back by Howard Hinnant's `days_from_civil` and `civil_from_days`
// ("chrono-Compatible Low-Level Date Algorithms", howardhinnant.github.io/date_algorithms.html).
//
// The year is taken to start on 1 March, so that a leap day is its last day; 400 years (an era) are
// always 146,097 days. Integers only, no tables, no loops.
#include "core/cells/time.h"

namespace upgrade_rate {
CivilDate civilDate(int64_t day) {
  const int64_t shifted = day + time_detail::kDaysToEpoch;
  const int64_t era = (shifted >= 0 ? shifted : shifted - (time_detail::kDaysPerEra - 1)) /
                      time_detail::kDaysPerEra;
  const uint32_t dayOfEra = static_cast<uint32_t>(shifted - era * time_detail::kDaysPerEra);
  const uint32_t yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const uint32_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const uint32_t monthFromMarch = (5 * dayOfYear + 2) / 153;
  const uint32_t month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const int64_t year = static_cast<int64_t>(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<int32_t>(year), static_cast<uint8_t>(month),
          static_cast<uint8_t>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)};
}

int weekday(int64_t day) {
  const int64_t fromMonday = (day + 3) % 7;  // day 0 is a Thursday
  return static_cast<int>(fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1;
}

int64_t monthNumber(int64_t day) {
  const CivilDate date = civilDate(day);
  return int64_t{date.year} * 12 + date.month - 1;
}

int64_t monthStartDay(int64_t number) {
  const int64_t year = floorDivide(number, 12);
  return dayNumber({static_cast<int32_t>(year), static_cast<uint8_t>(number - year * 12 + 1), 1});
}

}  // namespace upgrade_rate
