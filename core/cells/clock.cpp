#include "core/cells/clock.h"

#include "core/cells/date_words.h"
#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

constexpr int64_t kLeapSecond = 60;

/// The parts of a time as they are written.
struct Parts {
  int64_t hour = 0, minute = 0, second = 0, micros = 0;
  bool meridiem = false, afternoon = false;
};

enum class Intro : uint8_t { none, letterT, other };

Intro takeIntro(Scan& scan, bool afterColon) {
  if (scan.take('T') || scan.take('t')) return Intro::letterT;
  if (afterColon && scan.take(':')) return Intro::other;
  const bool comma = scan.take(',');
  const bool spaces = scan.spaces();
  if (!comma && !spaces) return Intro::none;
  const bool word = takeWord(scan, "at") || takeWord(scan, "um") || scan.take("à");
  if (word && !scan.spaces()) return Intro::none;
  return Intro::other;
}

bool takeTwoDigits(Scan& scan, int64_t& value) { return scan.digits(value) == 2; }

/// Microseconds from a fraction of any length; further digits are cut.
bool takeFraction(Scan& scan, int64_t& micros) {
  if (!scan.take('.') && !scan.take(',')) return true;
  int digits = 0;
  micros = 0;
  for (; isDigit(scan.peek()); scan.skip(1), digits++)
    if (digits < 6) micros = micros * 10 + (scan.peek() - '0');
  for (int i = digits; i < 6; i++) micros *= 10;
  return digits > 0;
}

/// ":05[:30[.5]]", ".05[.30[.5]]" or "h05" behind an hour.
bool takeMinutes(Scan& scan, Parts& parts) {
  if (scan.take('h')) return takeTwoDigits(scan, parts.minute);
  const char sign = scan.peek();
  scan.skip(1);
  if (!takeTwoDigits(scan, parts.minute)) return false;
  if (!scan.take(sign)) return true;
  return takeTwoDigits(scan, parts.second) && takeFraction(scan, parts.micros);
}

/// HHMM and HHMMSS.
bool splitCompact(int digits, Parts& parts, Scan& scan) {
  const int64_t value = parts.hour;
  if (digits == 6) {
    parts = {value / 10'000, value / 100 % 100, value % 100};
    return takeFraction(scan, parts.micros);
  }
  parts = {value / 100, value % 100};
  return digits == 4;
}

void takeMeridiem(Scan& scan, Parts& parts) {
  Scan ahead = scan;
  ahead.spaces();
  const bool am = takeWord(ahead, "am") || ahead.take("a.m.") || ahead.take("A.M.");
  parts.afternoon = !am && (takeWord(ahead, "pm") || ahead.take("p.m.") || ahead.take("P.M."));
  parts.meridiem = am || parts.afternoon;
  if (!parts.meridiem && !takeWord(ahead, "uhr")) return;
  scan = ahead;
}

bool takeParts(Scan& scan, Intro intro, Parts& parts) {
  const int digits = scan.digits(parts.hour);
  if (digits == 0) return false;
  if (digits > 2) {
    if (intro != Intro::letterT || !splitCompact(digits, parts, scan)) return false;
  } else if (scan.peek() == ':' || scan.peek() == '.' || scan.peek() == 'h') {
    if (!takeMinutes(scan, parts)) return false;
  } else {
    takeMeridiem(scan, parts);
    return parts.meridiem || (intro == Intro::letterT && digits == 2);
  }
  takeMeridiem(scan, parts);
  return true;
}

bool weighParts(Parts parts, int64_t& micros) {
  if (parts.meridiem) {
    if (parts.hour < 1 || parts.hour > 12) return false;
    parts.hour = parts.hour % 12 + (parts.afternoon ? 12 : 0);
  }
  if (parts.second == kLeapSecond && parts.minute == 59) {
    parts.second = 59;
    parts.micros = kMicrosPerSecond - 1;
  }
  if (parts.hour > 24 || parts.minute > 59 || parts.second > 59) return false;
  micros = ((parts.hour * 60 + parts.minute) * 60 + parts.second) * kMicrosPerSecond + parts.micros;
  return micros <= kMicrosPerDay;
}

bool takeTime(Scan& scan, ClockReading& clock, bool afterColon) {
  const Intro intro = takeIntro(scan, afterColon);
  Parts parts;
  if (intro == Intro::none || !takeParts(scan, intro, parts)) return false;
  clock.hasTime = true;
  return weighParts(parts, clock.micros);
}

/// hh, hhmm, hh:mm; after a zone's name also h. `sign` is 1 or -1.
bool takeOffsetDigits(Scan& scan, int sign, bool afterName, ClockReading& clock) {
  int64_t hours, minutes = 0;
  const int digits = scan.digits(hours);
  if (digits == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else {
    const bool hoursFit = digits == 2 || (digits == 1 && afterName);
    if (!hoursFit || (scan.take(':') && !takeTwoDigits(scan, minutes))) return false;
  }
  clock.offsetSeconds = sign * static_cast<int32_t>(hours * 3600 + minutes * 60);
  return hours <= 15 && minutes <= 59;
}

int takePlusMinus(Scan& scan) {
  if (scan.take('+')) return 1;
  return scan.take('-') || scan.take("\u2212") ? -1 : 0;
}

/// [Europe/Berlin] or (Central European Standard Time).
bool takeBrackets(Scan& scan) {
  const char close = scan.peek() == '[' ? ']' : scan.peek() == '(' ? ')' : '\0';
  if (close == 0) return false;
  const size_t end = scan.rest().find(close);
  if (end == std::string_view::npos) return false;
  scan.skip(end + 1);
  return true;
}

bool takeAbbreviation(Scan& scan) {
  size_t letters = 0;
  while (letters < scan.rest().size() && scan.rest()[letters] >= 'A' && scan.rest()[letters] <= 'Z')
    letters++;
  scan.skip(letters);
  return letters >= 3 && letters <= 5;
}

}  // namespace

bool takeOffset(Scan& scan, ClockReading& clock) {
  clock.absolute = true;
  clock.offsetSeconds = 0;
  const bool z = scan.take('Z') || scan.take('z');
  const bool name = !z && (takeWord(scan, "utc") || takeWord(scan, "gmt"));
  const int sign = z ? 0 : takePlusMinus(scan);
  if (!z && !name && sign == 0) return false;
  if (sign != 0 && !takeOffsetDigits(scan, sign, name, clock)) return false;
  if (scan.atEnd()) return true;
  const bool spaces = scan.spaces();
  const bool repeated = takeBrackets(scan) || (spaces && sign != 0 && takeAbbreviation(scan));
  return repeated && scan.atEnd();
}

bool takeClock(Scan& scan, ClockReading& clock, bool afterColon) {
  if (scan.atEnd()) return true;
  Scan ahead = scan;
  if (!takeTime(ahead, clock, afterColon)) {
    clock = {};
    ahead = scan;
  } else if (ahead.atEnd()) {
    scan = ahead;
    return true;
  }
  ahead.spaces();
  const bool sign = ahead.peek() == '+' || ahead.peek() == '-';
  if (!clock.hasTime && sign && ahead.rest().find(':') == std::string_view::npos) return false;
  if (!takeOffset(ahead, clock)) return false;
  scan = ahead;
  return true;
}

}  // namespace upgrade_rate
