// Bridge and movements: from states to the steps of every customer. Definitions: section 1 of the
// specification.
//
// Where a customer stands is one number, the rung: 0 nowhere, 1 a prospect, 2 + t on tier t.
// Days of steps are the last local day whose first instant is not after them, so that a period is a
// stretch of days. Leaves out nothing.

#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

// What of a state goes on with it, behind `alias`.
std::string carriedColumns(const SqlFacts& facts, std::string_view alias) {
  std::vector<std::string> names = {"customer", "instant", "rung", "plan_no"};
  if (facts.valued) names.insert(names.end(), {"value", "billed"});
  if (facts.counted) names.push_back("quantity");
  if (facts.startsBeforeData()) names.push_back("held_before");
  return columnsOf(alias, names) + segmentColumns(facts, alias) +
         (facts.addOns() ? addOnColumns(facts, alias) : "");
}

void writeBridge(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("state", carriedColumns(facts, "s"));
  query.add("states_once", "Consecutive cancellations count as one, from the first.", R"(
  SELECT * FROM (
    SELECT #state#, @lag(s.rung, PARTITION BY s.customer ORDER BY s.instant) AS rung_before
    FROM states AS s
  ) AS s WHERE NOT (s.rung = 0 AND COALESCE(s.rung_before, 1) = 0)
)");
  if (facts.settings.bridgeDays == 0) {
    query.add("timeline", "The states that count.", "  SELECT #state# FROM states_once AS s");
    return;
  }
  query.add("neighbours", "Between which states each one stands.", R"(
  SELECT s.*, @lag(s.rung, PARTITION BY s.customer ORDER BY s.instant) AS rung_earlier,
    @lead(s.rung, PARTITION BY s.customer ORDER BY s.instant) AS rung_after,
    @lead(s.instant, PARTITION BY s.customer ORDER BY s.instant) AS next_at
  FROM states_once AS s
)");
  const std::string days = std::to_string(facts.settings.bridgeDays);
  std::string from = "neighbours", local = query.toLocal("s.instant", "k");
  if (!facts.steadyClock()) {
    query.piece("local_at", local);
    query.piece("first_clock", query.joinClock("k", "@day_of_micros(s.instant)"));
    query.add("neighbours_local", "",
              "  SELECT s.*, #local_at# AS local_at FROM neighbours AS s#first_clock#");
    from = "neighbours_local";
    local = "s.local_at";
  }
  const std::string wall = local + " + " + days + " * 86400000000";
  query.piece("from_step", from);
  query.piece("limit", query.toInstant("(" + wall + ")", "k2"));
  query.piece("second_clock", query.joinClock("k2", "@day_of_micros(" + wall + ")"));
  query.add(
      "timeline",
      "The states that count. A cancellation between two tiers goes when the later one comes no\n"
      "later than the same local time " +
          days + " calendar day" + (days == "1" ? "" : "s") + " later.",
      R"(
  SELECT #state# FROM #from_step# AS s#second_clock#
  WHERE NOT (s.rung = 0 AND COALESCE(s.rung_earlier, 0) >= 2 AND COALESCE(s.rung_after, 0) >= 2 AND COALESCE(s.next_at, 0) <= #limit#)
)");
}

void writeDays(SqlQuery& query) {
  std::string day = "@day_of_micros(" + query.toLocal("s.instant", "k") + ")";
  if (query.facts().steadyClock()) {
    query.piece("day_clock", "");
  } else {
    // A day may have begun before a clock is set back over midnight.
    day +=
        " + CASE WHEN @to_instant((@day_of_micros(@to_local(s.instant, k)) + 1) * 86400000000, k) "
        "<= "
        "s.instant THEN 1 ELSE 0 END";
    query.piece("day_clock", query.joinClock("k", "@day_of_micros(s.instant)"));
  }
  if (query.facts().shape == Shape::changes) {
    // What is from before the data has the first day that every engine knows.
    query.piece("day", "CASE WHEN s.instant < -2208988800000000 THEN -25567 ELSE " + day + " END");
  } else {
    query.piece("day", day);
  }
  query.add("states_in_order", "Every state with its place among its customer's, and its day.", R"(
  SELECT #state#, #day# AS day,
    @big(ROW_NUMBER() OVER (PARTITION BY s.customer ORDER BY s.instant)) AS ord
  FROM timeline AS s#day_clock#
)");
}

void writePairs(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string before;
  const auto add = [&](const std::string& name) {
    before +=
        ",\n    @lag(s." + name + ", PARTITION BY s.customer ORDER BY s.instant) AS " + name + "0";
  };
  add("rung");
  add("plan_no");
  if (facts.valued) add("value"), add("billed");
  if (facts.counted) add("quantity");
  for (size_t i = 0; i < facts.segments.size(); ++i) add("segment" + std::to_string(i));
  if (facts.addOns()) before += addOnsBefore(facts);
  query.add("pairs", "Every state beside the one before it.", R"(
  SELECT s.*)" + before + R"(,
    MAX(CASE WHEN s.rung >= 2 THEN 1 ELSE 0 END) OVER (PARTITION BY s.customer ORDER BY s.instant ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS was_customer
  FROM states_in_order AS s
)");
}

}  // namespace

void writeTimeline(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  writeBridge(query);
  writeDays(query);
  writePairs(query);
  std::string more, less;
  if (facts.counted) more = "p.quantity > p.quantity0", less = "p.quantity < p.quantity0";
  if (facts.addOns()) {
    more = addOnsMore(facts) + (more.empty() ? "" : " OR " + more);
    less = addOnsLess(facts) + (less.empty() ? "" : " OR " + less);
  }
  std::string cases;
  if (!more.empty()) {
    cases +=
        "\n      WHEN " + more + " THEN 'expansion'\n      WHEN " + less + " THEN 'contraction'";
  }
  cases += "\n      WHEN p.plan_no <> p.plan_no0 THEN 'switch'";
  if (facts.valued) {
    const std::string alike = "p.billed = p.billed0 AND ";
    if (facts.counted) {
      const std::string known = "p.quantity IS NOT NULL AND p.quantity0 IS NOT NULL AND ";
      cases += "\n      WHEN " + known + alike + "p.value > p.value0 THEN 'priceRise'" +
               "\n      WHEN " + known + alike + "p.value < p.value0 THEN 'priceCut'";
    }
    cases += "\n      WHEN " + alike + "p.value > p.value0 THEN 'expansion'\n      WHEN " + alike +
             "p.value < p.value0 THEN 'contraction'";
  }
  query.piece("cases", cases);
  query.piece("first", facts.startsBeforeData()
                           ? "\n      WHEN p.ord = 1 AND p.held_before = 1 THEN ''"
                           : "");
  query.add("steps_read", "The movement that leads to each state: the first that matches.", R"(
  SELECT p.*, COALESCE(p.rung0, 0) AS rung_from,
    CASE WHEN p.rung < 2 AND COALESCE(p.rung0, 0) < 2 THEN ''#first#
      WHEN COALESCE(p.rung0, 0) < 2 AND COALESCE(p.was_customer, 0) = 0 THEN 'new'
      WHEN COALESCE(p.rung0, 0) < 2 THEN 'reactivation'
      WHEN p.rung < 2 THEN 'churn'
      WHEN p.rung > p.rung0 THEN 'upgrade'
      WHEN p.rung < p.rung0 THEN 'downgrade'#cases#
      ELSE '' END AS movement
  FROM pairs AS p
)");
}

}  // namespace upgrade_rate
