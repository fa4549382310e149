// From cells to rows: what each cell says. Definitions: sections 1 and 8 of the specification.
//
// Method: every column is read as text and tested by a regular expression before it is taken apart,
// so that columns of any type do, and no engine's own reading of dates and numbers can differ.
// Instants are microseconds since 1970 in UTC, days are whole numbers since 1970-01-01. Leaves out:
// dates other than YYYY-MM-DD, marks of currencies in numbers. Goes on in fates.cpp.

#include <algorithm>

#include "core/cells/words.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

// Two days before 1900, where what was held before the data begins, to 2199.
constexpr int64_t kFirstDay = -25'569, kLastDay = 84'005;

std::string replacedX(std::string_view text, std::string_view x) {
  std::string out;
  for (const char c : text) c == '~' ? out += x : out += c;
  return out;
}

// A date cell in three steps; ~ is its name.
constexpr std::string_view kDateShape = R"(
    CASE WHEN @matches(~_cell, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?))?)?$') THEN ~_cell END AS ~_shape)";

constexpr std::string_view kDateParts = R"(
    @digits(SUBSTR(~_shape, 1, 4)) * 12 + @digits(SUBSTR(~_shape, 6, 2)) - 1 AS ~_month,
    @digits(SUBSTR(~_shape, 6, 2)) AS ~_month_in_year,
    @digits(SUBSTR(~_shape, 9, 2)) AS ~_day_in_month,
    CASE WHEN @length(~_shape) > 10
      THEN (@digits(SUBSTR(~_shape, 12, 2)) * 60 + @digits(SUBSTR(~_shape, 15, 2))) * 60000000
        + CASE WHEN SUBSTR(~_shape, 17, 1) = ':' THEN @digits(SUBSTR(~_shape, 18, 2)) ELSE 0 END * 1000000
        + CASE WHEN SUBSTR(~_shape, 20, 1) = '.' THEN @digits(@pad_right(SUBSTR(@extract(SUBSTR(~_shape, 20), '[0-9]+'), 1, 6), 6, '0')) ELSE 0 END
      ELSE 0 END AS ~_micros,
    CASE WHEN @length(~_shape) > 10 THEN @extract(SUBSTR(~_shape, 11), '(Z|UTC|[+-][0-9:]+)$') ELSE '' END AS ~_offset)";

// Minutes past the hour up to 59; the hour 24 only as midnight.
constexpr std::string_view kDateWall = R"(
    CASE WHEN ~_month_in_year BETWEEN 1 AND 12 AND ~_day_in_month >= 1
        AND ~_day_in_month <= @month_first_day(~_month + 1) - @month_first_day(~_month)
        AND ~_micros <= 86400000000
        AND (@length(~_shape) = 10 OR SUBSTR(~_shape, 15, 2) < '60' AND (SUBSTR(~_shape, 17, 1) <> ':' OR SUBSTR(~_shape, 18, 2) < '60'))
      THEN (@month_first_day(~_month) + ~_day_in_month - 1) * 86400000000 + ~_micros END AS ~_wall,
    CASE WHEN ~_offset = '' THEN #~_no_offset#
      WHEN SUBSTR(~_offset, 1, 1) IN ('Z', 'U') THEN 0
      ELSE (CASE WHEN SUBSTR(~_offset, 1, 1) = '-' THEN -1 ELSE 1 END)
        * (@digits(SUBSTR(~_offset, 2, 2)) * 60
          + CASE WHEN @length(~_offset) > 3 THEN @digits(SUBSTR(@replace(~_offset, ':', ''), 4, 2)) ELSE 0 END)
      END AS ~_offset_minutes)";

// A number cell in two steps, to millionths, a half to the even neighbour.
constexpr std::string_view kNumberShape = R"(
    CASE WHEN @matches(~_cell, '^[+-]?[0-9]{1,12}([.][0-9]+)?$') THEN ~_cell
      WHEN @matches(~_cell, '^[+-]?[0-9]{1,3}(,[0-9]{3}){1,3}([.][0-9]+)?$') THEN @replace(~_cell, ',', '') END AS ~_shape)";

constexpr std::string_view kNumberParts = R"(
    @digits(@extract(~_shape, '[0-9]+')) * 1000000
      + @digits(@pad_right(SUBSTR(@extract(~_shape, '[.][0-9]+'), 2, 6), 6, '0')) AS ~_size,
    @replace(SUBSTR(@extract(~_shape, '[.][0-9]+'), 8), '0+$', '') AS ~_rest)";

