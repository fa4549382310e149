// The counts of totals, column by column.
//
// Customers are counted in whole numbers, so three digits behind a sign are a group: "1.012" and
// "1,012" are 1012, and "1.000" beside them is 1000. Only a cell that fits one sign alone ("12.5",
// "1000.000") shows which sign the column has for decimals.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "core/input/reading.h"

namespace upgrade_rate {

/// One column. It is read as if no cell showed its decimal sign, until `decimal` is known.
class CountColumn {
 public:
  explicit CountColumn(std::optional<char> decimal = std::nullopt) : decimal_(decimal) {}

  /// A number of customers: whole, 0 or more.
  std::optional<int64_t> read(std::string_view cell);
  /// The decimal sign that the cells read so far show, where it makes other counts of some of
  /// them: then the column has to be read again with it. Of two signs that are both shown, that
  /// of more counts.
  std::optional<char> verdict() const;

 private:
  struct Seen {
    uint64_t numbers = 0;
    uint64_t counts = 0;
    uint64_t others = 0;  ///< cells of which it makes another count than without a known sign
  };
  std::optional<char> decimal_;
  std::array<Seen, 2> seen_;  // by point and by comma
};

/// The columns of totals, or their kinds of rows: Part::total and Part::upgraded.
class CountColumns {
 public:
  explicit CountColumns(const std::map<Part, char>& decimals);
  std::optional<int64_t> read(Part part, std::string_view cell) {
    return columns_[part].read(cell);
  }
  std::map<Part, char> verdicts() const;

 private:
  std::map<Part, CountColumn> columns_;
};

}  // namespace upgrade_rate
