// Reads a column of dates. The format is found for the column from all its values, never row by
// row.
//
// Method: every format is one row of a table (name, reader). `DateEvidence` counts, value by
// value, which formats fit; `decide` picks the one that fits most. A reader then reads with that
// one format on a fast path and keeps counting, so that a sample's guess is checked against the
// whole column: where another format would have fitted more, the file is read again with it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/bytes/flat_bytes.h"
#include "core/cells/time.h"

namespace upgrade_rate {

struct DateReading;

/// How the dates of one column are written. Separators - . / and space are interchangeable within
/// a format except where they tell formats apart; a time of day, fractional seconds and an offset
/// (Z, UTC, +02:00) may follow every day format.
enum class DateFormat : uint8_t {
  none,
  yearMonthDay,   ///< 2024-03-31, 2024/03/31, 20240331, 2024-03-31T10:00:00.123Z
  dayMonthYear,   ///< 31.03.2024, 31/03/24
  monthDayYear,   ///< 03/31/2024, 3-31-24
  dayMonthName,   ///< 31 Mar 2024, 31-March-24
  monthNameDay,   ///< Mar 31, 2024
  yearMonth,      ///< 2024-03, 2024/03, 202403: the month, at its first day
  monthNameYear,  ///< Mar 2024, March 24
  yearQuarter,    ///< Q3 2024, 2024-Q3, 2024Q3
  yearWeek,       ///< 2024-W07: ISO week, at its Monday
  year,           ///< 2024
  unixSeconds,
  unixMillis,
  serial,  ///< spreadsheet days since 1899-12-30
};
constexpr size_t kDateFormats = 14;

/// As in the settings: "Y-M-D", "D/M/Y", "M/D/Y", "D Mon Y", "Mon D Y", "Y-M", "Mon Y", "Y-Q",
/// "Y-W", "Y", "unix", "unixMillis", "serial"; empty for none.
std::string_view dateFormatName(DateFormat);
/// The inverse; "D.M.Y" and "D-M-Y" are dayMonthYear too.
std::optional<DateFormat> dateFormatNamed(std::string_view);

/// What a value stands for besides an instant: totals need to know the length of their period.
enum class DateSpan : uint8_t { instant, day, week, month, quarter, year };
DateSpan dateSpan(DateFormat);

/// Reads one cell (already trimmed, not blank) by one format; nothing when it does not fit or no
/// such date exists (31/02/2024). `headerSaysUtc`: a timestamp without offset is UTC; a day without
/// a time stays civil. Two-digit years are 1970 to 2069. What a time of day may look like, 24:00,
/// leap seconds and which offsets are understood: core/cells/clock.h.
std::optional<CellTime> readDate(std::string_view cell, DateFormat format,
                                 bool headerSaysUtc = false);

/// Which formats fit the values seen so far. Where several fit equally many, the one that stands
/// first in DateFormat is decided for: days with a written year before months, and those before
/// plain numbers.
///
/// It is `ambiguous` where that is day-first, month-first fits equally many, and at least one value
/// reads apart (01/02/2024, not 03/03/2024). Full stops are only ever written day-first, so a value
/// with them is read so and is no reason to ask.
///
/// Of the two, month-first is assumed where both fit every such value, none has full stops, and
/// month-first has all of them on the first of a month while day-first has not: 1/1/2024, 2/1/2024
/// and 3/1/2024 would else be the first days of a January.
class DateEvidence {
 public:
  bool add(std::string_view cell);  ///< whether some format fits it

  struct Decision {
    DateFormat format = DateFormat::none;  ///< none: no format fits any value
    uint64_t fitting = 0;                  ///< values that fit it
    uint64_t values = 0;                   ///< values seen
    bool ambiguous = false;                ///< day-first and month-first fit equally many
    std::string example;                   ///< when ambiguous, a value that the two read apart
    bool operator==(const Decision&) const = default;
  };
  Decision decide() const;
  /// The values of another column with those of this one.
  void add(const DateEvidence& other);

  /// Hands the counts to another instance, which adds them behind its own
  /// values.
  void write(FlatWriter& out) const;
  void addWritten(FlatReader& in);

 private:
  friend class DateColumn;
  void note(std::string_view cell, DateFormat format, const DateReading& reading);
  bool areFirstsMonthFirst() const;
  std::array<uint64_t, kDateFormats> fits_{};
  /// Bits of the days of the month that the values have day-first and month-first. Bit 0 is set
  /// for a value that does not fit, and month-first for one with full stops.
  std::array<uint32_t, 2> days_{};
  uint64_t values_ = 0;
  std::string example_;
};

/// Reads a whole column by the format guessed from its sample, and checks the guess: after all
/// values `verdict` is exactly what DateEvidence fed with all of them would decide. Where its
/// format differs from `format`, the column has to be read again. Values that fit cost no more
/// than reading them; only others are tried with every format. Allocates at most once, for the
/// example.
class DateColumn {
 public:
  explicit DateColumn(DateFormat format, bool headerSaysUtc = false)
      : format_(format), headerSaysUtc_(headerSaysUtc) {}

  std::optional<CellTime> read(std::string_view trimmedNonBlankCell);
  /// The same for cells that may be blank; blank ones count for nothing. `fits` says of each cell
  /// whether it could be read, `times` is its time where it could. A cell that is equal to the one
  /// before costs hardly anything.
  void readAll(std::span<const std::string_view> cells, CellTime* times, bool* fits);
  DateEvidence::Decision verdict() const { return evidence_.decide(); }
  DateEvidence& evidence() { return evidence_; }
  const DateEvidence& evidence() const { return evidence_; }
  DateFormat format() const { return format_; }

 private:
  DateFormat format_;
  bool headerSaysUtc_;
  DateEvidence evidence_;
};

}  // namespace upgrade_rate
