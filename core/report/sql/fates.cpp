// How far the data speaks, and the fate of every row: rejected before ignored before same instant.
// Goes on from rows.cpp. Definitions: sections 1, 2 and 8 of the specification.
//
// A plan that the settings do not name makes its rows ignored, and is told by its name in the
// output: no role is guessed here.

#include <algorithm>
#include <set>

#include "core/cells/date.h"
#include "core/cells/words.h"
#include "core/report/report.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

void writePlans(SqlQuery& query) {
  const std::vector<PlanSetting> plans = distinctPlans(*query.facts().settings.plans);
  std::vector<std::string> names;
  names.reserve(plans.size());
  for (const PlanSetting& plan : plans) names.push_back(plan.plan);
  std::sort(names.begin(), names.end());
  SqlValues values{{{"plan_key", false},
                    {"plan_no", true},
                    {"plan_name", false},
                    {"plan_role", false},
                    {"tier", true},
                    {"name_rank", true}},
                   {}};
  for (size_t i = 0; i < plans.size(); ++i) {
    const auto rank = std::lower_bound(names.begin(), names.end(), plans[i].plan) - names.begin();
    values.rows.push_back({query.text(planKey(plans[i].plan)), std::to_string(i + 1),
                           query.text(plans[i].plan), query.text(roleName(plans[i].rule.role)),
                           std::to_string(plans[i].rule.tier), std::to_string(rank)});
  }
  query.addValues("plans",
                  "The plans of the settings: what each is, and its tier. Names are compared by\n"
                  "their key: lower case, runs of space _ - . / as one space.",
                  values);
}

int64_t dayOfSetting(const std::string& written, const TimeZone& zone) {
  return zone.day(settingInstant(written, zone));
}

void writeToday(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  if (facts.settings.today) {
    const int64_t today = dayOfSetting(*facts.settings.today, facts.zone);
    query.add("today", "The day on which the data is looked at.",
              "  SELECT @big(" + std::to_string(today) + ") AS today,\n    @big(" +
                  std::to_string(facts.zone.dayStart(today + 1)) + ") AS today_ends");
  } else {
    query.add("clock_now", "The day on which the data is looked at: when this is run.",
              "  SELECT @now_micros() AS now_at");
    query.add("today_read", "",
              "  SELECT @day_of_micros(" + query.toLocal("c.now_at", "k") +
                  ") AS today\n  FROM clock_now AS c" +
                  query.joinClock("k", "@day_of_micros(c.now_at)"));
    query.add("today", "",
              "  SELECT t.today AS today, " + query.toInstant("(t.today + 1) * 86400000000", "k") +
                  " AS today_ends\n  FROM today_read AS t" + query.joinClock("k", "t.today + 1"));
  }
}

// The end of the last local day with an instant that is not after today, moved to the end of its
// month where that is at most 7 days away and over.
void writeSpoken(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  writeToday(query);
  const bool ends = facts.shape == Shape::subscriptions;
  query.add("last_instants",
            "The last instant that is not after today, of rows neither rejected nor ignored.",
            "  SELECT MAX(CASE WHEN r.instant < t.today_ends THEN r.instant END) AS last_start" +
                std::string(ends ? ",\n    MAX(CASE WHEN r.ends_at < t.today_ends THEN r.ends_at "
                                   "END) AS last_end"
                                 : "") +
                "\n  FROM rows_judged AS r CROSS JOIN today AS t WHERE r.early_fate = ''");
  query.add("last_instant", "",
            ends ? "  SELECT CASE WHEN l.last_end > l.last_start OR l.last_start IS NULL THEN "
                   "l.last_end ELSE l.last_start END AS last_at\n  FROM last_instants AS l"
                 : "  SELECT l.last_start AS last_at\n  FROM last_instants AS l");
  query.add("last_day", "Its local day and month; today where there is none.",
            "  SELECT d.today AS today, d.last_day AS last_day,\n    CASE WHEN d.last_day IS NULL "
            "THEN 0 ELSE "
            "@month_first_day(@month_of(COALESCE(d.last_day, 0)) + 1) END AS month_end\n  FROM (\n"
            "    SELECT t.today AS today, CASE WHEN l.last_at IS NOT NULL THEN @day_of_micros(" +
                query.toLocal("l.last_at", "k") +
                ") END AS last_day\n    FROM last_instant AS l CROSS JOIN today AS t" +
                query.joinClock("k", "@day_of_micros(l.last_at)") + "\n  ) AS d");
  query.add("data_ends", "",
            "  SELECT CASE WHEN d.last_day IS NULL THEN d.today + 1\n      WHEN d.month_end - "
            "(d.last_day + 1) <= 7 AND d.month_end - 1 < d.today THEN d.month_end\n      ELSE "
            "d.last_day + 1 END AS until_day\n  FROM last_day AS d");
}

