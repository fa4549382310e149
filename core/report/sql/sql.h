// The KPI as SQL for a warehouse: one SELECT, for ClickHouse a script that ends with one, that
// prints the table of aggregates by exactly the definitions of the reports.
//
// Input is one table with the columns that the settings map. Leaves out, each with an error that
// says so: what plain SQL cannot say, and what is not written yet.
#pragma once

#include <string>

#include "core/report/settings.h"
#include "core/report/sql/dialects.h"
#include "core/result.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct SqlRequest {
  SqlDialect dialect = SqlDialect::duckdb;
  std::string from;     ///< schema.table; parts may stand in "…" or `…`
  std::string orderBy;  ///< a column that orders the rows of one instant; empty: none
  bool dbt = false;     ///< a model file: the table by ref() or source()
  /// For ClickHouse, in place of a script with temporary tables. Other dialects always get one
  /// query.
  bool oneQuery = false;
};

/// {"dialect": "duckdb", "from": "analytics.plans", "orderBy": null, "dbt": false, "oneQuery":
/// false}
Result<SqlRequest> readSqlRequest(std::string_view text);

/// `zone`: that of the settings. Errors have codes sql.…, and `where` is the key of the settings or
/// request.
Result<std::string> writeSql(const Settings& settings, const TimeZone& zone,
                             const SqlRequest& request);

}  // namespace upgrade_rate
