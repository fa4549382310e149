// Limits on a record, tested in the order of the text. See core/bytes/record_limits.h.
#include "core/bytes/record_limits.h"

#include <algorithm>

namespace upgrade_rate {
namespace {

/// The largest cut <= `end` that does not split a UTF-8 character: a character has at most three
/// bytes of the form 10xxxxxx behind its first.
size_t characterBoundary(std::string_view text, size_t end) {
  for (size_t back = 0; back <= 3 && back <= end; ++back) {
    if ((static_cast<uint8_t>(text[end - back]) & 0xc0) != 0x80) return end - back;
  }
  return end;  // not UTF-8 at all
}

}  // namespace

LimitedRecord limitRecord(std::string_view text, std::span<Field> fields, size_t recordBegin) {
  const size_t recordLimit = recordBegin + kMaxRecordBytes;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (i == kMaxColumns) return {i, RecordFault::tooManyColumns};
    Field& field = fields[i];
    const size_t cellLimit = field.begin + kMaxCellBytes;
    const size_t limit = std::min(cellLimit, recordLimit);
    if (field.begin + field.size <= limit) continue;
    if (field.begin >= recordLimit) return {i, RecordFault::recordTooLong};
    const size_t cut = std::max<size_t>(characterBoundary(text, limit), field.begin);
    field.size = static_cast<uint32_t>(cut - field.begin) & 0x7fffffff;
    return {i + 1,
            cellLimit <= recordLimit ? RecordFault::cellTooLong : RecordFault::recordTooLong};
  }
  return {fields.size(), RecordFault::none};
}

}  // namespace upgrade_rate
