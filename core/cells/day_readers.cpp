// The formats that name a day: 2024-03-31, 31.03.2024, 03/31/2024, 31 Mar 2024, Mar 31, 2024.
// Not read: Chinese, Japanese and Korean date signs, Hijri and other calendars, ordinal dates
// (2024-091) and a year behind the time of day.
#include "core/cells/date_parts.h"
#include "core/cells/date_words.h"
#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

bool isCompactYear(int64_t year, int64_t monthDay) {
  return (year >= kFirstCompactYear && year <= kLastCompactYear) ||
         (year == 9999 && monthDay == 1231);
}

/// 20240331, 202403311000 and 20240331100000.
bool readCompact(Scan& scan, int64_t value, int digits, DateReading& out) {
  constexpr int64_t kClock[] = {1, 10'000, 1'000'000};  // what 8, 12 and 14 digits leave behind
  if (digits != 8 && digits != 12 && digits != 14) return false;
  const int64_t scale = kClock[digits == 8 ? 0 : digits == 12 ? 1 : 2];
  const int64_t date = value / scale;
  const DayParts parts{date / 10'000, date / 100 % 100, date % 100, 0};
  if (!isCompactYear(parts.year, date % 10'000)) return false;
  if (digits == 8) return finishDay(scan, parts, out);
  const int64_t clock = digits == 12 ? value % scale * 100 : value % scale;
  const int64_t hour = clock / 10'000, minute = clock / 100 % 100, second = clock % 100;
  if (hour > 23 || minute > 59 || second > 59) return false;
  DateReading offset;
  if (!finishDay(scan, parts, offset) || offset.hasTime) return false;
  out = offset;
  out.hasTime = true;
  out.micros += ((hour * 60 + minute) * 60 + second) * kMicrosPerSecond;
  return true;
}

/// "st" and the like behind a day.
void takeOrdinal(Scan& scan) {
  for (std::string_view ending : {"st", "nd", "rd", "th", "er"})
    if (takeWord(scan, ending)) return;
}

bool takeMonthAndDay(Scan& scan, DayParts& parts) {
  parts.month = takeMonthName(scan);
  if (parts.month == 0) return false;
  takeLooseSeparator(scan);
  return takeShortNumber(scan, parts.day);
}

OtherOrder otherOrder(const DayParts& parts) {
  if (parts.day > 12) return OtherOrder::unfit;
  const CivilDate swapped{static_cast<int32_t>(parts.year), static_cast<uint8_t>(parts.day),
                          static_cast<uint8_t>(parts.month)};
  if (parts.weekday != 0 && weekday(dayNumber(swapped)) != parts.weekday) return OtherOrder::unfit;
  return parts.day == parts.month ? OtherOrder::same : OtherOrder::apart;
}

bool readNumbers(std::string_view cell, bool dayFirst, DateReading& out) {
  Scan scan(cell);
  DayParts parts;
  parts.weekday = takeLeadingWeekday(scan);
  if (!takeShortNumber(scan, dayFirst ? parts.day : parts.month)) return false;
  const char separator = takeSeparator(scan);
  if (separator == 0 || !takeShortNumber(scan, dayFirst ? parts.month : parts.day)) return false;
  if (takeSeparator(scan) != separator || !takeYear(scan, parts.year)) return false;
  if (separator == '.') scan.take('.');
  if (!finishDay(scan, parts, out)) return false;
  out.dotted = separator == '.';
  out.otherOrder = otherOrder(parts);
  out.day = static_cast<uint8_t>(parts.day);
  out.otherDay = out.otherOrder == OtherOrder::unfit ? 0 : static_cast<uint8_t>(parts.month);
  return true;
}

}  // namespace

bool readYearMonthDay(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  DayParts parts;
  parts.weekday = takeLeadingWeekday(scan);
  const int digits = scan.digits(parts.year);
  if (digits != 4) return parts.weekday == 0 && readCompact(scan, parts.year, digits, out);
  const char separator = takeSeparator(scan);
  if (separator == 0) return false;
  if (isDigit(scan.peek())) {
    if (!takeShortNumber(scan, parts.month)) return false;
  } else {
    parts.month = takeMonthName(scan);
  }
  if (takeSeparator(scan) != separator || !takeShortNumber(scan, parts.day)) return false;
  if (separator == '.') scan.take('.');
  return finishDay(scan, parts, out);
}

bool readDayMonthYear(std::string_view cell, DateReading& out) {
  return readNumbers(cell, true, out);
}

bool readMonthDayYear(std::string_view cell, DateReading& out) {
  return readNumbers(cell, false, out);
}

bool readDayMonthName(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  DayParts parts;
  parts.weekday = takeLeadingWeekday(scan);
  if (!takeShortNumber(scan, parts.day)) return false;
  takeOrdinal(scan);
  takeLooseSeparator(scan);
  parts.month = takeMonthName(scan);
  if (parts.month == 0) return false;
  takeLooseSeparator(scan);
  const char* const year = scan.place();
  if (!takeYear(scan, parts.year)) return false;
  return finishDay(scan, parts, out, scan.place() - year == 4);
}

bool readMonthNameDay(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  DayParts parts;
  if (!takeMonthAndDay(scan, parts)) {  // "mar" is a month first and a French Tuesday second
    scan = Scan(cell);
    parts.weekday = takeLeadingWeekday(scan);
    if (parts.weekday == 0 || !takeMonthAndDay(scan, parts)) return false;
  }
  takeOrdinal(scan);
  takeLooseSeparator(scan);
  return takeYear(scan, parts.year) && finishDay(scan, parts, out);
}

}  // namespace upgrade_rate
