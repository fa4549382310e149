-- 3. The states of a plan history, in SQL. Goes on from rows.sql.
-- Answers: states (ds, customer, instant, kind, tier, plan, add_ons, amounts, value, quantity), what a
-- customer has from an instant on; reached (ds, instant), the instants that the periods span.

CREATE OR REPLACE TABLE reached AS
SELECT ds, instant FROM fates WHERE fate = 'used' AND shape = 'planHistory';

-- Every used row with its role. `span` counts cancellations: nothing is held or carried over one.
-- A lane is the plan, or one add-on beside it.
CREATE OR REPLACE TABLE lanes AS
SELECT ds, customer, instant, plan_key(plan) AS plan, value, quantity, role, tier,
  CASE role WHEN 'addOn' THEN plan_key(plan) ELSE '' END AS lane,
  count(*) FILTER (role = 'none') OVER (PARTITION BY ds, customer ORDER BY instant) AS span
FROM fates WHERE fate = 'used' AND shape = 'planHistory';

-- A blank value or quantity carries the previous one of its lane while the plan is unchanged and
-- no cancellation came between; an add-on ended by quantity 0 starts afresh.
CREATE OR REPLACE TABLE carried AS
WITH turns AS (
  SELECT *, plan IS DISTINCT FROM lag(plan) OVER w
         OR (role = 'addOn' AND coalesce(lag(quantity) OVER w = 0, false)) AS turn
  FROM lanes WINDOW w AS (PARTITION BY ds, customer, span, lane ORDER BY instant)),
runs AS (
  SELECT *, sum(turn::INT) OVER (PARTITION BY ds, customer, span, lane ORDER BY instant) AS run
  FROM turns)
SELECT ds, customer, instant, span, lane, plan, role, tier,
  last_value(value IGNORE NULLS) OVER w AS value,
  last_value(quantity IGNORE NULLS) OVER w AS quantity
FROM runs
WINDOW w AS (PARTITION BY ds, customer, span, lane, run ORDER BY instant
             ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- What is in force after each used row: of each lane the latest row since the last cancellation.
CREATE OR REPLACE TABLE states AS
WITH latest AS (
  SELECT r.ds, r.customer, r.instant, l.lane,
    arg_max(struct_pack(plan := l.plan, role := l.role, tier := l.tier, value := l.value,
                        quantity := l.quantity), l.instant) AS held
  FROM carried r JOIN carried l
    ON l.ds = r.ds AND l.customer = r.customer AND l.span = r.span AND l.instant <= r.instant
  GROUP BY ALL),
live AS (
  SELECT * FROM latest WHERE lane = '' OR held.quantity IS DISTINCT FROM 0),
summed AS (
  SELECT ds, customer, instant,
    any_value(held) FILTER (lane = '') AS plan,
    coalesce(list(lane ORDER BY lane) FILTER (lane <> ''), []) AS add_ons,
    -- add-ons with their own quantities, where known
    coalesce(list(struct_pack(lane := lane, quantity := held.quantity) ORDER BY lane)
      FILTER (lane <> '' AND held.quantity IS NOT NULL), []) AS amounts,
    CASE WHEN bool_and(held.value IS NOT NULL) THEN sum(held.value) END AS value
  FROM live GROUP BY ALL),
spread AS (
  SELECT ds, customer, instant, add_ons, amounts, value,
    plan.plan AS plan, plan.quantity AS quantity,
    CASE WHEN plan.role = 'prospect' AND prospects THEN 'tier'
         ELSE coalesce(plan.role, 'none') END AS kind,
    CASE WHEN plan.role = 'tier' THEN plan.tier
         WHEN plan.role = 'prospect' AND prospects THEN 0 END AS tier
  -- an ended add-on alone leaves no row in `live`: the customer then holds nothing
  FROM (SELECT DISTINCT ds, customer, instant FROM carried)
  LEFT JOIN summed USING (ds, customer, instant) JOIN config USING (ds))
SELECT * REPLACE (coalesce(add_ons, []) AS add_ons, coalesce(amounts, []) AS amounts) FROM spread;
