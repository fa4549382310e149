// Method: one row per step and window, with window functions by customer and visit, so that a
// customer's rows are sorted once and nothing is joined to itself. What a customer has some days
// after an upgrade is asked by rows of their own among the steps: of those the last one before is
// the state in force.

#include "core/report/sql/visit_steps.h"

#include "core/kpi/cohorts.h"
#include "core/kpi/stickiness.h"
#include "core/report/sql/overlaps.h"

namespace upgrade_rate {

namespace {

// Columns of a step. They are told one by one: the clock that is joined has a day as well.
std::string stepColumns(const SqlFacts& facts, std::string_view alias) {
  std::vector<std::string> names = {"customer", "ord",  "instant",   "day",
                                    "period",   "rung", "rung_from", "movement"};
  const auto add = [&](std::initializer_list<std::string> more) {
    names.insert(names.end(), more);
  };
  if (facts.valued) add({"value", "value0", "billed", "billed0"});
  if (facts.filters()) add({"plan_no", "plan_no0", "passes_held", "passes_held0"});
  if (facts.filtersColumns) add({"passes_columns", "passes_columns0"});
  if (facts.filtersPlans) add({"passes_plans", "passes_plans0"});
  return columnsOf(alias, names);
}

// Rows that ask, beside the steps (days 0).
void writeAsked(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string ages = "SELECT 0 AS days";
  for (const int64_t days : kStayDays) ages += " UNION ALL SELECT " + std::to_string(days);
  query.piece("ages_after", ages);
  query.piece("local_then", query.toLocal("s.instant", "k") + " + d.days * 86400000000");
  query.piece("then_clock", query.joinClock("k", "@day_of_micros(s.instant)"));
  query.piece("step_columns", stepColumns(facts, "s"));
  query.add("asked", "Steps, and after every upgrade the same local time some days later.", R"(
  SELECT #step_columns#, d.days AS days, #local_then# AS then_wall
  FROM steps AS s CROSS JOIN (#ages_after#) AS d#then_clock#
  WHERE d.days = 0 OR s.movement = 'upgrade'
)");
  query.piece("then_instant", query.toInstant("a.then_wall", "k"));
  query.piece("then_clock", query.joinClock("k", "@day_of_micros(a.then_wall)"));
  query.piece("step_columns", stepColumns(facts, "a"));
  query.add("asked_at", "", R"(
  SELECT #step_columns#, a.days AS days, CASE WHEN a.days = 0 THEN a.instant ELSE #then_instant# END AS then_at
  FROM asked AS a#then_clock#
)");
}

void writeFollowed(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece(
      "next_columns",
      facts.valued && facts.filters()
          ? ",\n    MIN(CASE WHEN a.days = 0 THEN a.day END) OVER (#in_order# 1 FOLLOWING AND "
            "UNBOUNDED FOLLOWING) AS next_day,\n    MIN(CASE WHEN a.days = 0 THEN a.period "
            "END) OVER (#in_order# 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_period"
          : "");
  query.piece("in_order",
              "PARTITION BY a.customer ORDER BY a.then_at, CASE WHEN a.days = 0 THEN 1 ELSE 0 END "
              "ROWS BETWEEN");
  query.add("followed", "Where the customer stands at each, and when the step before was.", R"(
  SELECT #step_columns#, a.days AS days, a.then_at AS then_at,
    @mod(MAX(CASE WHEN a.days = 0 THEN a.ord * 4000000 + a.rung END) OVER (#in_order# UNBOUNDED PRECEDING AND CURRENT ROW), 4000000) AS rung_then,
    MAX(CASE WHEN a.days = 0 THEN a.instant END) OVER (#in_order# UNBOUNDED PRECEDING AND 1 PRECEDING) AS at0#next_columns#
  FROM asked_at AS a
)");
}

// With filters also in the month or quarter of a cohort, for which they choose anew.
void writeLenses(SqlQuery& query) {
  const bool cohorts = cohortPart(query.facts()) == "cohort";
  query.piece(
      "cohort_period",
      cohorts ? " WHEN l.part = 'cohort' THEN " + cohortNumber(query.facts(), "s.day") : "");
  query.piece("every_lens", cohorts
                                ? "(SELECT n.lens AS lens, n.part AS part, n.name AS name, "
                                  "n.start_day AS start_day, n.end_day "
                                  "AS end_day FROM lenses AS n UNION ALL SELECT 4, 'cohort', '', "
                                  "@big(-99999999), @big(99999999))"
                                : "lenses");
  query.add("lens_steps", "Every step in its period and in the windows that it lies in.", R"(
  SELECT l.lens AS lens, l.part AS part, l.name AS name, CASE WHEN l.part = 'period' THEN s.period#cohort_period# ELSE 0 END AS visit_period, s.*
  FROM followed AS s CROSS JOIN #every_lens# AS l
  WHERE s.day >= l.start_day AND s.day < l.end_day
)");
}

}  // namespace

std::string_view cohortPart(const SqlFacts& facts) {
  const PeriodUnit unit = facts.settings.period;
  // The periods of snapshots may turn out longer than those asked for.
  const bool alike = unit == cohortUnit(unit) && facts.shape != Shape::snapshots;
  return facts.filters() && !alike ? "cohort" : "period";
}

std::string filterPicks(const SqlFacts& facts, std::string_view over) {
  std::string columns;
  const auto pick = [&](const std::string& name) {
    columns += ",\n    @mod(MIN(s.ord * 2 + s." + name + "0)" + std::string(over) + ", 2) AS " +
               name + "_held,\n    @mod(MIN(CASE WHEN s.rung > 0 THEN s.ord * 2 + s." + name +
               " END)" + std::string(over) + ", 2) AS " + name + "_turn";
  };
  if (facts.filtersColumns) pick("passes_columns");
  if (facts.filtersPlans) pick("passes_plans");
  return columns;
}

std::string chosenBy(const SqlFacts& facts, std::string_view alias) {
  const std::string v = std::string(alias) + ".";
  std::string passes = "1";
  if (facts.filtersColumns) {
    passes += " * CASE WHEN " + v + "opening_rung >= 2 THEN " + v + "passes_columns_held WHEN " +
              v + "passes_columns_turn IS NOT NULL THEN " + v + "passes_columns_turn WHEN " + v +
              "opening_rung = 1 THEN " + v + "passes_columns_held ELSE 0 END";
  }
  if (facts.filtersPlans) {
    passes += " * CASE WHEN " + v + "opening_rung > 0 THEN " + v + "passes_plans_held WHEN " + v +
              "passes_plans_turn IS NOT NULL THEN " + v + "passes_plans_turn ELSE 0 END";
  }
  return passes;
}

void writeVisitSteps(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  writeAsked(query);
  writeFollowed(query);
  writeLenses(query);
  // One window for all: each further one would be a pass, or a sort, of its own.
  const std::string over =
      " OVER (PARTITION BY s.customer, s.lens, s.visit_period ORDER BY s.ord ROWS BETWEEN "
      "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)";
  std::string columns = filterPicks(facts, over);
  if (facts.valued) {
    columns += ",\n    LAST_VALUE(COALESCE(s.value, 0))" + over +
               " AS closing_value,\n    LAST_VALUE(CASE WHEN s.value IS NULL THEN 0 ELSE 1 END)" +
               over + " AS closing_known,\n    LAST_VALUE(s.billed)" + over + " AS closing_billed";
  }
  if (writesOverlaps(facts)) {
    columns += ",\n    MAX(CASE WHEN s.movement = 'expansion' THEN 1 ELSE 0 END)" + over +
               " AS upsold,\n    MAX(CASE WHEN s.rung >= 2 THEN 1 ELSE 0 END)" + over +
               " AS entered";
  }
  query.piece("over_visit", over);
  query.piece("visit_columns", columns);
  query.add("visit_steps_read", "And what the customer does in the whole of it.", R"(
  SELECT s.*, @mod(MIN(s.ord * 4000000 + s.rung_from)#over_visit#, 4000000) AS opening_rung,
    @mod(MAX(s.ord * 4000000 + s.rung)#over_visit#, 4000000) AS closing_rung,
    MIN(s.ord)#over_visit# AS first_ord, MAX(s.ord)#over_visit# AS last_ord,
    MIN(CASE WHEN s.movement = 'upgrade' THEN s.ord END)#over_visit# AS first_upgrade,
    MAX(CASE WHEN s.movement = 'upgrade' THEN s.ord END)#over_visit# AS last_upgrade#visit_columns#
  FROM lens_steps AS s
)");
  query.piece("chosen_visit", chosenBy(facts, "v"));
  query.addLarge("visit_steps", "", "", R"(
  SELECT v.*, CASE WHEN v.opening_rung >= 2 THEN 1 ELSE 0 END AS opens, #chosen_visit# AS passes
  FROM visit_steps_read AS v
)");
}

}  // namespace upgrade_rate
