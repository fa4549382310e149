// The list of periods, the headline's window and those it is compared with. Definitions: section 2
// of the specification.
//
// Method: a period is a number along the calendar, so that the one of a day is arithmetic. Who
// opens a month, a period or a window is a sum over the days before it, of who came to each rung
// and left.

#include <algorithm>
#include <array>

#include "core/cells/words.h"
#include "core/kpi/headline.h"
#include "core/report/report.h"
#include "core/report/sql/money.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

// What passes a filter: numbers of plans, or values.
std::string filterList(SqlQuery& query, const Filter& filter) {
  std::string list;
  const auto add = [&](const std::string& one) { list += (list.empty() ? "" : ", ") + one; };
  if (!filter.byPlan) {
    for (const std::string& value : filter.in) add(query.text(trimmed(value)));
    return list.empty() ? "NULL" : list;
  }
  const std::vector<PlanSetting> plans = distinctPlans(*query.facts().settings.plans);
  for (const std::string& name : filter.in) {
    for (size_t i = 0; i < plans.size(); ++i) {
      if (planKey(plans[i].plan) == planKey(name)) add(std::to_string(i + 1));
    }
  }
  return list.empty() ? "-1" : list;
}

// Weeks, months, or what snapshots that are further apart can fill.
std::string weeksOr(const SqlFacts& facts, const std::string& weeks, const std::string& months) {
  if (facts.settings.period != PeriodUnit::week) return months;
  if (facts.shape != Shape::snapshots) return weeks;
  return "CASE WHEN " + periodCalendar(facts).weeks + " = 1 THEN " + weeks + " ELSE " + months +
         " END";
}

std::string numberOf(const SqlFacts& facts, const std::string& day) {
  const SqlCalendar calendar = periodCalendar(facts);
  return weeksOr(facts, "(@div(" + day + " + 70003, 7) - 10000)",
                 "@div(@month_of(" + day + ") - " + calendar.shift + ", " + calendar.months + ")");
}

std::string firstDay(const SqlFacts& facts, const std::string& number) {
  const SqlCalendar calendar = periodCalendar(facts);
  return weeksOr(
      facts, "((" + number + ") * 7 - 3)",
      "@month_first_day(((" + number + ") * " + calendar.months + " + " + calendar.shift + "))");
}

void writeSpine(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.add("used_instants", "The first and the last instant of used rows.",
            facts.shape == Shape::snapshots       ? R"(
  SELECT CASE WHEN s.first_at < h.until_at THEN s.first_at END AS first_at,
    CASE WHEN s.last_at < h.until_at THEN s.last_at WHEN s.first_at < h.until_at THEN l.last_at END AS last_at
  FROM snapshot_span AS s CROSS JOIN horizon AS h CROSS JOIN ledger AS l
)"
            : facts.shape == Shape::subscriptions ? R"(
  SELECT MIN(s.instant) AS first_at, MAX(CASE WHEN s.reaches > s.instant THEN s.reaches ELSE s.instant END) AS last_at
  FROM stretches AS s
)"
                                                  : R"(
  SELECT l.first_at AS first_at, l.last_at AS last_at FROM ledger AS l
)");
  query.piece("first_day", "@day_of_micros(" + query.toLocal("u.first_at", "k1") + ")");
  query.piece("last_day", "@day_of_micros(" + query.toLocal("u.last_at", "k2") + ")");
  query.piece("clocks", query.joinClock("k1", "@day_of_micros(u.first_at)") +
                            query.joinClock("k2", "@day_of_micros(u.last_at)"));
  query.add("used_days", "Their local days.", R"(
  SELECT u.first_at AS first_at, u.last_at AS last_at, #first_day# AS first_day, #last_day# AS last_day
  FROM used_instants AS u#clocks#
  WHERE u.first_at IS NOT NULL
)");
  query.add("used_periods", "",
            "  SELECT " + numberOf(facts, "d.first_day") + " AS first_period, " +
                numberOf(facts, "d.last_day") + " AS last_period\n  FROM used_days AS d");
  query.addSmall("periods", "The periods from that of the first to that of the last used instant.",
                 {"period", "start_day", "end_day"},
                 "  SELECT p.n AS period, " + firstDay(facts, "p.n") + " AS start_day, " +
                     firstDay(facts, "p.n + 1") +
                     " AS end_day\n  FROM (@spine(used_periods, first_period, last_period)) AS p");
}

