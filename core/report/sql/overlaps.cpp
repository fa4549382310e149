// Whom each period shares with the one before it and with the same one a year before, in bases and
// numerators. Definitions: section 5 of the specification (change), and core/kpi/overlap.h.
//
// Method: along the periods a customer is in the base, and in the numerator, or not; and so is the
// same customer of the earlier period of each, which is the same line moved later by that distance.
// Products of the four are kept only where one of them changes, and are summed up along the
// periods: so a customer costs as many rows as it has changes. The headline is one place, at which
// all stand.

#include "core/report/sql/overlaps.h"

#include <algorithm>

#include "core/kpi/rate.h"

namespace upgrade_rate {

namespace {

std::string inBase(const SqlFacts& facts, const std::string& rung) {
  const bool eligible = facts.settings.rate.base == Base::eligible;
  return "CASE WHEN " + rung + " >= 2" + (eligible ? " AND " + rung + " < #top#" : "") +
         " THEN 1 ELSE 0 END";
}

// In the numerator of a visit, as far as the customer is in the base.
std::string counts(const SqlFacts& facts) {
  std::string upgraded = "v.first_upgrade IS NOT NULL";
  switch (facts.settings.rate.numerator) {
    case Numerator::kept:
      return "v.opens = 1 AND " + upgraded + " AND v.closing_rung > v.opening_rung";
    case Numerator::upsold:
      return "v.upsold = 1";
    case Numerator::upgradedOrUpsold:
      return "(" + upgraded + " OR v.upsold = 1)";
    default:
      return upgraded;
  }
}

// The period that has `number` as the same one a year before; of a week 53 without one, the next.
std::string yearAfter(const SqlFacts& facts, const std::string& number) {
  const SqlCalendar calendar = periodCalendar(facts);
  std::string months = number + " + @div(12, " + calendar.months + ")";
  if (facts.settings.period != PeriodUnit::week) return months;
  const auto firstWeek = [](const std::string& year) {
    return "@div(@month_first_day((" + year + ") * 12) + 70006, 7)";
  };
  const std::string year = "@year(@date((" + number + ") * 7))";
  std::string weeks = number + " + " + firstWeek(year + " + 1") + " - " + firstWeek(year);
  if (facts.shape != Shape::snapshots) return weeks;
  return "CASE WHEN " + calendar.weeks + " = 1 THEN " + weeks + " ELSE " + months + " END";
}

// What a step changes for good, and what holds in its visit's period only, on the first of its
// rows.
void writeMemberships(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  const bool active = facts.settings.rate.base == Base::active;
  const std::string passes = facts.filters() ? "v.passes_held * " : "";
  const std::string passes0 = facts.filters() ? "v.passes_held0 * " : "";
  query.piece("base_after", passes + inBase(facts, "v.rung"));
  query.piece("base_before", passes0 + inBase(facts, "v.rung_from"));
  query.piece("only_within", active ? "v.passes * v.entered * (1 - v.opens)" : "0");
  query.piece("numerator", "CASE WHEN " + counts(facts) + " THEN v.passes * " +
                               (active ? "v.entered" : inBase(facts, "v.opening_rung")) +
                               " ELSE 0 END");
  query.add("memberships",
            "How each step moves a customer into the base or out of it (base_moves), and whether\n"
            "the visit is in the base (enters) or the numerator (counts) of its own period only.",
            R"(
  SELECT m.lens AS lens, m.period AS period, m.customer AS customer, m.day AS day, m.base_moves AS base_moves, m.enters AS enters, m.counts AS counts
  FROM (
    SELECT v.lens AS lens, v.visit_period AS period, v.customer AS customer, v.day AS day,
      CASE WHEN v.lens = 0 THEN #base_after# - #base_before# ELSE 0 END AS base_moves,
      CASE WHEN v.ord = v.first_ord THEN #only_within# ELSE 0 END AS enters,
      CASE WHEN v.ord = v.first_ord THEN #numerator# ELSE 0 END AS counts
    FROM visit_steps AS v WHERE v.days = 0 AND v.lens <= 3
  ) AS m
  WHERE m.base_moves <> 0 OR m.enters <> 0 OR m.counts <> 0
)");
}

std::string eventKinds() {
  std::string rows;
  for (const char* kind : {"1", "2", "3", "4"}) {
    for (const char* own : {"1", "0"}) {
      for (const char* late : {"0", "1"}) {
        if (*kind >= '3' && *late == '1') continue;  // the headline is one place
        const bool first = rows.empty();
        rows += std::string(first ? "SELECT " : " UNION ALL SELECT ") + kind +
                (first ? " AS kind, " : ", ") + own + (first ? " AS own, " : ", ") + late +
                (first ? " AS late" : "");
      }
    }
  }
  return rows;
}

void writeEvents(SqlQuery& query) {
  // What is compared: 1 and 2 periods, with the one before and the same a year before; 3 and 4 the
  // headline. Numbers, as there are many rows to sort by them.
  query.piece(
      "kinds",
      "SELECT 1 AS kind, 'overlap' AS part, 'before' AS name UNION ALL SELECT 2, 'overlap', "
      "'yearBefore' UNION ALL SELECT 3, 'headlineOverlap', 'before' UNION ALL SELECT 4, "
      "'headlineOverlap', 'yearBefore'");
  query.piece("events", eventKinds());
  query.piece("a_year_after", yearAfter(query.facts(), "(m.period + e.late)"));
  query.add("overlap_days", "Where the headline begins, and the windows that it is compared with.",
            R"(
  SELECT MAX(CASE WHEN w.part = 'headline' THEN w.start_day END) AS start_day,
    MAX(CASE WHEN w.name = 'before' THEN w.start_day END) AS day_before,
    MAX(CASE WHEN w.name = 'yearBefore' THEN w.start_day END) AS day_year_before
  FROM windows AS w
)");
  query.add(
      "overlap_events",
      "Every change twice: where it happens to a period itself (own), and where to its earlier\n"
      "one. What holds in one period only ends with it (late).",
      R"(
  SELECT e.kind AS kind, m.customer AS customer, e.own AS own,
    CASE WHEN e.kind >= 3 THEN 0 WHEN e.own = 1 THEN m.period + e.late WHEN e.kind = 1 THEN m.period + e.late + 1 ELSE #a_year_after# END AS place,
    CASE WHEN e.kind >= 3 AND m.lens = 0 THEN m.base_moves WHEN e.late = 0 THEN m.enters ELSE m.base_moves - m.enters END AS base_change,
    CASE WHEN e.kind >= 3 AND m.lens = 0 THEN 0 WHEN e.late = 0 THEN m.counts ELSE -m.counts END AS counts_change
  FROM memberships AS m CROSS JOIN overlap_days AS d CROSS JOIN (#events#) AS e
  WHERE CASE WHEN e.kind <= 2 THEN CASE WHEN m.lens = 0 THEN 1 ELSE 0 END
      WHEN m.lens = 1 THEN e.own
      WHEN m.lens >= 2 THEN CASE WHEN m.lens = e.kind - 1 THEN 1 - e.own ELSE 0 END
      WHEN m.base_moves = 0 THEN 0
      WHEN m.day < CASE WHEN e.own = 1 THEN d.start_day WHEN e.kind = 3 THEN d.day_before ELSE d.day_year_before END THEN 1 ELSE 0 END = 1
)");
}

void writeSums(SqlQuery& query) {
  query.addLarge("overlap_places", "", "customer, kind, place", R"(
  SELECT e.kind AS kind, e.place AS place, e.customer AS customer,
    SUM(e.own * e.base_change) AS da, SUM(e.own * e.counts_change) AS dn,
    SUM((1 - e.own) * e.base_change) AS da0, SUM((1 - e.own) * e.counts_change) AS dn0
  FROM overlap_events AS e WHERE e.base_change <> 0 OR e.counts_change <> 0
  GROUP BY e.customer, e.kind, e.place
)");
  query.piece("so_far",
              "OVER (PARTITION BY p.customer, p.kind ORDER BY p.place ROWS BETWEEN UNBOUNDED "
              "PRECEDING AND CURRENT ROW)");
  query.add("overlap_states",
            "In the base (a) and the numerator (n) of a period and its earlier one.",
            R"(
  SELECT p.*, SUM(p.da) #so_far# AS a, SUM(p.dn) #so_far# AS n, SUM(p.da0) #so_far# AS a0, SUM(p.dn0) #so_far# AS n0
  FROM overlap_places AS p
)");
  query.addSmall("overlap_moves", "How many come to both, from place to place.",
                 {"part", "name", "place", "bases", "numerators", "only_first", "only_second"}, R"(
  SELECT k.part AS part, k.name AS name, s.place AS place, @big(SUM(s.a * s.a0 - (s.a - s.da) * (s.a0 - s.da0))) AS bases,
    @big(SUM(s.n * s.n0 - (s.n - s.dn) * (s.n0 - s.dn0))) AS numerators,
    @big(SUM(s.a * s.n0 - (s.a - s.da) * (s.n0 - s.dn0))) AS only_first,
    @big(SUM(s.n * s.a0 - (s.n - s.dn) * (s.a0 - s.da0))) AS only_second
  FROM overlap_states AS s JOIN (#kinds#) AS k ON k.kind = s.kind GROUP BY k.part, k.name, s.place
)");
  query.add("overlap_sums", "Summed up along the periods.", R"(
  SELECT m.part AS part, m.name AS name, f.start_day AS start_day, f.end_day AS end_day, SUM(m.bases) AS bases,
    SUM(m.numerators) AS numerators, SUM(m.only_first) AS only_first, SUM(m.only_second) AS only_second
  FROM frames AS f CROSS JOIN overlap_moves AS m
  WHERE f.part = CASE WHEN m.part = 'overlap' THEN 'period' ELSE 'headline' END AND m.place <= f.period
  GROUP BY m.part, m.name, f.start_day, f.end_day
)");
}

}  // namespace

bool writesOverlaps(const SqlFacts& facts) {
  return isShare(facts.settings.rate.numerator, facts.settings.rate.base);
}

void writeOverlaps(SqlQuery& query) {
  writeMemberships(query);
  writeEvents(query);
  writeSums(query);
}

void addOverlaps(const AddRow& add) {
  add(rowOf("c.part", "@date_text(c.start_day)", "@date_text(c.end_day)", "c.name", "", "",
            "m.measure",
            "@text(CASE m.measure WHEN 'both' THEN c.numerators WHEN 'onlyFirst' THEN c.only_first "
            "- c.numerators WHEN 'onlySecond' THEN c.only_second - c.numerators ELSE c.bases - "
            "c.only_first - c.only_second + c.numerators END)"),
      "overlap_sums AS c CROSS JOIN (SELECT 'both' AS measure UNION ALL SELECT 'onlyFirst' UNION "
      "ALL "
      "SELECT 'onlySecond' UNION ALL SELECT 'neither') AS m\n  WHERE c.bases <> 0");
}

}  // namespace upgrade_rate
