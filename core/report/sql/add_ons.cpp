// Add-ons of a plan history: held beside a plan from their row to their next one, or to the
// customer's next cancellation; and what changes of them between two states. Definitions: section 1
// of the specification. Only where the settings name an add-on.
//
// Method: every add-on of the settings has columns of its own (a0_held, a0_quantity, a0_worth …),
// filled along the customer's rows, so that states stay one row each.

#include "core/report/sql/query.h"

namespace upgrade_rate {

std::string forEachAddOn(const SqlFacts& facts, std::string_view text) {
  std::string out;
  for (size_t i = 0; i < facts.addOnPlans.size(); ++i) {
    const std::string number = std::to_string(i), plan = std::to_string(facts.addOnPlans[i]);
    for (const char c : text) c == '~' ? out += number : c == '%' ? out += plan : out += c;
  }
  return out;
}

namespace {

// Columns of the plan itself, which every row after it has too.
std::string planColumns(const SqlFacts& facts) {
  std::string columns;
  const auto add = [&](const std::string& from, const std::string& name) {
    columns += ",\n    MAX(CASE WHEN r.lane = 0 THEN " + from +
               " END) OVER (PARTITION BY r.customer, r.plan_seq) AS " + name;
  };
  add("#rung#", "rung");
  add("COALESCE(r.plan_no, 0)", "plan_no_now");
  if (facts.valued) add("r.worth", "plan_worth"), add("r.billed_now", "plan_billed");
  if (facts.counted) add("r.quantity_now", "plan_quantity");
  for (size_t i = 0; i < facts.segments.size(); ++i) {
    add("r.segment" + std::to_string(i), "plan_segment" + std::to_string(i));
  }
  return columns;
}

// The sum of the plan's worth and its add-ons': unknown with an unknown part, and in several
// currencies without rates. An add-on without a currency is billed with its plan.
std::string totalOf(const SqlFacts& facts) {
  std::string total = facts.converts() ? "s.plan_worth * @wide(x.rate)" : "s.plan_worth";
  total += forEachAddOn(
      facts, facts.converts()
                 ? " + CASE WHEN s.a~_held = 0 THEN 0 ELSE s.a~_worth * @wide(x~.rate) END"
                 : " + CASE WHEN s.a~_held = 0 THEN 0 WHEN s.a~_billed = '' OR s.a~_billed = "
                   "s.billed THEN s.a~_worth END");
  return total;
}

void writeLaneCounts(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string counts;
  for (size_t i = 0; i < facts.addOnPlans.size(); ++i) {
    counts += ",\n    SUM(CASE WHEN r.lane = " + std::to_string(facts.addOnPlans[i]) +
              " THEN 1 ELSE 0 END) OVER (PARTITION BY r.customer, r.span ORDER BY r.instant ROWS "
              "BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a" +
              std::to_string(i) + "_seq";
  }
  query.piece("counts", counts);
  query.add("lane_counts", "Which row of the plan and of each add-on is the last one at each row.",
            R"(
  SELECT r.*, SUM(CASE WHEN r.lane = 0 THEN 1 ELSE 0 END) OVER (PARTITION BY r.customer ORDER BY r.instant ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS plan_seq#counts#
  FROM carried AS r
)");
}

void writeHeld(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string held;
  for (size_t i = 0; i < facts.addOnPlans.size(); ++i) {
    const std::string n = std::to_string(i), lane = std::to_string(facts.addOnPlans[i]);
    const auto add = [&](const std::string& from, const std::string& name) {
      held += ",\n    MAX(CASE WHEN r.lane = " + lane + " THEN " + from +
              " END) OVER (PARTITION BY r.customer, r.span, r.a" + n + "_seq) AS a" + n + name;
    };
    add(facts.counted ? "CASE WHEN r.quantity_now = 0 THEN 0 ELSE 1 END" : "1", "_last");
    if (facts.counted) add("r.quantity_now", "_quantity");
    if (facts.valued) add("r.worth", "_worth"), add("r.billed_now", "_billed");
  }
  query.piece("held", planColumns(facts) + held);
  query.add("held_at", "The plan and the add-ons at every used row.",
            "  SELECT r.*#held#\n  FROM lane_counts AS r");
}

void writeHeldStates(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string columns = forEachAddOn(
      facts,
      ", CASE WHEN COALESCE(r.rung, 0) > 0 THEN COALESCE(r.a~_last, 0) ELSE 0 END AS a~_held");
  if (facts.counted)
    columns +=
        forEachAddOn(facts, ", r.a~_quantity AS a~_quantity") + ", r.plan_quantity AS quantity";
  if (facts.valued) {
    columns +=
        forEachAddOn(facts, ", r.a~_worth AS a~_worth, COALESCE(r.a~_billed, '') AS a~_billed") +
        ", r.plan_worth AS plan_worth, COALESCE(r.plan_billed, '') AS billed";
  }
  for (size_t i = 0; i < facts.segments.size(); ++i) {
    const std::string n = std::to_string(i);
    columns += ", COALESCE(r.plan_segment" + n + ", r.segment" + n + ") AS segment" + n;
  }
  if (facts.startsBeforeData()) columns += ", r.held_before AS held_before";
  query.piece("columns", columns);
  query.add("states_held", "What the customer has from each used row on.", R"(
  SELECT r.customer AS customer, r.instant AS instant, COALESCE(r.rung, 0) AS rung, COALESCE(r.plan_no_now, 0) AS plan_no#columns#
  FROM held_at AS r
)");
}

}  // namespace

void writeAddOnStates(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  writeLaneCounts(query);
  writeHeld(query);
  writeHeldStates(query);
  if (!facts.valued) {
    query.addLarge("states", "", "customer, instant", "  SELECT * FROM states_held AS s");
    return;
  }
  std::string joins;
  if (facts.converts()) {
    joins =
        "\n    LEFT JOIN rates AS x ON x.currency = s.billed" +
        forEachAddOn(facts,
                     "\n    LEFT JOIN rates AS x~ ON x~.currency = CASE WHEN s.a~_billed = '' THEN "
                     "s.billed ELSE s.a~_billed END");
  }
  query.piece("total", totalOf(facts));
  query.piece("joins", joins);
  query.piece("monthly", monthlyOf(facts, "s.total"));
  query.addLarge("states", "And what all of it is worth a month.", "customer, instant", R"(
  SELECT s.*, #monthly# AS value
  FROM (
    SELECT s.*, #total# AS total
    FROM states_held AS s#joins#
  ) AS s
)");
}

std::string addOnColumns(const SqlFacts& facts, std::string_view alias) {
  std::string text = ", #.a~_held AS a~_held";
  if (facts.counted) text += ", #.a~_quantity AS a~_quantity";
  std::string out;
  for (const char c : forEachAddOn(facts, text)) c == '#' ? out += alias : out += c;
  return out;
}

std::string addOnsBefore(const SqlFacts& facts) {
  std::string text =
      ",\n    @lag(s.a~_held, PARTITION BY s.customer ORDER BY s.instant) AS a~_held0";
  if (facts.counted) {
    text +=
        ",\n    @lag(s.a~_quantity, PARTITION BY s.customer ORDER BY s.instant) AS a~_quantity0";
  }
  return forEachAddOn(facts, text);
}

std::string addOnsMore(const SqlFacts& facts) {
  std::string text = " OR p.a~_held > p.a~_held0";
  if (facts.counted)
    text += " OR (p.a~_held = 1 AND p.a~_held0 = 1 AND p.a~_quantity > p.a~_quantity0)";
  return forEachAddOn(facts, text).substr(4);
}

std::string addOnsLess(const SqlFacts& facts) {
  std::string text = " OR p.a~_held < p.a~_held0";
  if (facts.counted)
    text += " OR (p.a~_held = 1 AND p.a~_held0 = 1 AND p.a~_quantity < p.a~_quantity0)";
  return forEachAddOn(facts, text).substr(4);
}

}  // namespace upgrade_rate
