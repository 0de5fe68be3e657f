-- How each duty of the four quarters stands, and to which line of each breakdown it counts.
-- `obligation` holds what the columnar engine found, `lead` whose team led for whom and when, `grouped` everybody's
-- ethnic group where it is told.

-- name: judged
CREATE TEMP TABLE judged AS
SELECT row_number() OVER () AS n, person, duty, name, starts, due, met, closed,
       CASE WHEN state = 'late' AND closed IS NOT NULL THEN 'missed' ELSE state END AS state,
       least(due, getvariable('as_at')) AS held_on
  FROM obligation WHERE due BETWEEN getvariable('first_day') AND getvariable('last_day');

-- name: led
-- The team of whoever led on the last day (today, for what is not due yet). Of several the first kind of lead
-- counts, then whoever began last.
CREATE TEMP TABLE led AS
SELECT j.n, l.team
  FROM judged j JOIN lead l ON l.person = j.person
   AND (l.since IS NULL OR l.since <= j.held_on) AND (l.until IS NULL OR j.held_on < l.until)
QUALIFY row_number() OVER (PARTITION BY j.n ORDER BY l.place, l.since DESC NULLS LAST, l.team) = 1;

-- name: stood
CREATE TEMP TABLE stood AS
SELECT j.*, date_trunc('quarter', j.due)::DATE AS quarter, strftime(j.due, '%Y-%m') AS "month",
       coalesce(led.team, 'none') AS team, j.duty AS kind, coalesce(g.name, 'unknown') AS "group"
  FROM judged j LEFT JOIN led USING (n) LEFT JOIN grouped g ON g.person = j.person;
