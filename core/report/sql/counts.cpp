// Counts of every period and window. Definitions: section 2 of the specification.
//
// Method: a visit is a customer in a period in which something changes for them. Everything is
// counted over visits but who was there at the start, which is who came before, less who left: so
// the work grows with what changes, not with customers times periods. First and last of a visit are
// the least and greatest place of its steps, with the rung packed behind it.

#include "core/report/sql/query.h"
#include "core/report/sql/stays.h"
#include "core/report/sql/visit_steps.h"

namespace upgrade_rate {

namespace {

constexpr std::string_view kVisitColumns = R"(
    @mod(MIN(s.ord * 4000000 + s.rung_from), 4000000) AS opening_rung,
    @mod(MAX(s.ord * 4000000 + s.rung), 4000000) AS closing_rung,
    MAX(CASE WHEN s.rung >= 2 THEN 1 ELSE 0 END) AS entered,
    SUM(CASE WHEN s.movement = 'upgrade' THEN 1 ELSE 0 END) AS upgrades,
    MAX(CASE WHEN s.movement = 'new' THEN 1 ELSE 0 END) AS is_new,
    MAX(CASE WHEN s.movement = 'new' AND s.rung_from = 1 THEN 1 ELSE 0 END) AS converted,
    MAX(CASE WHEN s.movement = 'reactivation' THEN 1 ELSE 0 END) AS reactivated,
    MAX(CASE WHEN s.movement = 'upgrade' THEN 1 ELSE 0 END) AS upgraded,
    MAX(CASE WHEN s.movement = 'expansion' THEN 1 ELSE 0 END) AS upsold,
    MAX(CASE WHEN s.movement = 'downgrade' THEN 1 ELSE 0 END) AS downgraded,
    MAX(CASE WHEN s.movement = 'churn' THEN 1 ELSE 0 END) AS churned)";

// The segment of a customer in a window is that in force at its start; of who is on no tier then,
// that of the first plan that begins in it. The plan is the one held at the start, else the first.
std::string segmentPicks(const SqlFacts& facts) {
  std::string columns;
  for (size_t i = 0; i < facts.segmentTables; ++i) {
    const std::string n = "segment" + std::to_string(i);
    columns += ",\n    SUBSTR(MIN(@pad_left(@text(s.ord), 12, '0') || COALESCE(s." + n +
               "0, '')), 13) AS " + n +
               "_held,\n    SUBSTR(MIN(CASE WHEN s.rung > 0 THEN "
               "@pad_left(@text(s.ord), 12, '0') || s." +
               n + " END), 13) AS " + n + "_turn";
  }
  return columns + filterPicks(facts, "");
}

std::string chosenSegments(const SqlFacts& facts) {
  std::string columns;
  for (size_t i = 0; i < facts.segmentTables; ++i) {
    const std::string n = "segment" + std::to_string(i);
    columns += ",\n    CASE WHEN v.opening_rung >= 2 THEN v." + n + "_held WHEN v." + n +
               "_turn IS NOT NULL THEN v." + n + "_turn WHEN v.opening_rung = 1 THEN v." + n +
               "_held ELSE '' END AS " + n;
  }
  const std::string passes = chosenBy(facts, "v");
  std::string held = "1";
  if (facts.filtersColumns) held += " * v.passes_columns_held";
  if (facts.filtersPlans) held += " * v.passes_plans_held";
  return columns + ",\n    " + passes + " AS passes,\n    CASE WHEN v.opening_rung = 1 THEN " +
         passes + " - " + held + " ELSE 0 END AS prospect_change";
}

void writeVisits(SqlQuery& query) {
  query.piece("visit", std::string(kVisitColumns) + segmentPicks(query.facts()));
  query.piece("chosen", chosenSegments(query.facts()));
  query.add("visits_read",
            "What each customer did in each period and window in which something changed.", R"(
  SELECT l.part AS part, l.name AS name, CASE WHEN l.part = 'period' THEN s.period ELSE 0 END AS period, s.customer AS customer,#visit#
  FROM steps AS s CROSS JOIN lenses AS l
  WHERE s.day >= l.start_day AND s.day < l.end_day
  GROUP BY s.customer, l.part, l.name, CASE WHEN l.part = 'period' THEN s.period ELSE 0 END
)");
  int32_t top = 0;
  for (const PlanSetting& plan : *query.facts().settings.plans) top = std::max(top, plan.rule.tier);
  query.piece("top", std::to_string(top + 2));
  query.addLarge("visits", "The same, with where the customer stood at both ends.", "", R"(
  SELECT v.*,
    CASE WHEN v.opening_rung >= 2 THEN 1 ELSE 0 END AS opens,
    CASE WHEN v.closing_rung >= 2 THEN 1 ELSE 0 END AS closes,
    CASE WHEN v.opening_rung >= 2 AND v.opening_rung < #top# THEN 1 ELSE 0 END AS eligible,
    CASE WHEN v.opening_rung >= 2 AND v.upgraded = 1 AND v.closing_rung > v.opening_rung THEN 1 ELSE 0 END AS kept,
    CASE WHEN v.upgraded = 1 OR v.upsold = 1 THEN 1 ELSE 0 END AS either#chosen#
  FROM visits_read AS v
)");
}

struct Count {
  std::string_view name, sum;
};
// Summed over visits; the rest follows from who stood where at the start.
constexpr Count kCounts[] = {
    {"joined", "v.closes * (1 - v.opens)"},
    {"left", "v.opens * (1 - v.closes)"},
    {"new", "v.is_new"},
    {"reactivated", "v.reactivated"},
    {"converted", "v.converted"},
    {"entered", "v.entered * (1 - v.opens)"},
    {"prospectChange", ""},
    {"upgraded", "v.opens * v.upgraded"},
    {"kept", "v.kept"},
    {"upsold", "v.opens * v.upsold"},
    {"upgradedOrUpsold", "v.opens * v.either"},
    {"upgradedNew", "(1 - v.opens) * v.upgraded"},
    {"upsoldNew", "(1 - v.opens) * v.upsold"},
    {"upgradedOrUpsoldNew", "(1 - v.opens) * v.either"},
    {"upgradedEligible", "v.eligible * v.upgraded"},
    {"keptEligible", "v.eligible * v.kept"},
    {"upsoldEligible", "v.eligible * v.upsold"},
    {"upgradedOrUpsoldEligible", "v.eligible * v.either"},
    {"upgradeEvents", "v.upgrades"},
    {"upgradeEventsEligible", "v.eligible * v.upgrades"},
    {"downgraded", "v.opens * v.downgraded"},
    {"churned", "v.opens * v.churned"},
};

// Part of other counts only.
bool isHelper(const Count& count) {
  return count.name == "entered" || count.name == "prospectChange";
}

}  // namespace

