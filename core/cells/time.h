// Calendar arithmetic on plain integers, and how an instant is kept until its zone is known.
//
// Proleptic Gregorian calendar. Days count from 1970-01-01 (day 0, a Thursday).
#pragma once

#include <cstdint>

namespace upgrade_rate {

constexpr int64_t kMicrosPerSecond = 1'000'000;
constexpr int64_t kMicrosPerDay = 86'400 * kMicrosPerSecond;

struct CivilDate {
  int32_t year;
  uint8_t month;  ///< 1 to 12
  uint8_t day;    ///< 1 to 31
  bool operator==(const CivilDate&) const = default;
};

constexpr int64_t dayNumber(CivilDate date);                           ///< days since 1970-01-01
CivilDate civilDate(int64_t day);                                      ///< inverse of dayNumber
constexpr bool isCivilDate(int32_t year, int32_t month, int32_t day);  ///< a date that exists
int weekday(int64_t day);  ///< ISO: 1 Monday to 7 Sunday

/// Calendar months as one running number: year * 12 + month - 1.
int64_t monthNumber(int64_t day);
int64_t monthStartDay(int64_t monthNumber);

/// Division that rounds down, also below zero.
constexpr int64_t floorDivide(int64_t value, int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

/// A date or timestamp as a cell gives it, to the microsecond (further digits are cut).
/// `civil`: wall-clock time without an offset, to be placed by the report's time zone.
/// Not civil: an absolute instant, in UTC. Packed into 8 bytes, since one is kept per row.
class CellTime {
 public:
  constexpr CellTime() = default;
  constexpr CellTime(int64_t micros, bool civil) : packed_(micros * 2 + (civil ? 1 : 0)) {}
  int64_t micros() const { return packed_ >> 1; }  ///< since 1970-01-01T00:00, of wall clock or UTC
  bool civil() const { return packed_ & 1; }
  bool operator==(const CellTime&) const = default;

 private:
  int64_t packed_ = 0;
};

namespace time_detail {

constexpr int64_t kDaysPerEra = 146'097;
constexpr int64_t kDaysToEpoch = 719'468;  // from 0000-03-01 to 1970-01-01

constexpr uint8_t kDaysInMonth[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

constexpr bool isLeapYear(int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}  // namespace time_detail

// Here for the speed of reading dates; the method stands in core/cells/time.cpp.
constexpr int64_t dayNumber(CivilDate date) {
  const int32_t year = date.year - (date.month <= 2 ? 1 : 0);
  const int32_t era = (year >= 0 ? year : year - 399) / 400;
  const uint32_t yearOfEra = static_cast<uint32_t>(year - era * 400);
  const uint32_t monthFromMarch = date.month > 2 ? date.month - 3u : date.month + 9u;
  const uint32_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
  const uint32_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * time_detail::kDaysPerEra + dayOfEra - time_detail::kDaysToEpoch;
}

constexpr bool isCivilDate(int32_t year, int32_t month, int32_t day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  if (month == 2 && time_detail::isLeapYear(year)) return day <= 29;
  return day <= time_detail::kDaysInMonth[month - 1];
}

}  // namespace upgrade_rate
