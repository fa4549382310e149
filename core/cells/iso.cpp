// ISO weeks by the Thursday rule (ISO 8601): a week's Thursday decides its year, and 4 January is
// always in week 1.
#include "core/cells/iso.h"

#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

void appendPadded(std::string& out, int64_t value, int width) {
  const std::string digits = std::to_string(value);
  for (int i = static_cast<int>(digits.size()); i < width; i++) out += '0';
  out += digits;
}

}  // namespace

std::string isoDay(int64_t dayNumber) {
  const CivilDate date = civilDate(dayNumber);
  std::string out;
  if (date.year < 0) out += '-';
  if (date.year > 9999) out += '+';
  const bool fourDigits = date.year >= 0 && date.year <= 9999;
  appendPadded(out, date.year < 0 ? -int64_t{date.year} : date.year, fourDigits ? 4 : 6);
  out += '-';
  appendPadded(out, date.month, 2);
  out += '-';
  appendPadded(out, date.day, 2);
  return out;
}

std::string isoInstant(int64_t microsUtc) {
  const int64_t day = floorDivide(microsUtc, kMicrosPerDay);
  const int64_t micros = microsUtc - day * kMicrosPerDay;
  const int64_t seconds = micros / kMicrosPerSecond;
  std::string out = isoDay(day) + 'T';
  appendPadded(out, seconds / 3600, 2);
  out += ':';
  appendPadded(out, seconds / 60 % 60, 2);
  out += ':';
  appendPadded(out, seconds % 60, 2);
  if (const int64_t fraction = micros % kMicrosPerSecond; fraction != 0) {
    out += '.';
    appendPadded(out, fraction, 6);
    while (out.back() == '0') out.pop_back();
  }
  return out + 'Z';
}

IsoWeek isoWeek(int64_t dayNumber) {
  const int64_t thursday = dayNumber - weekday(dayNumber) + 4;
  const int32_t year = civilDate(thursday).year;
  return {year, static_cast<int>((thursday - upgrade_rate::dayNumber({year, 1, 1})) / 7) + 1};
}

int64_t isoWeekMonday(int32_t year, int week) {
  const int64_t inWeekOne = dayNumber({year, 1, 4});
  return inWeekOne - (weekday(inWeekOne) - 1) + 7 * (int64_t{week} - 1);
}

int isoWeeksInYear(int32_t year) {
  return static_cast<int>((isoWeekMonday(year + 1, 1) - isoWeekMonday(year, 1)) / 7);
}

}  // namespace upgrade_rate