constexpr std::string_view kNumber = R"(
    CASE WHEN ~_shape IS NOT NULL THEN
      (CASE WHEN SUBSTR(~_shape, 1, 1) = '-' THEN -1 ELSE 1 END)
      * (~_size + CASE WHEN ~_rest > '5' OR (~_rest = '5' AND @mod(~_size, 2) = 1) THEN 1 ELSE 0 END) END AS ~)";

struct Cell {
  Part part;
  std::string_view name;
};
constexpr Cell kWordCells[] = {{Part::customer, "customer"},
                               {Part::date, "start"},
                               {Part::start, "start"},
                               {Part::period, "start"},
                               {Part::end, "until"},
                               {Part::plan, "plan"},
                               {Part::fromPlan, "from_plan"},
                               {Part::toPlan, "plan"},
                               {Part::value, "amount"},
                               {Part::valueAfter, "amount"},
                               {Part::valueBefore, "amount_before"},
                               {Part::quantity, "quantity"},
                               {Part::interval, "billed"},
                               {Part::currency, "currency"},
                               {Part::status, "status"},
                               {Part::subscription, "subscription"}};

constexpr std::string_view kDates[] = {"start", "until"};
constexpr std::string_view kNumbers[] = {"amount", "amount_before", "quantity"};

class RowSteps {
 public:
  explicit RowSteps(SqlQuery& query) : query_(query), facts_(query.facts()) {
    for (const Cell& cell : kWordCells) {
      if (facts_.has(cell.part)) cells_.push_back(cell);
    }
  }

  void write() {
    writeCells();
    if (!facts_.steadyClock()) writeClock();
    if (facts_.priced) writeIntervals(query_);
    writeShapes();
    writeParts();
    writeRead();
  }

 private:
  bool has(std::string_view name) const {
    return std::any_of(cells_.begin(), cells_.end(),
                       [&](const Cell& cell) { return cell.name == name; });
  }
  bool isDate(std::string_view name) const {
    return std::find(std::begin(kDates), std::end(kDates), name) != std::end(kDates);
  }
  bool isNumber(std::string_view name) const {
    return std::find(std::begin(kNumbers), std::end(kNumbers), name) != std::end(kNumbers);
  }

  void writeCells() {
    std::string columns;
    for (const Cell& cell : cells_) {
      const std::string column = query_.name(facts_.file.mapping.at(cell.part));
      columns += ",\n    @text(t." + column + ") AS " + std::string(cell.name) + "_text";
    }
    for (size_t i = 0; i < facts_.segments.size(); ++i) {
      columns += ",\n    @text(t." + query_.name(facts_.segments[i]) + ") AS segment" +
                 std::to_string(i) + "_text";
    }
    query_.add("cells", "The columns of the table, as text.",
               "  SELECT #position# AS position" + columns + "\n  FROM #from# AS t");
  }

