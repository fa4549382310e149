// Lists of whole numbers as they stand in an aggregates document: short, and read with care.
//
// Method: a column is 0 where all its numbers are 0, else the shorter of the numbers and their
// differences (which stand in a list of their own). What comes back was written by anybody: every
// number is held against its bounds, every sum against overflow, and the first thing that does not
// fit is the error that stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/report/json.h"
#include "core/result.h"

namespace upgrade_rate {

/// No count is larger: beyond it a double would not be exact.
constexpr int64_t kLargestCount = int64_t{1} << 53;
/// No amount is larger; sums of a thousand of them still fit 128 bits.
constexpr int64_t kLargestAmount = int64_t{1} << 62;

Json writeColumn(const std::vector<int64_t>& numbers);
/// Rows of `width` numbers, column by column.
Json writeRows(const std::vector<std::vector<int64_t>>& rows, size_t width);

/// The document is not what it was written as.
Error damagedShare(const std::string& where);

/// Takes the elements of a list one after the other.
class ListReader {
 public:
  /// `where`: of the list, for the error. Anything but a list is damaged.
  ListReader(const Json& list, std::string where, std::optional<Error>& error);

  const Json& next();
  bool atEnd() const { return at_ >= list_.size(); }
  int64_t number(int64_t least, int64_t most);
  /// Null is nothing.
  std::optional<int64_t> numberOrNull(int64_t least, int64_t most);
  std::string text();
  /// A column of `rows` numbers, each within [-most, most].
  std::vector<int64_t> column(size_t rows, int64_t most);
  size_t size() const { return list_.size(); }

  void fail();
  bool ok() const { return !error_; }
  const std::string& where() const { return where_; }
  std::optional<Error>& error() { return error_; }

 private:
  const Json& list_;
  std::string where_;
  std::optional<Error>& error_;
  size_t at_ = 0;
  Json none_;
};

}  // namespace upgrade_rate
