// The states of a plan history: what a customer has from each used row on. Definitions: section 1
// of the specification.
//
// Method: rows stand in lanes, the customer's plan and every add-on beside it, between two
// cancellations. Blank values and quantities are carried along a lane while plan, interval and
// currency stay, by running counts of what is known. Where no plan is an add-on, a row is a state.

#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

// `known` carried along `window`: the last one that is known.
void carry(SqlQuery& query, std::string_view step, std::string_view from, std::string_view window,
           const std::vector<std::string>& columns) {
  std::string counts, fills;
  for (const std::string& column : columns) {
    counts += ",\n    COUNT(r." + column + ") OVER (PARTITION BY " + std::string(window) +
              " ORDER BY r.instant ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS " + column +
              "_run";
    fills += ",\n    MAX(r." + column + ") OVER (PARTITION BY " + std::string(window) + ", r." +
             column + "_run) AS " + column + "_held";
  }
  query.add(step, "Blanks are filled with the last that is known.",
            "  SELECT r.*" + fills + "\n  FROM (\n    SELECT r.*" + counts + "\n    FROM " +
                std::string(from) + " AS r\n  ) AS r");
}

void writeLanes(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  if (facts.shape == Shape::snapshots) writeSnapshotRows(query);
  if (facts.shape == Shape::changes) writeChangeRows(query);
  query.piece("used", facts.startsBeforeData() ? "rows_used AS r"
                                               : "rows_fated AS r WHERE r.fate = 'used'");
  query.add("lanes",
            "Used rows: of the customer's plan (lane 0) or of one add-on; nothing is held or\n"
            "carried over a cancellation, so these are counted.",
            R"(
  SELECT r.*, CASE WHEN r.role = 'addOn' THEN r.plan_no ELSE 0 END AS lane,
    SUM(CASE WHEN r.role = 'none' THEN 1 ELSE 0 END) OVER (PARTITION BY r.customer ORDER BY r.instant ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS span
  FROM #used#
)");
}

}  // namespace

// Of rows in lanes (columns customer, span, lane, instant, plan_no, role), in the step `lanes`.
void writeCarried(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("afresh",
              facts.counted
                  ? " AND NOT (r.role = 'addOn' AND COALESCE(@lag(r.quantity, #lane#), 1) = 0)"
                  : "");
  query.piece("gap", facts.shape == Shape::subscriptions
                         ? " AND COALESCE(@lag(r.ends_key, #lane#), 0) >= r.instant"
                         : "");
  query.piece("lane", "PARTITION BY r.customer, r.span, r.lane ORDER BY r.instant");
  query.add("runs", "A run is a stretch of a lane on one plan, along which blanks are carried.", R"(
  SELECT r.*, SUM(r.turn) OVER (#lane# ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (
    SELECT r.*, CASE WHEN COALESCE(@lag(COALESCE(r.plan_no, 0), #lane#), -1) = COALESCE(r.plan_no, 0)#afresh##gap# THEN 0 ELSE 1 END AS turn
    FROM lanes AS r
  ) AS r
)");
  std::vector<std::string> terms;
  if (facts.counted) terms.push_back("quantity");
  if (facts.priced) terms.push_back("shares");
  if (facts.currencies) terms.push_back("currency_key");
  carry(query, "filled", "runs", "r.customer, r.span, r.lane, r.run", terms);
  std::string from = "filled";
  const bool termed = facts.priced || facts.currencies;
  if (facts.valued && termed) {
    std::string turn = "1 = 1";
    const std::string window = "PARTITION BY r.customer, r.span, r.lane, r.run ORDER BY r.instant";
    if (facts.priced) {
      turn += " AND COALESCE(@lag(COALESCE(r.shares_held, 0), " + window +
              "), 0) = COALESCE(r.shares_held, 0)";
    }
    if (facts.currencies) {
      turn += " AND COALESCE(@lag(COALESCE(r.currency_key_held, ''), " + window +
              "), '') = COALESCE(r.currency_key_held, '')";
    }
    query.piece("same_terms", turn);
    query.piece("run_window", window);
    query.add("termed", "A price is carried only while its interval and currency stay.", R"(
  SELECT r.*, SUM(r.terms_turn) OVER (#run_window# ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS terms
  FROM (
    SELECT r.*, CASE WHEN #same_terms# THEN 0 ELSE 1 END AS terms_turn
    FROM filled AS r
  ) AS r
)");
    from = "termed";
  }
  if (facts.valued) {
    carry(query, "priced", from,
          std::string("r.customer, r.span, r.lane, r.run") + (termed ? ", r.terms" : ""),
          {"amount"});
    from = "priced";
  }
  writeWorths(query, from);
}

void writeWorths(SqlQuery& query, const std::string& from) {
  const SqlFacts& facts = query.facts();
  std::string columns;
  if (facts.counted) columns += ", r.quantity_held AS quantity_now";
  if (facts.valued) {
    std::string worth = "@wide(r.amount_held)";
    if (facts.priced) {
      worth += " * @wide(r.shares_held) * @wide(";
      worth += facts.counted ? "r.quantity_held)" : "1000000)";
    } else {
      worth += " * @wide(30240000000)";
    }
    columns += ",\n    " + worth + " AS worth";
    columns += facts.currencies ? ", COALESCE(r.currency_key_held, '') AS billed_now"
                                : ", '' AS billed_now";
  }
  query.add("carried",
            facts.valued
                ? "What a row is worth a month, exactly: in 30240ths of a millionth of a millionth."
                : "Rows with what is carried.",
            "  SELECT r.*" + columns + "\n  FROM " + from + " AS r");
}

std::string usedColumns(const SqlFacts& facts, std::string_view alias) {
  std::vector<std::string> names = {"tier"};
  if (facts.valued) names.push_back("amount");
  if (facts.counted) names.push_back("quantity");
  if (facts.priced) names.push_back("shares");
  if (facts.currencies) names.push_back("currency_key");
  return columnsOf(alias, names) + segmentColumns(facts, alias);
}

void writeHistory(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  if (facts.shape == Shape::subscriptions) {
    writeStretches(query);
    writeCarried(query);
    return writeConcurrent(query);
  }
  writeLanes(query);
  writeCarried(query);
  const bool prospects = facts.settings.prospectsAreCustomers;
  query.piece(
      "rung",
      std::string("CASE WHEN r.role = 'tier' THEN r.tier + 2 WHEN r.role = 'prospect' THEN ") +
          (prospects ? "2" : "1") + " ELSE 0 END");
  query.piece("segments", segmentColumns(facts, "r"));
  if (facts.addOns()) return writeAddOnStates(query);
  std::string value;
  if (facts.valued) {
    const std::string plain = "@big(r.amount_held)";
    value =
        ",\n    " +
        (facts.plainValues() ? plain
                             : monthlyOf(facts, facts.converts() ? "r.worth_rated" : "r.worth")) +
        " AS value, r.billed_now AS billed";
  }
  if (facts.counted) value += ", r.quantity_now AS quantity";
  query.piece("value", value + (facts.startsBeforeData() ? ", r.held_before AS held_before" : ""));
  query.piece("rated", facts.plainValues() ? "carried" : ratedRows(query, "carried"));
  query.addLarge("states", "Every used row is the customer's state from then on.",
                 "customer, instant", R"(
  SELECT r.customer, r.instant AS instant, #rung# AS rung, COALESCE(r.plan_no, 0) AS plan_no#value##segments#
  FROM #rated# AS r
)");
}

}  // namespace upgrade_rate
