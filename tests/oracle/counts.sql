-- Counts of every period, in SQL, from the definitions alone. Goes on from filters.sql.
-- Answers: standings, counts, tiers, segments, verdicts, changes; `part` tells the listed periods from
-- the headline.

-- 9. Counts ----------------------------------------------------------------------------------------

-- One row per period and customer: where they stand at both ends and what they did between.
CREATE OR REPLACE TABLE all_standings AS
WITH customers AS (SELECT DISTINCT ds, customer FROM timeline),
ends AS (
  SELECT p.ds, p.kind AS part, p.start, p."end", c.customer,
    arg_max(struct_pack(kind := t.kind, tier := t.tier), t.instant) FILTER (t.instant < p.start) AS at_start,
    arg_max(struct_pack(kind := t.kind, tier := t.tier), t.instant) FILTER (t.instant < p."end") AS at_end,
    coalesce(bool_or(t.kind = 'tier' AND t.instant >= p.start AND t.instant < p."end"), false) AS entered
  FROM periods p JOIN customers c USING (ds) JOIN timeline t ON t.ds = p.ds AND t.customer = c.customer
  GROUP BY ALL),
deeds AS (
  SELECT p.ds, p.kind AS part, p.start, m.customer,
    count(*) FILTER (movement = 'new') AS new,
    count(*) FILTER (movement = 'new' AND from_prospect) AS converted,
    count(*) FILTER (movement = 'reactivation') AS reactivated,
    count(*) FILTER (movement = 'upgrade') AS upgrades,
    count(*) FILTER (movement = 'expansion') AS upsells,
    count(*) FILTER (movement = 'downgrade') AS downgrades,
    count(*) FILTER (movement = 'churn') AS churns
  FROM periods p JOIN movements m ON m.ds = p.ds AND m.instant >= p.start AND m.instant < p."end"
  GROUP BY ALL),
top AS (SELECT ds, max(tier) AS top FROM plans WHERE role = 'tier' GROUP BY ds)
SELECT e.ds, e.part, e.start, e.customer,
  coalesce(at_start.kind = 'tier', false) AS opens, coalesce(at_end.kind = 'tier', false) AS closes,
  coalesce(at_start.kind = 'prospect', false) AS prospect,
  at_start.tier AS tier, opens AND at_start.tier < top AS eligible,
  entered, coalesce(at_end.tier > at_start.tier, false) AS higher,
  coalesce(new > 0, false) AS new, coalesce(converted > 0, false) AS converted,
  coalesce(reactivated > 0, false) AS reactivated, coalesce(upgrades, 0) AS upgrades,
  coalesce(upsells > 0, false) AS upsold, coalesce(downgrades > 0, false) AS downgraded,
  coalesce(churns > 0, false) AS churned, upgrades > 0 AS upgraded
FROM ends e LEFT JOIN deeds d ON d.ds = e.ds AND d.part = e.part AND d.start = e.start AND d.customer = e.customer
LEFT JOIN top ON top.ds = e.ds;

-- Who does not pass the filters did nothing in the period and was not there.
CREATE OR REPLACE TABLE standings AS
SELECT a.* REPLACE (
  passes AND opens AS opens, passes AND closes AS closes, passes AND prospect AS prospect,
  passes AND eligible AS eligible, passes AND entered AS entered, passes AND new AS new,
  passes AND converted AS converted, passes AND reactivated AS reactivated,
  CASE WHEN passes THEN upgrades ELSE 0 END AS upgrades, passes AND upgraded AS upgraded,
  passes AND upsold AS upsold, passes AND downgraded AS downgraded, passes AND churned AS churned),
  coalesce(passes, false) AS passes, segment1, segment2
FROM all_standings a
LEFT JOIN passing p ON p.ds = a.ds AND p.part = a.part AND p.start = a.start AND p.customer = a.customer;

-- Everybody, and the headline once more by each segment column.
CREATE OR REPLACE TABLE sliced AS
SELECT *, NULL::VARCHAR AS segment_column, NULL::VARCHAR AS segment FROM standings
UNION ALL
SELECT s.*, column1, segment1 FROM standings s JOIN config USING (ds) WHERE part = 'headline' AND passes AND column1 IS NOT NULL
UNION ALL
SELECT s.*, column2, segment2 FROM standings s JOIN config USING (ds) WHERE part = 'headline' AND passes AND column2 IS NOT NULL;

