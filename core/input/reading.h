// How one file is read: what was asked for, and what is in force after detection.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/bytes/dialect.h"
#include "core/bytes/encoding.h"
#include "core/cells/date.h"
#include "core/cells/number.h"

namespace upgrade_rate {

/// What one row of a file is.
enum class Shape : uint8_t {
  totals,         ///< a period with its customers and how many of them upgraded
  planHistory,    ///< the plan of one customer from a date on
  subscriptions,  ///< one stretch of a plan, from its start to its end
  changes,        ///< the change of one customer from one plan to another
  movements,      ///< a movement of one customer, of a kind that the row names
};
constexpr size_t kShapes = 5;

/// What a column can be for a shape.
enum class Part : uint8_t {
  customer,
  date,
  plan,
  value,
  quantity,
  period,
  total,
  upgraded,
  interval,  ///< with one, the value is a price per interval
  currency,
  start,
  end,
  status,
  subscription,
  fromPlan,
  toPlan,
  type,  ///< the kind of a movement
  valueBefore,
  valueAfter,
};
constexpr size_t kParts = 19;

std::string_view shapeName(Shape);  ///< as in the settings: "planHistory"
std::string_view partName(Part);    ///< as in the settings: "customer"

/// The part that says when a row of the shape is, or from when on.
constexpr Part datePartOf(Shape shape) {
  return shape == Shape::totals          ? Part::period
         : shape == Shape::subscriptions ? Part::start
                                         : Part::date;
}

/// Whether each row of the shape is a change, so that what was before it is not in the row above.
constexpr bool isOfChanges(Shape shape) {
  return shape == Shape::changes || shape == Shape::movements;
}

/// The part that names the plan from the row on, and what is paid from then on.
constexpr Part planPartOf(Shape shape) {
  return shape == Shape::changes ? Part::toPlan : Part::plan;
}
constexpr Part valuePartOf(Shape shape) {
  return shape == Shape::changes ? Part::valueAfter : Part::value;
}

/// What columns of the shape can be, segments apart; in the order of the documents.
std::span<const Part> partsOf(Shape);

constexpr int32_t kNoColumn = -1;

/// What most cells of a column are.
enum class ColumnKind : uint8_t { blank, date, number, text };
std::string_view columnKindName(ColumnKind);

struct Mapping {
  std::array<int32_t, kParts> column;
  std::vector<int32_t> segments;

  Mapping() { column.fill(kNoColumn); }
  int32_t of(Part part) const { return column[static_cast<size_t>(part)]; }
  void set(Part part, int32_t to) { column[static_cast<size_t>(part)] = to; }
};

/// What the settings ask for. Whatever is missing is detected.
struct ReadingRequest {
  std::optional<std::string> sheet;  ///< of a workbook, by name
  /// Not from the settings: the sheet whose cells the host hands in, as RFC 4180 in UTF-8. Then
  /// encoding and punctuation are known, and what is asked of them does not count.
  std::optional<std::string> sheetRead;
  std::optional<Shape> shape;
  std::optional<Encoding> encoding;
  std::optional<char> delimiter;
  std::optional<char> quote;
  std::optional<bool> header;
  std::optional<uint32_t> skipRows;
  /// Per part a header name, "#3" for the third column, or "" for no column.
  std::map<Part, std::string> mapping;
  std::optional<std::vector<std::string>> segments;
  /// Columns that become segments too, where the file has them.
  std::vector<std::string> alsoSegments;
  std::optional<DateFormat> dateFormat;
  std::optional<char> decimal;
  std::optional<bool> minorUnits;
  bool operator==(const ReadingRequest&) const = default;
};

/// A part for which a second column fits as well as the one that was chosen.
struct UnclearPart {
  Part part;
  int32_t column, rival;
};

/// How a file is read, complete.
struct Reading {
  std::optional<std::string> sheet;  ///< the one that is read, of a workbook
  Shape shape = Shape::planHistory;
  Encoding encoding = Encoding::utf8;
  Dialect dialect;
  bool header = true;
  uint32_t skipRows = 0;             ///< records above the header
  std::vector<std::string> columns;  ///< header names, trimmed; "#1", "#2", … without a header
  std::vector<ColumnKind> kinds;     ///< per column
  Mapping mapping;
  std::vector<UnclearPart> unclear;          ///< needed parts only
  DateFormat dateFormat = DateFormat::none;  ///< of the date or period column
  bool datesAssumed = false;                 ///< day-first and month-first both fit
  std::string dateExample;                   ///< a value that the two read apart
  bool dateHeaderSaysUtc = false;
  DateFormat endFormat = DateFormat::none;  ///< of the end column of subscriptions
  bool endHeaderSaysUtc = false;
  bool endsAreCancellations = false;  ///< that column counts only where the status says "ended"
  NumberFormat numberFormat;
  bool numbersAssumed =
      false;  ///< decimal point and comma both fit the values, and read them apart
  bool minorUnits = false;
  bool valuesAreDeltas = false;  ///< of movements: the value's header says so
};

/// The column that `name` means: by its header first, so that a column called "#2" can be named
/// too; then by its number; then by its header as headers are compared. Or kNoColumn.
int32_t columnNamed(const std::vector<std::string>& columns, const std::string& name);

/// What the settings call a column: its header, or "#3" where another column has the same (files
/// with a column that is called like another one's number, beside that, cannot be told).
std::string columnLabel(const Reading& reading, int32_t column);

/// The columns that `request` makes segments, in the order in which it names them. Those that the
/// file has not are left out.
std::vector<int32_t> askedSegments(const ReadingRequest& request, const Reading& reading);

}  // namespace upgrade_rate
