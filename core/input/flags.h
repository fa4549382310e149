// What reading a file of flags leaves behind: customers who upgraded or did not, maybe on a date.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/cells/date.h"
#include "core/input/dictionary.h"
#include "core/input/row_places.h"
#include "core/input/segment_columns.h"

namespace upgrade_rate {

struct FlagRow {
  std::optional<CellTime> time;  ///< nothing without such a column
  uint32_t customer;             ///< index into Flags::customers
  uint32_t file;
  RowPlace place;
  bool upgraded;
};

struct Flags {
  Dictionary customers;  ///< trimmed text, case-sensitive
  std::vector<FlagRow> rows;
  SegmentColumns segments;  ///< of `rows`

  /// Whether every row has a date. Else there is one rate over all of them.
  bool dated() const {
    for (const FlagRow& row : rows) {
      if (!row.time) return false;
    }
    return true;
  }

  /// How much there is now, so that what comes after it can be forgotten.
  struct Mark {
    size_t rows = 0;
    uint32_t customers = 0;
    SegmentColumns::Mark segments;
  };
  Mark mark() const {
    return {rows.size(), customers.size(), segments.mark(static_cast<uint32_t>(rows.size()))};
  }
  void cut(const Mark& mark) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(mark.rows), rows.end());
    customers.cut(mark.customers);
    segments.cut(mark.segments);
  }
};

}  // namespace upgrade_rate
