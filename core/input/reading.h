// How one file is read: what was asked for, and what is in force after detection.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/bytes/dialect.h"
#include "core/bytes/encoding.h"
#include "core/bytes/json_rows.h"
#include "core/cells/date.h"
#include "core/cells/number.h"
#include "core/input/period_columns.h"

namespace upgrade_rate {

/// What one row of a file is.
enum class Shape : uint8_t {
  totals,         ///< a period with its customers and how many of them upgraded
  planHistory,    ///< the plan of one customer from a date on
  subscriptions,  ///< one stretch of a plan, from its start to its end
  changes,        ///< the change of one customer from one plan to another
  movements,      ///< a movement of one customer, of a kind that the row names
  snapshots,      ///< the plan, or the value, of one customer in one period
  matrix,         ///< the same of one customer in many periods, one column for each
  flags,          ///< whether one customer upgraded, maybe on a date
  planTable,      ///< what a plan is called, its tier and price; joined to other files
  customerTable,  ///< what tells customers apart; joined to other files
  aggregates,     ///< one count or sum of a report that was counted elsewhere (aggregate_table.h)
};
constexpr size_t kShapes = 11;

/// Whether files of the shape only say more of what others name.
constexpr bool isLookup(Shape shape) {
  return shape == Shape::planTable || shape == Shape::customerTable;
}

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
  flag,     ///< whether the customer upgraded, yes or no
  key,      ///< of a table: what other files call the plan or customer
  tier,     ///< of a plan table
  measure,  ///< of totals with one column per period, and of aggregates: which count a row holds
  stage,    ///< of a deal: only what is won counts
  part,     ///< of aggregates: the part of the report that a row belongs to
  name,     ///< of aggregates: whom or what the row counts within that part
  other,    ///< the same, where two are named
};
constexpr size_t kParts = 27;

std::string_view shapeName(Shape);  ///< as in the settings: "planHistory"
std::string_view partName(Part);    ///< as in the settings: "customer"

/// The part that says when a row of the shape is, or from when on.
constexpr Part datePartOf(Shape shape) {
  return shape == Shape::totals || shape == Shape::snapshots           ? Part::period
         : shape == Shape::subscriptions || shape == Shape::aggregates ? Part::start
                                                                       : Part::date;
}

/// Whether the rows count upgrades themselves, and hold no plans to follow.
constexpr bool areCounts(Shape shape) {
  return shape == Shape::totals || shape == Shape::flags || shape == Shape::aggregates;
}

/// Whether who is missing from a later period has left.
constexpr bool areSnapshots(Shape shape) {
  return shape == Shape::snapshots || shape == Shape::matrix;
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

/// Where periods have a column each, the part of their cells (periodsPartOf) is the first of these
/// columns.
struct Mapping {
  std::array<int32_t, kParts> column;
  std::vector<int32_t> segments;

  Mapping() { column.fill(kNoColumn); }
  int32_t of(Part part) const { return column[static_cast<size_t>(part)]; }
  void set(Part part, int32_t to) { column[static_cast<size_t>(part)] = to; }
  /// Whether the column plays a part or is a segment.
  bool uses(int32_t which) const {
    return std::find(column.begin(), column.end(), which) != column.end() ||
           std::find(segments.begin(), segments.end(), which) != segments.end();
  }
};

/// Whether each period has a column of its own.
inline bool hasPeriodColumns(Shape shape, const Mapping& mapping) {
  return shape == Shape::matrix ||
         (shape == Shape::totals && mapping.of(Part::measure) != kNoColumn);
}

/// What the settings ask for. Whatever is missing is detected.
struct ReadingRequest {
  std::optional<std::string> sheet;  ///< of a workbook, by name
  /// Not from the settings: the sheet whose cells the host hands in, as RFC 4180 in UTF-8. Then
  /// encoding and punctuation are known, and what is asked of them does not count.
  std::optional<std::string> sheetRead;
  /// Not from the settings: all keys of a JSON document, where a first reading found more of them
  /// than its first bytes hold.
  std::vector<std::string> jsonKeys;
  std::optional<Shape> shape;
  bool amongOthers = false;  ///< not from the settings: whether other files come with it
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
  /// Not from the settings: decimal signs of columns of counts, where all rows showed one that was
  /// not assumed.
  std::map<Part, char> countDecimals;
  std::optional<bool> minorUnits;
  bool operator==(const ReadingRequest&) const = default;
};

/// A part for which a second column fits as well as the one that was chosen.
struct UnclearPart {
  Part part;
  int32_t column, rival;
};

/// A shape that the columns of a file would do for, and how well, from 0 to 1: the mean over the
/// parts that the shape needs.
struct ShapeGuess {
  Shape shape;
  double fit;
};

/// How a file is read, complete.
struct Reading {
  std::optional<std::string> sheet;  ///< the one that is read, of a workbook
  std::string_view system;           ///< whose export it is, where it is known by its headers
  Shape shape = Shape::planHistory;
  /// The shape, and the best of those that would do too. Neither where the shape was asked for or
  /// follows from whose export it is, nor for tables that others look things up in.
  std::optional<ShapeGuess> guess, runnerUp;
  Encoding encoding = Encoding::utf8;
  std::optional<JsonLayout> json;  ///< of JSON, which is read as RFC 4180 text made from it
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
  std::map<Part, char> countDecimals;  ///< of totals, where one is known
  bool minorUnits = false;
  bool valuesAreDeltas = false;       ///< of movements: the value's header says so
  std::vector<PeriodColumn> periods;  ///< where each has a column of its own, by time

  /// Rows about customers that say what they pay and not for what: tiers are unknown. Movements say
  /// by themselves what they are.
  bool hasNoPlans() const {
    return !areCounts(shape) && !isOfChanges(shape) && !isLookup(shape) &&
           mapping.of(Part::plan) == kNoColumn;
  }
  /// The format of values. Numbers in sheets and JSON are written with a point, and not in groups.
  NumberFormat formatOf(const NumberEvidence::Decision& values) const {
    return values.ambiguous && (sheet || json) ? NumberFormat{'.'} : values.format;
  }
  /// What the columns of periods are called in the mapping.
  Part periodsPart() const {
    return shape == Shape::totals ? Part::period : hasNoPlans() ? Part::value : Part::plan;
  }
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
