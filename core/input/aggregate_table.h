// What reading a table of aggregates leaves behind: the counts and sums of a whole report, made
// elsewhere (by SQL in a warehouse), one in each row, as they stand there.
//
// A row belongs to a part of the report (`period`, `segment` …) and to one thing in it, which is
// told by two local days and up to three texts; it holds one measure of that thing. Leaves out what
// the texts mean: the report knows which parts and measures there are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/input/dictionary.h"

namespace upgrade_rate {

/// A day that is not given.
constexpr int32_t kNoAggregateDay = INT32_MIN;

struct AggregateRow {
  uint32_t part, name, other, currency, measure, value;  ///< into AggregateTable::texts
  int32_t start, end;  ///< local days since 1970-01-01, or kNoAggregateDay
  uint64_t line;       ///< of the file, 1-based
};

struct AggregateTable {
  Dictionary texts;  ///< trimmed; blank and null words are ""
  std::vector<AggregateRow> rows;

  std::string_view text(uint32_t index) const { return texts.key(index); }

  /// How much there is now, so that what comes after it can be forgotten.
  struct Mark {
    size_t rows = 0;
    uint32_t texts = 0;
  };
  Mark mark() const { return {rows.size(), texts.size()}; }
  void cut(const Mark& mark) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(mark.rows), rows.end());
    texts.cut(mark.texts);
  }
};

}  // namespace upgrade_rate