// `measure` of a table of sums s_… and of openings.
std::string countSums(std::string_view indent) {
  std::string sums;
  for (const Count& count : kCounts) {
    const std::string sum = count.sum.empty() ? std::string("v.prospect_change")
                                              : "v.passes * " + std::string(count.sum);
    sums += ",\n" + std::string(indent) + "@big(SUM(" + sum + ")) AS s_" + std::string(count.name);
  }
  return sums;
}

std::string countTotals(bool withoutProspects = false) {
  std::string sums;
  for (const Count& count : kCounts) {
    const std::string name = "s_" + std::string(count.name);
    const bool none = withoutProspects && count.name == "prospectChange";
    sums += none ? ", 0 AS " + name : ", SUM(c." + name + ") AS " + name;
  }
  return sums;
}

SqlValues countMeasures() {
  SqlValues values{{{"measure", false}}, {}};
  for (const char* name : {"opening", "closing", "prospects", "active", "eligible"}) {
    values.rows.push_back({"'" + std::string(name) + "'"});
  }
  for (const Count& count : kCounts) {
    if (!isHelper(count)) values.rows.push_back({"'" + std::string(count.name) + "'"});
  }
  return values;
}

std::string countCase() {
  std::string cases = R"(CASE m.measure
      WHEN 'opening' THEN COALESCE(o.opening, 0)
      WHEN 'closing' THEN COALESCE(o.opening, 0) + COALESCE(c.s_joined, 0) - COALESCE(c.s_left, 0)
      WHEN 'prospects' THEN COALESCE(o.prospects, 0) + COALESCE(c.s_prospectChange, 0)
      WHEN 'active' THEN COALESCE(o.opening, 0) + COALESCE(c.s_entered, 0)
      WHEN 'eligible' THEN COALESCE(o.eligible, 0))";
  for (const Count& count : kCounts) {
    if (isHelper(count)) continue;
    cases += "\n      WHEN '" + std::string(count.name) + "' THEN COALESCE(c.s_" +
             std::string(count.name) + ", 0)";
  }
  return cases + " END";
}

