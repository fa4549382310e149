// Concurrent subscriptions become one sequence of states: what a customer has from each instant on
// at which something starts or stops. Definitions: section 1 of the specification.
//
// Among equal tiers the plan already held stays, so that the choice of a plan hangs on the one
// before. Where only one plan can be it, or none that was there before, the choice is free of that;
// only between such instants is it followed from one to the next, by the one recursive step.

#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

std::string worthOf(const SqlFacts& facts) {
  return facts.converts() ? "r.worth_rated" : "r.worth";
}

// Columns of a row in force, behind `alias`.
std::string runningColumns(const SqlFacts& facts, std::string_view alias) {
  std::vector<std::string> names = {"plan_no", "role", "tier", "name_rank", "place", "beats"};
  if (facts.valued) names.insert(names.end(), {"worth_now", "monthly", "billed_now"});
  if (facts.counted) names.push_back("quantity_now");
  return ", " + columnsOf(alias, names) + segmentColumns(facts, alias);
}

void writeRunning(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("rated", ratedRows(query, "carried"));
  query.piece("prospect_beats", facts.settings.prospectsAreCustomers ? "2" : "1");
  query.piece("monthly", facts.valued ? ", " + worthOf(facts) + " AS worth_now, " +
                                            monthlyOf(facts, worthOf(facts)) + " AS monthly"
                                      : "");
  query.piece("held", facts.counted ? "NOT (r.role = 'addOn' AND COALESCE(r.quantity_now, 1) = 0)"
                                    : "1 = 1");
  query.add(
      "stretches_valued",
      "Tiers beat prospects, and those beat add-ons, which make nobody a customer. An add-on\n"
      "of quantity 0 is not held.",
      R"(
  SELECT r.*, CASE r.role WHEN 'tier' THEN 2 WHEN 'prospect' THEN #prospect_beats# ELSE 0 END AS beats#monthly#
  FROM #rated# AS r WHERE #held#
)");
  query.addLarge("moments", "The instants at which something starts or stops, by customer.",
                 "customer, step", R"(
  SELECT m.customer AS customer, m.instant AS instant, @big(ROW_NUMBER() OVER (PARTITION BY m.customer ORDER BY m.instant)) AS step
  FROM (
    SELECT DISTINCT s.customer AS customer, s.instant AS instant FROM (
      SELECT t.customer AS customer, t.instant AS instant FROM stretches AS t
      UNION ALL
      SELECT t.customer, t.stops FROM stretches AS t WHERE t.stops IS NOT NULL
    ) AS s
  ) AS m
)");
  query.piece("running", runningColumns(facts, "v"));
  query.addLarge("running", "What runs at each of them, and the best of it.", "customer, step", R"(
  SELECT r.*, MAX(CASE WHEN r.beats = r.best AND r.best > 0 THEN r.tier END) OVER (PARTITION BY r.customer, r.step) AS best_tier
  FROM (
    SELECT m.customer AS customer, m.step AS step, v.instant AS instant#running#,
      MAX(v.beats) OVER (PARTITION BY m.customer, m.step) AS best
    FROM moments AS m JOIN stretches_valued AS v ON v.customer = m.customer
    WHERE v.instant <= m.instant AND (v.stops IS NULL OR v.stops > m.instant)
  ) AS r
)");
}

// Sums over what beats all else, add-ons included in the value.
void writeSums(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string sums;
  const std::string stock = "r.beats = r.best AND r.best > 0";
  if (facts.counted) {
    sums += ",\n    SUM(CASE WHEN " + stock +
            " AND r.quantity_now IS NULL THEN 1 ELSE 0 END) AS "
            "quantities_unknown,\n    SUM(CASE WHEN " +
            stock + " THEN r.quantity_now END) AS quantities";
  }
  if (facts.valued) {
    const std::string counted = "((" + stock + ") OR r.role = 'addOn')";
    sums += ",\n    SUM(CASE WHEN " + counted +
            " AND r.worth_now IS NULL THEN 1 ELSE 0 END) AS "
            "worths_unknown,\n    SUM(CASE WHEN " +
            counted + " THEN r.worth_now END) AS worths,\n    COUNT(DISTINCT CASE WHEN " + counted +
            " AND r.billed_now <> '' THEN r.billed_now END) AS currencies";
  }
  sums += forEachAddOn(facts,
                       ",\n    MAX(CASE WHEN r.role = 'addOn' AND r.plan_no = % THEN 1 ELSE 0 END) "
                       "AS a~_held");
  if (facts.counted) {
    sums += forEachAddOn(
        facts,
        ",\n    CASE WHEN SUM(CASE WHEN r.role = 'addOn' AND r.plan_no = % AND r.quantity_now IS "
        "NULL THEN 1 ELSE 0 END) = 0 THEN SUM(CASE WHEN r.role = 'addOn' AND r.plan_no = % THEN "
        "r.quantity_now END) END AS a~_quantity");
  }
  query.piece("sums", sums);
  query.add("merged", "All of it together.", R"(
  SELECT r.customer AS customer, r.step AS step, MAX(r.best) AS best, MAX(r.best_tier) AS best_tier#sums#
  FROM running AS r GROUP BY r.customer, r.step
)");
}

