// Snapshots: when somebody looked at all customers, how fine periods are, and that a customer who
// is missing from a snapshot has left. Definitions: section 1 of the specification.
//
// A row on a plan that the settings do not name is ignored, but its customer is not missing.

#include "core/kpi/cohorts.h"
#include "core/kpi/periods.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

bool spacingDecides(const SqlFacts& facts) { return facts.shape == Shape::snapshots; }

std::string ofUnit(std::string_view column) {
  return "(SELECT u." + std::string(column) + " FROM unit AS u)";
}

// A divisor: one month and more. ClickHouse divides by it once before it knows it, by 0 for what is
// read from the table.
std::string monthsOfUnit(std::string_view column) { return "(1 + " + ofUnit(column) + ")"; }

// Firsts of months that are 12 or 3 months apart are years or quarters, other firsts and lasts are
// months, days a whole number of weeks apart are weeks (0), and anything else is days (-1).
void writeSpacing(SqlQuery& query) {
  query.add("snapshot_days", "The days of snapshots, and how far each is from the first.", R"(
  SELECT s.instant AS instant, s.day AS day, @month_of(s.day) AS month, @month_of(f.first_day) AS first_month,
    CASE WHEN s.day = @month_first_day(@month_of(s.day)) THEN 1 ELSE 0 END AS is_first,
    CASE WHEN s.day + 1 = @month_first_day(@month_of(s.day) + 1) THEN 1 ELSE 0 END AS is_last,
    CASE WHEN @mod(s.day - f.first_day, 7) = 0 THEN 1 ELSE 0 END AS is_week
  FROM snapshots AS s CROSS JOIN (SELECT MIN(t.day) AS first_day FROM snapshots AS t) AS f
)");
  query.add("snapshot_spacing", "How many months lie between snapshots: 0 for weeks, -1 for days.",
            R"(
  SELECT s.first_at AS first_at, s.last_at AS last_at, s.last_day AS last_day,
    CASE WHEN s.firsts = 1 AND s.days > 1 AND s.years = 1 AND @mod(s.first_month, 12) = 0 THEN 12
      WHEN s.firsts = 1 AND s.days > 1 AND s.quarters = 1 AND @mod(s.first_month, 3) = 0 THEN 3
      WHEN s.firsts = 1 OR s.lasts = 1 THEN 1
      WHEN s.weeks = 1 AND s.days > 1 THEN 0 ELSE -1 END AS months
  FROM (
    SELECT MIN(d.instant) AS first_at, MAX(d.instant) AS last_at, MAX(d.day) AS last_day, MIN(d.first_month) AS first_month, COUNT(*) AS days,
      MIN(d.is_first) AS firsts, MIN(d.is_last) AS lasts, MIN(d.is_week) AS weeks,
      MIN(CASE WHEN @mod(d.month - d.first_month, 12) = 0 THEN 1 ELSE 0 END) AS years,
      MIN(CASE WHEN @mod(d.month - d.first_month, 3) = 0 THEN 1 ELSE 0 END) AS quarters
    FROM snapshot_days AS d
  ) AS s
)");
  query.addSmall("snapshot_span",
                 "First and last snapshot, and the first local day after the last one's period.",
                 {"first_at", "last_at", "until_day", "months"}, R"(
  SELECT s.first_at AS first_at, s.last_at AS last_at,
    CASE WHEN s.months = 0 THEN s.last_day + 7 WHEN s.months < 0 THEN s.last_day + 1
      ELSE @month_first_day(((@div(@month_of(s.last_day), CASE WHEN s.months > 0 THEN s.months ELSE 1 END) + 1) * s.months)) END AS until_day,
    s.months AS months
  FROM snapshot_spacing AS s
)");
}

}  // namespace

SqlCalendar periodCalendar(const SqlFacts& facts) {
  if (spacingDecides(facts)) return {monthsOfUnit("more_months"), ofUnit("shift"), ofUnit("weeks")};
  const int32_t months = monthsOf(facts.settings.period);
  return {std::to_string(months),
          std::to_string(months == 1 ? 0 : facts.settings.fiscalStartMonth - 1)};
}

