// A whole text through the record reader in chunks of one size, as plain values to compare.
#pragma once

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/records.h"

namespace upgrade_rate {

struct ReadRecord {
  uint64_t line;
  std::vector<std::string> cells;
  RecordFault fault = RecordFault::none;
  bool operator==(const ReadRecord&) const = default;
};

inline void PrintTo(const ReadRecord& record, std::ostream* out) {
  *out << "line " << record.line << " fault " << int(record.fault);
  for (const std::string& cell : record.cells) *out << " [" << cell.substr(0, 60) << "]";
}

inline void addBatch(const RecordBatch& batch, const Dialect& dialect,
                     std::vector<ReadRecord>& records) {
  std::string scratch;
  for (size_t r = 0; r < batch.size(); ++r) {
    ReadRecord record = {batch.line[r], {}, batch.fault[r]};
    for (size_t f = batch.firstField[r]; f < batch.firstField[r + 1]; ++f) {
      record.cells.emplace_back(cellText(batch, batch.fields[f], dialect, scratch));
    }
    records.push_back(std::move(record));
  }
}

/// Each chunk is pushed from memory of its own that is gone before the batch is looked at.
inline std::vector<ReadRecord> readAll(std::string_view text, const Dialect& dialect,
                                       size_t chunk) {
  std::vector<ReadRecord> records;
  RecordReader reader(dialect);
  for (size_t at = 0; at < text.size(); at += chunk) {
    const size_t size = std::min(chunk, text.size() - at);
    auto memory = std::make_unique<char[]>(size);
    text.copy(memory.get(), size, at);
    reader.push({memory.get(), size});
    memory.reset();
    addBatch(reader.batch(), dialect, records);
  }
  reader.finish();
  addBatch(reader.batch(), dialect, records);
  return records;
}

}  // namespace upgrade_rate
