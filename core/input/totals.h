// What reading a file of totals leaves behind: periods with their customers and upgrades.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cells/date.h"
#include "core/input/row_places.h"
#include "core/input/segment_columns.h"
#include "core/result.h"

namespace upgrade_rate {

struct TotalsRow {
  std::optional<int64_t>
      day;  ///< first day named by the period cell; nothing without such a column
  int64_t total;
  int64_t upgraded;
  uint32_t totalRecord, upgradedRecord;  ///< into Totals::records: where the two counts stand
};

/// A row of a file.
struct TotalsRecord {
  uint32_t file;
  RowPlace place;
};

struct Totals {
  std::vector<TotalsRow> rows;
  std::vector<TotalsRecord> records;  ///< those that `rows` come from
  SegmentColumns segments;  ///< of `rows`; those of one period with different segments add up
  DateSpan span = DateSpan::instant;  ///< what the period cells stand for; instant: none, or mixed

  /// How much there is now, so that what comes after it can be forgotten.
  struct Mark {
    size_t rows = 0, records = 0;
    SegmentColumns::Mark segments;
  };
  Mark mark() const {
    return {rows.size(), records.size(), segments.mark(static_cast<uint32_t>(rows.size()))};
  }
  void cut(const Mark& mark) {
    rows.resize(mark.rows);
    records.resize(mark.records);
    segments.cut(mark.segments);
  }
};

/// A number of customers that stands alone: whole, 0 or more; "1,204" and "1.204" are both grouped.
/// For one of a column see CountColumn.
std::optional<int64_t> readCount(std::string_view text);

/// Half-open stretch of days.
struct DayRange {
  int64_t begin, end;
  bool operator==(const DayRange&) const = default;
};

/// How long periods are: as the cells say ("2024-03", "Q3 2024"), or, for plain days, as their
/// spacing says: firsts or lasts of months, days a whole number of weeks apart. `span`: of the
/// cells; `days`: the first day of each, ascending, without repeats.
/// Nothing where the spacing fits none of these; an instant where there are no days.
std::optional<DateSpan> periodSpan(DateSpan span, const std::vector<int64_t>& days);
std::optional<DateSpan> periodSpan(const Totals& totals);

/// The days of the period that `day` names.
DayRange periodDays(int64_t day, DateSpan span);

}  // namespace upgrade_rate
