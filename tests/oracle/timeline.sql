-- Bridge and movements, in SQL, from the definitions alone. Goes on from the states of history.sql and
-- subscriptions.sql.
-- Answers: timeline (the states that count), movements.

-- 5. Bridge ------------------------------------------------------------------------------------

-- Consecutive cancellations count as one, from the first. One between two tiers goes when the
-- later tier comes no later than the same local time bridge_days calendar days on.
CREATE OR REPLACE TABLE timeline AS
WITH firsts AS (
  SELECT *, kind = 'none' AND lag(kind) OVER (PARTITION BY ds, customer ORDER BY instant) = 'none' AS again
  FROM states),
neighbours AS (
  SELECT * EXCLUDE (again), lag(kind) OVER w AS kind_before, lead(kind) OVER w AS kind_after,
    lead(instant) OVER w AS next_instant
  FROM firsts WHERE again IS NOT TRUE
  WINDOW w AS (PARTITION BY ds, customer ORDER BY instant)),
bounds AS (
  SELECT n.*, bridge_days > 0 AND n.kind = 'none' AND kind_before = 'tier' AND kind_after = 'tier'
    AND next_instant <= to_utc(zone, to_local(zone, n.instant) + to_days(bridge_days)) AS bridged
  FROM neighbours n JOIN config USING (ds))
SELECT ds, customer, instant, kind, tier, plan, add_ons, amounts, value, currency, quantity, segment1, segment2
FROM bounds WHERE bridged IS NOT TRUE;

-- 6. Movements: the first that matches -----------------------------------------------------------

CREATE OR REPLACE TABLE movements AS
WITH pairs AS (
  SELECT *, lag(kind) OVER w AS kind0, lag(tier) OVER w AS tier0, lag(plan) OVER w AS plan0,
    lag(add_ons) OVER w AS add_ons0, lag(amounts) OVER w AS amounts0, lag(value) OVER w AS value0,
    -- values in two currencies cannot be compared
    currency IS NOT DISTINCT FROM lag(currency) OVER w AS alike, lag(quantity) OVER w AS quantity0,
    coalesce(bool_or(kind = 'tier') OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS was_customer
  FROM timeline WINDOW w AS (PARTITION BY ds, customer ORDER BY instant))
SELECT ds, customer, instant, kind0 IS NOT DISTINCT FROM 'prospect' AS from_prospect,
  CASE
    WHEN kind = 'tier' AND NOT was_customer THEN 'new'
    WHEN kind = 'tier' AND kind0 <> 'tier' THEN 'reactivation'
    WHEN kind <> 'tier' AND kind0 = 'tier' THEN 'churn'
    WHEN kind <> 'tier' THEN NULL
    WHEN tier > tier0 THEN 'upgrade'
    WHEN tier < tier0 THEN 'downgrade'
    WHEN len(list_filter(add_ons, x -> NOT list_contains(add_ons0, x))) > 0 OR quantity > quantity0
      OR len(list_filter(amounts, x -> len(list_filter(amounts0,
           y -> y.lane = x.lane AND y.quantity < x.quantity)) > 0)) > 0 THEN 'expansion'
    WHEN len(list_filter(add_ons0, x -> NOT list_contains(add_ons, x))) > 0 OR quantity < quantity0
      OR len(list_filter(amounts, x -> len(list_filter(amounts0,
           y -> y.lane = x.lane AND y.quantity > x.quantity)) > 0)) > 0 THEN 'contraction'
    WHEN plan <> plan0 THEN 'switch'
    WHEN quantity IS NOT NULL AND quantity0 IS NOT NULL AND alike AND value > value0 THEN 'priceRise'
    WHEN quantity IS NOT NULL AND quantity0 IS NOT NULL AND alike AND value < value0 THEN 'priceCut'
    WHEN alike AND value > value0 THEN 'expansion'
    WHEN alike AND value < value0 THEN 'contraction'
  END AS movement
FROM pairs;
