-- Segments, filters and the headline, in SQL, from the definitions alone. Goes on from periods.sql.
-- Answers: passing (segments and plan of each customer in each window, and whether the filters let
-- them pass), the headline among the periods.

-- 8. Segments and filters: what a customer counts as in a window ------------------------------------

-- A range of whole local days given in the settings is the headline.
CREATE OR REPLACE TABLE ranges AS
SELECT ds, to_utc(zone, range_start::TIMESTAMP) AS start, to_utc(zone, range_end::TIMESTAMP) AS "end"
FROM config WHERE range_start IS NOT NULL;

-- Windows in which customers are chosen: the listed periods, every stretch of months that may become
-- the headline, and the periods of cohorts.
CREATE OR REPLACE TABLE windows AS
SELECT ds, 'list' AS part, start, "end" FROM periods
UNION ALL
SELECT m.ds, 'headline', m.start, last."end" FROM months m JOIN months last ON last.ds = m.ds AND last.back = 1
WHERE m.ds NOT IN (SELECT ds FROM ranges)
UNION ALL
SELECT ds, 'headline', start, "end" FROM ranges
UNION ALL
SELECT ds, 'cohort', start, "end" FROM cohort_periods;

-- The segment in force at the start; of who is on no tier then, that of the first plan in the window. The plan held at the start, else the first one held in the window.
CREATE OR REPLACE TABLE belongings AS
WITH ends AS (
  SELECT w.ds, w.part, w.start, s.customer,
    arg_max(struct_pack(kind, plan, segment1, segment2), s.instant) FILTER (s.instant < w.start) AS held,
    arg_min(struct_pack(segment1, segment2), s.instant) FILTER (s.instant >= w.start AND s.kind <> 'none') AS turn,
    arg_min(s.plan, s.instant) FILTER (s.instant >= w.start AND s.kind <> 'none') AS next_plan
  FROM windows w JOIN timeline s ON s.ds = w.ds AND s.instant < w."end"
  GROUP BY ALL)
SELECT ds, part, start, customer,
  coalesce(CASE WHEN held.kind = 'tier' THEN held.segment1 ELSE coalesce(turn.segment1, CASE WHEN held.kind <> 'none' THEN held.segment1 END) END, '') AS segment1,
  coalesce(CASE WHEN held.kind = 'tier' THEN held.segment2 ELSE coalesce(turn.segment2, CASE WHEN held.kind <> 'none' THEN held.segment2 END) END, '') AS segment2,
  CASE WHEN held.kind <> 'none' THEN held.plan ELSE next_plan END AS plan
FROM ends;

-- All conditions hold; of the values of one, any will do.
CREATE OR REPLACE TABLE passing AS
WITH asked AS (SELECT ds, count(DISTINCT place) AS conditions FROM filters GROUP BY ds),
met AS (
  SELECT b.ds, part, start, customer, count(DISTINCT f.place) AS conditions
  FROM belongings b JOIN filters f ON f.ds = b.ds
    AND CASE f.what WHEN 'plan' THEN plan_key(f.wanted) = b.plan
                    WHEN 'column1' THEN f.wanted = b.segment1 ELSE f.wanted = b.segment2 END
  GROUP BY ALL)
SELECT b.*, coalesce(m.conditions, 0) = coalesce(a.conditions, 0) AS passes
FROM belongings b LEFT JOIN asked a ON a.ds = b.ds
LEFT JOIN met m ON m.ds = b.ds AND m.part = b.part AND m.start = b.start AND m.customer = b.customer;

INSERT INTO periods BY NAME
WITH heads AS (
  SELECT m.ds, m.start, m.back, t.customer, arg_max(t.kind, t.instant) = 'tier' AS opens
  FROM months m JOIN timeline t ON t.ds = m.ds AND t.instant < m.start GROUP BY ALL),
opened AS (
  SELECT h.ds, h.start, back FROM heads h
  JOIN passing p ON p.ds = h.ds AND p.part = 'headline' AND p.start = h.start AND p.customer = h.customer
  WHERE opens AND passes AND h.ds NOT IN (SELECT ds FROM ranges) GROUP BY ALL),
chosen AS (
  SELECT ds, coalesce(min(start) FILTER (back = 12), min(start)) AS start,
    CASE WHEN bool_or(back = 12) THEN 'last12Months' ELSE 'longestRun' END AS reason
  FROM opened GROUP BY ds)
SELECT ds, 'headline' AS kind, c.start, m."end", false AS partial, reason
FROM chosen c JOIN months m USING (ds) WHERE m.back = 1
UNION ALL
SELECT ds, 'headline', start, "end", "end" > data_until, 'range' FROM ranges JOIN horizon USING (ds);