void writeHorizon(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  if (facts.settings.dataUntil) {
    const int64_t day = dayOfSetting(*facts.settings.dataUntil, facts.zone);
    query.add("data_ends", "The first local day after the data.",
              "  SELECT @big(" + std::to_string(day) + ") AS until_day");
  } else if (facts.shape == Shape::snapshots) {
    writeToday(query);
    query.add("data_ends", "The first local day after the last snapshot's period.",
              "  SELECT COALESCE(s.until_day, t.today + 1) AS until_day\n  FROM snapshot_span AS s "
              "CROSS JOIN today AS t");
  } else {
    writeSpoken(query);
  }
  query.addSmall(
      "horizon", "How far the data speaks: the first local day after it, and its first instant.",
      {"until_day", "until_at"},
      "  SELECT d.until_day AS until_day, " + query.toInstant("d.until_day * 86400000000", "k") +
          " AS until_at\n  FROM data_ends AS d" + query.joinClock("k", "d.until_day"));
}

// A cell that says something that cannot be read rejects its row. `says`: what tells rows of one
// instant apart.
struct RowTests {
  std::string odd, says;
};

RowTests rowTests(const SqlFacts& facts) {
  RowTests tests{"r.customer IS NULL OR r.instant IS NULL OR ", "COALESCE(r.plan, '')"};
  tests.odd += facts.shape == Shape::snapshots ? "r.start_day < -25567 OR r.start_day > 84005"
                                               : "r.instant < -2208988800000000";
  const auto tell = [&](const std::string& text) {
    tests.says += " || '/' || COALESCE(" + text + ", '')";
  };
  const auto number = [&](const std::string& name) {
    tests.odd += " OR (r." + name + "_cell IS NOT NULL AND r." + name + " IS NULL)";
    tell("@text(r." + name + ")");
  };
  if (facts.shape == Shape::changes) {
    tests.odd += " OR r.plan IS NULL";
    tell("r.from_plan");
    if (facts.has(Part::valueBefore)) number("amount_before");
  }
  if (facts.shape == Shape::subscriptions) {
    tests.odd += " OR r.plan IS NULL OR r.odd_end = 1 OR r.ends_at < r.instant";
    tell("@text(r.stated_end)");
    if (facts.has(Part::status)) tell("r.status");
  }
  if (facts.valued) number("amount");
  if (facts.counted) number("quantity");
  if (facts.priced) {
    tests.odd += " OR (r.billed IS NOT NULL AND r.shares IS NULL)";
    tell("@text(r.shares)");
  }
  if (facts.currencies) tell("@upper(r.currency)");
  return tests;
}

void writeJudged(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  const bool stretches = facts.shape == Shape::subscriptions;
  const bool changes = facts.shape == Shape::changes;
  const RowTests tests = rowTests(facts);
  query.piece("key", facts.currencies ? ", @upper(r.currency) AS currency_key" : "");
  query.piece("odd", tests.odd);
  query.piece("says", tests.says);
  query.piece("unknown",
              changes ? "(p.plan_no IS NULL OR (r.from_plan IS NOT NULL AND b.plan_no IS NULL))"
                      : "r.plan IS NOT NULL AND p.plan_no IS NULL");
  query.piece("void", stretches ? "\n      WHEN p.plan_role = 'none' OR r.meaning = 'ignored' OR "
                                  "(r.meaning = 'ended' AND r.ends_at IS NULL) OR r.ends_at = "
                                  "r.instant THEN 'ignored'"
                                : "");
  query.piece("trials", stretches ? "WHEN r.meaning = 'prospect' THEN 'prospect' " : "");
  query.piece("tier",
              stretches ? "CASE WHEN r.meaning = 'prospect' THEN 0 ELSE p.tier END" : "p.tier");
  query.piece("plans_before",
              changes ? " LEFT JOIN plans AS b ON b.plan_key = @plan_key(r.from_plan)" : "");
  query.piece("before", changes ? ", b.plan_no AS before_no, b.plan_role AS before_role, b.tier AS "
                                  "before_tier"
                                : "");
  query.piece("read", stretches ? "stretches_meant" : "rows_read");
  query.add("rows_judged",
            "The role of each row, and whether it is rejected or ignored whatever the day.", R"(
  SELECT r.*, p.plan_no AS plan_no, p.plan_name AS plan_name, #tier# AS tier, p.name_rank AS name_rank,
    CASE WHEN r.plan IS NULL THEN 'none' #trials#ELSE COALESCE(p.plan_role, 'unknown') END AS role,
    CASE WHEN #odd# THEN 'rejected'
      WHEN #unknown# THEN 'ignored'#void# ELSE '' END AS early_fate,
    #says# AS says#key##before#
  FROM #read# AS r LEFT JOIN plans AS p ON p.plan_key = @plan_key(r.plan)#plans_before#
)");
}

