// UTF-8 text in chunks to records of fields, by one dialect. Streaming: memory is one batch,
// never the file, and any chunking gives the same records.
//
// A record ends at LF, CR or CRLF outside quotes, or at the end of the text. A blank line is
// no record (it is counted by `line`, not delivered). A quote opens a quoted field only as the
// field's first byte; elsewhere it is text. After a closing quote, bytes up to the next delimiter
// are kept as text. Limits protect memory: see `RecordFault`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/dialect.h"

namespace upgrade_rate {

constexpr size_t kMaxCellBytes = 1 << 20;
constexpr size_t kMaxColumns = 4096;

/// Why a record is not whole. Its fields are what could be read, cut to the limits.
enum class RecordFault : uint8_t {
  none,
  unclosedQuote,   ///< the text ended inside quotes
  cellTooLong,     ///< a cell of more than kMaxCellBytes; the rest of the record is skipped
  tooManyColumns,  ///< more than kMaxColumns fields; the rest are dropped
};

/// One field as it stands in the text, quotes included. `cellText` gives its content.
struct Field {
  uint32_t begin;       ///< offset into RecordBatch::text
  uint32_t size : 31;   ///< bytes, quotes included
  uint32_t quoted : 1;  ///< opened by a quote: content needs `cellText`
};

/// Some consecutive records. Record r has the fields [firstField[r], firstField[r + 1]).
struct RecordBatch {
  std::string_view text;  ///< what Field::begin counts from
  std::vector<Field> fields;
  std::vector<uint32_t> firstField;  ///< one more than there are records
  std::vector<uint64_t> line;        ///< 1-based line each record starts on
  std::vector<RecordFault> fault;    ///< per record

  size_t size() const { return line.size(); }
};

/// The content of a field: without its quotes, escapes resolved. A view into the batch's text, or
/// into `scratch` where bytes had to change.
std::string_view cellText(const RecordBatch& batch, const Field& field, const Dialect& dialect,
                          std::string& scratch);

/// Cuts text into records. `push` and `finish` leave the records that are complete in `batch()`,
/// which holds (with all views into it) until the next call.
class RecordReader {
 public:
  explicit RecordReader(Dialect dialect);

  void push(std::string_view text);
  void finish();
  const RecordBatch& batch() const { return batch_; }

 private:
  Dialect dialect_;
  RecordBatch batch_;
};

}  // namespace upgrade_rate
