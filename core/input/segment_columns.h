// The columns that tell customers apart (region, product line, channel …), as rows have them.
//
// Every row has a value in every column: a row of a file without the column is blank there. The
// same column of two files is one, whatever their headers' case and punctuation. Texts stand in a
// dictionary per column, so that a row costs 4 bytes a column.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/input/column.h"
#include "core/input/dictionary.h"

namespace upgrade_rate {

constexpr uint32_t kBlankSegment = 0;

struct SegmentColumn {
  std::string name;         ///< as in the settings (columnLabel) of the first file that has it
  Dictionary texts;         ///< trimmed, case-sensitive; the text of value v > 0 is key v - 1
  Column<uint32_t> values;  ///< per row; kBlankSegment where the cell is blank

  uint32_t valueCount() const { return texts.size() + 1; }
  std::string_view text(uint32_t value) const {
    return value == kBlankSegment ? std::string_view() : texts.key(value - 1);
  }
  /// The value of a text, if some row has it.
  std::optional<uint32_t> valueOf(std::string_view text) const;
  /// Appends rows with these cells (trimmed).
  void append(std::span<const std::string_view> cells);
};

class SegmentColumns {
 public:
  size_t size() const { return columns_.size(); }
  SegmentColumn& operator[](size_t i) { return columns_[i]; }
  const SegmentColumn& operator[](size_t i) const { return columns_[i]; }

  /// The place of the column with this name, compared as headers are.
  std::optional<uint32_t> find(std::string_view name) const;
  /// The same; one that is not there yet is added, blank in all of the `rows` rows.
  uint32_t place(std::string_view name, uint32_t rows);
  /// Blanks in the columns that are shorter than `rows`.
  void fill(uint32_t rows);

  /// How much there is of each column.
  struct Mark {
    uint32_t rows = 0;
    std::vector<uint32_t> texts;
  };
  Mark mark(uint32_t rows) const;
  /// Forgets what came after the mark.
  void cut(const Mark& mark);

 private:
  std::vector<SegmentColumn> columns_;
};

}  // namespace upgrade_rate
