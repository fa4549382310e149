// Which records of a file are set aside, and why: what the reader of a report wants to see as they
// came. Eight bytes each, so that a file of nothing else takes less than one that is good.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/bytes/flat_bytes.h"

namespace upgrade_rate {

class SetAside {
 public:
  /// `record`: RowPlace::record. `code`: of a problem.
  void add(uint64_t record, std::string_view code);
  void append(const SetAside& other);
  /// Puts them in the order of the file.
  void sort();

  size_t size() const { return rows_.size(); }
  uint64_t record(size_t row) const { return rows_[row] >> kCodeBits; }
  std::string_view code(size_t row) const;

  /// Hands them to another instance, which adds `recordsBefore` to each record.
  void write(FlatWriter& out) const;
  void addWritten(FlatReader& in, uint64_t recordsBefore);

 private:
  static constexpr int kCodeBits = 8;
  std::vector<uint64_t> rows_;  // the record, and the place of the code in the table of advice
};

}  // namespace upgrade_rate
