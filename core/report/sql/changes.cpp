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
  const auto before = [](const std::string& was, const std::string& name) {
    return ", CASE WHEN e.held = 1 THEN " + was + " ELSE r." + name + " END AS " + name;
  };
  std::string columns = before("r.before_no", "plan_no") + before("r.before_role", "role") +
                        before("r.before_tier", "tier");
  if (facts.valued) columns += before(said ? "r.amount_before" : "NULL", "amount");
  if (facts.counted) columns += before("NULL", "quantity");
  if (facts.priced) columns += before("NULL", "shares");
  if (facts.currencies) columns += before(said ? "r.currency_key" : "NULL", "currency_key");
  return columns + segmentColumns(facts, "r");
}

}  // namespace

void writeChangeRows(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("columns", columnsBefore(facts));
  query.add("rows_in_order", "Used rows, and which is the first of its customer.", R"(
  SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r.customer ORDER BY r.instant) AS place
  FROM rows_fated AS r WHERE r.fate = 'used'
)");
  query.add("rows_used", "A plan before the first row is held from before the data.", R"(
  SELECT r.customer AS customer, CASE WHEN e.held = 1 THEN -2209075200000000 ELSE r.instant END AS instant, e.held AS held_before#columns#
  FROM rows_in_order AS r CROSS JOIN (SELECT 0 AS held UNION ALL SELECT 1) AS e
  WHERE e.held = 0 OR (r.place = 1 AND r.before_role IN ('tier', 'prospect'))
)");
}

}  // namespace upgrade_rate
