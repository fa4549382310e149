// UTF-8 text in chunks to records of fields, by one dialect. Streaming: memory is one batch,
// never the file, and any chunking gives the same records.
//
// A record ends at LF, CR or CRLF outside quotes, or at the end of the text. A blank line is
// no record (it is counted by `line`, not delivered). A quote opens a quoted field only as the
// field's first byte; elsewhere it is text. After a closing quote, bytes up to the next delimiter
// are kept as text. Limits protect memory: see `RecordFault`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/dialect.h"
#include "core/bytes/quotes.h"
#include "core/bytes/unfilled.h"

namespace upgrade_rate {

constexpr size_t kMaxCellBytes = 1 << 20;
constexpr size_t kMaxColumns = 4096;
constexpr size_t kMaxRecordBytes = 16 << 20;

/// Why a record is not whole. Its fields are what could be read, cut to the limits. The limit that
/// is passed first in the text counts, except that an unclosed quote outweighs the limits. Cells
/// are measured as they stand in the text, with quotes, and are cut between UTF-8 characters.
enum class RecordFault : uint8_t {
  none,
  unclosedQuote,   ///< the text ended inside quotes
  cellTooLong,     ///< a cell of more than kMaxCellBytes; the rest of the record is skipped
  tooManyColumns,  ///< more than kMaxColumns fields; the rest are dropped
  recordTooLong,   ///< a record of more than kMaxRecordBytes; the rest of it is skipped
  notARow,         ///< of JSON: an element that is no object, or no array, as the others are
  brokenJson,      ///< of JSON: the text is none from here on; the one cell is what stands before
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
  Unfilled<Field> fields;
  Unfilled<uint32_t> firstField;  ///< one more than there are records
  Unfilled<uint64_t> line;        ///< 1-based line each record starts on
  Unfilled<RecordFault> fault;    ///< per record
  /// Whether no quoted field holds a further quote or an escape: one that ends with a quote is what
  /// stands between its two quotes.
  bool plainQuotes = true;

  size_t size() const { return line.size(); }
};

/// The content of a field: without its quotes, escapes resolved. With an escape byte, only a quote,
/// a delimiter, a line end or the escape itself lose the escape before them; before any other byte
/// it is text ("C:\\new" stays). A doubled quote is one quote in every dialect. Without an escape
/// byte, a single quote inside a field that ends with one is text ("5" pipe"). A view into the
/// batch's text, or into `scratch` where bytes had to change.
std::string_view cellText(const RecordBatch& batch, const Field& field, const Dialect& dialect,
                          std::string& scratch);

/// Where a record came from that was written from another format (core/bytes/json_rows.h).
struct RecordOrigin {
  uint64_t line;
  RecordFault fault;
};

/// Cuts text into records. `push` and `finish` leave the records that are complete in `batch()`,
/// which holds (with all views into it) until the next call. The pushed text is copied; one push
/// may hold up to 1 GiB, and about 1 MiB is fastest.
class RecordReader {
 public:
  explicit RecordReader(Dialect dialect);

  void push(std::string_view text);
  /// Whole records, none of them blank, one for each of `origins`, which tell line and fault (where
  /// no limit is passed). Not to be mixed with text.
  void pushRecords(std::string_view text, std::span<const RecordOrigin> origins);
  void finish();
  const RecordBatch& batch() const { return batch_; }

  /// Whether the text so far ends inside quotes; a CR at its end is not looked at yet.
  bool inQuotes() const { return quotes_.inQuotes(); }
  /// The line on which the text goes on, 1-based.
  uint64_t line() const { return line_; }

 private:
  void startBatch();
  void closeBatch();
  void read(size_t end);
  struct Cursor {  // where the next field and the next record go; there is room for a slice
    Field* recordFields;
    Field* field;
    uint32_t* firstField;
    uint64_t* line;
    RecordFault* fault;
  };
  Cursor makeRoom(size_t fields, size_t records);
  void trim(const Cursor& out);
  bool isQuote(char byte) const { return byte == dialect_.quote && byte != 0; }
  template <bool kQuotes>
  void cutSlice(const Structure* blocks, size_t count);
  template <bool kQuotes>
  void cutFields(uint64_t separators, size_t blockBegin, Cursor& out);
  void endRecord(size_t end, Cursor& out);
  Field fieldTo(size_t end) const;
  void limitOpenRecord();

  Dialect dialect_;
  RecordBatch batch_;
  QuoteResolver quotes_;

  std::string buffer_;          // the open record's text so far, then the pushed text
  Unfilled<Field> openFields_;  // its complete fields, counted from its beginning
  size_t recordBegin_ = 0;      // these three are offsets into buffer_
  size_t fieldBegin_ = 0;
  size_t read_ = 0;
  uint64_t line_ = 1;
  uint64_t recordLine_ = 1;
  bool openPlain_ = true;  // whether RecordBatch::plainQuotes holds for the open record so far

  // A record that passed a limit before its end was seen: what is kept of it.
  RecordFault openFault_ = RecordFault::none;
  size_t keptFields_ = 0;
  size_t keptBytes_ = 0;
};

}  // namespace upgrade_rate
