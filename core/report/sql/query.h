// The statement while it is written: its steps, and what the settings decide of them.
//
// A step is a common table expression with a comment that says what it holds. Steps come in the
// order in which they are added and are named in the order of the definitions: rows, timeline,
// periods, counts, output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/settings.h"
#include "core/report/sql/dialects.h"
#include "core/report/sql/expand.h"
#include "core/report/sql/script.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// A table of constants. Numbers are whole and stand as text; other cells are literals already.
struct SqlValues {
  struct Column {
    std::string_view name;
    bool number;
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< never empty
};

/// What the settings say, as far as it decides which steps there are.
struct SqlFacts {
  const Settings& settings;
  const TimeZone& zone;
  const ReadingRequest& file;
  Shape shape;
  std::vector<std::string> segments;  ///< columns that tell segments apart, filters' too
  bool valued = false, counted = false, priced = false, currencies = false;
  std::vector<int32_t> addOnPlans{};  ///< numbers in the step `plans`
  bool filtersColumns = false, filtersPlans = false;
  size_t segmentTables = 0;  ///< how many of `segments`, the first ones, get a table
  bool filters() const { return filtersColumns || filtersPlans; }

  bool has(Part part) const;
  bool addOns() const { return !addOnPlans.empty(); }
  /// A customer's first state may be from before the data.
  bool startsBeforeData() const { return shape == Shape::changes || shape == Shape::snapshots; }
  /// Values are converted to one currency.
  bool converts() const { return valued && settings.reportingCurrency.has_value(); }
  /// A state's value is the cell's: nothing is summed, divided or converted.
  bool plainValues() const {
    return !priced && !converts() && !addOns() && shape != Shape::subscriptions;
  }
  /// The zone's clock is never changed.
  bool steadyClock() const { return zone.transitions().size() < 2; }
};

class SqlQuery {
 public:
  /// `table`: the name of the table that is read, where it stands without a schema.
  SqlQuery(const SqlFacts& facts, SqlDialect dialect, bool script, std::string table)
      : facts_(facts), dialect_(dialect), script_(script), table_(std::move(table)) {}

  const SqlFacts& facts() const { return facts_; }
  SqlDialect dialect() const { return dialect_; }

  /// A name or text from outside, or a piece that is not to be read again, as a token.
  std::string name(std::string_view name);
  std::string text(std::string_view text);
  std::string token(std::string sql);
  /// A name of the result: quoted also where a bare one would do, so that no engine folds it.
  std::string exactName(std::string_view name);

  /// `#name#` in the steps added from here on.
  void piece(std::string name, std::string text) { pieces_[std::move(name)] = std::move(text); }
  void add(std::string_view name, std::string_view comment, std::string_view body);
  /// A step with a row per customer or more that several others read: a table in a script, sorted
  /// by `order`, columns that its readers partition by.
  void addLarge(std::string_view name, std::string_view comment, std::string_view order,
                std::string_view body);
  /// A step with few rows, in `columns`: a table in a script. In one statement ClickHouse writes a
  /// step into every other one that names it; there it becomes a constant, which is worked out
  /// once.
  void addSmall(std::string_view name, std::string_view comment,
                const std::vector<std::string>& columns, std::string_view body);
  void addValues(std::string_view name, std::string_view comment, const SqlValues& values);

  // Between instants and the wall clock, in templates. `row`: the alias of a row of `clock` that
  // joinClock has joined by the day; where clocks are never changed neither is needed.
  std::string joinClock(std::string_view row, std::string_view day) const;
  std::string toLocal(std::string_view instant, std::string_view row) const;
  std::string toInstant(std::string_view wall, std::string_view row) const;

  /// The steps, and the final statement's template behind them.
  std::string finish(std::string_view final) const;

 private:
  SqlStep& addStep(std::string_view name, std::string_view comment, std::string_view body);
  std::string withTokens(std::string_view sql) const;

  const SqlFacts& facts_;
  SqlDialect dialect_;
  bool script_;
  std::string table_;
  SqlPieces pieces_;
  std::vector<std::string> tokens_;
  std::vector<SqlStep> steps_;
};

/// Months of a period and the month on which the first one begins, for periods and for cohorts:
/// whole numbers, or where only the data tells how fine periods are, what stands for them.
struct SqlCalendar {
  std::string months, shift;
  std::string weeks{};  ///< 1 where periods are weeks instead, of snapshots
};
SqlCalendar periodCalendar(const SqlFacts& facts);
SqlCalendar cohortCalendar(const SqlFacts& facts);

// Of snapshots only.
void writeSnapshots(SqlQuery& query);     ///< when somebody looked, and how fine periods are
void writeSnapshotRows(SqlQuery& query);  ///< used rows, and that who is missing has left
// Of changes only.
void writeChangeRows(SqlQuery& query);  ///< used rows, and what was before the first

// Of subscriptions only.
void writeStretchRows(SqlQuery& query);  ///< what each row says of its end and status
void writeStretches(SqlQuery& query);    ///< used rows in lanes
void writeConcurrent(SqlQuery& query);   ///< what runs, merged to states

// Shared by shapes. Of rows in lanes (step `lanes`: customer, span, lane, instant, plan_no, role):
// blanks filled and, with values, what each is worth (step `carried`).
void writeCarried(SqlQuery& query);
void writeWorths(SqlQuery& query, const std::string& from);
/// `from`, and with rates also worth_rated.
std::string ratedRows(SqlQuery& query, const std::string& from);
/// Millionths a month of a sum of worths (times rates), which is a column.
std::string monthlyOf(const SqlFacts& facts, const std::string& total);
void writeRates(SqlQuery& query);
/// CASE of a row of count_measures m, of `counts` c and `at_start` o.
std::string countCase();
void writeAddOnStates(SqlQuery& query);  ///< of a plan history
/// `text` for each add-on, with its number in place of ~, and in place of % that of its plan.
std::string forEachAddOn(const SqlFacts& facts, std::string_view text);
// Columns of a state for its add-ons: behind `alias`, of the state before, and what of them says
// that there are more or less.
std::string addOnColumns(const SqlFacts& facts, std::string_view alias);
std::string addOnsBefore(const SqlFacts& facts);
std::string addOnsMore(const SqlFacts& facts);
std::string addOnsLess(const SqlFacts& facts);
/// Columns behind `alias`, under their own names, with commas between.
std::string columnsOf(std::string_view alias, const std::vector<std::string>& names);
/// What of a used row goes on to the states, behind `alias`: all but customer, instant, plan and
/// role.
std::string usedColumns(const SqlFacts& facts, std::string_view alias);
/// A state's segment columns behind `alias`, each after a comma.
std::string segmentColumns(const SqlFacts& facts, std::string_view alias);

/// One entry per plan; of several spellings the first.
std::vector<PlanSetting> distinctPlans(const std::vector<PlanSetting>& plans);

// The steps, in this order.
void writeIntervals(SqlQuery& query);  ///< words for how often a price is paid
void writeRows(SqlQuery& query);       ///< cells to rows with their fate
void writeFates(SqlQuery& query);      ///< the fate of every row
void writeHistory(SqlQuery& query);    ///< used rows to states
void writeTimeline(SqlQuery& query);   ///< states to steps with movements
void writePeriods(SqlQuery& query);    ///< the list of periods, and the headline
void writeJourneys(SqlQuery& query);   ///< cohorts, waits, paths
void writeCounts(SqlQuery& query);     ///< counts of every period
std::string writeOutput(SqlQuery& query);

}  // namespace upgrade_rate
