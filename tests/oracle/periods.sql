-- Periods, in SQL, from the definitions alone. Goes on from timeline.sql.
-- Answers: periods (the listed ones; the headline is chosen in filters.sql), months (complete ones, by
-- how far back), all_beginnings, cohort_periods.

-- 7. Periods --------------------------------------------------------------------------------------

-- Local first days, from the period of the first used instant to that of the last.
CREATE OR REPLACE TABLE periods AS
WITH reach AS (
  SELECT ds, to_local(any_value(zone), min(instant)) AS first_wall,
             to_local(any_value(zone), max(instant)) AS last_wall
  FROM reached JOIN config USING (ds) GROUP BY ds),
-- Shifting by the fiscal start makes every quarter and year a calendar one.
shifts AS (
  SELECT ds, first_wall, last_wall, period,
    CASE period WHEN 'week' THEN to_days(7) WHEN 'month' THEN to_months(1)
                WHEN 'quarter' THEN to_months(3) ELSE to_months(12) END AS step,
    CASE WHEN period IN ('quarter', 'year') THEN to_months(fiscal_start - 1) ELSE to_months(0) END AS shift
  FROM reach JOIN config USING (ds)),
starts AS (
  SELECT ds, step, unnest(generate_series(
      date_trunc(period, date_trunc('month', first_wall) - shift) + shift,
      last_wall, step)) AS start_wall
  FROM shifts WHERE period <> 'week'
  UNION ALL
  SELECT ds, step, unnest(generate_series(date_trunc('week', first_wall), last_wall, step))
  FROM shifts WHERE period = 'week')
SELECT ds, 'list' AS kind, to_utc(zone, start_wall) AS start, to_utc(zone, start_wall + step) AS "end",
  to_utc(zone, start_wall + step) > h.data_until AS partial, NULL::VARCHAR AS reason
FROM starts JOIN config USING (ds) JOIN horizon h USING (ds);

-- The headline: the last twelve complete calendar months; where there are fewer or nobody was there
-- at their start, the longest run of complete months ending there that opens with somebody.
-- Months are complete up to where the data speaks, also after the last used row.
CREATE OR REPLACE TABLE months AS
WITH walls AS (
  SELECT f.ds, any_value(c.zone) AS zone, any_value(h.data_until) AS data_until,
    date_trunc('month', to_local(any_value(c.zone), min(f.instant))) AS first_wall
  FROM reached f JOIN config c USING (ds) JOIN horizon h USING (ds) GROUP BY f.ds),
starts AS (
  SELECT *, unnest(generate_series(first_wall, to_local(zone, data_until), to_months(1))) AS wall FROM walls)
SELECT ds, to_utc(zone, wall) AS start, to_utc(zone, wall + to_months(1)) AS "end",
  row_number() OVER (PARTITION BY ds ORDER BY wall DESC) AS back
FROM starts WHERE to_utc(zone, wall + to_months(1)) <= data_until;

-- Cohort periods: months, or quarters where the periods are quarters or years ----------------------

-- When each customer began, first upgraded and first left.
CREATE OR REPLACE TABLE all_beginnings AS
SELECT ds, customer, min(instant) FILTER (movement = 'new') AS start,
  min(instant) FILTER (movement = 'upgrade') AS upgrade,
  min(instant) FILTER (movement = 'churn') AS churn
FROM movements GROUP BY ds, customer HAVING start IS NOT NULL;

CREATE OR REPLACE TABLE cohort_walls AS
WITH spans AS (
  SELECT ds, any_value(c.zone) AS zone, any_value(h.data_until) AS data_until,
    to_local(any_value(c.zone), min(start)) AS first_wall,
    any_value(period) IN ('quarter', 'year') AS quarters, any_value(fiscal_start) AS fiscal_start
  FROM all_beginnings JOIN config c USING (ds) JOIN horizon h USING (ds) GROUP BY ds),
steps AS (
  SELECT *, CASE WHEN quarters THEN to_months(3) ELSE to_months(1) END AS step,
    CASE WHEN quarters THEN to_months(fiscal_start - 1) ELSE to_months(0) END AS shift,
    CASE WHEN quarters THEN 'quarter' ELSE 'month' END AS unit
  FROM spans),
walls AS (
  SELECT *, unnest(generate_series(date_trunc(unit, date_trunc('month', first_wall) - shift) + shift,
                                   to_local(zone, data_until), step)) AS wall
  FROM steps)
SELECT ds, unit, data_until, to_utc(zone, wall) AS start, to_utc(zone, wall + step) AS "end"
FROM walls;

-- In a statement of its own: beside the subqueries of to_utc this comparison was seen to let equal
-- instants through.
CREATE OR REPLACE TABLE cohort_periods AS
SELECT *, row_number() OVER (PARTITION BY ds ORDER BY start) AS place
FROM cohort_walls WHERE start < data_until;