  // Day by day, so that rows find their offset by an equality.
  void writeClock() {
    SqlValues values{{{"first_day", true},
                      {"last_day", true},
                      {"offset_before", true},
                      {"changes_at", true},
                      {"offset_after", true}},
                     {}};
    const auto& transitions = facts_.zone.transitions();
    const auto dayOf = [](int64_t seconds) { return floorDivide(seconds, 86'400); };
    const auto add = [&](int64_t first, int64_t last, int64_t before, int64_t at, int64_t after) {
      if (first > last) return;
      std::vector<std::string> row;
      for (const int64_t each : {first, last, before * kMicrosPerSecond, at * kMicrosPerSecond,
                                 after * kMicrosPerSecond}) {
        row.push_back(std::to_string(each));
      }
      values.rows.push_back(std::move(row));
    };
    int64_t next = kFirstDay;
    for (size_t i = 1; i < transitions.size(); ++i) {
      const int64_t at = transitions[i].instantSeconds;
      const int64_t before = transitions[i - 1].offsetSeconds, after = transitions[i].offsetSeconds;
      const int64_t first = std::max(next, dayOf(at + std::min(before, after)) - 1);
      const int64_t last = dayOf(at + std::max(before, after)) + 1;
      add(next, first - 1, before, 0, before);
      add(first, last, before, at, after);
      next = last + 1;
    }
    add(next, kLastDay, transitions.back().offsetSeconds, 0, transitions.back().offsetSeconds);
    query_.addValues(
        "clock_changes",
        "Offsets of the time zone from UTC, in microseconds, from day to day: on some\n"
        "days they change at an instant.",
        values);
    query_.add("clock", "The same, one row per day.",
               "  SELECT c.n AS day, c.offset_before AS offset_before, c.changes_at AS changes_at, "
               "c.offset_after AS offset_after\n"
               "  FROM (@spine(clock_changes, first_day, last_day)) AS c");
  }

  void writeShapes() {
    std::string columns = "position";
    for (const Cell& cell : cells_) {
      const std::string name(cell.name);
      columns += ",\n    @word(" + name + "_text) AS " +
                 (isDate(name) || isNumber(name) ? name + "_cell" : name);
    }
    for (size_t i = 0; i < facts_.segments.size(); ++i) {
      const std::string name = "segment" + std::to_string(i);
      columns += ",\n    COALESCE(@word(" + name + "_text), '') AS " + name;
    }
    query_.add("words", "Blanks, and words that say that there is nothing, are NULL.",
               "  SELECT " + columns + "\n  FROM cells");
    columns = "w.*";
    for (const Cell& cell : cells_) {
      if (isDate(cell.name)) columns += "," + replacedX(kDateShape, cell.name);
      if (isNumber(cell.name)) columns += "," + replacedX(kNumberShape, cell.name);
    }
    query_.add("shapes", "Dates and numbers, where the cell is written as one.",
               "  SELECT " + columns + "\n  FROM words AS w");
  }

  void writeParts() {
    std::string columns = "s.*";
    for (const Cell& cell : cells_) {
      if (isDate(cell.name)) columns += "," + replacedX(kDateParts, cell.name);
      if (isNumber(cell.name)) columns += "," + replacedX(kNumberParts, cell.name);
    }
    query_.add("parts", "Months since year 0, days, microseconds of the day; millionths.",
               "  SELECT " + columns + "\n  FROM shapes AS s");
    columns = "p.*";
    for (const Cell& cell : cells_) {
      if (isDate(cell.name)) {
        const std::string& column = facts_.file.mapping.at(cell.part);
        const bool utc = headerKey(column).ends_with("utc");
        const std::string name(cell.name);
        // A day without a time is the zone's, whatever the header says.
        query_.piece(name + "_no_offset",
                     utc ? "CASE WHEN @length(" + name + "_shape) > 10 THEN 0 END" : "NULL");
        columns += "," + replacedX(kDateWall, cell.name);
      }
      if (isNumber(cell.name)) columns += "," + replacedX(kNumber, cell.name);
    }
    query_.add("walls", "Dates that exist, as microseconds of the clock on the wall.",
               "  SELECT " + columns + "\n  FROM parts AS p");
  }

  // A time of day would make every row a look at the books of its own.
  void writePeriodDays() {
    query_.add("period_days", "The days that are named.", R"(
  SELECT w.*, @day_of_micros(CASE WHEN w.start_offset_minutes IS NOT NULL THEN w.start_wall - w.start_offset_minutes * 60000000 ELSE w.start_wall END) AS start_day
  FROM walls AS w
)");
  }

  // Instants, and the number of the plan.
  void writeRead() {
    std::string columns, joins, from = "walls";
    const bool periods = facts_.shape == Shape::snapshots;
    if (periods) {
      writePeriodDays();
      from = "period_days";
      columns += ",\n    " + query_.toInstant("(w.start_day * 86400000000)", "k") + " AS instant";
      joins += query_.joinClock("k", "w.start_day");
    }
    for (const Cell& cell : cells_) {
      if (!isDate(cell.name) || periods) continue;
      const std::string name(cell.name), wall = "w." + name + "_wall";
      const std::string row = "k_" + name, offset = "w." + name + "_offset_minutes";
      columns += ",\n    CASE WHEN " + offset + " IS NOT NULL THEN " + wall + " - " + offset +
                 " * 60000000 ELSE " + query_.toInstant(wall, row) + " END AS " +
                 (name == "start" ? "instant" : name + "_instant");
      joins +=
          query_.joinClock(row, "CASE WHEN " + wall + " < 7258118400000000 THEN @day_of_micros(" +
                                    wall + ") ELSE 84005 END");
    }
    if (facts_.priced) {
      columns += ",\n    i.shares AS shares";
      joins +=
          "\n  LEFT JOIN intervals AS i ON i.billed_key = @replace(@lower(w.billed), '[^a-z0-9]+', "
          "'')";
    }
    query_.add("rows_read", "Instants in UTC, in microseconds since 1970.",
               "  SELECT w.*" + columns + "\n  FROM " + from + " AS w" + joins);
  }

  SqlQuery& query_;
  const SqlFacts& facts_;
  std::vector<Cell> cells_;
};

}  // namespace

void writeRows(SqlQuery& query) { RowSteps(query).write(); }

}  // namespace upgrade_rate
