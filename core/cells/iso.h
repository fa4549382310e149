// Instants, days and weeks as ISO 8601 writes them.
#pragma once

#include <cstdint>
#include <string>

namespace upgrade_rate {

/// "2024-04-01T00:00:00Z". The fraction only where it is not zero, without trailing zeros:
/// "2024-04-01T00:00:00.25Z". Years outside 0000 to 9999 as ECMAScript writes them: "+010000-…".
std::string isoInstant(int64_t microsUtc);

/// "2024-04-01" for days since 1970-01-01.
std::string isoDay(int64_t dayNumber);

/// A week starts on Monday and belongs to the year its Thursday is in.
struct IsoWeek {
  int32_t year;
  int week;  ///< 1 to 53
  bool operator==(const IsoWeek&) const = default;
};

IsoWeek isoWeek(int64_t dayNumber);
int64_t isoWeekMonday(int32_t year, int week);  ///< the day number; `week` is not checked
int isoWeeksInYear(int32_t year);               ///< 52 or 53

}  // namespace upgrade_rate
