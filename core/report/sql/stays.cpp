// Stickiness of every period and of the headline. Definitions: section 7 of the specification, and
// core/kpi/stickiness.h.
//
// Method: time on a tier is the time before every step of a visit and after its last one; of those
// who take no step in a period it is the period's, and they are those at the start without a visit.

#include "core/report/sql/stays.h"

#include "core/kpi/stickiness.h"

namespace upgrade_rate {

void writeFrameTimes(SqlQuery& query) {
  query.piece("starts", query.toInstant("f.start_day * 86400000000", "k1"));
  query.piece("ends", query.toInstant("f.end_day * 86400000000", "k2"));
  query.piece("frame_clocks",
              query.joinClock("k1", "f.start_day") + query.joinClock("k2", "f.end_day"));
  query.add("frame_times", "Instants of the periods and windows; their time ends with the data.",
            R"(
  SELECT f.part AS part, f.name AS name, f.period AS period, f.start_day AS start_day, f.end_day AS end_day,
    f.start_at AS start_at, CASE WHEN f.end_at > h.until_at THEN h.until_at ELSE f.end_at END AS time_end
  FROM (
    SELECT f.part AS part, f.name AS name, f.period AS period, f.start_day AS start_day, f.end_day AS end_day, #starts# AS start_at, #ends# AS end_at
    FROM frames AS f#frame_clocks#
  ) AS f CROSS JOIN horizon AS h
)");
}

void writeStays(SqlQuery& query) {
  query.add(
      "stay_pieces",
      "Of those at the start: time before and after each step, in whole seconds, and whether\n"
      "an upgrade came before it.",
      R"(
  SELECT o.part AS part, o.start_day AS start_day, o.end_day AS end_day, o.opening AS opening,
    CASE WHEN o.time_end > o.start_at THEN @div(o.time_end - o.start_at, 1000000) ELSE 0 END AS seconds,
    v.days AS days, v.movement AS movement,
    CASE WHEN v.days = 0 AND v.ord = v.first_ord THEN 1 ELSE 0 END AS is_first,
    CASE WHEN v.days > 0 AND v.ord = v.last_upgrade THEN 1 ELSE 0 END AS is_asked, v.then_at AS then_at,
    CASE WHEN v.rung_then >= v.rung THEN 1 ELSE 0 END AS stays,
    CASE WHEN v.first_upgrade IS NULL THEN 0 ELSE 1 END AS upgraded,
    CASE WHEN COALESCE(v.first_upgrade, v.ord) < v.ord THEN 1 ELSE 0 END AS is_after,
    CASE WHEN v.days = 0 AND v.rung_from >= 2 THEN @div(v.instant - CASE WHEN v.ord = v.first_ord THEN o.start_at ELSE v.at0 END, 1000000) ELSE 0 END AS seconds_before,
    CASE WHEN v.days = 0 AND v.ord = v.last_ord AND v.rung >= 2 AND o.time_end > v.instant THEN @div(o.time_end - v.instant, 1000000) ELSE 0 END AS seconds_behind
  FROM at_start AS o LEFT JOIN (
    SELECT v.* FROM visit_steps AS v WHERE v.opens = 1 AND v.passes = 1 AND v.part IN ('period', 'headline')
  ) AS v ON v.part = o.part AND v.name = o.name AND v.visit_period = o.period
  WHERE o.part IN ('period', 'headline') AND o.opening > 0
)");
  std::string ages;
  for (const int64_t days : kStayDays) {
    const std::string n = std::to_string(days);
    const std::string asked = "p.is_asked = 1 AND p.days = " + n + " AND p.then_at <= h.until_at";
    ages += ",\n    @big(SUM(CASE WHEN " + asked + " THEN 1 ELSE 0 END)) AS observed" + n +
            ",\n    @big(SUM(CASE WHEN " + asked + " THEN p.stays ELSE 0 END)) AS stayed" + n;
  }
  query.piece("stay_ages", ages);
  query.addSmall(
      "stays", "Sums of them.",
      [] {
        std::vector<std::string> columns = {"part",          "start_day",     "end_day",
                                            "upgraded",      "churns_after",  "churns_others",
                                            "seconds_after", "seconds_others"};
        for (const int64_t days : kStayDays) {
          columns.push_back("observed" + std::to_string(days));
          columns.push_back("stayed" + std::to_string(days));
        }
        return columns;
      }(),
      R"(
  SELECT p.part AS part, p.start_day AS start_day, p.end_day AS end_day,
    @big(SUM(p.is_first * p.upgraded)) AS upgraded,
    @big(SUM(CASE WHEN p.days = 0 AND p.movement = 'churn' THEN p.is_after ELSE 0 END)) AS churns_after,
    @big(SUM(CASE WHEN p.days = 0 AND p.movement = 'churn' THEN 1 - p.is_after ELSE 0 END)) AS churns_others,
    @big(SUM(p.seconds_before * p.is_after + p.seconds_behind * p.upgraded)) AS seconds_after,
    @big(SUM(p.seconds_before * (1 - p.is_after) + p.seconds_behind * (1 - p.upgraded)) + (p.opening - SUM(p.is_first)) * p.seconds) AS seconds_others#stay_ages#
  FROM stay_pieces AS p CROSS JOIN horizon AS h
  GROUP BY p.part, p.start_day, p.end_day, p.opening, p.seconds
)");
}

void addStays(const AddRow& add) {
  std::string measures = "SELECT '' AS age, 'upgraded' AS measure", cases;
  const auto more = [&](const std::string& age, const char* measure, const std::string& column) {
    const std::string name = age + measure;
    if (name != "upgraded") {
      measures += " UNION ALL SELECT '" + age + "', '" + measure + "'";
    }
    cases += " WHEN '" + name + "' THEN t." + column;
  };
  more("", "upgraded", "upgraded");
  more("", "churnsAfter", "churns_after");
  more("", "churnsOthers", "churns_others");
  more("", "secondsAfter", "seconds_after");
  more("", "secondsOthers", "seconds_others");
  for (const int64_t days : kStayDays) {
    const std::string n = std::to_string(days);
    more(n, "observed", "observed" + n);
    more(n, "stayed", "stayed" + n);
  }
  add(rowOf("CASE WHEN t.part = 'period' THEN 'stay' ELSE 'headlineStay' END",
            "@date_text(t.start_day)", "@date_text(t.end_day)", "m.age", "", "", "m.measure",
            "@text(CASE m.age || m.measure" + cases + " END)"),
      "stays AS t CROSS JOIN (" + measures + ") AS m");
}

}  // namespace upgrade_rate
