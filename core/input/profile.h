// What the columns of a file look like, from its first rows.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/records.h"
#include "core/cells/date.h"
#include "core/cells/number.h"
#include "core/input/reading.h"

namespace upgrade_rate {

/// One column over the sampled rows. Shares are of the cells that are not blank.
struct ColumnProfile {
  std::string header;  ///< trimmed; "#1", "#2", … without a header
  std::string key;     ///< header as it is compared; empty without a header
  uint64_t values = 0;
  uint64_t blanks = 0;
  uint64_t counts = 0;  ///< whole numbers, 0 or more
  uint64_t words = 0;   ///< neither date nor number
  DateEvidence dates;
  NumberEvidence numbers;
  std::set<std::string, std::less<>> distinct;  ///< at most kDistinctKept values
  uint64_t plans = 0;  ///< of the distinct values, those with words that plans go by

  double dateShare() const;
  double numberShare() const;
  double wordShare() const;
  ColumnKind kind() const;
};

constexpr size_t kDistinctKept = 5000;

/// The sampled records as text cells: row, then column.
using SampleRows = std::vector<std::vector<std::string>>;

/// Of the first `most` records of `batch` those that are rows, unquoted and trimmed.
SampleRows sampleRows(const RecordBatch& batch, const Dialect& dialect, size_t most);

/// Where the header stands and what lies above it.
struct HeaderPlace {
  bool header = true;
  uint32_t skipRows = 0;
};

/// Title lines above the data have fewer cells than most rows, or at most one that is not empty.
/// The first full row is a header when it has two words that headers are known by; or when none of
/// its cells is a date or a number, and it has one such word or some column below holds dates or
/// numbers.
HeaderPlace findHeader(const SampleRows& rows);

/// Profiles of the columns of `rows` from `place` on.
std::vector<ColumnProfile> profileColumns(const SampleRows& rows, const HeaderPlace& place);

}  // namespace upgrade_rate
