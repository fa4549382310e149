/**
 * The figures in DuckDB's SQL, as an analyst who knows the data would write it.
 *
 * One window over the rows gives each its neighbours, so that a cancellation of at most a day is
 * stepped over; one aggregation gives each customer's months; quarters and the last twelve months
 * are made of those. Who stood where at a period's start is a running sum of who came and went, so
 * a customer costs as much as they have rows.
 * What the data makes unnecessary is left out: repeated instants, cancellations in a row, periods
 * without any row. The columns' names and types are given; only three of them are used.
 */
import { standingCase, TOP } from './plans.mjs'

/** @param {{ file: string, columns: string[], instant: string }} data instant: DATE or TIMESTAMP */
export function duckdbSql({ file, columns, instant }) {
  const types = columns.map((name, i) => `'${name}': '${i === 1 ? instant : 'VARCHAR'}'`)
  return `
WITH standings AS (
  SELECT customer_id AS customer, start_date AS day, (${standingCase('plan_name')})::TINYINT AS tier
  FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"',
                auto_detect = false, columns = {${types.join(', ')}})),
neighbours AS (
  SELECT *, lag(tier) OVER w AS tier_1, lag(tier, 2) OVER w AS tier_2, lag(day) OVER w AS day_1,
    lead(tier) OVER w AS tier_next, lead(day) OVER w AS day_next,
    min(day) FILTER (tier > 0) OVER (PARTITION BY customer) AS day_first
  FROM standings WINDOW w AS (PARTITION BY customer ORDER BY day)),
steps AS (
  SELECT customer, day, tier, day_first,
    CASE WHEN tier > 0 AND tier_1 = -1 AND tier_2 > 0 AND day <= day_1 + INTERVAL 1 DAY
         THEN tier_2 ELSE coalesce(tier_1, 0) END AS before
  FROM neighbours
  WHERE NOT coalesce(tier = -1 AND tier_1 > 0 AND tier_next > 0
                     AND day_next <= day + INTERVAL 1 DAY, false)),
months AS MATERIALIZED (
  SELECT customer, date_trunc('month', day)::DATE AS start,
    arg_min(before, day) AS opens, arg_max(tier, day) AS closes,
    bool_or(before > 0 AND tier > before) AS up, bool_or(tier > 0 AND tier < before) AS down,
    bool_or(before > 0 AND tier <= 0) AS gone,
    bool_or(tier > 0 AND before <= 0 AND day = day_first) AS new,
    bool_or(tier > 0 AND before <= 0 AND day > day_first) AS back
  FROM steps GROUP BY customer, date_trunc('month', day)),
window_start AS (
  SELECT (max(start) - INTERVAL 11 MONTH)::DATE AS first FROM months),
customer_periods AS (
  SELECT 'month' AS unit, * FROM months
  UNION ALL
  SELECT 'quarter', customer, date_trunc('quarter', start)::DATE, arg_min(opens, start),
    arg_max(closes, start), bool_or(up), bool_or(down), bool_or(gone), bool_or(new), bool_or(back)
  FROM months GROUP BY customer, date_trunc('quarter', start)
  UNION ALL
  SELECT 'headline', customer, any_value(first), arg_min(opens, start),
    arg_max(closes, start), bool_or(up), bool_or(down), bool_or(gone), bool_or(new), bool_or(back)
  FROM months, window_start WHERE start >= first GROUP BY customer),
counts AS MATERIALIZED (
  SELECT unit, start,
    count(*) FILTER (closes > 0 AND opens <= 0) AS joined,
    count(*) FILTER (opens > 0 AND closes <= 0) AS "left",
    count(*) FILTER (new) AS new, count(*) FILTER (back) AS reactivated,
    count(*) FILTER (opens > 0 AND up) AS upgraded,
    count(*) FILTER (opens > 0 AND up AND closes > opens) AS kept,
    count(*) FILTER (opens > 0 AND down) AS downgraded,
    count(*) FILTER (opens > 0 AND gone) AS churned,
    count(*) FILTER (closes BETWEEN 1 AND ${TOP - 1})
      - count(*) FILTER (opens BETWEEN 1 AND ${TOP - 1}) AS more_eligible
  FROM customer_periods GROUP BY unit, start),
running AS (
  SELECT *,
    (sum(joined - "left") OVER w)::BIGINT AS closing,
    (sum(more_eligible) OVER w - more_eligible)::BIGINT AS eligible_before
  FROM counts WINDOW w AS (PARTITION BY unit ORDER BY start)),
figures AS (
  SELECT r.unit, r.start,
    closing - joined + "left" + coalesce(m.opening_before, 0) AS opening,
    closing + coalesce(m.opening_before, 0) AS closing, joined, "left", new, reactivated,
    eligible_before + coalesce(m.eligible_before_window, 0) AS eligible,
    upgraded, kept, downgraded, churned
  FROM running r LEFT JOIN (
    SELECT start, closing - joined + "left" AS opening_before,
      eligible_before AS eligible_before_window
    FROM running WHERE unit = 'month') m ON r.unit = 'headline' AND m.start = r.start)
SELECT unit, strftime(start, '%Y-%m-%d') AS start,
  opening, closing, joined, "left", new, reactivated, eligible, upgraded, kept, downgraded,
  churned, upgraded / nullif(opening, 0) AS rate
FROM figures ORDER BY unit, start`
}
