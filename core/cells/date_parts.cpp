#include "core/cells/date_parts.h"

#include "core/cells/date_words.h"
#include "core/cells/time.h"

namespace upgrade_rate {

bool takeFourDigitYear(Scan& scan, int64_t& year) { return scan.digits(year) == 4 && year > 0; }

bool takeYear(Scan& scan, int64_t& year) {
  const int digits = scan.digits(year);
  if (digits == 2) year += year < 70 ? 2000 : 1900;
  return (digits == 2 || digits == 4) && year > 0;
}

char takeSeparator(Scan& scan) {
  const bool spaces = scan.spaces();
  const char sign = scan.peek();
  if (sign != '-' && sign != '.' && sign != '/') return spaces ? ' ' : '\0';
  scan.skip(1);
  scan.spaces();
  return sign;
}

void takeLooseSeparator(Scan& scan) {
  takeSeparator(scan);
  scan.take(',');
  scan.spaces();
  if (takeWord(scan, "of") || takeWord(scan, "de")) scan.spaces();
}

int takeLeadingWeekday(Scan& scan) {
  if (isDigit(scan.peek())) return 0;
  Scan ahead = scan;
  const int weekday = takeWeekdayName(ahead);
  if (weekday == 0) return 0;
  ahead.spaces();
  scan = ahead;
  return weekday;
}

bool finishDay(Scan& scan, const DayParts& parts, DateReading& out, bool afterColon) {
  if (parts.month > 12 || parts.day > 31) return false;
  const int32_t year = static_cast<int32_t>(parts.year);
  if (!isCivilDate(year, static_cast<int32_t>(parts.month), static_cast<int32_t>(parts.day)))
    return false;
  const int64_t day =
      dayNumber({year, static_cast<uint8_t>(parts.month), static_cast<uint8_t>(parts.day)});
  if (parts.weekday != 0 && parts.weekday != weekday(day)) return false;
  ClockReading clock;
  if (!takeClock(scan, clock, afterColon)) return false;
  out.micros = day * kMicrosPerDay + clock.micros - clock.offsetSeconds * kMicrosPerSecond;
  out.absolute = clock.absolute;
  out.hasTime = clock.hasTime;
  return true;
}

bool finishSpan(const Scan& scan, int64_t dayNumber, DateReading& out) {
  if (!scan.atEnd()) return false;
  out = {};
  out.micros = dayNumber * kMicrosPerDay;
  return true;
}

}  // namespace upgrade_rate
