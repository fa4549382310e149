// A file written out as it was read: RFC 4180, every cell verbatim, so that any other reader can
// compare. Title lines above the header and comment lines are left out.
// Or only its rows that are set aside, each behind its line and why.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/bytes/records.h"
#include "core/bytes/table_text.h"
#include "core/input/reading.h"
#include "core/input/set_aside.h"

namespace upgrade_rate {

class TableWriter {
 public:
  explicit TableWriter(const Reading& reading);
  /// `only`: the rows to write, in the order of the file.
  TableWriter(const Reading& reading, SetAside only);

  /// Takes the file's bytes again from the first one on.
  void push(std::span<const char> bytes);
  void finish();
  /// What the last call completed. Holds until the next one.
  std::string_view text() const { return text_; }

 private:
  void write(const RecordBatch& batch);
  void writeCells(const RecordBatch& batch, size_t record);
  void writeSetAside(const RecordBatch& batch);

  Dialect dialect_;
  uint64_t skip_;
  std::optional<SetAside> only_;
  size_t written_ = 0;   // of them
  uint64_t record_ = 0;  // the batch's first one
  size_t columns_;
  TableText source_;
  RecordReader records_;
  std::string header_;  // that is still to be written
  std::string text_;
  std::string scratch_;
};

}  // namespace upgrade_rate
