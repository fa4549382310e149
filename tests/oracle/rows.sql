-- From cells to used rows, in SQL, from the definitions alone: what each cell says, how far the data
-- speaks, and the fate of every row. Plan histories and subscriptions go through the same steps.
--
-- Problem: a count can be wrong in the same way in the product and in its tests when one person
-- wrote both. These files state the definitions again, in another language and by another method
-- (sets and joins, no state machine).
-- Method: one table per step, for many data sets at once; `ds` is the data set's number. The files
-- run in the order rows, history, subscriptions, counts, journeys.
-- Leaves out: detection (every column, role and format is given), other shapes, chances of the
-- bands, other levels and bands.
--
-- Given:
--   cells   (ds, file, line, customer, date, plan, value, quantity, ends, status, subscription,
--            billed, currency, segment1, segment2)
--           text as in the file; `date` is the start of a subscription, `billed` the interval of a price
--   config  (ds, shape, period, fiscal_start, zone, data_until, today, bridge_days, prospects, base,
--            numerator, cancellations, valued, counted, priced, reporting, column1, column2,
--            range_start, range_end)
--           cancellations: the end column says when a row was cancelled; valued, counted, priced: there
--           is a value, a quantity, an interval; column1 and 2: names of the segment columns;
--           the range is the headline, where there is one
--   plans   (ds, plan, role, tier)       as in the settings
--   statuses (ds, status, meaning)       as in the settings
--   rates   (ds, currency, ten_thousandths)   to the reporting currency
--   filters (ds, place, what, wanted)    what: column1, column2 or plan; one place, one condition
--   offsets (zone, from_utc, until_utc, offset_s, previous_s)   the zone's history
-- Answers: fates, ledger, horizon.

-- Words and places in time ------------------------------------------------------------------

CREATE OR REPLACE MACRO word(cell) AS
  CASE WHEN lower(trim(cell)) NOT IN ('', 'null', 'n/a', 'none', 'nil', '-', '–', '—', '(null)', 'nan', '\n')
       THEN trim(cell) END;

-- Plan names are one when they differ only in case and in runs of space _ - . /
CREATE OR REPLACE MACRO plan_key(name) AS trim(regexp_replace(lower(name), '[ _./-]+', ' ', 'g'));

-- Statuses are compared by their letters and digits.
CREATE OR REPLACE MACRO status_key(name) AS regexp_replace(lower(name), '[^\p{L}\p{N}]', '', 'g');

CREATE OR REPLACE MACRO to_local(place, moment) AS (
  SELECT moment + to_seconds(offset_s) FROM offsets
  WHERE zone = place AND from_utc <= moment AND moment < until_utc);

-- Of a repeated local time the earlier instant, of a skipped one the first after the gap.
CREATE OR REPLACE MACRO to_utc(place, wall) AS (
  SELECT coalesce(
    min(wall - to_seconds(offset_s)) FILTER (
      wall - to_seconds(offset_s) >= from_utc AND wall - to_seconds(offset_s) < until_utc),
    min(from_utc) FILTER (
      from_utc + to_seconds(previous_s) <= wall AND wall < from_utc + to_seconds(offset_s)))
  FROM offsets WHERE zone = place);

-- Day, time and offset of a date cell, its wall clock, and its instant.
CREATE OR REPLACE MACRO date_parts(cell) AS regexp_extract(trim(cell),
  '^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$',
  ['day', 'time', 'offset']);

CREATE OR REPLACE MACRO wall_of(part) AS
  try_cast(part.day || ' ' || CASE length(part.time) WHEN 0 THEN '00:00:00'
           WHEN 5 THEN part.time || ':00' ELSE part.time END AS TIMESTAMP);

CREATE OR REPLACE MACRO instant_of(place, wall, utc_offset) AS
  CASE WHEN wall IS NULL THEN NULL
       WHEN utc_offset = '' THEN to_utc(place, wall)
       WHEN utc_offset = 'Z' THEN wall
       ELSE wall - to_minutes((CASE utc_offset[1] WHEN '-' THEN -1 ELSE 1 END)
              * (utc_offset[2:3]::INT * 60 + utc_offset[5:6]::INT)) END;

-- 1. Cells as read ----------------------------------------------------------------------------

CREATE OR REPLACE TABLE parsed AS
SELECT ds, file, line, zone, shape,
  word(customer) AS customer,
  word(plan) AS plan,
  word(value) IS NOT NULL AS has_value, try_cast(word(value) AS DECIMAL(18, 6)) AS value,
  word(quantity) IS NOT NULL AS has_quantity, try_cast(word(quantity) AS DECIMAL(18, 6)) AS quantity,
  word(status) AS status,
  word(subscription) AS subscription,
  lower(word(billed)) AS billed, upper(word(currency)) AS currency,
  coalesce(word(segment1), '') AS segment1, coalesce(word(segment2), '') AS segment2,
  date_parts(date) AS start_part,
  date_parts(ends) AS end_part,
  word(ends) IS NOT NULL AND word(ends) <> '0' AS has_end
