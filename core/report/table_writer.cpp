#include "core/report/table_writer.h"

#include <string>
#include <utility>

#include "core/bytes/csv_writer.h"
#include "core/input/rows.h"

namespace upgrade_rate {

TableWriter::TableWriter(const Reading& reading)
    : dialect_(reading.dialect),
      skip_(reading.skipRows),
      columns_(reading.columns.size()),
      source_(reading.encoding, reading.json ? &*reading.json : nullptr),
      records_(reading.dialect) {}

TableWriter::TableWriter(const Reading& reading, SetAside only) : TableWriter(reading) {
  only_ = std::move(only);
  header_ = "line,reason";
  for (const std::string& column : reading.columns) {
    header_ += ',';
    appendCsvCell(header_, column);
  }
  header_ += "\r\n";
}

void TableWriter::push(std::span<const char> bytes) {
  text_.clear();
  text_.swap(header_);
  source_.push(bytes);
  while (source_.next(records_)) write(records_.batch());
}

void TableWriter::finish() {
  text_.clear();
  text_.swap(header_);
  source_.finish();
  while (source_.next(records_)) write(records_.batch());
  records_.finish();
  write(records_.batch());
}

void TableWriter::writeCells(const RecordBatch& batch, size_t record) {
  for (uint32_t f = batch.firstField[record]; f < batch.firstField[record + 1]; ++f) {
    if (f > batch.firstField[record]) text_ += ',';
    appendCsvCell(text_, cellText(batch, batch.fields[f], dialect_, scratch_));
  }
  text_ += "\r\n";
}

void TableWriter::writeSetAside(const RecordBatch& batch) {
  for (; written_ < only_->size(); ++written_) {
    const uint64_t ahead = only_->record(written_) - record_;
    if (ahead >= batch.size()) break;
    const size_t record = static_cast<size_t>(ahead);
    text_ += std::to_string(batch.line[record]);
    text_ += ',';
    text_ += only_->code(written_);
    text_ += ',';
    writeCells(batch, record);
  }
  record_ += batch.size();
}

void TableWriter::write(const RecordBatch& batch) {
  if (only_) return writeSetAside(batch);
  for (size_t record = 0; record < batch.size(); ++record) {
    if (skip_ > 0) {
      --skip_;
      continue;
    }
    if (isCommentRecord(batch, record, columns_)) continue;
    writeCells(batch, record);
  }
}

}  // namespace upgrade_rate
