// One file from its first byte to its last: finds out from the beginning how it is to be read,
// reads it chunk by chunk, and checks at the end whether all of it agrees with that beginning.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/bytes/encoding.h"
#include "core/bytes/records.h"
#include "core/bytes/table_text.h"
#include "core/input/ledger.h"
#include "core/input/reading.h"
#include "core/input/rows.h"
#include "core/result.h"

namespace upgrade_rate {

/// How much of a file is looked at before reading it.
constexpr size_t kHeadBytes = 256 * 1024;

/// The first cells of a file, for the preview.
using Preview = std::vector<std::vector<std::string>>;

/// What all values of a file said against its first ones, where that was not
/// asked for.
struct Corrections {
  std::optional<Encoding> encoding;
  std::optional<DateFormat> dateFormat;
  std::optional<char> decimal;
};

class FileReader {
 public:
  /// `into` receives events or totals. `index` is the file's place among the files.
  FileReader(std::string name, uint32_t index, ReadingRequest request, Collected& into);

  /// Starts at the first byte; also the second time, when `finish` asked for it.
  void open();
  /// False: the file cannot be read on, `error()` says why.
  bool push(std::span<const char> bytes);
  /// True: all values together say that the file must be read otherwise; open and push it again.
  bool finish();

  // Reading a piece of the file, for core/input/slice.h: openSlice, decide,
  // skipRecords, readBytes …, endRecords. Then one instance writes what it
  // found, and another adds it.
  void openSlice(const Corrections& corrections);
  /// Finds out from the file's first bytes how it is read, but reads nothing.
  /// `atStart`: what is read begins with the file's first byte. False: the file
  /// cannot be read in pieces.
  bool decide(std::span<const char> head, bool atStart);
  void skipRecords(uint64_t before) { recordsSeen_ = before; }
  void readBytes(std::span<const char> bytes);
  void endRecords();
  bool inQuotes() const { return records_->inQuotes(); }
  uint64_t linesRead() const { return records_->line() - 1; }
  uint64_t recordsSeen() const { return recordsSeen_; }
  Corrections corrections() const;
  void writeFindings(FlatWriter& out, uint64_t recordsBefore);
  /// `before`: what is added to the places in them.
  void addFindings(FlatReader& in, RowPlace before);

  const std::string& name() const { return name_; }
  const std::optional<Error>& error() const { return error_; }
  /// Valid once enough was pushed, or after finish().
  const Reading& reading() const { return reading_; }
  const ReadLedger& ledger() const { return ledger_; }
  const Preview& preview() const { return preview_; }
  /// Whether reading by `request` would give what was read.
  bool agreesWith(ReadingRequest request) const;
  /// The file is not used, for a reason that lies outside it, and its rows are forgotten.
  void refuse(Error error);
  uint32_t firstEvent() const { return first_ ? first_->events : 0; }

 private:
  void startReading(bool whole, bool atStart);
  void readText();
  void readBatch(const RecordBatch& batch);
  bool takesRecord(const RecordBatch& batch, Cells& cells, uint32_t record);
  void setAside(Cells& cells, uint32_t record, std::string_view code, bool rejected);
  bool mustReadAgain();
  void forgetRows();
  bool segmentsAgree(const ReadingRequest& request) const;

  std::string name_;
  uint32_t index_;
  ReadingRequest request_;
  ReadingRequest corrected_;  // request_ and what a first reading taught
  Collected& into_;
  std::optional<Events::Mark> first_;  // of this file, known from the first opening on
  Totals::Mark firstTotal_;
  Flags::Mark firstFlag_;
  AggregateTable::Mark firstAggregate_;

  std::string head_;  // bytes held back until there are enough to look at
  bool started_ = false;
  std::optional<Error> error_;
  Reading reading_;
  ReadLedger ledger_;
  Preview preview_;
  std::unique_ptr<TableText> text_;
  std::unique_ptr<RecordReader> records_;
  std::unique_ptr<RowReader> rows_;
  uint64_t recordsSeen_ = 0;
  bool addedInvalidUtf8_ = false;
  bool batchHoldsNul_ = false;
  std::vector<uint32_t> taken_;
};

}  // namespace upgrade_rate
