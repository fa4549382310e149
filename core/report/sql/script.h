// The steps of a statement, and the ways in which they are put together: as common table
// expressions of one SELECT, or as a script that keeps the large ones in temporary tables.
//
// ClickHouse writes a step out again into every one that names it: the SELECT grows with their
// number, and the table is read and sorted many times over. So there a script is the rule. Each of
// its statements has only the steps that it needs and that are no tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upgrade_rate {

struct SqlStep {
  /// What becomes of it in a script: written where it is named, a table in memory, or one on disk.
  enum class Kept { inPlace, small, large };
  std::string name;
  std::string comment;  ///< lines that begin with --
  std::string body;     ///< a SELECT
  std::string instead;  ///< what stands in the one statement in place of it, where not empty
  Kept kept = Kept::inPlace;
  std::string order;  ///< columns by which a large one is sorted, as its readers want it; or none
};

/// A step that is named like `table` gets another name: engines would read it for the table.
void makeWay(std::vector<SqlStep>& steps, std::string& final, std::string_view table);

/// "WITH …" and `final`.
std::string oneStatement(const std::vector<SqlStep>& steps, std::string_view final);

/// For ClickHouse: statements, of which the last one gives the result. Steps name each other only
/// behind FROM and JOIN. A table is dropped when nothing reads it any more.
std::string asScript(const std::vector<SqlStep>& steps, std::string_view final);

}  // namespace upgrade_rate