void writeRange(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  const DateRangeSetting& range = *facts.settings.range;
  const auto day = [&](const std::string& written) {
    return facts.zone.day(settingInstant(written, facts.zone));
  };
  const HeadlineWindow window = rangeHeadline(day(range.start), day(range.end));
  const auto row = [&](const char* part, const char* name, int64_t start, int64_t end) {
    return std::vector<std::string>{"'" + std::string(part) + "'", "'" + std::string(name) + "'",
                                    std::to_string(start), std::to_string(end)};
  };
  query.addValues(
      "windows", "The range that was chosen is the headline; and what it is compared with.",
      {{{"part", false}, {"name", false}, {"start_day", true}, {"end_day", true}},
       {row("headline", "range", window.startDay, window.endDay),
        row("window", "before", window.previousStartDay, window.startDay),
        row("window", "yearBefore", window.yearBeforeStartDay, window.yearBeforeEndDay)}});
}

void writeHeadline(SqlQuery& query) {
  query.add(
      "months",
      "Calendar months, counted from year 0: the first one of the data, and the last complete one.",
      R"(
  SELECT @month_of(d.first_day) AS first_month, @month_of(h.until_day) - 1 AS last_month
  FROM used_days AS d CROSS JOIN horizon AS h
)");
  query.add("openings", "How many customers there are after each month in which any came or left.",
            R"(
  SELECT m.month AS month, m.next_month AS next_month, m.customers AS customers FROM (
    SELECT s.month AS month, @lead(s.month, ORDER BY s.month) AS next_month,
      SUM(s.delta) OVER (ORDER BY s.month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS customers
    FROM (
      SELECT @month_of(c.day) AS month, SUM(c.delta) AS delta FROM comings AS c WHERE c.rung >= 2 GROUP BY @month_of(c.day)
    ) AS s
  ) AS m
)");
  query.add(
      "headline_months",
      "The last twelve complete months, where somebody is there at their start; else the longest\n"
      "run of complete months that opens with somebody.",
      R"(
  SELECT MAX(CASE WHEN m.last_month - 11 >= m.first_month AND o.month < m.last_month - 11 AND (o.next_month IS NULL OR o.next_month >= m.last_month - 11) AND o.customers > 0
      THEN m.last_month - 11 END) AS year_start,
    MIN(CASE WHEN o.customers > 0 AND (CASE WHEN o.month + 1 < m.first_month THEN m.first_month ELSE o.month + 1 END) <= m.last_month
        AND (o.next_month IS NULL OR o.next_month >= (CASE WHEN o.month + 1 < m.first_month THEN m.first_month ELSE o.month + 1 END))
      THEN (CASE WHEN o.month + 1 < m.first_month THEN m.first_month ELSE o.month + 1 END) END) AS run_start,
    MAX(m.last_month) + 1 AS end_month
  FROM openings AS o CROSS JOIN months AS m
)");
  query.add("headline", "", R"(
  SELECT CASE WHEN m.year_start IS NOT NULL THEN 'last12Months' ELSE 'longestRun' END AS reason,
    COALESCE(m.year_start, m.run_start) AS start_month, m.end_month
  FROM headline_months AS m WHERE m.year_start IS NOT NULL OR m.run_start IS NOT NULL
)");
  query.addSmall("windows",
                 "Its window, the equally long one before it, and the same a year before.",
                 {"part", "name", "start_day", "end_day"}, R"(
  SELECT m.part AS part, CASE WHEN m.part = 'headline' THEN m.reason ELSE m.name END AS name,
    @month_first_day(m.first_month) AS start_day, @month_first_day(m.past_month) AS end_day
  FROM (
    SELECT w.part AS part, w.name AS name, h.reason AS reason,
      CASE w.name WHEN 'before' THEN 2 * h.start_month - h.end_month WHEN 'yearBefore' THEN h.start_month - 12 ELSE h.start_month END AS first_month,
      CASE w.name WHEN 'before' THEN h.start_month WHEN 'yearBefore' THEN h.end_month - 12 ELSE h.end_month END AS past_month
    FROM headline AS h CROSS JOIN (SELECT 'headline' AS part, '' AS name UNION ALL SELECT 'window', 'before' UNION ALL SELECT 'window', 'yearBefore') AS w
  ) AS m
)");
}

// Whether the filters choose who is in a state: columns and plans apart, as the first look at the
// row in force and the others at the plan.
void writeSteps(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string columns, held;
  const auto add = [&](const std::string& name, const std::string& test,
                       const std::string& before) {
    columns += ",\n    CASE WHEN " + test + " THEN 1 ELSE 0 END AS " + name + ",\n    CASE WHEN " +
               before + " THEN 1 ELSE 0 END AS " + name + "0";
    held += (held.empty() ? "s." : " * s.") + name;
  };
  std::string tests = "1 = 1", before = "1 = 1", plans = "1 = 1", plansBefore = "1 = 1";
  for (const Filter& filter : facts.settings.filters) {
    const std::string list = filterList(query, filter);
    if (filter.byPlan) {
      plans += " AND s.plan_no IN (" + list + ")";
      plansBefore += " AND COALESCE(s.plan_no0, 0) IN (" + list + ")";
      continue;
    }
    const size_t place =
        static_cast<size_t>(std::find(facts.segments.begin(), facts.segments.end(), filter.column) -
                            facts.segments.begin());
    tests += " AND s.segment" + std::to_string(place) + " IN (" + list + ")";
    before += " AND COALESCE(s.segment" + std::to_string(place) + "0, '') IN (" + list + ")";
  }
  if (facts.filtersColumns) add("passes_columns", tests, before);
  if (facts.filtersPlans) add("passes_plans", plans, plansBefore);
  query.piece("tests", columns);
  const std::string_view numbered = "Steps with the number of their period.";
  const std::string body = "  SELECT s.*, #number# AS period#tests#\n  FROM steps_read AS s";
  if (!facts.filters()) return query.addLarge("steps", numbered, "customer, ord", body);
  query.add("steps_tested", numbered, body);
  std::string held0;
  for (const char* name : {"passes_columns", "passes_plans"}) {
    if (held.find(name) == std::string::npos) continue;
    held0 += (held0.empty() ? "s." : " * s.") + std::string(name) + "0";
  }
  query.addLarge("steps", "And whether the filters choose who goes on in the state.",
                 "customer, ord",
                 "  SELECT s.*, " + held + " AS passes_held, " + held0 +
                     " AS passes_held0\n  FROM steps_tested AS s");
}

}  // namespace

