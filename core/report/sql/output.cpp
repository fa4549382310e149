// The result: one row per figure, all of it text. The columns and names are the contract of the
// input shape `aggregates`.

#include "core/report/sql/output.h"

#include "core/report/sql/money.h"
#include "core/report/sql/overlaps.h"
#include "core/report/sql/query.h"
#include "core/report/sql/stays.h"

namespace upgrade_rate {

std::string rowOf(std::string_view part, std::string_view start, std::string_view end,
                  std::string_view name, std::string_view other, std::string_view currency,
                  std::string_view measure, std::string_view value) {
  std::string row = "SELECT ";
  const std::string_view cells[] = {part, start, end, name, other, currency, measure, value};
  const char* names[] = {"o_part",  "o_start",    "o_end",     "o_name",
                         "o_other", "o_currency", "o_measure", "o_value"};
  for (size_t i = 0; i < 8; ++i) {
    row += (i == 0 ? "" : ", ") + (cells[i].empty() ? std::string("''") : std::string(cells[i])) +
           " AS " + names[i];
  }
  return row;
}

namespace {

std::string isoInstant(const std::string& x) {
  const std::string seconds = "@div(@mod(" + x + " + 4320000000000000000, 86400000000), 1000000)";
  const std::string micros = "@mod(" + x + " + 4320000000000000000, 1000000)";
  return "(@date_text(@day_of_micros(" + x + ")) || 'T' || @two_digits(@div(" + seconds +
         ", 3600)) || ':' || @two_digits(@mod(@div(" + seconds +
         ", 60), 60)) || ':' || @two_digits(@mod(" + seconds + ", 60)) || CASE WHEN " + micros +
         " <> 0 THEN '.' || @pad_left(@text(" + micros + "), 6, '0') ELSE '' END || 'Z')";
}

// Who holds an add-on beside the plan.
std::string addOnPlanRows(const SqlFacts& facts) {
  std::string or_;
  for (size_t i = 0; i < facts.addOnPlans.size(); ++i) {
    or_ += " OR (p.plan_no = " + std::to_string(facts.addOnPlans[i]) + " AND s.a" +
           std::to_string(i) + "_held = 1)";
  }
  return or_;
}

void addJourneys(const AddRow& add) {
  add(rowOf("'cohort'", "@date_text(#cohort_start#)", "@date_text(#cohort_end#)", "@text(c.age)",
            "", "", "'upgraded'", "@text(c.upgraded)"),
      "cohort_cells AS c");
  add(rowOf("'cohort'", "@date_text(#cohort_start#)", "@date_text(#cohort_end#)", "", "", "",
            "'customers'", "@text(c.customers)"),
      "(SELECT s.cohort AS cohort, SUM(s.customers) AS customers FROM cohort_sizes AS s GROUP BY "
      "s.cohort) AS c");
  add(rowOf("'wait'", "", "", "@text(w.days)", "", "", "w.ending", "@text(w.customers)"),
      "waits AS w");
  add(rowOf(
          "m.part", "", "", "", "", "", "m.measure",
          "@text(CASE WHEN m.measure = 'newOnTopTier' THEN w.new_on_top ELSE w.unknown_start END)"),
      "waits_apart AS w CROSS JOIN (SELECT 'wait' AS part, 'newOnTopTier' AS measure UNION ALL "
      "SELECT 'wait', 'unknownStart' UNION ALL SELECT 'cohortsUnknown', 'customers') AS m");
  add(rowOf("p.kind || 'Path'", "@date_text(w.start_day)", "@date_text(w.end_day)", "f.plan_name",
            "t.plan_name", "", "m.measure",
            "CASE m.measure WHEN 'customers' THEN @text(p.customers) WHEN "
            "'events' THEN @text(p.events) WHEN 'valuedEvents' THEN @text(p.valued_events) ELSE "
            "@money(COALESCE(p.gained, 0)) END"),
      "paths AS p JOIN plans AS f ON f.plan_no = p.from_plan JOIN plans AS t ON t.plan_no = "
      "p.to_plan\n  CROSS JOIN (SELECT v.start_day AS start_day, v.end_day AS end_day FROM windows "
      "AS v WHERE v.part = 'headline') AS w\n  CROSS JOIN (SELECT 'customers' AS measure "
      "UNION ALL SELECT 'events' UNION ALL SELECT 'valuedEvents' UNION ALL SELECT "
      "'value') AS m");
}

// One column that tells segments apart: the headline and the window before it.
void addSegments(SqlQuery& query, size_t index, const AddRow& add) {
  const std::string n = std::to_string(index);
  add(rowOf("'segment'", "@date_text(f.start_day)", "@date_text(f.end_day)",
            query.text(query.facts().segments[index]), "g.segment", "", "m.measure",
            "@text(" + countCase() + ")"),
      "segment_values" + n +
          " AS g JOIN windows AS f ON f.part = g.part AND f.name = g.name\n  CROSS JOIN "
          "count_measures AS m\n  LEFT JOIN segment_counts" +
          n +
          " AS c ON c.part = g.part AND c.name = "
          "g.name AND c.segment = g.segment\n  LEFT JOIN segment_starts" +
          n +
          " AS o ON o.part = g.part AND "
          "o.name = g.name AND o.segment = g.segment");
}

// The parts that this statement counts, so that one without rows is empty, not missing.
std::string partsOf(const SqlFacts& facts) {
  std::string parts =
      "plan period headline window periodTier headlineTier cohort cohortsUnknown wait upgradePath "
      "downgradePath switchPath stay "
      "headlineStay overlap headlineOverlap";
  if (facts.valued) parts += " periodMoney headlineMoney";
  if (facts.segmentTables > 0) parts += " segment";
  return parts;
}

void addAbout(SqlQuery& query, const AddRow& add) {
  const SqlFacts& facts = query.facts();
  const std::string shape = query.text(shapeName(facts.shape));
  const std::string dialect = query.text(dialectName(query.dialect()));
  add(rowOf("'about'", "", "", "", "", "", "m.measure",
            "CASE m.measure WHEN 'version' THEN '1' WHEN 'dialect' THEN " + dialect +
                " WHEN 'shape' THEN " + shape + " WHEN 'parts' THEN '" + partsOf(facts) +
                "' ELSE #settings# END"),
      "(SELECT 'version' AS measure UNION ALL SELECT 'dialect' UNION ALL SELECT 'shape' UNION ALL "
      "SELECT 'parts' UNION ALL SELECT 'settings') AS m");
  add(rowOf("'about'", "", "", "", "", "", "m.measure",
            "@text(CASE m.measure WHEN 'rows' THEN l.rows_all WHEN 'used' THEN l.rows_used WHEN "
            "'duplicate' THEN l.rows_duplicate WHEN 'superseded' THEN l.rows_superseded WHEN "
            "'ignored' THEN l.rows_ignored WHEN 'rejected' THEN l.rows_rejected ELSE l.customers "
            "END)"),
      "ledger AS l CROSS JOIN (SELECT 'rows' AS measure UNION ALL SELECT 'used' UNION ALL SELECT "
      "'duplicate' UNION ALL SELECT 'superseded' UNION ALL SELECT 'ignored' UNION ALL SELECT "
      "'rejected' UNION ALL SELECT 'customers') AS m");
  if (facts.shape == Shape::changes) {
    // Where nobody joins, those who never changed are missing.
    add(rowOf("'about'", "", "", "", "", "", "'baseKnown'", "@text(b.known)"),
        "(SELECT COALESCE(MAX(CASE WHEN s.movement IN ('new', 'reactivation') THEN 1 ELSE 0 END), "
        "0) AS known "
        "FROM steps AS s) AS b");
  }
  add(rowOf("'about'", "", "", "", "", "", "i.measure", isoInstant("i.instant")),
      "(SELECT 'firstInstant' AS measure, u.first_at AS instant FROM used_days AS u UNION ALL "
      "SELECT "
      "'lastInstant', u.last_at FROM used_days AS u UNION ALL SELECT 'dataUntil', h.until_at FROM "
      "horizon AS h) AS i");
}

// Rows by the plans that they name.
std::string rowsByPlan(const SqlFacts& facts) {
  if (facts.shape != Shape::changes) return "rows_fated";
  return R"((
    SELECT r.plan_no AS plan_no, r.plan_name AS plan_name, r.plan AS plan, r.fate AS fate FROM rows_fated AS r
    UNION ALL
    SELECT @null_big(), NULLIF('', ''), r.from_plan, r.fate FROM rows_fated AS r WHERE r.before_no IS NULL
  ))";
}

