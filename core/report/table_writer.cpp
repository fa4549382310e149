#include "core/report/table_writer.h"

#include "core/bytes/csv_writer.h"
#include "core/input/rows.h"

namespace upgrade_rate {

TableWriter::TableWriter(const Reading& reading)
    : dialect_(reading.dialect),
      skip_(reading.skipRows),
      columns_(reading.columns.size()),
      source_(reading.encoding, reading.json ? &*reading.json : nullptr),
      records_(reading.dialect) {}

void TableWriter::push(std::span<const char> bytes) {
  text_.clear();
  source_.push(bytes);
  while (source_.next(records_)) write(records_.batch());
}

void TableWriter::finish() {
  text_.clear();
  source_.finish();
  while (source_.next(records_)) write(records_.batch());
  records_.finish();
  write(records_.batch());
}

void TableWriter::write(const RecordBatch& batch) {
  for (size_t record = 0; record < batch.size(); ++record) {
    if (skip_ > 0) {
      --skip_;
      continue;
    }
    if (isCommentRecord(batch, record, columns_)) continue;
    for (uint32_t f = batch.firstField[record]; f < batch.firstField[record + 1]; ++f) {
      if (f > batch.firstField[record]) text_ += ',';
      appendCsvCell(text_, cellText(batch, batch.fields[f], dialect_, scratch_));
    }
    text_ += "\r\n";
  }
}

}  // namespace upgrade_rate