FROM cells JOIN config USING (ds);

-- No end, one in 2099 or later, 0 and 0000-00-00 mean that the row runs on.
CREATE OR REPLACE TABLE walls AS
SELECT * EXCLUDE (start_part, end_part, has_end),
  start_part.offset AS start_offset, end_part.offset AS end_offset,
  has_end AND end_part.day <> '0000-00-00' AND end_part.day < '2099' AS has_end,
  wall_of(start_part) AS start_wall, wall_of(end_part) AS end_wall
FROM parsed;

CREATE OR REPLACE TABLE read_rows AS
SELECT * EXCLUDE (start_offset, end_offset, start_wall, end_wall),
  instant_of(zone, start_wall, start_offset) AS instant,
  CASE WHEN has_end THEN instant_of(zone, end_wall, end_offset) END AS end_read
FROM walls;

-- What a status says: by the settings, else by known words, else that the customer is on the plan.
CREATE OR REPLACE TABLE known_statuses AS
SELECT * FROM (VALUES ('active', 'plan'), ('live', 'plan'), ('past due', 'plan'), ('unpaid', 'plan'),
  ('paused', 'plan'), ('non-renewing', 'plan'), ('trialing', 'prospect'), ('in trial', 'prospect'),
  ('cancelled', 'ended'), ('canceled', 'ended'), ('expired', 'ended'), ('ended', 'ended'),
  ('churned', 'ended'), ('inactive', 'ended'), ('incomplete', 'ignored'), ('void', 'ignored'),
  ('draft', 'ignored'), ('pending', 'ignored'), ('failed', 'ignored'), ('future', 'ignored')
) words(status, meaning);

-- How many twelfths of it a price is per month: year and quarter, month, 52 weeks, 365 days a year.
CREATE OR REPLACE TABLE intervals AS
SELECT * FROM (VALUES ('year', 1), ('annual', 1), ('yearly', 1), ('quarter', 4), ('quarterly', 4),
  ('month', 12), ('monthly', 12), ('week', 52), ('weekly', 52), ('day', 365), ('daily', 365)
) words(billed, twelfths);

-- The role of the row: that of its plan, but a trial by status is a prospect whatever the plan.
-- Where the end column says when somebody cancelled, only a row that has ended ends there.
CREATE OR REPLACE TABLE roles AS
WITH meanings AS (
  SELECT r.*, coalesce(s.meaning, k.meaning, 'plan') AS meaning
  FROM read_rows r
  LEFT JOIN statuses s ON s.ds = r.ds AND status_key(s.status) = status_key(r.status)
  LEFT JOIN known_statuses k ON status_key(k.status) = status_key(r.status))
SELECT m.* EXCLUDE (billed), p.tier, p.plan AS name, i.twelfths,
  m.billed IS NOT NULL AND i.twelfths IS NULL OR NOT regexp_matches(currency, '^[A-Z]{3}$') AS odd_terms,
  CASE WHEN m.plan IS NULL OR p.role = 'none' THEN 'none'
       WHEN meaning = 'prospect' THEN 'prospect' ELSE p.role END AS role,
  CASE WHEN meaning = 'ended' OR NOT cancellations THEN end_read END AS until
FROM meanings m JOIN config c ON c.ds = m.ds
LEFT JOIN intervals i ON i.billed = m.billed
LEFT JOIN plans p ON p.ds = m.ds AND plan_key(p.plan) = plan_key(m.plan);

-- 2. Fates: rejected before ignored before same instant -------------------------------------------

CREATE OR REPLACE TABLE judged AS
SELECT *,
  customer IS NULL OR instant IS NULL
  OR (has_value AND value IS NULL) OR (has_quantity AND quantity IS NULL) OR coalesce(odd_terms, false)
  OR (shape = 'subscriptions'
      AND (plan IS NULL OR (has_end AND end_read IS NULL) OR coalesce(until < instant, false))) AS rejected,
  shape = 'subscriptions'
  AND (role = 'none' OR meaning = 'ignored' OR (meaning = 'ended' AND until IS NULL)
       OR coalesce(until = instant, false)) AS void
FROM roles;

