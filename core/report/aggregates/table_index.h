// The rows of a table of aggregates, put together again: each part of the report with the things
// that it tells of, and the measures of each.
//
// Method: runs of rows about one thing are sorted by what they are about, so that all rows of a
// thing stand together, in the order in which the things first appear. Whoever reads a value asks
// for it by name; what was never asked for in the end is what a newer writer added. The first thing
// that is wrong is the error that stands, with the line of the file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/input/aggregate_table.h"
#include "core/kpi/money.h"
#include "core/result.h"

namespace upgrade_rate {

/// One row of a thing.
struct TableCell {
  std::string_view measure, value;
  uint64_t line;
};

/// One thing of a part: a period, a segment's value, a path.
struct TableGroup {
  std::optional<int64_t> start, end;  ///< local days
  std::string_view name, other, currency;
  std::vector<TableCell> cells;  ///< one or more, by measure

  const TableCell* cell(std::string_view measure) const;
  uint64_t line() const { return cells.front().line; }
  /// Whether it is about [startDay, endDay).
  bool isOf(int64_t startDay, int64_t endDay) const { return start == startDay && end == endDay; }
};

class TableIndex {
 public:
  /// `table` must outlive it. `file`: its name, for errors.
  TableIndex(const AggregateTable& table, std::string file);

  /// The things of a part; none where no row names it.
  const std::vector<TableGroup>& of(std::string_view part) const;
  /// Those of them that are about [startDay, endDay).
  std::span<const TableGroup> between(std::string_view part, int64_t startDay,
                                      int64_t endDay) const;
  bool has(std::string_view part) const { return !of(part).empty(); }
  /// Parts without rows that the table says it would have written, where it says so at all.
  bool saysEmpty(std::string_view part) const;

  // Values of a thing. Absent or blank is 0 or "".
  int64_t count(const TableGroup& group, std::string_view measure);
  MoneySum amount(const TableGroup& group, std::string_view measure);
  std::string_view text(const TableGroup& group, std::string_view measure) const;
  /// A whole number that stands in a group's name, in [least, most].
  int64_t number(const TableGroup& group, std::string_view written, int64_t least, int64_t most);

  /// What is wrong with the row in that line. Only the first error stands.
  void fail(uint64_t line, std::string_view code, std::string advice);
  void contradiction(const TableGroup& group, std::string_view measure, std::string advice);
  const std::optional<Error>& error() const { return error_; }
  bool ok() const { return !error_; }

  /// All names of parts, in the order of the alphabet.
  const std::map<std::string_view, std::vector<TableGroup>>& parts() const { return parts_; }

 private:
  TableGroup& addGroup(const AggregateTable& table, const AggregateRow& row);
  void sortCells();

  std::string file_;
  std::map<std::string_view, std::vector<TableGroup>> parts_;
  std::vector<TableGroup> none_;
  std::optional<Error> error_;
};

}  // namespace upgrade_rate
