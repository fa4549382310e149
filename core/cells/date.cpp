// The table of date formats, and the reading and counting by it.
//
// Counting without trying every format on every value rests on two facts: a cell fits at most one
// format besides the pair day-first and month-first (date_readers.h), and of that pair one reading
// tells what the other would be (`DateReading::otherOrder`). So a value that fits the column's
// format settles all counts, and the counts after the column are those of DateEvidence.
#include "core/cells/date.h"

#include <bit>

#include "core/bytes/digit.h"
#include "core/bytes/same_bytes.h"
#include "core/cells/date_fixed.h"
#include "core/cells/date_readers.h"

namespace upgrade_rate {
namespace {

struct FormatRow {
  std::string_view name;
  DateSpan span;
  bool (*read)(std::string_view cell, DateReading& out);
};

bool readNothing(std::string_view, DateReading&) { return false; }

// In the order of DateFormat.
constexpr FormatRow kFormats[kDateFormats] = {
    {"", DateSpan::instant, readNothing},
    {"Y-M-D", DateSpan::day, readYearMonthDay},
    {"D/M/Y", DateSpan::day, readDayMonthYear},
    {"M/D/Y", DateSpan::day, readMonthDayYear},
    {"D Mon Y", DateSpan::day, readDayMonthName},
    {"Mon D Y", DateSpan::day, readMonthNameDay},
    {"Y-M", DateSpan::month, readYearMonth},
    {"Mon Y", DateSpan::month, readMonthNameYear},
    {"Y-Q", DateSpan::quarter, readYearQuarter},
    {"Y-W", DateSpan::week, readYearWeek},
    {"Y", DateSpan::year, readYear},
    {"unix", DateSpan::instant, readUnixSeconds},
    {"unixMillis", DateSpan::instant, readUnixMillis},
    {"serial", DateSpan::day, readSerial},
};

// Longer than any date with its zone's name in brackets.
constexpr size_t kLongestDate = 100;

const FormatRow& row(DateFormat format) { return kFormats[static_cast<size_t>(format)]; }

inline bool readFast(std::string_view cell, DateFormat format, DateReading& out) {
  FixedDay day;
  if (cell.size() < 10) return false;
  if (format == DateFormat::yearMonthDay)
    return readFixedYearFirst(cell.data(), day) && readFixed(cell, day, out);
  const bool dayFirst = format == DateFormat::dayMonthYear;
  if (!dayFirst && format != DateFormat::monthDayYear) return false;
  if (!readFixedYearLast(cell.data(), dayFirst, day) || !readFixed(cell, day, out)) return false;
  out.dotted = cell[2] == '.';
  out.day = static_cast<uint8_t>(day.day);
  if (day.day <= 12) {
    out.otherOrder = day.day == day.month ? OtherOrder::same : OtherOrder::apart;
    out.otherDay = static_cast<uint8_t>(day.month);
  }
  return true;
}

inline bool readBy(std::string_view cell, DateFormat format, DateReading& out) {
  if (cell.size() > kLongestDate) return false;
  if (readFast(cell, format, out)) return true;
  out = {};
  return row(format).read(cell, out);
}

inline CellTime cellTime(const DateReading& reading, bool headerSaysUtc) {
  return {reading.micros, !reading.absolute && !(headerSaysUtc && reading.hasTime)};
}

DateFormat otherOrderOf(DateFormat format) {
  return format == DateFormat::dayMonthYear ? DateFormat::monthDayYear : DateFormat::dayMonthYear;
}

}  // namespace

std::string_view dateFormatName(DateFormat format) { return row(format).name; }

std::optional<DateFormat> dateFormatNamed(std::string_view name) {
  if (name == "D.M.Y" || name == "D-M-Y") return DateFormat::dayMonthYear;
  for (size_t i = 1; i < kDateFormats; i++)
    if (kFormats[i].name == name) return static_cast<DateFormat>(i);
  return std::nullopt;
}

DateSpan dateSpan(DateFormat format) { return row(format).span; }

std::optional<CellTime> readDate(std::string_view cell, DateFormat format, bool headerSaysUtc) {
  DateReading reading;
  if (!readBy(cell, format, reading)) return std::nullopt;
  return cellTime(reading, headerSaysUtc);
}

void DateEvidence::note(std::string_view cell, DateFormat format, const DateReading& reading) {
  // Without branches on the order, which no processor can foresee in a column of dates.
  const bool otherFits = reading.otherOrder != OtherOrder::unfit;
  fits_[static_cast<size_t>(format)]++;
  fits_[static_cast<size_t>(otherOrderOf(format))] += otherFits;
  if (reading.day != 0) {  // of a whole column, or of none of it
    const bool monthFirst = format == DateFormat::monthDayYear;
    days_[monthFirst] |= 1u << reading.day;
    days_[!monthFirst] |= 1u << reading.otherDay;
    days_[1] |= uint32_t{reading.dotted};
  }
  if (!reading.dotted && example_.empty() && reading.otherOrder == OtherOrder::apart)
    example_ = cell;
}

bool DateEvidence::add(std::string_view cell) {
  values_++;
  if (!hasDigit(cell)) return false;
  for (size_t i = 1; i < kDateFormats; i++) {
    DateReading reading;
    const DateFormat format = static_cast<DateFormat>(i);
    if (!readBy(cell, format, reading)) continue;
    note(cell, format, reading);
    return true;
  }
  return false;
}

void DateEvidence::write(FlatWriter& out) const {
  out.numbers(std::span<const uint64_t>(fits_));
  out.numbers(std::span<const uint32_t>(days_));
  out.number(values_);
  out.text(example_);
}

void DateEvidence::addWritten(FlatReader& in) {
  std::array<uint64_t, kDateFormats> fits;
  in.numbers(std::span<uint64_t>(fits));
  for (size_t i = 0; i < kDateFormats; i++) fits_[i] += fits[i];
  for (uint32_t& days : days_) days |= in.number<uint32_t>();
  values_ += in.number<uint64_t>();
  const std::string_view example = in.text();
  if (example_.empty()) example_ = example;
}

void DateEvidence::add(const DateEvidence& other) {
  for (size_t i = 0; i < kDateFormats; i++) fits_[i] += other.fits_[i];
  for (size_t i = 0; i < days_.size(); i++) days_[i] |= other.days_[i];
  values_ += other.values_;
  if (example_.empty()) example_ = other.example_;
}

// A value that fits only one of the orders has bit 0 set among the days of the other.
bool DateEvidence::areFirstsMonthFirst() const {
  return days_[1] == 1u << 1 && std::popcount(days_[0]) > 1;
}

DateEvidence::Decision DateEvidence::decide() const {
  Decision decision;
  decision.values = values_;
  for (size_t i = 1; i < kDateFormats; i++)
    if (fits_[i] > decision.fitting) {
      decision.fitting = fits_[i];
      decision.format = static_cast<DateFormat>(i);
    }
  const uint64_t monthFirst = fits_[static_cast<size_t>(DateFormat::monthDayYear)];
  decision.ambiguous = decision.format == DateFormat::dayMonthYear &&
                       decision.fitting == monthFirst && !example_.empty();
  if (decision.ambiguous) decision.example = example_;
  if (decision.ambiguous && areFirstsMonthFirst()) decision.format = DateFormat::monthDayYear;
  return decision;
}

std::optional<CellTime> DateColumn::read(std::string_view cell) {
  DateReading reading;
  if (!readBy(cell, format_, reading)) {
    evidence_.add(cell);
    return std::nullopt;
  }
  evidence_.values_++;
  evidence_.note(cell, format_, reading);
  return cellTime(reading, headerSaysUtc_);
}

void DateColumn::readAll(std::span<const std::string_view> cells, CellTime* times, bool* fits) {
  DateReading reading;
  std::string_view before;  // the last cell that fits, which `reading` is of
  for (size_t i = 0; i < cells.size(); i++) {
    const std::string_view cell = cells[i];
    fits[i] = false;
    if (cell.empty()) continue;
    if (!sameBytes(cell, before)) {
      before = {};
      reading = {};
      if (!readBy(cell, format_, reading)) {
        evidence_.add(cell);
        continue;
      }
      before = cell;
    }
    evidence_.values_++;
    evidence_.note(cell, format_, reading);
    times[i] = cellTime(reading, headerSaysUtc_);
    fits[i] = true;
  }
}

}  // namespace upgrade_rate