-- The data speaks to the day given; else to the end of the last day with an instant not after
-- today, moved to that month's end when it is at most 7 days away and the month is over. Starts and
-- stated ends count alike.
CREATE OR REPLACE TABLE spoken AS
SELECT ds, instant FROM judged WHERE NOT rejected AND NOT void
UNION ALL
SELECT ds, until FROM judged WHERE NOT rejected AND NOT void AND until IS NOT NULL;

CREATE OR REPLACE TABLE last_days AS
SELECT ds, to_local(any_value(c.zone), max(instant))::DATE AS last_day
FROM spoken JOIN config c USING (ds)
WHERE instant < to_utc(c.zone, (c.today + 1)::TIMESTAMP)
GROUP BY ds;

CREATE OR REPLACE TABLE horizon AS
WITH ends AS (
  SELECT ds, c.*, last_day + 1 AS day_end, (last_day(last_day) + 1)::DATE AS month_end
  FROM config c LEFT JOIN last_days USING (ds))
SELECT ds, to_utc(zone, coalesce(data_until,
    CASE WHEN month_end - day_end <= 7 AND month_end - 1 < today THEN month_end ELSE day_end END,
    today + 1  -- every instant lies after today
  )::TIMESTAMP) AS data_until
FROM ends;

-- A file whose instants never increase and at least once decrease is read backwards.
CREATE OR REPLACE TABLE directions AS
WITH steps AS (
  SELECT ds, file, instant, lag(instant) OVER (PARTITION BY ds, file ORDER BY line) AS before
  FROM read_rows WHERE instant IS NOT NULL)
SELECT ds, file, NOT bool_or(coalesce(instant > before, false))
             AND bool_or(coalesce(instant < before, false)) AS backwards
FROM steps GROUP BY ds, file;

-- One instant, one row: per customer; of subscriptions per id, where a row without one is its own.
CREATE OR REPLACE TABLE fates AS
WITH placed AS (
  SELECT j.*, CASE WHEN coalesce(backwards, false) THEN -line ELSE line END AS position,
    CASE WHEN rejected THEN 'rejected' WHEN void OR instant >= data_until THEN 'ignored' END AS early,
    CASE WHEN shape = 'planHistory' THEN ''
         ELSE coalesce('id ' || subscription, 'row ' || file || ' ' || line) END AS unit
  FROM judged j JOIN horizon USING (ds) LEFT JOIN directions USING (ds, file)),
ranked AS (
  SELECT *, last_value(struct_pack(file, line)) OVER same AS last_place,
    struct_pack(plan, value, quantity, end_read, status, twelfths, currency) AS says, last_value(says) OVER same AS last_says
  FROM placed
  WINDOW same AS (PARTITION BY ds, early, customer, unit, instant ORDER BY file, position
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
SELECT * EXCLUDE (early, last_place, says, last_says),
  CASE WHEN early IS NOT NULL THEN early
       WHEN last_place = struct_pack(file, line) THEN 'used'
       WHEN says IS NOT DISTINCT FROM last_says THEN 'duplicate'
       ELSE 'superseded' END AS fate
FROM ranked;

CREATE OR REPLACE TABLE ledger AS
SELECT ds, count(*)::INT AS rows,
  count(*) FILTER (fate = 'used')::INT AS used,
  count(*) FILTER (fate = 'duplicate')::INT AS duplicate,
  count(*) FILTER (fate = 'superseded')::INT AS superseded,
  count(*) FILTER (fate = 'ignored')::INT AS ignored,
  count(*) FILTER (fate = 'rejected')::INT AS rejected
FROM fates GROUP BY ds;

-- What a row is worth per month, exactly: a whole number of (12 * 10^6)ths of a millionth; times its
-- currency's rate in ten-thousandths, (12 * 10^10)ths. A value is
-- per month as it stands; a price has an interval and is for one of the quantity. Unknown without one.
CREATE OR REPLACE MACRO millionths(number) AS (number * 1000000)::HUGEINT;
CREATE OR REPLACE MACRO worth_of(value, quantity, twelfths, priced, counted) AS
  millionths(value) * CASE WHEN priced THEN twelfths * CASE WHEN counted THEN millionths(quantity) ELSE 1000000 END
                                  ELSE 12 * 1000000::HUGEINT END;

-- To six decimals, a half to the even neighbour.
CREATE OR REPLACE MACRO half_even(n, d) AS
  n // d + CASE WHEN 2 * (n % d) > d OR (2 * (n % d) = d AND (n // d) % 2 = 1) THEN 1 ELSE 0 END;
CREATE OR REPLACE MACRO per_month(worth) AS
  (half_even(worth, 120000000000::HUGEINT)::DECIMAL(38, 6) / 1000000)::DECIMAL(18, 6);