void addPlans(SqlQuery& query, const AddRow& add) {
  query.piece("named", rowsByPlan(query.facts()));
  query.addSmall("plan_rows_found", "Rows of each plan, whatever became of them but rejected ones.",
                 {"plan_no", "plan_name", "found_name", "found"}, R"(
  SELECT r.plan_no AS plan_no, r.plan_name AS plan_name, CASE WHEN r.plan_no IS NULL THEN r.plan END AS found_name, COUNT(*) AS found
  FROM #named# AS r WHERE r.fate <> 'rejected' AND r.plan IS NOT NULL
  GROUP BY r.plan_no, r.plan_name, CASE WHEN r.plan_no IS NULL THEN r.plan END
)");
  add(rowOf("CASE WHEN f.plan_no IS NULL THEN 'unknownPlan' ELSE 'plan' END", "", "",
            "COALESCE(f.plan_name, f.found_name)", "", "", "'rows'", "@text(f.found)"),
      "plan_rows_found AS f");
  query.piece("every_plan", addOnPlanRows(query.facts()));
  query.addSmall("plan_customers", "How many were ever on each plan.", {"plan_name", "customers"},
                 R"(
  SELECT p.plan_name AS plan_name, COUNT(DISTINCT s.customer) AS customers
  FROM steps AS s CROSS JOIN plans AS p
  WHERE s.rung > 0 AND (s.plan_no = p.plan_no#every_plan#)
  GROUP BY p.plan_name
)");
  add(rowOf("'plan'", "", "", "p.plan_name", "", "", "'customers'", "@text(p.customers)"),
      "plan_customers AS p");
}

void addCounts(const AddRow& add) {
  add(rowOf("f.part", "@date_text(f.start_day)", "@date_text(f.end_day)", "f.name", "", "",
            "m.measure",
            "CASE WHEN m.measure = 'partial' THEN CASE WHEN f.end_day > h.until_day THEN '1' ELSE "
            "'0' END ELSE @text(" +
                countCase() + ") END"),
      "frames AS f CROSS JOIN horizon AS h\n  CROSS JOIN (SELECT n.measure AS measure FROM "
      "count_measures AS n UNION ALL SELECT 'partial') AS m\n  LEFT JOIN counts AS c ON c.part = "
      "f.part AND c.name = f.name AND c.period = f.period\n  LEFT JOIN at_start AS o ON o.part = "
      "f.part AND o.name = f.name AND o.period = f.period\n  WHERE f.part = 'period' OR m.measure "
      "<> 'partial'");
  add(rowOf(
          "CASE WHEN t.part = 'period' THEN 'periodTier' ELSE 'headlineTier' END",
          "@date_text(t.start_day)", "@date_text(t.end_day)", "@text(t.tier)", "", "", "m.measure",
          "@text(CASE m.measure WHEN 'opening' THEN t.opening WHEN 'upgraded' THEN t.upgraded WHEN "
          "'downgraded' THEN t.downgraded ELSE t.churned END)"),
      "tiers AS t CROSS JOIN (SELECT 'opening' AS measure UNION ALL SELECT 'upgraded' UNION ALL "
      "SELECT 'downgraded' UNION ALL SELECT 'churned') AS m");
}

}  // namespace

std::string writeOutput(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string out;
  const auto add = [&](const std::string& row, std::string_view from) {
    out += (out.empty() ? "" : "\n  UNION ALL\n  ") + row + "\n  FROM " + std::string(from);
  };
  addAbout(query, add);
  addPlans(query, add);
  addCounts(add);
  if (facts.valued) addMoney(add);
  addJourneys(add);
  addStays(add);
  if (writesOverlaps(facts)) addOverlaps(add);
  for (size_t i = 0; i < facts.segmentTables; ++i) addSegments(query, i, add);
  std::string final = "SELECT ";
  const char* names[] = {"part", "start", "end", "name", "other", "currency", "measure", "value"};
  for (const char* name : names) {
    final += (name == names[0] ? "" : ", ") + std::string("o.o_") + name + " AS #q_" + name + "#";
    query.piece(std::string("q_") + name, query.exactName(name));
  }
  return final + "\nFROM (\n  " + out + "\n) AS o#tail#";
}

}  // namespace upgrade_rate