CREATE OR REPLACE TABLE figures AS
SELECT s.ds, s.part, s.start, segment_column, segment,
  count(*) FILTER (opens) AS opening,
  count(*) FILTER (closes) AS closing,
  count(*) FILTER (closes AND NOT opens) AS joined,
  count(*) FILTER (opens AND NOT closes) AS "left",
  count(*) FILTER (new) AS new,
  count(*) FILTER (reactivated) AS reactivated,
  count(*) FILTER (converted) AS converted,
  count(*) FILTER (prospect) AS prospects,
  count(*) FILTER (opens OR entered) AS active,
  count(*) FILTER (eligible) AS eligible,
  count(*) FILTER (opens AND upgraded) AS upgraded,
  count(*) FILTER (opens AND upgraded AND higher) AS kept,
  count(*) FILTER (NOT opens AND upgraded) AS upgradedNew,
  count(*) FILTER (opens AND s.upsold) AS upsold,
  count(*) FILTER (opens AND (upgraded OR s.upsold)) AS upgradedOrUpsold,
  count(*) FILTER (NOT opens AND s.upsold) AS upsoldNew,
  count(*) FILTER (NOT opens AND (upgraded OR s.upsold)) AS upgradedOrUpsoldNew,
  sum(upgrades) AS upgradeEvents,
  count(*) FILTER (opens AND s.downgraded) AS downgraded,
  count(*) FILTER (opens AND s.churned) AS churned,
  -- the numerators whose customers depend on the base
  count(*) FILTER (eligible AND upgraded) AS eligible_upgraded,
  count(*) FILTER (eligible AND upgraded AND higher) AS eligible_kept,
  count(*) FILTER (eligible AND s.upsold) AS eligible_upsold,
  count(*) FILTER (eligible AND (upgraded OR s.upsold)) AS eligible_either,
  coalesce(sum(upgrades) FILTER (eligible), 0) AS eligible_events
FROM sliced s GROUP BY ALL;

CREATE OR REPLACE TABLE all_counts AS
WITH chosen AS (
  SELECT f.*, p."end", p.partial, p.reason,
    CASE numerator || '/' || CASE base WHEN 'eligible' THEN base WHEN 'active' THEN base ELSE '' END
      WHEN 'upgraded/eligible' THEN eligible_upgraded
      WHEN 'upgraded/active' THEN upgraded + upgradedNew
      WHEN 'upgraded/' THEN upgraded
      WHEN 'kept/eligible' THEN eligible_kept
      WHEN 'kept/active' THEN kept
      WHEN 'kept/' THEN kept
      WHEN 'upsold/eligible' THEN eligible_upsold
      WHEN 'upsold/active' THEN upsold + upsoldNew
      WHEN 'upsold/' THEN upsold
      WHEN 'upgradedOrUpsold/eligible' THEN eligible_either
      WHEN 'upgradedOrUpsold/active' THEN upgradedOrUpsold + upgradedOrUpsoldNew
      WHEN 'upgradedOrUpsold/' THEN upgradedOrUpsold
      WHEN 'upgradeEvents/eligible' THEN eligible_events
      ELSE upgradeEvents END AS numerator,
    CASE base WHEN 'opening' THEN opening WHEN 'eligible' THEN eligible WHEN 'active' THEN active
              WHEN 'closing' THEN closing ELSE (opening + closing) / 2 END AS base
  FROM figures f JOIN periods p ON p.ds = f.ds AND p.kind = part AND p.start = f.start JOIN config c ON c.ds = f.ds)
SELECT * EXCLUDE (eligible_upgraded, eligible_kept, eligible_upsold, eligible_either, eligible_events),
  CASE WHEN base > 0 THEN numerator / base END AS rate,
  CASE WHEN opening > 0 THEN (upgraded - downgraded) / opening END AS netRate
FROM chosen;

CREATE OR REPLACE TABLE counts AS
SELECT * EXCLUDE (segment_column, segment) FROM all_counts WHERE segment_column IS NULL;

-- Values that nobody has in the headline are left out.
CREATE OR REPLACE TABLE segments AS
SELECT ds, segment_column, segment AS value, opening, upgraded, downgraded, churned, numerator, base, rate
FROM all_counts WHERE segment_column IS NOT NULL AND (active > 0 OR base > 0 OR numerator > 0);

CREATE OR REPLACE TABLE tiers AS
SELECT ds, part, start, tier, count(*) AS opening, count(*) FILTER (upgraded) AS upgraded,
  count(*) FILTER (downgraded) AS downgraded, count(*) FILTER (churned) AS churned
FROM standings WHERE opens GROUP BY ds, part, start, tier;

-- 10. Interval, band and change -----------------------------------------------------------------------

-- Wilson's score interval at 95 %.
CREATE OR REPLACE MACRO z() AS 1.959963984540054::DOUBLE;
CREATE OR REPLACE MACRO wilson(k, n, sign) AS
  (k / n + z() * z() / (2 * n) + sign * z() * sqrt(k / n * (1 - k / n) / n + z() * z() / (4 * n * n)))
  / (1 + z() * z() / n);

-- Thresholds 15 and 25 percent on counts; twice the base is whole even for the average.
CREATE OR REPLACE TABLE verdicts AS
WITH doubled AS (
  SELECT n.ds, part, n.start, partial, n.numerator::BIGINT AS k, (2 * n.base)::BIGINT AS twice, rate,
    c.numerator <> 'upgradeEvents' AND c.base NOT IN ('average', 'closing') AS share
  FROM counts n JOIN config c USING (ds)),
