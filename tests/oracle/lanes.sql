-- 3. Used rows in lanes, and what is carried along them, in SQL. Goes on from rows.sql.
-- A lane is what a row can carry a blank from: of a plan history the customer's plan, or one add-on
-- beside it, between two cancellations; of subscriptions one id.
-- Answers: carried (one row per used row, with all that is blank filled in, and its worth per month);
-- reached (ds, instant), the instants that the periods span.

-- A subscription runs from its start to its stated end or the next start under its id, whichever
-- comes first. An end at or after the end of the data has not happened yet.
CREATE OR REPLACE TABLE stretches AS
SELECT f.*, lead(instant) OVER under_id AS next_start,
  nullif(least(coalesce(until, 'infinity'), coalesce(next_start, 'infinity'), h.data_until),
         h.data_until) AS ends
FROM fates f JOIN horizon h ON h.ds = f.ds
WHERE fate = 'used' AND shape = 'subscriptions'
WINDOW under_id AS (PARTITION BY f.ds, customer, unit ORDER BY instant);

CREATE OR REPLACE TABLE reached AS
SELECT ds, instant FROM fates WHERE fate = 'used'
UNION ALL
SELECT ds, ends FROM stretches WHERE ends = until;

-- `span` counts cancellations: nothing is held or carried over one.
CREATE OR REPLACE TABLE lanes AS
SELECT ds, customer, instant, struct_pack(file, position) AS place, plan_key(plan) AS plan, name, role, tier, value, quantity, twelfths, currency,
  segment1, segment2, NULL::TIMESTAMP AS until, NULL::TIMESTAMP AS ends,
  CASE role WHEN 'addOn' THEN plan_key(plan) ELSE '' END AS lane,
  count(*) FILTER (role = 'none') OVER (PARTITION BY ds, customer ORDER BY instant) AS span
FROM fates WHERE fate = 'used' AND shape = 'planHistory'
UNION ALL
SELECT ds, customer, instant, struct_pack(file, position), plan_key(plan), name, role, tier, value, quantity, twelfths, currency,
  segment1, segment2, until, ends, unit, 0
FROM stretches;

-- A run is a stretch of a lane in which blanks are carried: one plan, without a gap, and from an
-- add-on's end by quantity 0 on afresh.
CREATE OR REPLACE TABLE runs AS
WITH turns AS (
  SELECT *, plan IS DISTINCT FROM lag(plan) OVER lane_so_far OR coalesce(lag(until) OVER lane_so_far < instant, false)
         OR (role = 'addOn' AND coalesce(lag(quantity) OVER lane_so_far = 0, false)) AS turn
  FROM lanes WINDOW lane_so_far AS (PARTITION BY ds, customer, span, lane ORDER BY instant))
SELECT * EXCLUDE (turn), sum(turn::INT) OVER (PARTITION BY ds, customer, span, lane ORDER BY instant) AS run
FROM turns;

-- Quantity, interval and currency carry; a price carries only while interval and currency stay.
CREATE OR REPLACE TABLE filled AS
SELECT * EXCLUDE (quantity, twelfths, currency),
  last_value(quantity IGNORE NULLS) OVER run_so_far AS quantity,
  last_value(twelfths IGNORE NULLS) OVER run_so_far AS twelfths,
  last_value(currency IGNORE NULLS) OVER run_so_far AS currency
FROM runs
WINDOW run_so_far AS (PARTITION BY ds, customer, span, lane, run ORDER BY instant
             ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE OR REPLACE TABLE termed AS
WITH turns AS (
  SELECT *, twelfths IS DISTINCT FROM lag(twelfths) OVER run_rows OR currency IS DISTINCT FROM lag(currency) OVER run_rows AS turn
  FROM filled WINDOW run_rows AS (PARTITION BY ds, customer, span, lane, run ORDER BY instant))
SELECT * EXCLUDE (turn), sum(turn::INT) OVER (PARTITION BY ds, customer, span, lane, run ORDER BY instant) AS terms
FROM turns;

CREATE OR REPLACE TABLE carried AS
WITH priced AS (
  SELECT * EXCLUDE (value), last_value(value IGNORE NULLS) OVER terms_so_far AS value
  FROM termed
  WINDOW terms_so_far AS (PARTITION BY ds, customer, span, lane, run, terms ORDER BY instant
               ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
SELECT p.* EXCLUDE (run, terms, twelfths, currency), coalesce(p.currency, '') AS currency,
  worth_of(p.value, p.quantity, p.twelfths, c.priced, c.counted) AS worth
FROM priced p JOIN config c ON c.ds = p.ds;

-- Without a reporting currency everything stays in its own.
CREATE OR REPLACE MACRO rate_to(reporting, currency, ten_thousandths) AS
  CASE WHEN reporting IS NULL OR reporting = currency THEN 10000 ELSE ten_thousandths END;

-- A sum with an unknown part is unknown; so is one over several currencies, unless all are converted
-- to one.
CREATE OR REPLACE MACRO known_sum(part, among) AS
  CASE WHEN bool_and(part IS NOT NULL) FILTER (among) THEN sum(part) FILTER (among) END;
CREATE OR REPLACE MACRO known_worth(worth, currency, reporting, among) AS
  CASE WHEN any_value(reporting) IS NOT NULL OR count(DISTINCT currency) FILTER (among) <= 1
       THEN known_sum(worth, among) END;
