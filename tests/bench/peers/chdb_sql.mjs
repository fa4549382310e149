/**
 * The figures in ClickHouse's SQL: the same plan as in DuckDB's SQL beside this file, with the same
 * things left out. One frame serves all windows. The months are a table in memory, because ClickHouse
 * computes a named subquery anew for each of its uses. A customer's rows as sorted arrays, ClickHouse's
 * other idiom for this, took a fifth more processor time.
 */
import { STANDING, TOP } from './plans.mjs'

/**
 * Statements; the last gives the figures.
 * @param {{ file: string, columns: string[], instant: string }} data instant: DATE or TIMESTAMP
 */
export function chdbSql({ file, columns, instant }) {
  const type = instant === 'DATE' ? 'Date' : "DateTime('UTC')"
  const types = columns.map((name, i) => `${name} ${i === 1 ? type : 'String'}`)
  const plans = `[${Object.keys(STANDING).map((plan) => `'${plan}'`)}]`
  const standings = `[${Object.values(STANDING).map((standing) => `toInt8(${standing})`)}]`
  const day = instant === 'DATE' ? 1 : 86400
  const bits = ['up', 'down', 'gone', 'new', 'back'].map((bit) => `max(m.${bit}) AS ${bit}`)
  const rolledUp = `argMin(m.opens, m.start) AS opens, argMax(m.closes, m.start) AS closes, ${bits}`
  return [
    'DROP TABLE IF EXISTS months',
    `
CREATE TABLE months ENGINE = Memory AS
WITH standings AS (
  SELECT customer_id AS customer, start_date AS day,
    transform(plan_name, ${plans}, ${standings}, toInt8(0)) AS tier
  FROM file('${file}', CSVWithNames, '${types.join(', ').replaceAll("'", "\\'")}')),
neighbours AS (
  SELECT customer, day, tier,
    lagInFrame(tier) OVER w AS tier_1, lagInFrame(tier, 2) OVER w AS tier_2,
    lagInFrame(day) OVER w AS day_1,
    leadInFrame(tier) OVER w AS tier_next, leadInFrame(day) OVER w AS day_next,
    day = minIf(day, tier > 0) OVER w AS is_first
  FROM standings
  WINDOW w AS (PARTITION BY customer ORDER BY day
               ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
steps AS (
  SELECT customer, day, tier, is_first,
    if(tier > 0 AND tier_1 = -1 AND tier_2 > 0 AND day <= day_1 + ${day}, tier_2, tier_1) AS before
  FROM neighbours
  WHERE NOT (tier = -1 AND tier_1 > 0 AND tier_next > 0 AND day_next <= day + ${day}))
SELECT customer, toStartOfMonth(day) AS start,
  argMin(before, day) AS opens, argMax(tier, day) AS closes,
  max(before > 0 AND tier > before) AS up, max(tier > 0 AND tier < before) AS down,
  max(before > 0 AND tier <= 0) AS gone, max(tier > 0 AND before <= 0 AND is_first) AS new,
  max(tier > 0 AND before <= 0 AND NOT is_first) AS back
FROM steps GROUP BY customer, start`,
    `
WITH (SELECT addMonths(max(start), -11) FROM months) AS window_start,
(SELECT (countIf(closes > 0) - countIf(opens > 0),
         countIf(closes BETWEEN 1 AND ${TOP - 1}) - countIf(opens BETWEEN 1 AND ${TOP - 1}))
 FROM months WHERE start < window_start) AS before_window,
customer_periods AS (
  SELECT 'month' AS unit, start, opens, closes, up, down, gone, new, back FROM months
  UNION ALL
  SELECT 'quarter' AS unit, toStartOfQuarter(m.start) AS start, ${rolledUp}
  FROM months AS m GROUP BY m.customer, start
  UNION ALL
  SELECT 'headline' AS unit, window_start AS start, ${rolledUp}
  FROM months AS m WHERE m.start >= window_start GROUP BY m.customer),
counts AS (
  SELECT unit, start,
    countIf(closes > 0 AND opens <= 0) AS joined, countIf(opens > 0 AND closes <= 0) AS left,
    countIf(new) AS new, countIf(back) AS reactivated,
    countIf(opens > 0 AND up) AS upgraded,
    countIf(opens > 0 AND up AND closes > opens) AS kept,
    countIf(opens > 0 AND down) AS downgraded, countIf(opens > 0 AND gone) AS churned,
    toInt64(countIf(closes BETWEEN 1 AND ${TOP - 1}))
      - toInt64(countIf(opens BETWEEN 1 AND ${TOP - 1})) AS more_eligible
  FROM customer_periods GROUP BY unit, start),
running AS (
  SELECT *, unit = 'headline' AS is_window,
    sum(toInt64(joined) - toInt64(left)) OVER w + is_window * before_window.1 AS closing,
    sum(more_eligible) OVER w - more_eligible + is_window * before_window.2 AS eligible
  FROM counts WINDOW w AS (PARTITION BY unit ORDER BY start))
SELECT unit, toString(start) AS start, closing - joined + left AS opening, closing, joined, left,
  new, reactivated, eligible, upgraded, kept, downgraded, churned,
  upgraded / nullIf(opening, 0) AS rate
FROM running ORDER BY unit, start`,
  ]
}