void writeCandidates(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("larger", facts.valued
                            ? "CASE WHEN r.monthly IS NULL THEN 1 ELSE 0 END, r.monthly DESC, "
                            : "");
  query.addLarge(
      "candidates",
      "The plans on the highest tier: larger value of one subscription, earlier start, name.",
      "customer, step", R"(
  SELECT c.*, c.step - ROW_NUMBER() OVER (PARTITION BY c.customer, c.plan_no ORDER BY c.step) AS island
  FROM (
    SELECT r.*,
      ROW_NUMBER() OVER (PARTITION BY r.customer, r.step ORDER BY #larger#r.instant, r.name_rank, r.place) AS choice,
      ROW_NUMBER() OVER (PARTITION BY r.customer, r.step, r.plan_no ORDER BY #larger#r.instant, r.place) AS of_plan
    FROM running AS r WHERE r.beats = r.best AND r.best > 0 AND r.tier = r.best_tier
  ) AS c WHERE c.of_plan = 1
)");
  query.addLarge("candidate_spans", "From when to when each plan is one without a break.",
                 "customer, step", R"(
  SELECT c.*, MIN(c.step) OVER (PARTITION BY c.customer, c.plan_no, c.island) AS first_step,
    MAX(c.step) OVER (PARTITION BY c.customer, c.plan_no, c.island) AS last_step,
    COUNT(*) OVER (PARTITION BY c.customer, c.step) AS plans
  FROM candidates AS c
)");
  query.addLarge(
      "first_choices",
      "The plan that is chosen where none is held, until when it stays, and whether it is\n"
      "chosen whatever was held.",
      "customer, step", R"(
  SELECT c.customer AS customer, c.step AS step, c.plan_no AS plan_no, c.last_step AS last_step,
    CASE WHEN c.plans = 1 OR o.earliest >= c.step THEN 1 ELSE 0 END AS sure
  FROM candidate_spans AS c JOIN (
    SELECT s.customer AS customer, s.step AS step, MIN(s.first_step) AS earliest FROM candidate_spans AS s GROUP BY s.customer, s.step
  ) AS o ON o.customer = c.customer AND o.step = c.step
  WHERE c.choice = 1
)");
  query.add("choices", "From each sure choice to the next one, and to those between.", R"(
  SELECT f.customer AS customer, f.step AS step, f.plan_no AS plan_no, f.last_step AS last_step
  FROM first_choices AS f WHERE f.sure = 1
  UNION ALL
  SELECT n.customer, n.step, n.plan_no, n.last_step
  FROM choices AS c JOIN first_choices AS n ON n.customer = c.customer AND n.step = c.last_step + 1
  WHERE n.sure = 0
)");
  query.add("held_plans", "The plan of each instant: that of the last choice.", R"(
  SELECT m.customer AS customer, m.step AS step, m.instant AS instant,
    @mod(MAX(CASE WHEN c.step IS NOT NULL THEN m.step * 4000000 + c.plan_no END) OVER (PARTITION BY m.customer ORDER BY m.step ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 4000000) AS plan_no
  FROM moments AS m LEFT JOIN (SELECT DISTINCT d.customer AS customer, d.step AS step, d.plan_no AS plan_no FROM choices AS d) AS c ON c.customer = m.customer AND c.step = m.step
)");
}

std::string stateColumns(const SqlFacts& facts, std::string& same) {
  std::string columns;
  const auto compare = [&](const std::string& name) {
    const std::string was = "@lag(s." + name + ", PARTITION BY s.customer ORDER BY s.instant)";
    same +=
        " AND (s." + name + " = " + was + " OR (s." + name + " IS NULL AND " + was + " IS NULL))";
  };
  for (const char* name : {"rung", "plan_no", "place"}) compare(name);
  if (facts.valued) {
    const std::string one = facts.converts() ? "" : " AND g.currencies <= 1";
    columns += ",\n    CASE WHEN g.worths_unknown = 0" + one + " THEN " +
               monthlyOf(facts, "g.worths") + " END AS value, COALESCE(c.billed_now, '') AS billed";
    compare("value");
    compare("billed");
  }
  if (facts.counted) {
    columns += ",\n    CASE WHEN g.quantities_unknown = 0 THEN @big(g.quantities) END AS quantity";
    compare("quantity");
  }
  for (size_t i = 0; i < facts.addOnPlans.size(); ++i) {
    const std::string n = std::to_string(i);
    columns += ",\n    CASE WHEN g.best > 0 THEN g.a" + n + "_held ELSE 0 END AS a" + n + "_held";
    compare("a" + n + "_held");
    if (!facts.counted) continue;
    columns += ", @big(g.a" + n + "_quantity) AS a" + n + "_quantity";
    compare("a" + n + "_quantity");
  }
  for (size_t i = 0; i < facts.segments.size(); ++i) {
    const std::string n = std::to_string(i);
    columns += ", COALESCE(c.segment" + n + ", '') AS segment" + n;
  }
  return columns;
}

}  // namespace

void writeConcurrent(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  writeRunning(query);
  writeSums(query);
  writeCandidates(query);
  std::string same = "s.step > 1";
  query.piece("columns", stateColumns(facts, same));
  query.piece("same", same);
  query.add("states_merged", "What the customer has from each instant on.", R"(
  SELECT h.customer AS customer, h.instant AS instant, h.step AS step, COALESCE(c.place, 0) AS place, COALESCE(c.plan_no, 0) AS plan_no,
    CASE WHEN g.best = 2 THEN g.best_tier + 2 WHEN g.best = 1 THEN 1 ELSE 0 END AS rung#columns#
  FROM held_plans AS h
  LEFT JOIN merged AS g ON g.customer = h.customer AND g.step = h.step
  LEFT JOIN candidates AS c ON c.customer = h.customer AND c.step = h.step AND c.plan_no = h.plan_no
)");
  query.addLarge("states", "Those in which something is different.", "customer, instant", R"(
  SELECT * FROM (
    SELECT s.*, CASE WHEN #same# THEN 1 ELSE 0 END AS again
    FROM states_merged AS s
  ) AS s WHERE s.again = 0
)");
}

}  // namespace upgrade_rate