banded AS (
  SELECT *, CASE WHEN rate IS NULL OR partial THEN NULL
    WHEN 200 * k > 25 * twice THEN 'exceptional' WHEN 200 * k >= 15 * twice THEN 'healthy'
    ELSE 'concerning' END AS band
  FROM doubled)
SELECT ds, part, start, share, band,
  CASE band WHEN 'concerning' THEN (15 * twice + 199) // 200 - k
            WHEN 'healthy' THEN 25 * twice // 200 + 1 - k END AS toNextBand,
  CASE band WHEN 'healthy' THEN k - ((15 * twice + 199) // 200 - 1)
            WHEN 'exceptional' THEN k - 25 * twice // 200 END AS toLowerBand,
  CASE WHEN share AND rate IS NOT NULL THEN greatest(0, wilson(k, twice / 2, -1)) END AS low,
  CASE WHEN share AND rate IS NOT NULL THEN least(1, wilson(k, twice / 2, 1)) END AS high
FROM banded;

-- Who stands in base and numerator of each complete period that has a rate.
CREATE OR REPLACE TABLE members AS
SELECT s.ds, s.start, s.customer,
  CASE c.numerator WHEN 'upgraded' THEN coalesce(s.upgraded, false)
    WHEN 'kept' THEN s.opens AND coalesce(s.upgraded, false) AND s.higher
    WHEN 'upsold' THEN s.upsold ELSE coalesce(s.upgraded, false) OR s.upsold END AS hit
FROM standings s JOIN config c ON c.ds = s.ds
JOIN counts n ON n.ds = s.ds AND n.part = s.part AND n.start = s.start
WHERE s.part = 'list' AND NOT n.partial AND n.base > 0 AND c.numerator <> 'upgradeEvents'
  AND CASE c.base WHEN 'opening' THEN s.opens WHEN 'eligible' THEN s.eligible
                  WHEN 'active' THEN s.opens OR s.entered ELSE false END;

-- Newcombe's hybrid score interval for overlapping samples: from the period before and, except for
-- weeks, from the same period a year before.
CREATE OR REPLACE TABLE changes AS
WITH listed AS (
  SELECT ds, start, "end", to_local(zone, start) AS wall, zone, period
  FROM periods JOIN config USING (ds) WHERE kind = 'list'),
pairs AS (
  SELECT 'before' AS since, b.ds, a.start AS start1, b.start AS start2
  FROM listed a JOIN listed b ON a.ds = b.ds AND a."end" = b.start
  UNION ALL
  SELECT 'year', b.ds, a.start, b.start FROM listed a JOIN listed b
    ON a.ds = b.ds AND b.period <> 'week' AND date_trunc('month', a.wall) = date_trunc('month', b.wall) - to_months(12)),
sizes AS (SELECT ds, start, count(*) AS n, count(*) FILTER (hit) AS k FROM members GROUP BY ALL),
crossed AS (
  SELECT since, p.ds, start1, start2, count(m2.customer) AS n12,
    count(*) FILTER (m1.hit AND m2.hit) AS a, count(*) FILTER (m1.hit AND NOT m2.hit) AS b,
    count(*) FILTER (NOT m1.hit AND m2.hit) AS c, count(*) FILTER (NOT m1.hit AND NOT m2.hit) AS d
  FROM pairs p JOIN members m1 ON m1.ds = p.ds AND m1.start = start1
  LEFT JOIN members m2 ON m2.ds = p.ds AND m2.start = start2 AND m2.customer = m1.customer
  GROUP BY ALL),
correlated AS (
  SELECT o.since, o.ds, start2 AS start, s2.k / s2.n AS p2, s1.k / s1.n AS p1,
    greatest(0, wilson(s1.k, s1.n, -1)) AS l1, least(1, wilson(s1.k, s1.n, 1)) AS u1,
    greatest(0, wilson(s2.k, s2.n, -1)) AS l2, least(1, wilson(s2.k, s2.n, 1)) AS u2,
    CASE WHEN (a + b) * (c + d) * (a + c) * (b + d) = 0 THEN 0
         ELSE (a * d - b * c) / sqrt((a + b) * (c + d) * (a + c) * (b + d)) END
      * n12 / sqrt(s1.n * s2.n) AS rho
  FROM crossed o JOIN sizes s1 ON s1.ds = o.ds AND s1.start = start1
  JOIN sizes s2 ON s2.ds = o.ds AND s2.start = start2)
SELECT since, ds, start, p2 - p1 AS points,
  p2 - p1 - sqrt((p2 - l2) ** 2 - 2 * rho * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2) AS low,
  p2 - p1 + sqrt((u2 - p2) ** 2 - 2 * rho * (u2 - p2) * (p1 - l1) + (p1 - l1) ** 2) AS high
FROM correlated;
