// A file written out as it was read: RFC 4180, every cell verbatim, so that any other reader can
// compare. Title lines above the header and comment lines are left out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/bytes/records.h"
#include "core/bytes/table_text.h"
#include "core/input/reading.h"

namespace upgrade_rate {

class TableWriter {
 public:
  explicit TableWriter(const Reading& reading);

  /// Takes the file's bytes again from the first one on.
  void push(std::span<const char> bytes);
  void finish();
  /// What the last call completed. Holds until the next one.
  std::string_view text() const { return text_; }

 private:
  void write(const RecordBatch& batch);

  Dialect dialect_;
  uint64_t skip_;
  size_t columns_;
  TableText source_;
  RecordReader records_;
  std::string text_;
  std::string scratch_;
};

}  // namespace upgrade_rate
