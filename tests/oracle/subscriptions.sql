-- 4. The states of subscriptions, in SQL: rows run beside one another, and what a customer has is
-- read off all that run at an instant. Goes on from lanes.sql, adds to the states of history.sql.

-- What runs at each instant at which something starts or ends. Add-ons of quantity 0 are not held;
-- prospects that are customers stand on tier 0.
CREATE OR REPLACE TABLE running AS
WITH moments AS (
  SELECT ds, customer, instant FROM stretches
  UNION
  SELECT ds, customer, ends FROM stretches WHERE ends IS NOT NULL)
SELECT m.ds, m.customer, m.instant, reporting, v.instant AS start, v.place, v.plan, v.name,
  v.worth * rate_to(reporting, v.currency, ten_thousandths) AS worth, v.currency,
  v.quantity, v.segment1, v.segment2,
  CASE WHEN v.role = 'prospect' AND prospects THEN 'tier' ELSE v.role END AS role,
  CASE v.role WHEN 'tier' THEN v.tier WHEN 'prospect' THEN 0 END AS tier
FROM moments m JOIN config USING (ds)
LEFT JOIN carried v ON v.ds = m.ds AND v.customer = m.customer AND v.instant <= m.instant
  AND (v.ends IS NULL OR v.ends > m.instant)
  AND NOT (v.role = 'addOn' AND coalesce(v.quantity = 0, false))
LEFT JOIN rates r ON r.ds = m.ds AND upper(r.currency) = v.currency;

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
  list(struct_pack(plan := plan, currency := currency, segment1 := segment1, segment2 := segment2)
       ORDER BY worth DESC NULLS LAST, start, name, place)
    FILTER (best > 0 AND beats = best AND ranked.tier = highest) AS candidates,
  per_month(known_worth(worth, currency, reporting, beats = 2 OR role = 'addOn')) AS value,
  known_sum(quantity, beats = 2) AS quantity
FROM ranked GROUP BY ALL;

-- Among equal tiers the plan already held stays, so the choice goes from state to state.
CREATE OR REPLACE TABLE chosen_rows AS
WITH RECURSIVE steps AS (
  SELECT *, row_number() OVER (PARTITION BY ds, customer ORDER BY instant) AS step FROM merged),
walk AS (
  SELECT ds, customer, step, instant, candidates[1] AS chosen FROM steps WHERE step = 1
  UNION ALL
  SELECT s.ds, s.customer, s.step, s.instant,
    coalesce(list_filter(s.candidates, lambda each: each.plan = w.chosen.plan)[1], s.candidates[1])
  FROM walk w JOIN steps s ON s.ds = w.ds AND s.customer = w.customer AND s.step = w.step + 1)
SELECT * FROM walk;

INSERT INTO states BY NAME
SELECT m.* EXCLUDE (candidates), chosen.plan AS plan, chosen.currency AS currency,
  chosen.segment1 AS segment1, chosen.segment2 AS segment2,
  coalesce(add_ons, []) AS add_ons, coalesce(amounts, []) AS amounts
FROM merged m JOIN chosen_rows c USING (ds, customer, instant)
LEFT JOIN held_add_ons USING (ds, customer, instant);
