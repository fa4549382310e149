-- Cohorts, time to the first upgrade, paths and stickiness, in SQL, from the definitions alone. Goes on
-- from timeline.sql, periods.sql and counts.sql; `part` tells the listed periods from the headline.
-- Method: sets and joins; the incidence as a running product. Leaves out intervals and medians, and
-- the thinning of long curves.
-- Answers: cohorts, waits, curves, ages, paths, stays, churn.

-- Those who pass the filters in the period in which they began.
CREATE OR REPLACE TABLE beginnings AS
SELECT b.* FROM all_beginnings b
JOIN cohort_periods p ON p.ds = b.ds AND b.start >= p.start AND b.start < p."end"
JOIN passing c ON c.ds = b.ds AND c.part = 'cohort' AND c.start = p.start AND c.customer = b.customer
WHERE passes;

-- 1. Cohorts -------------------------------------------------------------------------------------

CREATE OR REPLACE TABLE cohorts AS
WITH members AS (
  SELECT p.ds, p.unit, p.place, p.start, p."end", b.customer, b.upgrade
  FROM cohort_periods p JOIN beginnings b ON b.ds = p.ds AND b.start >= p.start AND b.start < p."end"),
cells AS (
  SELECT m.ds, m.unit, m.start, m."end", q.place - m.place AS age, count(*) AS customers,
    count(*) FILTER (m.upgrade < q."end") AS upgraded, any_value(q."end" <= q.data_until) AS over
  FROM members m JOIN cohort_periods q ON q.ds = m.ds AND q.place BETWEEN m.place AND m.place + 36
  GROUP BY ALL)
SELECT ds, unit, start, "end", any_value(customers)::INT AS customers,
  list(upgraded::INT ORDER BY age) AS upgraded, list(upgraded / customers ORDER BY age) AS shares,
  count(*) FILTER (over)::INT AS complete
FROM cells GROUP BY ds, unit, start, "end";

-- 2. Time to the first upgrade, in local calendar days ----------------------------------------------

CREATE OR REPLACE TABLE waits AS
WITH top AS (SELECT ds, max(tier) AS top FROM plans WHERE role = 'tier' GROUP BY ds),
dated AS (
  SELECT b.ds, b.customer, t.tier >= top.top AS on_top,
    to_local(zone, b.start)::DATE AS start_day, to_local(zone, b.upgrade)::DATE AS upgrade_day,
    to_local(zone, b.churn)::DATE AS churn_day,
    to_local(zone, h.data_until - INTERVAL 1 microsecond)::DATE AS last_day
  FROM beginnings b JOIN config USING (ds) JOIN horizon h USING (ds) JOIN top USING (ds)
  JOIN timeline t ON t.ds = b.ds AND t.customer = b.customer AND t.instant = b.start),
ended AS (
  SELECT *, CASE WHEN on_top THEN 'top' WHEN upgrade_day <= coalesce(churn_day, upgrade_day) THEN 'upgraded'
                 WHEN churn_day IS NOT NULL THEN 'churned' ELSE 'censored' END AS ending
  FROM dated)
SELECT ds, ending, CASE ending WHEN 'upgraded' THEN upgrade_day WHEN 'churned' THEN churn_day
                               ELSE last_day END - start_day AS days
FROM ended;

-- The chance of neither event before a day, times the share of those at risk who upgrade on it.
CREATE OR REPLACE TABLE curves AS
WITH days AS (
  SELECT ds, days, count(*) AS n, count(*) FILTER (ending = 'upgraded') AS u,
    count(*) FILTER (ending = 'churned') AS c
  FROM waits WHERE ending <> 'top' GROUP BY ds, days),
risks AS (
  SELECT *, sum(n) OVER (PARTITION BY ds ORDER BY days DESC) AS watched FROM days),
