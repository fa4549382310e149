// Records to typed rows: one reader per shape behind one face.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/records.h"
#include "core/cells/date.h"
#include "core/cells/number.h"
#include "core/input/aggregate_table.h"
#include "core/input/events.h"
#include "core/input/flags.h"
#include "core/input/ledger.h"
#include "core/input/lookups.h"
#include "core/input/reading.h"
#include "core/input/totals.h"

namespace upgrade_rate {

/// Whether a record is a comment line: one cell, in a table of several `columns`, that begins with
/// #.
bool isCommentRecord(const RecordBatch& batch, size_t record, size_t columns);

/// Cells of the records of one batch, trimmed and without quotes. Views hold as long as the batch
/// and this object.
class Cells {
 public:
  /// `recordsBefore`: how many of the file stand before the batch.
  Cells(const RecordBatch& batch, const Dialect& dialect, uint64_t recordsBefore = 0)
      : batch_(batch), dialect_(dialect), recordsBefore_(recordsBefore) {}

  /// Blank where the record is too short, the column is kNoColumn, or the cell is a null word.
  std::string_view at(size_t record, int32_t column);
  /// The same for many records at once: `out` has room for records.size() cells.
  void column(std::span<const uint32_t> records, int32_t column, std::string_view* out);
  size_t width(size_t record) const {
    return batch_.firstField[record + 1] - batch_.firstField[record];
  }
  RowPlace place(size_t record) const { return {batch_.line[record], recordsBefore_ + record}; }
  /// The content of the first cell, whatever it is.
  std::string_view text(size_t record);
  /// The record as it stands, without its line end.
  std::string_view raw(size_t record) const;

 private:
  std::string_view read(const Field& field);

  const RecordBatch& batch_;
  const Dialect& dialect_;
  uint64_t recordsBefore_;
  std::deque<std::string> unescaped_;  // cells whose content is not a piece of the text
};

/// The days between which a date can be meant: 1900-01-01 and 2200-01-01. Databases write the year
/// 1 or 9999 where there is no date, and one such row would make a hundred thousand empty periods.
constexpr int64_t kFirstDayMeant = -25'567;
constexpr int64_t kEndDayMeant = 84'006;

/// Which formats the values of a file turned out to have, over all of them.
struct ColumnVerdicts {
  std::optional<DateEvidence::Decision> dates;
  std::optional<NumberEvidence::Decision> numbers;
  std::map<Part, char> countDecimals = {};
};

/// Reads the records of one file that are no header and not damaged. Keeps the ledger.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// `records`: indices into the batch.
  virtual void read(Cells& cells, std::span<const uint32_t> records) = 0;
  /// There are no more records.
  virtual void finish() {}
  virtual ColumnVerdicts verdicts() const = 0;
  /// What the values of a later piece of the file said goes to the reader of
  /// the pieces before. Nothing for shapes that are never read in pieces.
  virtual void writeEvidence(FlatWriter&) {}
  virtual void addEvidence(FlatReader&) {}
};

/// All that files leave behind: one shape per load, and tables beside it.
struct Collected {
  Events events;
  Totals totals;
  Flags flags;
  AggregateTable aggregates;
  Lookups lookups;
};

/// `reading` and `ledger` must outlive the reader. `file` is the file's index.
std::unique_ptr<RowReader> makeRowReader(const Reading& reading, const std::string& fileName,
                                         uint32_t file, Collected& into, ReadLedger& ledger);

/// Keeps the ledger of rows that cannot be read: those that are no data at all are ignored, the
/// others rejected.
class Rejections {
 public:
  /// All must outlive it.
  Rejections(const Reading& reading, const std::string& fileName, ReadLedger& ledger)
      : reading_(reading), fileName_(fileName), ledger_(ledger) {}

  /// Ignores a row that is no data; false for all others.
  bool ignores(Cells& cells, uint32_t record);
  /// Ignores a row whose segment is the sum of the others, which would count customers twice.
  bool ignoresSum(Cells& cells, uint32_t record);
  /// Ignores a row for another reason, which `text` in `column` says.
  void ignore(RowPlace place, std::string_view code, int32_t column, std::string_view text);
  /// For what stands in `column`.
  void reject(Cells& cells, uint32_t record, std::string_view code, int32_t column);
  void reject(Cells& cells, uint32_t record, std::string_view code, Part part) {
    reject(cells, record, code, reading_.mapping.of(part));
  }
  /// The same of a row whose cells are gone.
  void reject(RowPlace place, std::string_view code, int32_t column, std::string_view text);
  /// The same where what is wrong, among it `code`, was noted.
  void rejectNoted(RowPlace place, std::string_view code);
  /// Names what is wrong with one cell of a row that may be used all the same.
  void note(uint64_t line, std::string_view code, int32_t column, std::string_view text);

 private:
  const Reading& reading_;
  const std::string& fileName_;
  ReadLedger& ledger_;
};

/// The cells that tell segments apart, for readers that take row by row.
class SegmentCells {
 public:
  /// `columns` have `rows` rows so far. Both must outlive it.
  SegmentCells(const Reading& reading, SegmentColumns& columns, uint32_t rows);
  /// Appends the record as row `row`.
  void append(Cells& cells, uint32_t record, uint32_t row);
  /// The same of cells that were kept, in the order of the mapping's segments.
  void append(std::span<const std::string> texts, uint32_t row);

 private:
  const Reading& reading_;
  SegmentColumns& columns_;
  std::vector<uint32_t> places_;  // of the mapping's segments
};

/// Whether a row that cannot be read is no data at all: the header again, or a line with totals.
/// Returns its problem code, or an empty view.
std::string_view nonDataCode(Cells& cells, size_t record, const Reading& reading);

}  // namespace upgrade_rate
