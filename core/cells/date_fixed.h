// Dates in the forms programs write, with every digit at a fixed place: YYYY-MM-DD and DD/MM/YYYY
// (any of - . /), alone or followed by T or a space and HH:MM or HH:MM:SS[.fraction] with
// or without an offset.
//
// Method: eight characters are read as one 64-bit integer and checked and turned into numbers all
// at once (SWAR, SIMD within a register; Daniel Lemire, "Parsing 8-bit digits quickly",
// lemire.me/blog 2022). Anything unusual is left to the readers that take one character at a time.
#pragma once

#include "core/cells/clock.h"
#include "core/cells/date_readers.h"
#include "core/cells/time.h"

namespace upgrade_rate {

/// Little-endian on every machine; compilers make it one load.
inline uint64_t eightBytes(const char* p) {
  uint64_t value = 0;
  for (int i = 0; i < 8; i++) value |= uint64_t{static_cast<uint8_t>(p[i])} << (8 * i);
  return value;
}

/// Eight characters without what is expected of them: digits are 0 to 9 and other bytes 0.
/// `room` holds what a byte may be short of 16: 6 for a digit, 15 for any other.
inline bool fitsFixed(uint64_t bytes, uint64_t room) {
  return ((bytes | (bytes + room)) & 0xF0F0F0F0F0F0F0F0) == 0;
}

/// In every byte the two-digit number that starts there.
inline uint64_t pairs(uint64_t digits) { return digits * 10 + (digits >> 8); }

inline int byteAt(uint64_t bytes, int i) { return static_cast<int>(bytes >> (8 * i) & 0xFF); }

/// "ab?cd?ef" with the signs `first` and `second`.
struct ThreePairs {
  int a, b, c;
};
inline bool readThreePairs(const char* p, char first, char second, ThreePairs& out) {
  const uint64_t signs =
      uint64_t{static_cast<uint8_t>(first)} << 16 | uint64_t{static_cast<uint8_t>(second)} << 40;
  const uint64_t digits = eightBytes(p) ^ (0x3030003030003030 | signs);
  if (!fitsFixed(digits, 0x06060F06060F0606)) return false;
  const uint64_t numbers = pairs(digits);
  out = {byteAt(numbers, 0), byteAt(numbers, 3), byteAt(numbers, 6)};
  return true;
}

inline bool readTwoDigits(const char* p, int& value) {
  const int tens = p[0] - '0', ones = p[1] - '0';
  value = tens * 10 + ones;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
}

struct FixedDay {
  int year, month, day;
};

inline bool isDateSign(char c) { return c == '-' || c == '/' || c == '.'; }

inline bool readFixedYearFirst(const char* p, FixedDay& out) {
  const uint64_t sign = static_cast<uint8_t>(p[4]);
  const uint64_t digits = eightBytes(p) ^ (0x0030300030303030 | sign << 32 | sign << 56);
  if (!fitsFixed(digits, 0x0F06060F06060606) || !isDateSign(p[4])) return false;
  const uint64_t numbers = pairs(digits);
  out.year = byteAt(numbers, 0) * 100 + byteAt(numbers, 2);
  out.month = byteAt(numbers, 5);
  return readTwoDigits(p + 8, out.day);
}

inline bool readFixedYearLast(const char* p, bool dayFirst, FixedDay& out) {
  ThreePairs parts;
  int yearEnd;
  if (!readThreePairs(p, p[2], p[2], parts) || !isDateSign(p[2])) return false;
  if (!readTwoDigits(p + 8, yearEnd)) return false;
  out = {parts.c * 100 + yearEnd, dayFirst ? parts.b : parts.a, dayFirst ? parts.a : parts.b};
  return true;
}

/// " UTC" and "+01:00" behind a time.
inline bool readFixedOffset(std::string_view rest, DateReading& out) {
  Scan scan(rest);
  ClockReading offset;
  scan.spaces();
  if (!takeOffset(scan, offset)) return false;
  out.absolute = true;
  out.micros -= offset.offsetSeconds * kMicrosPerSecond;
  return scan.atEnd();
}

/// What follows the ten characters of a fixed day.
inline bool readFixedClock(std::string_view cell, DateReading& out) {
  const char* const p = cell.data();
  if (cell.size() < 16 || (p[10] != 'T' && p[10] != ' ')) return false;
  out.hasTime = true;
  ThreePairs time;
  if (cell.size() == 16) {  // "DD?HH:MM" ends the cell; the first pair is the day or the year's end
    if (!readThreePairs(p + 8, p[10], ':', time)) return false;
    out.micros = (time.b * 60 + time.c) * 60 * kMicrosPerSecond;
    return time.b < 24 && time.c < 60;
  }
  if (cell.size() < 19 || !readThreePairs(p + 11, ':', ':', time)) return false;
  if (time.a > 23 || time.b > 59 || time.c > 59) return false;
  out.micros = ((time.a * 60 + time.b) * 60 + time.c) * kMicrosPerSecond;
  size_t at = 19;
  if (at < cell.size() && p[at] == '.') {
    const size_t begin = ++at;
    int64_t unit = kMicrosPerSecond / 10;
    for (; at < cell.size() && static_cast<uint8_t>(p[at] - '0') <= 9; at++, unit /= 10)
      out.micros += (p[at] - '0') * unit;
    if (at == begin) return false;
  }
  if (at == cell.size()) return true;
  out.absolute = at + 1 == cell.size() && p[at] == 'Z';
  return out.absolute || readFixedOffset(cell.substr(at), out);
}

/// False: not in a fixed form, or not a date; the full readers decide.
inline bool readFixed(std::string_view cell, const FixedDay& day, DateReading& out) {
  if (!isCivilDate(day.year, day.month, day.day)) return false;
  if (cell.size() > 10 && !readFixedClock(cell, out)) return false;
  out.micros += kMicrosPerDay * dayNumber({day.year, static_cast<uint8_t>(day.month),
                                           static_cast<uint8_t>(day.day)});
  return true;
}

}  // namespace upgrade_rate