namespace {

// The headline and the window before it, by the values of one column.
void writeSegments(SqlQuery& query, size_t index) {
  const std::string n = std::to_string(index);
  const bool filters = query.facts().filters();
  query.piece("n", n);
  query.piece("came", filters ? "CASE WHEN e.comes = 1 THEN s.passes_held ELSE -s.passes_held0 END"
                              : "CASE WHEN e.comes = 1 THEN 1 ELSE -1 END");
  query.addSmall("segment_rungs" + n, "Who stands where at the start, by segment.",
                 {"part", "name", "segment", "rung", "customers"}, R"(
  SELECT w.part AS part, w.name AS name, CASE WHEN e.comes = 1 THEN s.segment#n# ELSE s.segment#n#0 END AS segment,
    CASE WHEN e.comes = 1 THEN s.rung ELSE s.rung_from END AS rung, @big(SUM(#came#)) AS customers
  FROM steps AS s CROSS JOIN (SELECT 1 AS comes UNION ALL SELECT 0) AS e CROSS JOIN windows AS w
  WHERE s.day < w.start_day AND w.name <> 'yearBefore' AND CASE WHEN e.comes = 1 THEN s.rung ELSE s.rung_from END > 0
  GROUP BY w.part, w.name, CASE WHEN e.comes = 1 THEN s.segment#n# ELSE s.segment#n#0 END, CASE WHEN e.comes = 1 THEN s.rung ELSE s.rung_from END
)");
  std::vector<std::string> columns = {"part", "name", "segment"};
  for (const Count& count : kCounts) columns.push_back("s_" + std::string(count.name));
  query.addSmall("segment_moves" + n, "Counts over visits, by segment.", columns, R"(
  SELECT v.part AS part, v.name AS name, v.segment#n# AS segment#sums#
  FROM visits AS v WHERE v.part <> 'period' AND v.name <> 'yearBefore' GROUP BY v.part, v.name, v.segment#n#
)");
  query.addSmall("segment_prospects" + n,
                 "Prospects that count by the plan they begin, not by the one they had.",
                 {"part", "name", "segment", "customers"}, R"(
  SELECT p.part AS part, p.name AS name, p.segment AS segment, @big(SUM(p.change)) AS customers
  FROM (
    SELECT v.part AS part, v.name AS name, CASE WHEN e.comes = 1 THEN v.segment#n# ELSE v.segment#n#_held END AS segment,
      CASE WHEN e.comes = 1 THEN v.passes ELSE v.prospect_change - v.passes END AS change
    FROM visits AS v CROSS JOIN (SELECT 1 AS comes UNION ALL SELECT 0) AS e
    WHERE v.part <> 'period' AND v.opening_rung = 1
  ) AS p
  GROUP BY p.part, p.name, p.segment
)");
  query.add("segment_counts" + n, "",
            "  SELECT c.part AS part, c.name AS name, c.segment AS segment" + countTotals(true) +
                "\n  FROM segment_moves" + n + " AS c GROUP BY c.part, c.name, c.segment");
  query.add("segment_starts" + n, "", R"(
  SELECT r.part AS part, r.name AS name, r.segment AS segment,
    SUM(CASE WHEN r.rung >= 2 THEN r.customers ELSE 0 END) AS opening,
    SUM(CASE WHEN r.rung >= 2 AND r.rung < #top# THEN r.customers ELSE 0 END) AS eligible,
    SUM(CASE WHEN r.rung = 1 THEN r.customers ELSE 0 END) AS prospects
  FROM (
    SELECT a.part AS part, a.name AS name, a.segment AS segment, a.rung AS rung, a.customers AS customers FROM segment_rungs#n# AS a
    UNION ALL
    SELECT p.part, p.name, p.segment, @big(1), p.customers FROM segment_prospects#n# AS p
  ) AS r GROUP BY r.part, r.name, r.segment
)");
  query.add("segment_values" + n, "", R"(
  SELECT DISTINCT a.part AS part, a.name AS name, a.segment AS segment FROM (
    SELECT m.part AS part, m.name AS name, m.segment AS segment FROM segment_moves#n# AS m
    UNION ALL
    SELECT r.part, r.name, r.segment FROM segment_rungs#n# AS r WHERE r.customers <> 0
  ) AS a
)");
}

}  // namespace

void writeCounts(SqlQuery& query) {
  writeVisits(query);
  query.piece("sums", countSums("    "));
  std::vector<std::string> columns = {
      "part", "name", "period", "opening_rung", "tier_upgraded", "tier_downgraded", "tier_churned"};
  for (const Count& count : kCounts) columns.push_back("s_" + std::string(count.name));
  query.addSmall("counts_by_rung", "Counts over visits, by where they started.", columns, R"(
  SELECT v.part AS part, v.name AS name, v.period AS period, v.opening_rung AS opening_rung,
    @big(SUM(v.passes * v.upgraded)) AS tier_upgraded, @big(SUM(v.passes * v.downgraded)) AS tier_downgraded, @big(SUM(v.passes * v.churned)) AS tier_churned#sums#
  FROM visits AS v GROUP BY v.part, v.name, v.period, v.opening_rung
)");
  query.add("counts", "The same, wherever they started.",
            "  SELECT c.part AS part, c.name AS name, c.period AS period" + countTotals() +
                "\n  FROM counts_by_rung AS c GROUP BY c.part, c.name, c.period");
  writeFrameTimes(query);
  query.addSmall("rungs_at_start",
                 "How many stand on each rung at the start of each period and window.",
                 {"part", "name", "period", "start_day", "end_day", "start_at", "time_end", "rung",
                  "customers"},
                 R"(
  SELECT f.part AS part, f.name AS name, f.period AS period, f.start_day AS start_day, f.end_day AS end_day, f.start_at AS start_at, f.time_end AS time_end, c.rung AS rung, SUM(c.delta) AS customers
  FROM frame_times AS f CROSS JOIN comings AS c
  WHERE c.day < f.start_day AND c.rung > 0
  GROUP BY f.part, f.name, f.period, f.start_day, f.end_day, f.start_at, f.time_end, c.rung
)");
  query.add("at_start", "", R"(
  SELECT r.part, r.name, r.period, r.start_day, r.end_day, r.start_at, r.time_end,
    SUM(CASE WHEN r.rung >= 2 THEN r.customers ELSE 0 END) AS opening,
    SUM(CASE WHEN r.rung >= 2 AND r.rung < #top# THEN r.customers ELSE 0 END) AS eligible,
    SUM(CASE WHEN r.rung = 1 THEN r.customers ELSE 0 END) AS prospects
  FROM rungs_at_start AS r GROUP BY r.part, r.name, r.period, r.start_day, r.end_day, r.start_at, r.time_end
)");
  query.add("tiers", "By the tier at the start.", R"(
  SELECT r.part AS part, r.start_day AS start_day, r.end_day AS end_day, r.rung - 2 AS tier, r.customers AS opening,
    COALESCE(v.tier_upgraded, 0) AS upgraded, COALESCE(v.tier_downgraded, 0) AS downgraded, COALESCE(v.tier_churned, 0) AS churned
  FROM rungs_at_start AS r LEFT JOIN counts_by_rung AS v
    ON v.part = r.part AND v.name = r.name AND v.period = r.period AND v.opening_rung = r.rung
  WHERE r.rung >= 2 AND r.customers > 0 AND r.part <> 'window'
)");
  for (size_t i = 0; i < query.facts().segmentTables; ++i) writeSegments(query, i);
  query.addValues("count_measures", "The names of the counts.", countMeasures());
}

}  // namespace upgrade_rate
