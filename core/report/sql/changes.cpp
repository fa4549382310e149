// Changes: used rows, and what a customer held before the first of them, which is from before the
// data. Definitions: section 1 of the specification.
//
// A plan before that the settings do not name makes its row ignored, as a plan after does.

#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

// What a customer held has the value that the first row says was before it, if that is no price.
std::string columnsBefore(const SqlFacts& facts) {
  const bool said = facts.has(Part::valueBefore) && !facts.priced;
  std::string columns = "r.before_tier AS tier";
  if (facts.valued) {
    columns += said ? ", r.amount_before AS amount" : ", @null_big() AS amount";
  }
  if (facts.counted) columns += ", @null_big() AS quantity";
  if (facts.priced) columns += ", @null_big() AS shares";
  if (facts.currencies)
    columns += said ? ", r.currency_key AS currency_key" : ", NULLIF('', '') AS currency_key";
  return columns + segmentColumns(facts, "r");
}

}  // namespace

void writeChangeRows(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("row", usedColumns(facts, "r"));
  query.piece("before", columnsBefore(facts));
  query.add("first_rows", "The first used row of each customer.", R"(
  SELECT r.* FROM (
    SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r.customer ORDER BY r.instant) AS place
    FROM rows_fated AS r WHERE r.fate = 'used'
  ) AS r WHERE r.place = 1
)");
  query.add("rows_used", "A plan before the first row is held from before the data.", R"(
  SELECT r.customer AS customer, r.instant AS instant, 0 AS held_before, r.plan_no AS plan_no, r.role AS role, #row#
  FROM rows_fated AS r WHERE r.fate = 'used'
  UNION ALL
  SELECT r.customer, @big(-2209075200000000), 1, r.before_no, r.before_role, #before#
  FROM first_rows AS r
  WHERE r.before_role IN ('tier', 'prospect')
)");
}

}  // namespace upgrade_rate