// What is asked of a row once it has its fate.
std::string rowColumns(const SqlFacts& facts) {
  std::vector<std::string> names = {"customer", "instant", "plan", "plan_no", "plan_name", "role"};
  const auto add = [&](std::initializer_list<std::string> more) {
    names.insert(names.end(), more);
  };
  if (facts.shape == Shape::snapshots) add({"early_fate"});
  if (facts.shape == Shape::changes) {
    add({"from_plan", "before_no", "before_role", "before_tier"});
    if (facts.has(Part::valueBefore)) add({"amount_before"});
  }
  if (facts.shape == Shape::subscriptions) add({"name_rank", "place", "unit", "ends_at"});
  return columnsOf("r", names) + ", " + usedColumns(facts, "r");
}

void writeRanked(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  const bool snapshots = facts.shape == Shape::snapshots;
  const bool stretches = facts.shape == Shape::subscriptions;
  query.piece("spoken", snapshots ? " OR s.first_at >= h.until_at" : "");
  query.piece("snapshot_span", snapshots ? " CROSS JOIN snapshot_span AS s" : "");
  // An id is a customer's own, and a row without one is a subscription of its own.
  const std::string place =
      "ROW_NUMBER() OVER (PARTITION BY r.customer ORDER BY r.position, r.says)";
  query.piece("place", stretches ? ", " + place + " AS place" : "");
  query.piece("unit", !stretches ? ""
                      : facts.has(Part::subscription)
                          ? ", CASE WHEN u.subscription IS NOT NULL THEN 'id ' || u.subscription "
                            "ELSE 'row ' || @text(u.place) END AS unit"
                          : ", 'row ' || @text(u.place) AS unit");
  query.piece("within", stretches ? "f.customer, f.unit" : "f.customer");
  query.add("rows_ranked",
            stretches ? "Of the rows of one subscription that start together the last is used."
                      : "Of the rows of one customer at one instant the last is used.",
            R"(
  SELECT f.*,
    ROW_NUMBER() OVER (PARTITION BY f.fate_so_far, #within#, f.instant ORDER BY f.position DESC, f.says DESC) AS from_last,
    FIRST_VALUE(f.says) OVER (PARTITION BY f.fate_so_far, #within#, f.instant ORDER BY f.position DESC, f.says DESC) AS last_says
  FROM (
    SELECT u.*#unit# FROM (
      SELECT r.*, CASE WHEN r.early_fate <> '' THEN r.early_fate WHEN r.instant >= h.until_at#spoken# THEN 'ignored' ELSE '' END AS fate_so_far#place#
      FROM rows_judged AS r CROSS JOIN horizon AS h#snapshot_span#
    ) AS u
  ) AS f
)");
  query.piece("row_columns", rowColumns(facts));
  query.addLarge("rows_fated", "Every row ends in exactly one of these.", "customer, instant", R"(
  SELECT #row_columns#,
    CASE WHEN r.fate_so_far <> '' THEN r.fate_so_far WHEN r.from_last = 1 THEN 'used'
      WHEN r.says = r.last_says THEN 'duplicate' ELSE 'superseded' END AS fate
  FROM rows_ranked AS r
)");
}

void writeLedger(SqlQuery& query) {
  query.addSmall("ledger",
                 "Every row is accounted for; and the first and last instant of used rows.",
                 {"rows_all", "rows_used", "rows_duplicate", "rows_superseded", "rows_ignored",
                  "rows_rejected", "customers", "first_at", "last_at"},
                 R"(
  SELECT COUNT(*) AS rows_all,
    SUM(CASE WHEN r.fate = 'used' THEN 1 ELSE 0 END) AS rows_used,
    SUM(CASE WHEN r.fate = 'duplicate' THEN 1 ELSE 0 END) AS rows_duplicate,
    SUM(CASE WHEN r.fate = 'superseded' THEN 1 ELSE 0 END) AS rows_superseded,
    SUM(CASE WHEN r.fate = 'ignored' THEN 1 ELSE 0 END) AS rows_ignored,
    SUM(CASE WHEN r.fate = 'rejected' THEN 1 ELSE 0 END) AS rows_rejected,
    COUNT(DISTINCT CASE WHEN r.fate = 'used' THEN r.customer END) AS customers,
    MIN(CASE WHEN r.fate = 'used' THEN r.instant END) AS first_at,
    MAX(CASE WHEN r.fate = 'used' THEN r.instant END) AS last_at
  FROM rows_fated AS r
)");
}

}  // namespace

std::vector<PlanSetting> distinctPlans(const std::vector<PlanSetting>& plans) {
  std::vector<PlanSetting> kept;
  std::set<std::string> seen;
  for (const PlanSetting& plan : plans) {
    if (seen.insert(planKey(plan.plan)).second) kept.push_back(plan);
  }
  return kept;
}

void writeFates(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  writePlans(query);
  if (facts.shape == Shape::subscriptions) writeStretchRows(query);
  writeJudged(query);
  if (facts.shape == Shape::snapshots) writeSnapshots(query);
  writeHorizon(query);
  writeRanked(query);
  writeLedger(query);
}

}  // namespace upgrade_rate
