-- Money of every period, in SQL, from the definitions alone. Goes on from counts.sql.
-- Method: every step from one state to the next is split into signed amounts, each of one currency and
-- one line of the bridge; a period's bridge is their sum.
-- Answers: money (one row per period and currency that has any).

-- What a state is worth: nothing while not on a tier, else its value, which may be unknown. Amounts
-- are in the reporting currency where there is one.
CREATE OR REPLACE TABLE worths AS
SELECT t.ds, t.customer, t.instant, t.kind = 'tier' AS paying, t.currency AS billing,
  c.reporting IS NOT NULL AS converted, coalesce(c.reporting, t.currency) AS currency, CASE WHEN paying THEN t.value ELSE 0 END AS value
FROM timeline t JOIN config c ON c.ds = t.ds WHERE c.valued;

CREATE OR REPLACE TABLE steps AS
SELECT w.*, m.movement, coalesce(lag(paying) OVER s, false) AS paying0, lag(billing) OVER s AS billing0,
  lag(w.currency) OVER s AS currency0,
  CASE WHEN row_number() OVER s = 1 THEN 0 ELSE lag(value) OVER s END AS value0
FROM worths w JOIN movements m ON m.ds = w.ds AND m.customer = w.customer AND m.instant = w.instant
WINDOW s AS (PARTITION BY w.ds, w.customer ORDER BY w.instant);

-- A difference with an unknown side is no movement's, and one between two currencies only where they
-- are converted to one.
CREATE OR REPLACE TABLE lines AS
WITH named AS (
  SELECT *, CASE WHEN value IS NULL OR value0 IS NULL THEN 'unvalued'
                 WHEN paying AND paying0 AND billing <> billing0
                  AND (movement IS NULL OR NOT converted) THEN 'currencyChange'
                 ELSE movement END AS line
  FROM steps WHERE paying OR paying0)
SELECT ds, customer, instant, line, movement, currency, coalesce(value, 0) AS amount FROM named WHERE paying
UNION ALL
SELECT ds, customer, instant, line, movement, currency0, -coalesce(value0, 0) FROM named WHERE paying0;

CREATE OR REPLACE TABLE bridges AS
SELECT p.ds, p.kind AS part, p.start, l.currency,
  coalesce(sum(amount) FILTER (line = 'new'), 0) AS new,
  coalesce(sum(amount) FILTER (line = 'reactivation'), 0) AS reactivation,
  coalesce(sum(amount) FILTER (line = 'upgrade'), 0) AS upgrade,
  coalesce(sum(amount) FILTER (line = 'downgrade'), 0) AS downgrade,
  coalesce(sum(amount) FILTER (line = 'expansion'), 0) AS expansion,
  coalesce(sum(amount) FILTER (line = 'contraction'), 0) AS contraction,
  coalesce(sum(amount) FILTER (line = 'switch'), 0) AS "switch",
  coalesce(sum(amount) FILTER (line = 'priceRise'), 0) AS priceRise,
  coalesce(sum(amount) FILTER (line = 'priceCut'), 0) AS priceCut,
  coalesce(sum(amount) FILTER (line = 'currencyChange'), 0) AS currencyChange,
  coalesce(sum(amount) FILTER (line = 'churn'), 0) AS churn,
  coalesce(sum(amount) FILTER (line = 'unvalued'), 0) AS unvalued,
  coalesce(sum(amount) FILTER (line = 'upgrade' AND opens), 0) AS upgradeValue,
  coalesce(sum(amount) FILTER (line = 'expansion' AND opens), 0) AS upsellValue
FROM periods p JOIN lines l ON l.ds = p.ds AND l.instant >= p.start AND l.instant < p."end"
JOIN standings s ON s.ds = p.ds AND s.part = p.kind AND s.start = p.start AND s.customer = l.customer AND passes
GROUP BY ALL;

-- Uplift: per customer of the opening with an upgrade of known value, in one currency.
CREATE OR REPLACE TABLE uplifts AS
SELECT p.ds, p.kind AS part, p.start, l.currency, sum(amount) / count(DISTINCT l.customer) AS uplift
FROM periods p JOIN lines l ON l.ds = p.ds AND l.instant >= p.start AND l.instant < p."end" AND line = 'upgrade'
JOIN standings s ON s.ds = p.ds AND s.part = p.kind AND s.start = p.start AND s.customer = l.customer AND opens
GROUP BY ALL;

-- What each customer pays at both ends; not known where there is no such state or no value.
CREATE OR REPLACE TABLE ends AS
WITH held AS (
  SELECT p.ds, p.kind AS part, p.start, s.customer, opens,
    arg_max(struct_pack(paying, currency, value), w.instant) FILTER (w.instant < p.start) AS a,
    arg_max(struct_pack(paying, currency, value), w.instant) AS b
  FROM periods p JOIN standings s ON s.ds = p.ds AND s.part = p.kind AND s.start = p.start AND passes
  JOIN worths w ON w.ds = p.ds AND w.customer = s.customer AND w.instant < p."end"
  GROUP BY ALL)
SELECT ds, part, start, customer, a.paying AS paying_a, a.currency AS currency_a, a.value AS value_a,
  b.paying AS paying_b, b.currency AS currency_b, b.value AS value_b
FROM held;

CREATE OR REPLACE TABLE openings AS
SELECT ds, part, start, currency_a AS currency, coalesce(sum(value_a), 0) AS opening, avg(value_a) AS arpcOpening,
  -- retention: known at both ends, and not in another currency at the end
  sum(value_a) FILTER (stays) AS of_value, sum(value_b) FILTER (stays) AS net_value,
  sum(least(value_a, value_b)) FILTER (stays) AS gross_value
FROM (SELECT *, value_a IS NOT NULL AND value_b IS NOT NULL
        AND (NOT paying_b OR currency_a = currency_b) AS stays FROM ends)
WHERE paying_a GROUP BY ALL;

CREATE OR REPLACE TABLE closings AS
SELECT ds, part, start, currency_b AS currency, coalesce(sum(value_b), 0) AS closing, avg(value_b) AS arpcClosing
FROM ends WHERE paying_b GROUP BY ALL;

CREATE OR REPLACE TABLE money AS
WITH keys AS (
  SELECT ds, part, start, currency FROM openings UNION SELECT ds, part, start, currency FROM closings
  UNION SELECT ds, part, start, currency FROM bridges)
SELECT k.*, coalesce(opening, 0) AS opening, coalesce(closing, 0) AS closing,
  b.* EXCLUDE (ds, part, start, currency), uplift AS upliftPerUpgraded,
  CASE WHEN of_value > 0 THEN net_value / of_value END AS netRetention,
  CASE WHEN of_value > 0 THEN gross_value / of_value END AS grossRetention, arpcOpening, arpcClosing
FROM keys k
LEFT JOIN openings o ON o.ds = k.ds AND o.part = k.part AND o.start = k.start AND o.currency = k.currency
LEFT JOIN closings c ON c.ds = k.ds AND c.part = k.part AND c.start = k.start AND c.currency = k.currency
LEFT JOIN bridges b ON b.ds = k.ds AND b.part = k.part AND b.start = k.start AND b.currency = k.currency
LEFT JOIN uplifts u ON u.ds = k.ds AND u.part = k.part AND u.start = k.start AND u.currency = k.currency;