frees AS (
  SELECT *, coalesce(product(1 - (u + c) / watched) OVER (PARTITION BY ds ORDER BY days
                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1) AS free
  FROM risks),
sums AS (
  SELECT ds, days, watched, u + c > 0 AS moves,
    sum(free * u / watched) OVER w AS share, sum(free * c / watched) OVER w AS churnShare
  FROM frees WINDOW w AS (PARTITION BY ds ORDER BY days))
SELECT ds, days, watched, share, churnShare FROM sums WHERE moves;

-- Past the longest wait a share is known only where nobody was left waiting.
CREATE OR REPLACE TABLE ages AS
WITH ends AS (
  SELECT ds, max(days) AS last, bool_or(days = last AND ending = 'censored') AS open
  FROM (SELECT *, max(days) OVER (PARTITION BY ds) AS last FROM waits WHERE ending <> 'top')
  GROUP BY ds),
asked AS (
  SELECT ds, age, last < age AND open AS unknown FROM ends, (VALUES (30), (90), (180), (365)) v(age)),
found AS (
  SELECT a.ds, a.age, a.unknown,
    (SELECT count(*) FROM waits w WHERE w.ds = a.ds AND ending <> 'top' AND days >= a.age) AS watched,
    coalesce((SELECT max(share) FROM curves c WHERE c.ds = a.ds AND c.days <= a.age), 0) AS share
  FROM asked a)
SELECT ds, age AS days, watched, CASE WHEN NOT unknown THEN share END AS share FROM found;

-- 3. Paths of the headline ------------------------------------------------------------------------------

CREATE OR REPLACE TABLE paths AS
WITH kinds AS (
  SELECT ds, count(DISTINCT currency) > 1 AS several FROM worths
  WHERE paying AND value IS NOT NULL AND (ds, customer) IN (
    SELECT (ds, customer) FROM passing WHERE part IN ('list', 'headline') AND passes)
  GROUP BY ds),
steps AS (
  SELECT ds, customer, instant, plan, lag(plan) OVER w AS plan0,
    CASE WHEN currency = lag(currency) OVER w OR reporting IS NOT NULL THEN value - lag(value) OVER w END AS gained
  FROM timeline JOIN config USING (ds) WINDOW w AS (PARTITION BY ds, customer ORDER BY instant))
SELECT s.ds, m.movement AS kind, plan0 AS "from", s.plan AS "to",
  count(DISTINCT s.customer) AS customers, count(*) AS events, count(gained) AS valuedEvents,
  CASE WHEN any_value(several) THEN NULL ELSE sum(gained) END AS value
FROM steps s LEFT JOIN kinds k ON k.ds = s.ds
JOIN movements m ON m.ds = s.ds AND m.customer = s.customer AND m.instant = s.instant
JOIN periods p ON p.ds = s.ds AND p.kind = 'headline' AND s.instant >= p.start AND s.instant < p."end"
JOIN passing c ON c.ds = s.ds AND c.part = 'headline' AND c.start = p.start AND c.customer = s.customer AND passes
WHERE m.movement IN ('upgrade', 'downgrade', 'switch')
GROUP BY ALL;

-- 4. Stickiness, of every listed period and the headline ---------------------------------------------

-- Those at the start of the period, with their first and last upgrade in it.
CREATE OR REPLACE TABLE openers AS
SELECT s.ds, s.part, s.start, p."end", least(p."end", h.data_until) AS until, h.data_until, c.zone,
  s.customer, min(m.instant) AS first_upgrade, max(m.instant) AS last_upgrade
FROM standings s JOIN periods p ON p.ds = s.ds AND p.kind = s.part AND p.start = s.start
JOIN horizon h ON h.ds = s.ds JOIN config c ON c.ds = s.ds
LEFT JOIN movements m ON m.ds = s.ds AND m.customer = s.customer AND m.movement = 'upgrade'
  AND m.instant >= p.start AND m.instant < p."end"
WHERE s.opens GROUP BY ALL;

CREATE OR REPLACE TABLE stays AS
WITH followed AS (
  SELECT o.ds, part, start, o.customer, data_until, days, t.tier AS reached,
    to_utc(zone, to_local(zone, last_upgrade) + to_days(days)) AS moment
  FROM openers o CROSS JOIN (VALUES (30), (90), (180)) v(days)
  JOIN timeline t ON t.ds = o.ds AND t.customer = o.customer AND t.instant = last_upgrade),
held AS (
  SELECT f.ds, part, start, days, f.customer, moment <= data_until AS observed, reached,
    arg_max(struct_pack(kind := t.kind, tier := t.tier), t.instant) AS state
  FROM followed f JOIN timeline t ON t.ds = f.ds AND t.customer = f.customer AND t.instant < moment
  GROUP BY ALL)
SELECT ds, part, start, days, count(*) AS upgraded, count(*) FILTER (observed) AS observed,
  CASE WHEN bool_and(observed)
       THEN count(*) FILTER (state.kind = 'tier' AND state.tier >= reached) END AS stayed
FROM held GROUP BY ALL;

CREATE OR REPLACE MACRO seconds(a, b) AS greatest(0, epoch(b) - epoch(a));

-- Time on a tier inside the period, cut at the first upgrade.
CREATE OR REPLACE TABLE churn AS
WITH stretches AS (
  SELECT ds, customer, kind, instant AS since,
    coalesce(lead(instant) OVER (PARTITION BY ds, customer ORDER BY instant), 'infinity') AS until
  FROM timeline),
pieces AS (
  SELECT o.*, greatest(o.start, since) AS a, least(o.until, s.until) AS b,
    coalesce(first_upgrade, 'infinity') AS turn
  FROM openers o JOIN stretches s ON s.ds = o.ds AND s.customer = o.customer AND s.kind = 'tier'
    AND since < o.until AND s.until > o.start),
times AS (
  SELECT ds, part, start, sum(seconds(greatest(a, least(b, turn)), b)) AS after_s,
    sum(seconds(a, least(b, turn))) AS others_s
  FROM pieces GROUP BY ALL),
leavings AS (
  SELECT o.ds, o.part, o.start, count(*) FILTER (m.instant > first_upgrade) AS after_n,
    count(*) FILTER (NOT coalesce(m.instant > first_upgrade, false)) AS others_n
  FROM openers o JOIN movements m ON m.ds = o.ds AND m.customer = o.customer
    AND m.movement = 'churn' AND m.instant >= o.start AND m.instant < o."end"
  GROUP BY ALL)
SELECT p.ds, p.kind AS part, p.start, coalesce(after_n, 0) AS after_n, coalesce(others_n, 0) AS others_n,
  coalesce(after_s, 0) / 86400 AS after_days, coalesce(others_s, 0) / 86400 AS others_days
FROM periods p LEFT JOIN times t ON t.ds = p.ds AND t.part = p.kind AND t.start = p.start
LEFT JOIN leavings l ON l.ds = p.ds AND l.part = p.kind AND l.start = p.start;