void writePeriods(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.piece("number", numberOf(facts, "s.day"));
  writeSteps(query);
  writeSpine(query);
  query.piece("passes",
              facts.filters()
                  ? "SUM(CASE WHEN e.comes = 1 THEN s.passes_held ELSE -s.passes_held0 END)"
                  : "SUM(CASE WHEN e.comes = 1 THEN 1 ELSE -1 END)");
  std::vector<std::string> columns = {"day", "period", "rung", "delta"};
  query.piece("paying", payingColumns(query));
  query.piece("by_currency", "");
  query.piece("of_currency", "");
  if (facts.valued) {
    const std::string currency = payingCurrency(query);
    // One currency for all is a text, and PostgreSQL groups by no text.
    if (!facts.converts()) query.piece("by_currency", ", " + currency);
    query.piece("of_currency", ", " + currency + " AS currency");
    columns.insert(columns.end(), {"currency", "paid", "payers", "known"});
  }
  query.addSmall("comings", "How many came to each rung on each day, less those who left it.",
                 columns, R"(
  SELECT s.day AS day, s.period AS period, CASE WHEN e.comes = 1 THEN s.rung ELSE s.rung_from END AS rung, #passes# AS delta#of_currency##paying#
  FROM steps AS s CROSS JOIN (SELECT 1 AS comes UNION ALL SELECT 0) AS e
  GROUP BY s.day, s.period, CASE WHEN e.comes = 1 THEN s.rung ELSE s.rung_from END#by_currency#
)");
  facts.settings.range ? writeRange(query) : writeHeadline(query);
  query.add(
      "lenses",
      "All windows in which customers are counted, each by its days; and a number to sort by.", R"(
  SELECT 0 AS lens, 'period' AS part, '' AS name, @big(-99999999) AS start_day, @big(99999999) AS end_day
  UNION ALL
  SELECT CASE WHEN w.part = 'headline' THEN 1 WHEN w.name = 'before' THEN 2 ELSE 3 END, w.part, w.name, w.start_day, w.end_day FROM windows AS w
)");
  query.add("frames", "The same with one row per listed period.", R"(
  SELECT 'period' AS part, '' AS name, p.period AS period, p.start_day, p.end_day FROM periods AS p
  UNION ALL
  SELECT w.part, w.name, @big(0), w.start_day, w.end_day FROM windows AS w
)");
}

}  // namespace upgrade_rate
