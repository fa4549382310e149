-- 3. The states of subscriptions, in SQL: rows run beside one another, and what a customer has is
-- read off all that run at an instant. Goes on from rows.sql, adds to the tables of history.sql.

-- A row runs from its start to its stated end or the next start under its id, whichever comes first.
-- An end at or after the end of the data has not happened yet.
CREATE OR REPLACE TABLE stretches AS
SELECT f.ds, customer, unit, instant, plan_key(plan) AS plan, name, role, tier, value, quantity, until AS stated,
  lead(instant) OVER w AS next_start,
  nullif(least(coalesce(until, 'infinity'), coalesce(next_start, 'infinity'), h.data_until),
         h.data_until) AS ends
FROM fates f JOIN horizon h ON h.ds = f.ds
WHERE fate = 'used' AND shape = 'subscriptions'
WINDOW w AS (PARTITION BY f.ds, customer, unit ORDER BY instant);

INSERT INTO reached BY NAME
SELECT ds, instant FROM stretches
UNION ALL
SELECT ds, ends FROM stretches WHERE ends = stated;

-- A blank value or quantity carries the previous one under the id while the plan is unchanged and
-- the row before runs up to this one. An add-on ended by quantity 0 starts afresh.
CREATE OR REPLACE TABLE valued AS
WITH turns AS (
  SELECT *, plan IS DISTINCT FROM lag(plan) OVER rows_of_id OR coalesce(lag(stated) OVER rows_of_id < instant, false)
         OR (role = 'addOn' AND coalesce(lag(quantity) OVER rows_of_id = 0, false)) AS turn
  FROM stretches WINDOW rows_of_id AS (PARTITION BY ds, customer, unit ORDER BY instant)),
runs AS (
  SELECT *, sum(turn::INT) OVER (PARTITION BY ds, customer, unit ORDER BY instant) AS run FROM turns)
SELECT * EXCLUDE (turn, run, value, quantity),
  last_value(value IGNORE NULLS) OVER run_so_far AS value,
  last_value(quantity IGNORE NULLS) OVER run_so_far AS quantity
FROM runs
WINDOW run_so_far AS (PARTITION BY ds, customer, unit, run ORDER BY instant
             ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- What runs at each instant at which something starts or ends. Add-ons of quantity 0 are not held;
-- prospects that are customers stand on tier 0.
CREATE OR REPLACE TABLE running AS
WITH moments AS (
  SELECT ds, customer, instant FROM valued
  UNION
  SELECT ds, customer, ends FROM valued WHERE ends IS NOT NULL)
SELECT m.ds, m.customer, m.instant, v.instant AS start, v.plan, v.name, v.value, v.quantity,
  CASE WHEN v.role = 'prospect' AND prospects THEN 'tier' ELSE v.role END AS role,
  CASE v.role WHEN 'tier' THEN v.tier WHEN 'prospect' THEN 0 END AS tier
FROM moments m JOIN config USING (ds)
LEFT JOIN valued v ON v.ds = m.ds AND v.customer = m.customer AND v.instant <= m.instant
  AND (v.ends IS NULL OR v.ends > m.instant)
  AND NOT (v.role = 'addOn' AND coalesce(v.quantity = 0, false));

-- A sum with an unknown part is unknown.
CREATE OR REPLACE MACRO known_sum(part, among) AS
  CASE WHEN bool_and(part IS NOT NULL) FILTER (among) THEN sum(part) FILTER (among) END;

CREATE OR REPLACE TABLE held_add_ons AS
WITH amounts AS (
  SELECT ds, customer, instant, plan AS lane, known_sum(quantity, true) AS quantity
  FROM running WHERE role = 'addOn' GROUP BY ALL)
SELECT ds, customer, instant, list(lane ORDER BY lane) AS add_ons,
  coalesce(list(struct_pack(lane := lane, quantity := quantity) ORDER BY lane)
    FILTER (quantity IS NOT NULL), []) AS amounts
FROM amounts GROUP BY ALL;

-- Tier beats prospect beats none. The plans to choose from are those on the highest tier: larger
-- value of one row first, then the earlier start, then the name by code point.
CREATE OR REPLACE TABLE merged AS
WITH ranked AS (
  SELECT *, CASE role WHEN 'tier' THEN 2 WHEN 'prospect' THEN 1 ELSE 0 END AS beats,
    max(beats) OVER now AS best,
    max(tier) FILTER (beats > 0) OVER (PARTITION BY ds, customer, instant, beats) AS highest
  FROM running WINDOW now AS (PARTITION BY ds, customer, instant))
SELECT ds, customer, instant,
  CASE any_value(best) WHEN 2 THEN 'tier' WHEN 1 THEN 'prospect' ELSE 'none' END AS kind,
  max(tier) FILTER (role = 'tier') AS tier,
  list(plan ORDER BY value DESC NULLS LAST, start, name)
    FILTER (best > 0 AND beats = best AND ranked.tier = highest) AS candidates,
  known_sum(value, beats = 2 OR role = 'addOn') AS value,
  known_sum(quantity, beats = 2) AS quantity
FROM ranked GROUP BY ALL;

-- Among equal tiers the plan already held stays, so the choice goes from state to state.
CREATE OR REPLACE TABLE chosen_plans AS
WITH RECURSIVE steps AS (
  SELECT *, row_number() OVER (PARTITION BY ds, customer ORDER BY instant) AS step FROM merged),
walk AS (
  SELECT ds, customer, step, instant, candidates[1] AS plan FROM steps WHERE step = 1
  UNION ALL
  SELECT s.ds, s.customer, s.step, s.instant,
    CASE WHEN list_contains(s.candidates, w.plan) THEN w.plan ELSE s.candidates[1] END
  FROM walk w JOIN steps s ON s.ds = w.ds AND s.customer = w.customer AND s.step = w.step + 1)
SELECT ds, customer, instant, plan FROM walk;

INSERT INTO states BY NAME
SELECT m.* EXCLUDE (candidates), c.plan,
  coalesce(add_ons, []) AS add_ons, coalesce(amounts, []) AS amounts
FROM merged m JOIN chosen_plans c USING (ds, customer, instant)
LEFT JOIN held_add_ons USING (ds, customer, instant);
