// The records of a file, one by one: which of them are data, and what is wrong with the others.
//
// Every row passes here, so this stands apart from how a file is begun and ended.

#include "core/input/file_reader.h"

namespace upgrade_rate {

namespace {

constexpr std::string_view faultCode(RecordFault fault) {
  switch (fault) {
    case RecordFault::none:
      return {};
    case RecordFault::unclosedQuote:
      return "row.unclosedQuote";
    case RecordFault::cellTooLong:
      return "cell.tooLong";
    case RecordFault::tooManyColumns:
      return "columns.tooMany";
    case RecordFault::recordTooLong:
      return "row.tooLong";
    case RecordFault::notARow:
      return "json.notARow";
    case RecordFault::brokenJson:
      return "json.broken";
  }
  return {};
}

// Where quotes mean nothing, because hardly any is closed: whether the record has one that is
// opened and not closed. Its cells are not what was meant.
bool opensQuote(Cells& cells, size_t record) {
  for (size_t c = 0; c < cells.width(record); ++c) {
    const std::string_view cell = cells.at(record, static_cast<int32_t>(c));
    if (cell.starts_with('"') && cell.find('"', 1) == std::string_view::npos) return true;
  }
  return false;
}

// Without a way out of the loop, so that compilers look at sixteen bytes at once.
bool holdsNul(std::string_view text) {
  bool found = false;
  for (const char byte : text) found |= byte == 0;
  return found;
}

}  // namespace

void FileReader::setAside(Cells& cells, uint32_t record, std::string_view code, bool rejected) {
  ++(rejected ? ledger_.rejected : ledger_.ignored);
  const RowPlace place = cells.place(record);
  ledger_.setAside.add(place.record, code);
  const bool isText = code.starts_with("json.");
  ledger_.problems.add(code, name_, place.line, "",
                       isText ? cells.text(record) : cells.raw(record));
}

// Whether the record is whole and data; what is not, goes to the ledger.
bool FileReader::takesRecord(const RecordBatch& batch, Cells& cells, uint32_t record) {
  const uint64_t seen = recordsSeen_++;
  if (seen == reading_.skipRows && reading_.header) return false;
  ++ledger_.rows;
  if (seen < reading_.skipRows) {
    setAside(cells, record, "row.title", false);
    return false;
  }
  if (isCommentRecord(batch, record, reading_.columns.size())) {
    setAside(cells, record, "row.comment", false);
    return false;
  }
  std::string_view code = faultCode(batch.fault[record]);
  for (size_t c = reading_.columns.size(); code.empty() && c < cells.width(record); ++c) {
    if (!cells.at(record, static_cast<int32_t>(c)).empty()) code = "row.extraCells";
  }
  if (code.empty() && batchHoldsNul_ && cells.raw(record).find('\0') != std::string_view::npos) {
    code = "row.nul";
  }
  if (code.empty() && reading_.dialect.quote == 0 && opensQuote(cells, record)) {
    code = "row.unclosedQuote";
  }
  if (!code.empty()) setAside(cells, record, code, true);
  return code.empty();
}

void FileReader::readBatch(const RecordBatch& batch) {
  Cells cells(batch, reading_.dialect, recordsSeen_);
  taken_.clear();
  batchHoldsNul_ = holdsNul(batch.text);
  const bool plain = !batchHoldsNul_ && reading_.dialect.quote != 0;
  const size_t columns = reading_.columns.size();
  for (uint32_t record = 0; record < batch.size(); ++record) {
    // Most records need no further look.
    if (plain && recordsSeen_ > reading_.skipRows && batch.fault[record] == RecordFault::none &&
        cells.width(record) <= columns && (cells.width(record) > 1 || columns == 1)) {
      ++recordsSeen_;
      ++ledger_.rows;
      taken_.push_back(record);
    } else if (takesRecord(batch, cells, record)) {
      taken_.push_back(record);
    }
  }
  rows_->read(cells, taken_);
}

}  // namespace upgrade_rate
