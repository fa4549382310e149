-- 4. The states of a plan history, in SQL: of each lane the latest row. Goes on from lanes.sql.
-- Answers: states (ds, customer, instant, kind, tier, plan, add_ons, amounts, value, currency,
-- quantity, segment1, segment2), what a customer has from an instant on.

CREATE OR REPLACE TABLE states AS
WITH history AS (
  SELECT c.* FROM carried c JOIN config USING (ds) WHERE shape = 'planHistory'),
-- what is in force after each used row: of each lane the latest row since the last cancellation
latest AS (
  SELECT r.ds, r.customer, r.instant, l.lane,
    arg_max(struct_pack(plan := l.plan, role := l.role, tier := l.tier, worth := l.worth, quantity := l.quantity,
                        currency := l.currency, segment1 := l.segment1, segment2 := l.segment2), l.instant) AS held,
    max(l.instant) AS since
  FROM history r JOIN history l
    ON l.ds = r.ds AND l.customer = r.customer AND l.span = r.span AND l.instant <= r.instant
  GROUP BY ALL),
-- an add-on without a currency has that of its plan
billed AS (
  SELECT latest.*, reporting,
    coalesce(nullif(held.currency, ''), max(held.currency) FILTER (lane = '')
             OVER (PARTITION BY ds, customer, instant), '') AS currency
  FROM latest JOIN config USING (ds)
  WHERE lane = '' OR held.quantity IS DISTINCT FROM 0),
live AS (
  SELECT b.*, held.worth * rate_to(reporting, b.currency, ten_thousandths) AS worth
  FROM billed b LEFT JOIN rates r ON r.ds = b.ds AND upper(r.currency) = b.currency),
summed AS (
  SELECT ds, customer, instant,
    any_value(held) FILTER (lane = '') AS plan,
    arg_max(held, since) AS latest,
    coalesce(list(lane ORDER BY lane) FILTER (lane <> ''), []) AS add_ons,
    -- add-ons with their own quantities, where known
    coalesce(list(struct_pack(lane := lane, quantity := held.quantity) ORDER BY lane)
      FILTER (lane <> '' AND held.quantity IS NOT NULL), []) AS amounts,
    per_month(known_worth(worth, currency, reporting, true)) AS value
  FROM live GROUP BY ALL),
spread AS (
  SELECT ds, customer, instant, add_ons, amounts, value, plan.plan AS plan, plan.quantity AS quantity,
    plan.currency AS currency, 
    -- an add-on alone tells the segment, beside a plan it does not
    coalesce(plan.segment1, latest.segment1) AS segment1, coalesce(plan.segment2, latest.segment2) AS segment2,
    CASE WHEN plan.role = 'prospect' AND prospects THEN 'tier'
         ELSE coalesce(plan.role, 'none') END AS kind,
    CASE WHEN plan.role = 'tier' THEN plan.tier
         WHEN plan.role = 'prospect' AND prospects THEN 0 END AS tier
  -- an ended add-on alone leaves no row in `live`: the customer then holds nothing
  FROM (SELECT DISTINCT ds, customer, instant FROM history)
  LEFT JOIN summed USING (ds, customer, instant) JOIN config USING (ds))
SELECT * REPLACE (coalesce(add_ons, []) AS add_ons, coalesce(amounts, []) AS amounts) FROM spread;
