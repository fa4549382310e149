// The formats that name a month, quarter, week or year, each read as its first day: 2024-03,
// Mar 2024, Q3 2024, 2024-W07, 2024.
#include "core/cells/date_parts.h"
#include "core/cells/date_words.h"
#include "core/cells/iso.h"
#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

bool finishMonth(const Scan& scan, int64_t year, int64_t month, DateReading& out) {
  if (month < 1 || month > 12 || year > 9999) return false;
  return finishSpan(scan, dayNumber({static_cast<int32_t>(year), static_cast<uint8_t>(month), 1}),
                    out);
}

/// "'24" and "2024".
bool takeMarkedYear(Scan& scan, int64_t& year) {
  if (!scan.take('\'')) scan.take("\u2019");
  return takeYear(scan, year);
}

bool takeQuarterLetter(Scan& scan) { return scan.take('Q') || scan.take('q') || scan.take('T'); }

/// 1 to 4; only one digit is taken, so that "Q12024" is the first quarter.
bool takeQuarterDigit(Scan& scan, int64_t& quarter) {
  if (scan.peek() < '1' || scan.peek() > '4') return false;
  quarter = scan.peek() - '0';
  scan.skip(1);
  return true;
}

bool takeWeekWord(Scan& scan) {
  for (std::string_view word : {"w", "kw", "cw", "week"})
    if (takeWord(scan, word)) return scan.spaces(), true;
  return false;
}

}  // namespace

bool readYearMonth(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  int64_t year = 0, month = 0;
  const int digits = scan.digits(year);
  if (digits == 6) {
    const bool plausible = year / 100 >= kFirstCompactYear && year / 100 <= kLastCompactYear;
    return plausible && finishMonth(scan, year / 100, year % 100, out);
  }
  const char separator = takeSeparator(scan);
  if (digits == 4 && year > 0) {
    const bool letter = scan.take('M') || scan.take('m');
    if (separator == 0 && !letter) return false;
    return takeShortNumber(scan, month) && finishMonth(scan, year, month, out);
  }
  month = year;  // 03/2024
  if ((digits != 1 && digits != 2) || separator == 0) return false;
  return takeFourDigitYear(scan, year) && finishMonth(scan, year, month, out);
}

bool readMonthNameYear(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  int64_t year = 0;
  if (isDigit(scan.peek())) {
    if (!takeFourDigitYear(scan, year)) return false;
    takeLooseSeparator(scan);
    return finishMonth(scan, year, takeMonthName(scan), out);
  }
  const int month = takeMonthName(scan);
  if (month == 0) return false;
  takeLooseSeparator(scan);
  return takeMarkedYear(scan, year) && finishMonth(scan, year, month, out);
}

bool readYearQuarter(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  int64_t year = 0, quarter = 0;
  if (takeQuarterLetter(scan)) {  // Q3 2024
    if (!takeQuarterDigit(scan, quarter)) return false;
    takeLooseSeparator(scan);
    if (!takeMarkedYear(scan, year)) return false;
  } else if (cell.size() > 1 && !isDigit(cell[1])) {  // 3Q24
    if (!takeQuarterDigit(scan, quarter) || !takeQuarterLetter(scan)) return false;
    takeLooseSeparator(scan);
    if (!takeMarkedYear(scan, year)) return false;
  } else {  // 2024-Q3
    if (!takeFourDigitYear(scan, year)) return false;
    takeLooseSeparator(scan);
    if (!takeQuarterLetter(scan) || !takeQuarterDigit(scan, quarter)) return false;
  }
  return finishMonth(scan, year, quarter * 3 - 2, out);
}

bool readYearWeek(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  int64_t year = 0, week = 0;
  if (takeWeekWord(scan)) {  // KW 7/2024
    if (!takeShortNumber(scan, week) || takeSeparator(scan) == 0) return false;
    if (!takeFourDigitYear(scan, year)) return false;
  } else {
    if (!takeFourDigitYear(scan, year)) return false;
    takeSeparator(scan);
    if (!takeWeekWord(scan) || !takeShortNumber(scan, week)) return false;
  }
  const int32_t isoYear = static_cast<int32_t>(year);
  if (!scan.atEnd() || week < 1 || week > isoWeeksInYear(isoYear)) return false;
  return finishSpan(scan, isoWeekMonday(isoYear, static_cast<int>(week)), out);
}

bool readYear(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  int64_t year = 0;
  if (cell.size() != 4 || !takeFourDigitYear(scan, year)) return false;
  if (year < kFirstCompactYear || year > kLastCompactYear) return false;
  return finishMonth(scan, year, 1, out);
}

}  // namespace upgrade_rate
