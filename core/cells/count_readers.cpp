// The formats that count from an epoch: Unix seconds and milliseconds, and spreadsheet serials.
#include "core/cells/date_parts.h"
#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

// 1990-01-01 to 2100-12-31, the years in which a plain number is believed to be an instant.
constexpr int64_t kFirstUnixSecond = 631'152'000;
constexpr int64_t kEndUnixSecond = 4'133'980'800;

constexpr int64_t kFirstSerial = 20'000;   // 1954-10-03
constexpr int64_t kLastSerial = 80'000;    // 2119-01-11
constexpr int64_t kSerialEpoch = -25'569;  // 1899-12-30

/// A number of digits and nothing else. The cell is short enough for 18 digits.
bool readWhole(std::string_view cell, int64_t& value) {
  Scan scan(cell);
  return cell.size() <= 18 && scan.digits(value) > 0 && scan.atEnd();
}

bool readUnix(std::string_view cell, int64_t unitsPerSecond, DateReading& out) {
  int64_t value = 0;
  if (!readWhole(cell, value)) return false;
  if (value < kFirstUnixSecond * unitsPerSecond || value >= kEndUnixSecond * unitsPerSecond)
    return false;
  out = {};
  out.micros = value * (kMicrosPerSecond / unitsPerSecond);
  out.absolute = out.hasTime = true;
  return true;
}

/// Seconds of a day from the digits of its fraction, to the nearest second; digits past the
/// twelfth are cut.
bool takeDayFraction(Scan& scan, int64_t& seconds) {
  int64_t fraction = 0, scale = 1;
  if (!isDigit(scan.peek())) return false;
  for (; isDigit(scan.peek()); scan.skip(1))
    if (scale < 1'000'000'000'000) {
      fraction = fraction * 10 + (scan.peek() - '0');
      scale *= 10;
    }
  seconds = (fraction * 86'400 + scale / 2) / scale;
  return true;
}

}  // namespace

bool readUnixSeconds(std::string_view cell, DateReading& out) { return readUnix(cell, 1, out); }

bool readUnixMillis(std::string_view cell, DateReading& out) { return readUnix(cell, 1000, out); }

bool readSerial(std::string_view cell, DateReading& out) {
  Scan scan(cell);
  int64_t days = 0, seconds = 0;
  if (scan.digits(days) != 5 || days < kFirstSerial || days > kLastSerial) return false;
  out = {};
  if (scan.take('.') || scan.take(',')) {
    if (!takeDayFraction(scan, seconds)) return false;
    out.hasTime = seconds != 0;  // "45292.0" is a day
  }
  out.micros = (days + kSerialEpoch) * kMicrosPerDay + seconds * kMicrosPerSecond;
  return scan.atEnd();
}

}  // namespace upgrade_rate
