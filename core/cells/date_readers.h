// One reader per date format, for every way that format is written.
//
// The readers are disjoint by construction: a cell fits at most one of them, with the one exception
// of day-first and month-first. The count of a column's values relies on it (date_evidence.cpp),
// and a test holds it.
#pragma once

#include <cstdint>
#include <string_view>

namespace upgrade_rate {

/// What the other order of day and month makes of a date in numbers.
enum class OtherOrder : uint8_t {
  unfit,  ///< no such date, or the format has no other order
  same,   ///< the same date: 03/03/2024
  apart,  ///< another date: 01/02/2024
};

struct DateReading {
  int64_t micros = 0;     ///< since 1970-01-01T00:00, of the wall clock or, where absolute, of UTC
  bool absolute = false;  ///< an offset is written
  bool hasTime = false;   ///< a time of day is written
  bool dotted = false;    ///< numbers with full stops between them: 01.02.2024
  OtherOrder otherOrder = OtherOrder::unfit;
  uint8_t day = 0;       ///< of the month, where numbers stand for day and month; else 0
  uint8_t otherDay = 0;  ///< the same by the other order; 0 where that does not fit
};

// Each gives false, and leaves `out` in any state, where the cell does not fit.
bool readYearMonthDay(std::string_view cell, DateReading& out);
bool readDayMonthYear(std::string_view cell, DateReading& out);
bool readMonthDayYear(std::string_view cell, DateReading& out);
bool readDayMonthName(std::string_view cell, DateReading& out);
bool readMonthNameDay(std::string_view cell, DateReading& out);
bool readYearMonth(std::string_view cell, DateReading& out);
bool readMonthNameYear(std::string_view cell, DateReading& out);
bool readYearQuarter(std::string_view cell, DateReading& out);
bool readYearWeek(std::string_view cell, DateReading& out);
bool readYear(std::string_view cell, DateReading& out);
bool readUnixSeconds(std::string_view cell, DateReading& out);
bool readUnixMillis(std::string_view cell, DateReading& out);
bool readSerial(std::string_view cell, DateReading& out);

}  // namespace upgrade_rate
