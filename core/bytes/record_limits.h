// How long and how wide a record may be (core/bytes/records.h), and what is kept of one that is
// longer or wider.
#pragma once

#include <span>
#include <string_view>

#include "core/bytes/records.h"

namespace upgrade_rate {

struct LimitedRecord {
  size_t fields;      ///< how many fields are kept
  RecordFault fault;  ///< the limit that was passed first, or none
};

/// A cheap first test: false means that a record of so many fields and bytes is within all limits.
constexpr bool mayPassALimit(size_t fields, size_t bytes) {
  return bytes > kMaxCellBytes || fields > kMaxColumns;
}

/// Finds the first limit that the record's `fields` pass (offsets into `text`, the record begins
/// at `recordBegin`) and cuts the field that passes it. The last field may be one whose end is not
/// known yet: what follows in the text cannot change the answer once a limit is passed.
LimitedRecord limitRecord(std::string_view text, std::span<Field> fields, size_t recordBegin);

}  // namespace upgrade_rate
