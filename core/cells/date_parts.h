// The pieces date readers share: years, separators, and a day with what follows it.
#pragma once

#include "core/cells/clock.h"
#include "core/cells/date_readers.h"
#include "core/cells/scan.h"

namespace upgrade_rate {

// Digits without separators are dates only in these years (and 99991231, the "never" of SAP):
// other numbers of eight or six digits are too common.
constexpr int64_t kFirstCompactYear = 1900;
constexpr int64_t kLastCompactYear = 2200;

/// One or two digits.
inline bool takeShortNumber(Scan& scan, int64_t& value) {
  const int digits = scan.digits(value);
  return digits == 1 || digits == 2;
}

/// Four digits as they are; two digits are 1970 to 2069.
bool takeYear(Scan& scan, int64_t& year);
bool takeFourDigitYear(Scan& scan, int64_t& year);

/// One of - . / with spaces around it, or spaces alone. Gives the sign, ' ' or 0 for none.
char takeSeparator(Scan& scan);

/// What may stand beside a month's name: nothing, spaces, one of - . / , and the word of or de.
void takeLooseSeparator(Scan& scan);

/// Takes a week day before a date: 1 to 7, or 0 for none.
int takeLeadingWeekday(Scan& scan);

/// A day as written; `weekday` 0 where none is.
struct DayParts {
  int64_t year = 0, month = 0, day = 0;
  int weekday = 0;
};

/// Takes the rest of the cell after a day. False where there is no such day, it falls on another
/// week day than the one written, or the rest is no time (see takeClock for `afterColon`).
bool finishDay(Scan& scan, const DayParts& parts, DateReading& out, bool afterColon = false);

/// A first day of something longer, with nothing after it.
bool finishSpan(const Scan& scan, int64_t dayNumber, DateReading& out);

}  // namespace upgrade_rate
