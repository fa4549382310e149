#include "core/report/sql/sql.h"

#include <algorithm>

#include "core/input/reading.h"
#include "core/report/json.h"
#include "core/report/object_reader.h"
#include "core/report/sql/money.h"
#include "core/report/sql/overlaps.h"
#include "core/report/sql/query.h"
#include "core/report/sql/quoting.h"
#include "core/report/sql/stays.h"
#include "core/report/sql/visit_steps.h"

namespace upgrade_rate {

namespace {

Error notWritten(const std::string& where, const std::string& what) {
  return {"sql.notWritten", where, "The SQL cannot do this yet: " + what + "."};
}

bool isWritten(Shape shape) {
  return shape == Shape::planHistory || shape == Shape::changes || shape == Shape::snapshots ||
         shape == Shape::subscriptions;
}

std::optional<Error> checkFile(const Settings& settings) {
  if (settings.files.empty() || !settings.files[0].reading.shape) {
    return Error{
        "sql.needsMapping", "files",
        "The settings must say what a row of the table is and what its columns are: "
        "\"files\": [{\"shape\": \"planHistory\", \"mapping\": {\"customer\": …, \"date\": "
        "…, \"plan\": …}}]."};
  }
  const ReadingRequest& file = settings.files[0].reading;
  if (!isWritten(*file.shape)) {
    return Error{"sql.shape", "files[0].shape",
                 "SQL is written for planHistory, changes, snapshots and subscriptions; this is " +
                     std::string(shapeName(*file.shape)) + "."};
  }
  std::vector<Part> needed = {Part::customer, datePartOf(*file.shape), planPartOf(*file.shape)};
  if (file.shape == Shape::changes) needed.push_back(Part::fromPlan);
  for (const Part part : needed) {
    const auto at = file.mapping.find(part);
    if (at != file.mapping.end() && !at->second.empty()) continue;
    return Error{"sql.needsMapping", "files[0].mapping." + std::string(partName(part)),
                 "The mapping must name the column of \"" + std::string(partName(part)) + "\"."};
  }
  for (const auto& [part, column] : file.mapping) {
    if (column.size() > 1 && column[0] == '#' &&
        column.find_first_not_of("0123456789", 1) == std::string::npos) {
      return Error{"sql.needsMapping", "files[0].mapping." + std::string(partName(part)),
                   "A table has no column by number; name it instead of \"" + column + "\"."};
    }
  }
  return std::nullopt;
}

std::optional<Error> checkFormats(const Settings& settings) {
  const ReadingRequest& file = settings.files[0].reading;
  const bool plainDates = !file.dateFormat || *file.dateFormat == DateFormat::yearMonthDay ||
                          *file.dateFormat == DateFormat::none;
  if (!plainDates) {
    return notWritten("files[0].dateFormat", "dates that are written other than 2026-01-31");
  }
  if (file.decimal && *file.decimal == ',') {
    return notWritten("files[0].decimal", "numbers with a decimal comma");
  }
  if (file.minorUnits && *file.minorUnits) {
    return notWritten("files[0].valueUnit", "values in cents");
  }
  return std::nullopt;
}

std::optional<Error> checkPlans(const Settings& settings) {
  const bool hasTier = settings.plans && std::any_of(settings.plans->begin(), settings.plans->end(),
                                                     [](const PlanSetting& plan) {
                                                       return plan.rule.role == Role::tier;
                                                     });
  if (hasTier) return std::nullopt;
  return Error{
      "sql.needsPlans", "plans",
      "The settings must name the plans with their tiers: a warehouse is not asked to guess "
      "them. A report of a sample has them in report.settings.plans."};
}

SqlFacts factsOf(const Settings& settings, const TimeZone& zone) {
  const ReadingRequest& file = settings.files[0].reading;
  SqlFacts facts{settings, zone, file, *file.shape, {}};
  facts.valued = facts.has(valuePartOf(facts.shape));
  facts.counted = facts.has(Part::quantity);
  facts.priced = facts.valued && facts.has(Part::interval);
  facts.currencies = facts.valued && facts.has(Part::currency);
  const auto add = [&](const std::string& column) {
    const auto same = [&](const std::string& each) { return each == column; };
    if (std::none_of(facts.segments.begin(), facts.segments.end(), same))
      facts.segments.push_back(column);
  };
  const auto& asked = settings.segmentBy ? settings.segmentBy : file.segments;
  for (const std::string& column : asked.value_or(std::vector<std::string>{})) add(column);
  facts.segmentTables = facts.segments.size();
  for (const Filter& filter : settings.filters) {
    (filter.byPlan ? facts.filtersPlans : facts.filtersColumns) = true;
    if (!filter.byPlan) add(filter.column);
  }
  const std::vector<PlanSetting> plans = distinctPlans(*settings.plans);
  for (size_t i = 0; i < plans.size(); ++i) {
    if (plans[i].rule.role == Role::addOn) facts.addOnPlans.push_back(static_cast<int32_t>(i) + 1);
  }
  return facts;
}

Json settingsInForce(const Settings& settings) {
  Json files = Json::array();
  const ReadingRequest& file = settings.files[0].reading;
  Json mapping = Json::object();
  for (const auto& [part, column] : file.mapping) {
    mapping[std::string(partName(part))] = column.empty() ? Json(nullptr) : Json(column);
  }
  mapping["segments"] = file.segments.value_or(std::vector<std::string>{});
  files.push_back(members({{"shape", shapeName(*file.shape)}, {"mapping", mapping}}));
  // What the table tells apart is asked of it when it is read.
  Settings counted = settings;
  if (!counted.segmentBy) counted.segmentBy = file.segments.value_or(std::vector<std::string>{});
  return writeSettings(counted, std::move(files));
}

// Stands for the table until Jinja's signs in all else are written as text.
constexpr char kTable = '\x03';

Result<std::string> tableOf(const SqlRequest& request) {
  const auto parts = tableParts(request.from);
  if (!parts || parts->size() > 4) {
    return Error{"sql.from", "from",
                 "Name the table, such as analytics.plan_changes; a part with other signs than "
                 "letters, digits and _ stands in \"…\"."};
  }
  std::string table;
  for (const std::string& part : *parts) {
    table += (table.empty() ? "" : ".") + quotedName(part, request.dialect);
  }
  return table;
}

// Its name where that is all that was named: it could be that of a step. Engines fold the case of
// names; steps are written in lower case.
std::string bareTable(const SqlRequest& request) {
  const auto parts = tableParts(request.from);
  if (!parts || parts->size() != 1) return "";
  std::string name = (*parts)[0];
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

// {{ ref('model') }} or {{ source('schema', 'table') }}.
Result<std::string> dbtTableOf(const SqlRequest& request) {
  const auto parts = tableParts(request.from);
  std::string names;
  for (const std::string& part : parts.value_or(std::vector<std::string>{})) {
    const bool plain = std::all_of(part.begin(), part.end(), isNameSign);
    names += (names.empty() ? "'" : ", '") + part + "'";
    if (!plain)
      return Error{"sql.from", "from", "A model or source of dbt has letters, digits and _ only."};
  }
  if (!parts || parts->size() > 2) {
    return Error{"sql.from", "from", "For dbt, name a model, or source.table."};
  }
  return (parts->size() == 1 ? "{{ ref(" : "{{ source(") + names + ") }}";
}

std::string dbtModel(const std::string& sql, const std::string& table) {
  std::string model = "{{ config(materialized='table') }}\n";
  for (const char c : escapedForJinja(sql)) c == kTable ? model += table : model += c;
  return model;
}

std::string headerOf(const SqlRequest& request, const std::string& settings) {
  return "-- Upgrade Rate: the KPI inside the warehouse. Aggregates, version 1, for " +
         std::string(dialectName(request.dialect)) +
         ".\n-- Result: part, start, end, name, other, currency, measure, value. Write it as CSV; "
         "upgrade-rate and its page read that.\n-- Settings: " +
         settings + "\n";
}

}  // namespace

Result<SqlRequest> readSqlRequest(std::string_view text) {
  const Result<Json> document = parseJson(text, "request");
  if (!document) return document.error();
  std::optional<Error> error;
  ObjectReader reader(document.value(), "", error);
  SqlRequest request;
  std::string dialect;
  reader.text("dialect", dialect);
  reader.text("from", request.from);
  reader.text("orderBy", request.orderBy);
  reader.boolean("dbt", request.dbt);
  reader.boolean("oneQuery", request.oneQuery);
  reader.finish();
  if (error) return *error;
  const std::optional<SqlDialect> named = dialectNamed(dialect);
  if (!named) {
    return Error{"sql.dialect", "dialect",
                 "There is no dialect \"" + dialect +
                     "\". Choose clickhouse, duckdb, postgres, spark, bigquery or snowflake."};
  }
  request.dialect = *named;
  return request;
}

Result<std::string> writeSql(const Settings& settings, const TimeZone& zone,
                             const SqlRequest& request) {
  if (auto error = checkFile(settings)) return *error;
  if (auto error = checkFormats(settings)) return *error;
  if (auto error = checkPlans(settings)) return *error;
  const bool clickhouse = request.dialect == SqlDialect::clickhouse;
  const bool script = clickhouse && !request.dbt && !request.oneQuery;
  // It works out a step for each that names it, and merging names some of them many times over.
  const bool tooDeep =
      clickhouse && !script && settings.files[0].reading.shape == Shape::subscriptions;
  if (tooDeep) return notWritten("dialect", "subscriptions in ClickHouse as one query");
  const Result<std::string> table = request.dbt ? dbtTableOf(request) : tableOf(request);
  if (!table) return table.error();
  const SqlFacts facts = factsOf(settings, zone);
  SqlQuery query(facts, request.dialect, script, bareTable(request));
  const std::string inForce = dumpJson(settingsInForce(settings));
  query.piece("from", query.token(request.dbt ? std::string(1, kTable) : table.value()));
  query.piece("position",
              request.orderBy.empty() ? "@scan_position()" : "t." + query.name(request.orderBy));
  query.piece("settings", query.text(inForce));
  query.piece("tail", clickhouse && !script
                          ? "\nSETTINGS join_use_nulls = 1, prefer_column_name_to_alias = 1"
                          : "");
  writeRows(query);
  writeFates(query);
  if (facts.converts()) writeRates(query);
  writeHistory(query);
  writeTimeline(query);
  writePeriods(query);
  writeCounts(query);
  writeVisitSteps(query);
  if (facts.valued) writeMoney(query);
  writeStays(query);
  if (writesOverlaps(facts)) writeOverlaps(query);
  writeJourneys(query);
  const std::string final = writeOutput(query);
  const std::string sql = headerOf(request, inForce) + query.finish(final);
  return request.dbt ? dbtModel(sql, table.value()) : sql;
}

}  // namespace upgrade_rate