SqlCalendar cohortCalendar(const SqlFacts& facts) {
  if (spacingDecides(facts)) return {monthsOfUnit("more_cohort_months"), ofUnit("cohort_shift")};
  const bool quarters = cohortUnit(facts.settings.period) == PeriodUnit::quarter;
  return {quarters ? "3" : "1",
          quarters ? std::to_string(facts.settings.fiscalStartMonth - 1) : "0"};
}

void writeSnapshots(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  query.addSmall("snapshot_instants",
                 "When there are rows, and whether any of them says that there is a customer.",
                 {"instant", "filled"}, R"(
  SELECT r.instant AS instant, MAX(CASE WHEN r.plan IS NULL THEN 0 ELSE 1 END) AS filled
  FROM rows_judged AS r WHERE r.early_fate <> 'rejected' GROUP BY r.instant
)");
  query.piece("snapshot_day", "@day_of_micros(" + query.toLocal("s.instant", "k") + ")");
  query.piece("snapshot_clock", query.joinClock("k", "@day_of_micros(s.instant)"));
  query.addSmall("snapshots", "Snapshots: where all rows are blank nobody looked.",
                 {"instant", "next_at", "day"}, R"(
  SELECT s.instant AS instant, @lead(s.instant, ORDER BY s.instant) AS next_at, #snapshot_day# AS day
  FROM snapshot_instants AS s CROSS JOIN (SELECT MAX(i.filled) AS most FROM snapshot_instants AS i) AS m#snapshot_clock#
  WHERE s.filled = m.most
)");
  writeSpacing(query);
  const std::string asked = std::to_string(monthsOf(facts.settings.period));
  const std::string shift = std::to_string(facts.settings.fiscalStartMonth - 1);
  query.piece("unit_months",
              "CASE WHEN s.months > " + asked + " THEN s.months ELSE " + asked + " END");
  query.piece("fiscal_shift", shift);
  query.addSmall(
      "unit",
      "Months of a period beside one, or weeks: those asked for, if snapshots are as fine; and\n"
      "months of a cohort beside one.",
      {"weeks", "more_months", "shift", "more_cohort_months", "cohort_shift"}, R"(
  SELECT CASE WHEN u.months = 0 THEN 1 ELSE 0 END AS weeks, CASE WHEN u.months = 0 THEN 0 ELSE u.months - 1 END AS more_months,
    CASE WHEN u.months > 1 THEN #fiscal_shift# ELSE 0 END AS shift,
    CASE WHEN u.months > 1 THEN 2 ELSE 0 END AS more_cohort_months, CASE WHEN u.months > 1 THEN #fiscal_shift# ELSE 0 END AS cohort_shift
  FROM (SELECT #unit_months# AS months FROM snapshot_span AS s) AS u
)");
}

void writeSnapshotRows(SqlQuery& query) {
  query.piece("row", usedColumns(query.facts(), "r"));
  query.add("rows_seen", "Who is in which snapshot, and where each one is next seen.", R"(
  SELECT r.customer AS customer, r.instant AS instant, r.plan_no AS plan_no, r.role AS role, #row#, r.fate AS fate, s.next_at AS next_snapshot,
    CASE WHEN r.instant = f.first_at THEN 1 ELSE 0 END AS held_before,
    @lead(r.instant, PARTITION BY r.customer ORDER BY r.instant) AS next_seen
  FROM rows_fated AS r JOIN snapshots AS s ON s.instant = r.instant CROSS JOIN snapshot_span AS f
  WHERE r.fate = 'used' OR (r.fate = 'ignored' AND r.early_fate = 'ignored')
)");
  query.add("rows_used", "Who is not in the next snapshot has left there.", R"(
  SELECT r.customer AS customer, CASE WHEN e.leaves = 1 THEN r.next_snapshot ELSE r.instant END AS instant,
    CASE WHEN e.leaves = 1 THEN 0 ELSE r.held_before END AS held_before,
    CASE WHEN e.leaves = 0 THEN r.plan_no END AS plan_no, CASE WHEN e.leaves = 1 THEN 'none' ELSE r.role END AS role, #row#
  FROM rows_seen AS r CROSS JOIN horizon AS h CROSS JOIN (SELECT 0 AS leaves UNION ALL SELECT 1) AS e
  WHERE CASE WHEN e.leaves = 0 THEN r.fate = 'used' ELSE r.next_snapshot < h.until_at AND (r.next_seen IS NULL OR r.next_seen > r.next_snapshot) END
)");
}

}  // namespace upgrade_rate
