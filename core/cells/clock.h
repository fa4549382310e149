// The time of day behind a date, and the offset behind the time.
#pragma once

#include <cstdint>

#include "core/cells/scan.h"

namespace upgrade_rate {

/// What follows the date part of a cell.
struct ClockReading {
  int64_t micros = 0;     ///< since midnight of the wall clock; 24:00 is a whole day
  bool hasTime = false;   ///< a time of day is written
  bool absolute = false;  ///< an offset is written
  int32_t offsetSeconds = 0;
};

/// Takes the rest of a cell after its date: nothing, a time, an offset, or a time with an offset.
/// False when the rest is anything else.
///
/// A time is introduced by T, spaces, a comma, or the word at, um or à; with `afterColon` by a
/// colon as in web server logs. It is H:MM[:SS[.fraction]] (also with full stops: 10.05.30), H:MM
/// AM, H AM, 10h05, 10:05 Uhr; after T also HH, HHMM and HHMMSS. Digits past the microsecond are
/// cut. 24:00 is the end of the day. A leap second (:60 in minute 59) reads as the last microsecond
/// before it, so that it stays in its day and after the second before.
///
/// An offset is (directly behind a date only with a colon or a name) Z, UTC, GMT, UTC+2, ±hh, ±hhmm
/// or ±hh:mm, up to 15:59; what then follows in brackets, or a zone's abbreviation after digits
/// ("+0100 CET"), only repeats it. Other zone abbreviations, and a zone in brackets alone, are
/// refused: which offset they mean is a guess.
bool takeClock(Scan& scan, ClockReading& clock, bool afterColon = false);

/// Takes an offset and whatever repeats it, up to the end of the cell.
bool takeOffset(Scan& scan, ClockReading& clock);

}  // namespace upgrade_rate
