// Cohorts, the time to the first upgrade, and paths of the headline. Definitions: section 7 of the
// specification. With filters whoever they choose in the month or quarter of the beginning, and for
// paths in the headline.

#include "core/kpi/cohorts.h"
#include "core/report/sql/query.h"
#include "core/report/sql/visit_steps.h"

namespace upgrade_rate {

namespace {

// Months, or quarters of the fiscal year, as numbers.
std::string numberOf(const SqlCalendar& calendar, const std::string& day) {
  return "@div(@month_of(" + day + ") - " + calendar.shift + ", " + calendar.months + ")";
}
std::string firstDay(const SqlCalendar& calendar, const std::string& number) {
  return "@month_first_day(((" + number + ") * " + calendar.months + " + " + calendar.shift + "))";
}

void writeCohorts(SqlQuery& query) {
  const SqlCalendar calendar = cohortCalendar(query.facts());
  query.piece("cohort", numberOf(calendar, "b.new_day"));
  query.piece("upgrade_cohort", numberOf(calendar, "b.upgrade_day"));
  query.piece("last_cohort", numberOf(calendar, "(h.until_day - 1)"));
  query.piece("cohort_start", firstDay(calendar, "c.cohort"));
  query.piece("cohort_end", firstDay(calendar, "c.cohort + 1"));
  query.addSmall(
      "cohort_sizes",
      "How many began in each period, by how many periods later they first upgraded (-1: not yet).",
      {"cohort", "age", "customers"}, R"(
  SELECT c.cohort AS cohort, c.age AS age, COUNT(*) AS customers
  FROM (
    SELECT #cohort# AS cohort, CASE WHEN b.upgrade_day IS NULL THEN -1 ELSE #upgrade_cohort# - #cohort# END AS age
    FROM beginnings AS b WHERE b.new_day IS NOT NULL
  ) AS c
  GROUP BY c.cohort, c.age
)");
  query.piece("ages", std::to_string(kCohortAges - 1));
  query.add("cohort_spans", "The ages that each one has reached.", R"(
  SELECT c.cohort AS cohort, 0 AS first_age, CASE WHEN c.last_cohort - c.cohort > #ages# THEN #ages# ELSE c.last_cohort - c.cohort END AS last_age
  FROM (SELECT DISTINCT s.cohort AS cohort, #last_cohort# AS last_cohort FROM cohort_sizes AS s CROSS JOIN horizon AS h) AS c
)");
  query.add("cohort_cells", "Of each, those who upgraded at that age or before.", R"(
  SELECT c.cohort AS cohort, c.n AS age, SUM(CASE WHEN s.age >= 0 AND s.age <= c.n THEN s.customers ELSE 0 END) AS upgraded
  FROM (@spine(cohort_spans, first_age, last_age)) AS c CROSS JOIN cohort_sizes AS s
  WHERE s.cohort = c.cohort
  GROUP BY c.cohort, c.n
)");
}

void writeWaits(SqlQuery& query) {
  query.addSmall("waits",
                 "Days from new to the first upgrade, else to churn, else to the end of the data.",
                 {"days", "ending", "customers"}, R"(
  SELECT CASE WHEN w.days < 0 THEN 0 ELSE w.days END AS days, w.ending AS ending, COUNT(*) AS customers
  FROM (
    SELECT CASE WHEN b.upgrade_day IS NOT NULL AND b.upgrade_day <= COALESCE(b.churn_day, b.upgrade_day) THEN b.upgrade_day
        WHEN b.churn_day IS NOT NULL THEN b.churn_day ELSE h.until_day - 1 END - b.new_day AS days,
      CASE WHEN b.upgrade_day IS NOT NULL AND b.upgrade_day <= COALESCE(b.churn_day, b.upgrade_day) THEN 'upgraded'
        WHEN b.churn_day IS NOT NULL THEN 'churned' ELSE 'censored' END AS ending
    FROM beginnings AS b CROSS JOIN horizon AS h
    WHERE b.new_day IS NOT NULL AND b.new_rung < #top#
  ) AS w
  GROUP BY CASE WHEN w.days < 0 THEN 0 ELSE w.days END, w.ending
)");
  query.addSmall("waits_apart", "Customers without a wait.", {"unknown_start", "new_on_top"}, R"(
  SELECT @big(COALESCE(SUM(CASE WHEN b.new_day IS NULL AND b.ever = 1 THEN 1 ELSE 0 END), 0)) AS unknown_start,
    @big(COALESCE(SUM(CASE WHEN b.new_day IS NOT NULL AND b.new_rung >= #top# THEN 1 ELSE 0 END), 0)) AS new_on_top
  FROM beginnings AS b
)");
}

void writePaths(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  const std::string same = facts.converts() ? "" : "s.billed = s.billed0 AND ";
  query.piece("gained",
              facts.valued
                  ? "CASE WHEN " + same +
                        "s.value IS NOT NULL AND s.value0 IS NOT NULL THEN s.value - s.value0 END"
                  : "@null_big()");
  query.piece("headline_steps",
              facts.filters()
                  ? "visit_steps AS s\n    WHERE s.part = 'headline' AND s.days = 0 AND "
                    "s.passes = 1"
                  : "steps AS s CROSS JOIN windows AS w\n    WHERE w.part = 'headline' "
                    "AND s.day >= w.start_day AND s.day < w.end_day");
  query.addSmall("paths", "From plan to plan, in the headline's window.",
                 {"kind", "from_plan", "to_plan", "customers", "events", "valued_events", "gained"},
                 R"(
  SELECT s.movement AS kind, s.plan_no0 AS from_plan, s.plan_no AS to_plan,
    COUNT(DISTINCT s.customer) AS customers, COUNT(*) AS events, COUNT(s.gained) AS valued_events, SUM(s.gained) AS gained
  FROM (
    SELECT s.customer AS customer, s.movement AS movement, s.plan_no0 AS plan_no0, s.plan_no AS plan_no, #gained# AS gained
    FROM #headline_steps#
      AND s.movement IN ('upgrade', 'downgrade', 'switch')
  ) AS s
  GROUP BY s.movement, s.plan_no0, s.plan_no
)");
}

}  // namespace

std::string cohortNumber(const SqlFacts& facts, const std::string& day) {
  return numberOf(cohortCalendar(facts), day);
}

void writeJourneys(SqlQuery& query) {
  const bool filters = query.facts().filters();
  query.piece("began_from", filters ? "visit_steps AS s WHERE s.days = 0 AND s.part = '" +
                                          std::string(cohortPart(query.facts())) + "'"
                                    : "steps AS s");
  query.piece(
      "chosen_at_start",
      filters ? ",\n    @mod(MIN(CASE WHEN s.rung >= 2 THEN s.ord * 2 + s.passes END), 2) AS chosen"
              : "");
  query.addLarge(filters ? "beginnings_read" : "beginnings",
                 "When each customer began, first upgraded and first left.", "", R"(
  SELECT s.customer AS customer,
    MIN(CASE WHEN s.movement = 'new' THEN s.day END) AS new_day,
    MIN(CASE WHEN s.movement = 'new' THEN s.rung END) AS new_rung,
    MIN(CASE WHEN s.movement = 'upgrade' THEN s.day END) AS upgrade_day,
    MIN(CASE WHEN s.movement = 'churn' THEN s.day END) AS churn_day,
    MAX(CASE WHEN s.rung >= 2 THEN 1 ELSE 0 END) AS ever#chosen_at_start#
  FROM #began_from# GROUP BY s.customer
)");
  if (filters) {
    query.add("beginnings", "Those whom the filters choose where they began.",
              "  SELECT b.* FROM beginnings_read AS b WHERE b.chosen = 1");
  }
  writeCohorts(query);
  writeWaits(query);
  writePaths(query);
}

}  // namespace upgrade_rate
