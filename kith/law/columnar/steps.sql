-- From facts to obligations, a county at a time. The same rules as kith/law/engine.py, which explains one person.
-- `fact` holds what happened to whom and when; `what` is a number for a kind of fact and what its details say, and
-- `kind_of` tells the kind of each. `duty`, `clock` and `wanted` hold the register; `due_on` is filled by the clock
-- itself (kith/law/clock.py) between the steps, so that no sum of days is made twice.

-- name: who
-- People by number, in the order of their ids: numbers are quicker to join and to sort.
CREATE OR REPLACE TEMP TABLE who AS
SELECT id, CAST(row_number() OVER (ORDER BY id) AS INTEGER) AS person
  FROM (SELECT DISTINCT person AS id FROM fact
         WHERE bucket BETWEEN getvariable('first_bucket') AND getvariable('last_bucket')) people;

-- name: seen
-- The facts as at the day. No fact after it is in sight, and an end that still lies ahead is not known.
CREATE OR REPLACE TEMP TABLE seen AS
SELECT who.person, what, day, CASE WHEN until <= getvariable('as_at') OR kind_of.fixed THEN until END AS until, ref
  FROM fact JOIN kind_of USING (what) JOIN who ON who.id = fact.person
 WHERE bucket BETWEEN getvariable('first_bucket') AND getvariable('last_bucket')
   AND (kind_of.planned OR day <= getvariable('as_at'));

-- name: care_years
-- One for each 1 April on which a child is looked after, ended with care or with the year.
INSERT INTO seen
SELECT person, year_in_care(), april,
       CASE WHEN until < april + INTERVAL 1 YEAR THEN until
            WHEN april + INTERVAL 1 YEAR <= getvariable('as_at') THEN CAST(april + INTERVAL 1 YEAR AS DATE) END, ref
  FROM (SELECT *, unnest(range(year(day), year(last) + 1)) AS y, make_date(y, 4, 1) AS april
          FROM (SELECT *, least(coalesce(until, getvariable('as_at')), getvariable('as_at')) AS last
                  FROM seen JOIN kind_of USING (what) WHERE kind = 'looked_after') care) years
 WHERE april BETWEEN day AND last;

-- name: birthdays
-- Each birthday from 17 to 21 of a care leaver who is not looked after on it, up to a year ahead.
INSERT INTO seen
SELECT person, birthday_at(age), birthday, NULL, NULL
  FROM (SELECT leaver.*, unnest(range(17, 22)) AS age,
               make_date(year(born) + age, month(born), least(day(born), 28)) + greatest(day(born) - 28, 0)::INT
               AS birthday
          FROM seen leaver JOIN kind_of USING (what)
          JOIN (SELECT person, max(day) AS born FROM seen JOIN kind_of USING (what)
                 WHERE kind = 'birth' GROUP BY person) USING (person)
         WHERE kind = 'care_leaver') turned
 WHERE birthday >= day AND (until IS NULL OR birthday < until)
   AND year(birthday) <= year(getvariable('as_at')) + 1
   AND NOT EXISTS (FROM seen care JOIN kind_of USING (what)
                    WHERE care.person = turned.person AND kind_of.kind = 'looked_after'
                      AND care.day <= birthday AND (care.until IS NULL OR birthday < care.until));

-- name: triggers
-- What starts a duty; a promise made later starts on its own day, for a span that lasts beyond it.
CREATE OR REPLACE TEMP TABLE trigger AS
SELECT d.duty, s.person, greatest(s.day, d.promised_from) AS day, s.until, s.ref,
       CASE WHEN s.day < d.promised_from THEN NULL ELSE d.opening END AS opening
  FROM seen s JOIN wanted w ON w.role = 'trigger' AND w.what = s.what
  JOIN duty d ON d.duty = w.duty JOIN kind_of k ON k.what = s.what
 WHERE d.promised_from IS NULL OR s.day >= d.promised_from
    OR k.span AND (s.until IS NULL OR s.until > d.promised_from);

-- name: opened
-- `since` is the first day of which the record holds what would meet the duty; `counts` the first that meets it, if
-- it matters when it was. A duty of a person is one number.
CREATE OR REPLACE TEMP TABLE opened AS
SELECT t.rowid AS t, t.duty, t.person, whose(t.person, t.duty) AS whose, t.day, t.until, t.ref,
       coalesce(o.due, t.day) AS opens, d.since > opens AS from_record, d.since,
       greatest(CASE WHEN NOT d.before THEN opens END, CASE WHEN from_record THEN d.since END) AS counts,
       d.chained, d.same_ref
  FROM trigger t JOIN duty d USING (duty)
  LEFT JOIN due_on o ON o.deadline = t.opening AND o.start = t.day;

-- name: done
-- What would meet a duty, excuse it or suspend it, whenever it was. Matters are few and dear: apart.
CREATE OR REPLACE TEMP TABLE done AS
SELECT whose(s.person, w.duty) AS whose, s.day
  FROM seen s JOIN wanted w USING (what) JOIN duty d USING (duty) WHERE w.role = 'met' AND NOT d.same_ref;

-- name: done_of_a_matter
CREATE OR REPLACE TEMP TABLE done_of_a_matter AS
SELECT whose(s.person, w.duty) AS whose, s.day, s.ref
  FROM seen s JOIN wanted w USING (what) JOIN duty d USING (duty) WHERE w.role = 'met' AND d.same_ref;

-- name: lasting
-- What lasts and had begun before meets a duty at once.
CREATE OR REPLACE TEMP TABLE lasting AS
SELECT whose(s.person, w.duty) AS whose, s.day, s.until, s.ref
  FROM seen s JOIN wanted w USING (what) JOIN kind_of USING (what) JOIN duty d USING (duty)
 WHERE w.role = 'met' AND kind_of.span AND NOT d.before;

-- name: excuse
CREATE OR REPLACE TEMP TABLE excuse AS
SELECT s.person, w.duty, w.n, w.says, s.day, s.ref FROM seen s JOIN wanted w USING (what) WHERE w.role = 'excused';

-- name: span
CREATE OR REPLACE TEMP TABLE span AS
SELECT s.person, w.duty, w.n, w.says, s.day, s.until, s.ref, kind_of.kind
  FROM seen s JOIN wanted w USING (what) JOIN kind_of USING (what) WHERE w.role = 'suspended';

-- name: pause
-- One that lasts has stood still up to the day. More time (`n` says which rule gives it) moves an end as well.
CREATE OR REPLACE TEMP TABLE pause AS
SELECT s.person, w.duty, CASE WHEN w.role = 'extended' THEN w.n END AS n, s.day,
       coalesce(s.until, getvariable('as_at')) AS ends, s.ref
  FROM seen s JOIN wanted w USING (what)
 WHERE w.role = 'paused' OR w.role = 'extended' AND s.until IS NOT NULL;

-- name: met
-- The days on which a duty was met within its trigger's span.
CREATE OR REPLACE TEMP TABLE met AS
SELECT t.t, s.day, t.chained FROM opened t JOIN done s USING (whose)
 WHERE NOT t.same_ref AND (t.counts IS NULL OR s.day >= t.counts) AND (t.until IS NULL OR s.day <= t.until)
UNION ALL
SELECT t.t, s.day, t.chained
  FROM opened t JOIN done_of_a_matter s ON s.whose = t.whose AND s.ref IS NOT DISTINCT FROM t.ref
 WHERE t.same_ref AND (t.counts IS NULL OR s.day >= t.counts) AND (t.until IS NULL OR s.day <= t.until)
UNION ALL
SELECT t.t, t.opens, t.chained FROM opened t JOIN lasting s USING (whose)
 WHERE s.day < t.opens AND (s.until IS NULL OR s.until > t.opens) AND (t.until IS NULL OR t.opens <= t.until)
   AND t.opens >= t.counts AND (NOT t.same_ref OR s.ref IS NOT DISTINCT FROM t.ref)
UNION ALL
SELECT t.t, t.until, false FROM opened t JOIN duty d USING (duty) WHERE d.by_end AND t.until IS NOT NULL;

-- name: links
-- Link 0 runs from the trigger (or from the day on which the record begins), link n from the n-th day it was met.
CREATE OR REPLACE TEMP TABLE link AS
SELECT k.duty, k.person, k.until, k.ref, c.deadline, c.before, c.at_least, k.opens, k.starts, k.met
  FROM (SELECT o.duty, o.person, o.until, o.ref, o.from_record, o.since, 0 AS n,
               CASE WHEN from_record THEN since ELSE opens END AS opens,
               CASE WHEN from_record THEN since ELSE day END AS starts, first.met
          FROM opened o LEFT JOIN (SELECT t, min(day) AS met FROM met GROUP BY t) first USING (t)
        UNION ALL
        SELECT o.duty, o.person, o.until, o.ref, o.from_record, o.since, n, m.day, m.day, m.met
          FROM (SELECT t, day, row_number() OVER again AS n, lead(day) OVER again AS met
                  FROM (SELECT DISTINCT t, day FROM met WHERE chained) days
                WINDOW again AS (PARTITION BY t ORDER BY day)) m
          JOIN opened o USING (t) WHERE o.until IS NULL OR m.day < o.until) k
  JOIN clock c ON c.duty = k.duty
 WHERE CASE WHEN k.from_record THEN c.last_link IS NULL AND (k.until IS NULL OR k.until > k.since)
            ELSE k.n BETWEEN c.first_link AND coalesce(c.last_link, k.n) END
   AND (c.held_from IS NULL OR c.held_from <= k.starts) AND (c.held_before IS NULL OR k.starts < c.held_before)
   -- A window that has not opened by the day is not shown, unless the thing is to be done before a day.
   AND (c.before OR k.opens <= getvariable('as_at'));

-- name: dated
-- A link by number: below nothing for the clock that starts again.
CREATE OR REPLACE TEMP TABLE dated AS
SELECT k.rowid AS l, k.*, o.due FROM link k JOIN due_on o ON o.deadline = k.deadline AND o.start = k.starts;

-- name: suspended
-- A span that suspends a duty: due within it is excused; begun within it is left out; and the clock starts again
-- when the span ends, unless the trigger ended with it. The first such span decides.
CREATE OR REPLACE TEMP TABLE suspended AS
SELECT k.l, k.deadline, s.until AS ends, k.starts < s.day AS due_inside,
       (k.met IS NULL OR s.until IS NOT NULL AND k.met >= s.until) AS met_after,
       s.until IS NOT NULL AND met_after AND (k.until IS NULL OR s.until < k.until) AS resumes
  FROM dated k JOIN span s ON s.person = k.person AND s.duty = k.duty
 WHERE s.day <= k.starts AND (s.until IS NULL OR k.starts < s.until)
    OR k.starts < s.day AND s.day <= k.due AND (s.until IS NULL OR k.due < s.until)
QUALIFY row_number() OVER (PARTITION BY k.l ORDER BY s.day, s.until NULLS LAST, s.kind, s.ref NULLS FIRST) = 1;

-- name: resumed
INSERT INTO dated
SELECT -1 - k.l, k.duty, k.person, k.until, k.ref, k.deadline, k.before, k.at_least, s.ends, s.ends, k.met, o.due
  FROM dated k JOIN suspended s USING (l) JOIN due_on o ON o.deadline = k.deadline AND o.start = s.ends WHERE resumes;

-- name: not_met
UPDATE dated SET met = NULL WHERE l IN (SELECT l FROM suspended WHERE met_after);

-- name: left_out
DELETE FROM dated WHERE l IN (SELECT l FROM suspended WHERE NOT due_inside);

-- name: aged
-- To whom a duty does not apply by age, on its start or due day; nor to anybody whose birth is not recorded.
DELETE FROM dated WHERE l IN (
    SELECT k.l FROM dated k JOIN duty d USING (duty)
      LEFT JOIN (SELECT person, max(day) AS born FROM seen JOIN kind_of USING (what) WHERE kind = 'birth' GROUP BY person)
           birth ON birth.person = k.person
     WHERE coalesce(d.age_from, d.age_under) IS NOT NULL
       AND coalesce(age_on(born, CASE WHEN d.age_on = 'due' THEN k.due ELSE k.starts END)
                    NOT BETWEEN coalesce(d.age_from, -200) AND coalesce(d.age_under, 200) - 1, true));

-- name: excused
-- The first excuse that holds, of those not met in time; then the first span that suspends the due day.
CREATE OR REPLACE TEMP TABLE excused AS
SELECT l, arg_min(says, place) AS says
  FROM (SELECT k.l, s.says, s.n AS place
          FROM dated k JOIN duty d USING (duty) JOIN excuse s ON s.person = k.person AND s.duty = k.duty
         WHERE (k.met IS NULL OR k.met > k.due)
           AND CASE WHEN d.same_ref THEN s.ref IS NOT DISTINCT FROM k.ref ELSE s.day BETWEEN k.opens AND k.due END
        UNION ALL
        SELECT k.l, s.says, 1000 + s.n
          FROM dated k JOIN span s ON s.person = k.person AND s.duty = k.duty
         WHERE (k.met IS NULL OR k.met > k.due) AND s.day <= k.due AND (s.until IS NULL OR k.due < s.until))
 GROUP BY l;

-- name: obligations
-- Numbers and days, in order; words are put to them afterwards, for words are dear to sort.
SELECT k.person, k.duty, CASE WHEN k.before THEN k.due ELSE k.opens END AS starts, k.due, k.met,
       CAST(CASE WHEN k.met <= k.due OR k.at_least AND k.met IS NOT NULL THEN 'met' WHEN e.says IS NOT NULL THEN 'excused' WHEN k.met IS NOT NULL THEN 'met_late'
            WHEN k.until <= k.due THEN 'excused'
            WHEN k.due < getvariable('as_at') THEN CASE WHEN k.at_least THEN 'excused' ELSE 'late' END ELSE 'due' END AS state_of) AS state,
       CAST(CASE WHEN NOT d.binding OR d.waits THEN 'advisory' WHEN d.commences_on IS NULL THEN 'required'
            WHEN d.commences_on <= least(k.due, getvariable('as_at')) AND (d.ends_on IS NULL OR k.due < d.ends_on)
            THEN 'required' ELSE 'advisory' END AS force_of) AS force,
       CASE WHEN k.met <= k.due OR k.at_least AND k.met IS NOT NULL THEN NULL WHEN e.says IS NOT NULL THEN e.says
            WHEN k.met IS NULL AND k.until <= k.due
            THEN 'It ended on ' || strftime(k.until, '%A %-d %B %Y')
                 || CASE WHEN k.until < k.due THEN ', before this was due.' ELSE ', the day on which this was due.' END
            WHEN k.at_least AND k.met IS NULL AND k.due < getvariable('as_at')
            THEN 'The law gives at least this time, and it is over: nothing more is due.'
            END AS excuse,
       k.until AS closed
  FROM dated k JOIN duty d USING (duty) LEFT JOIN excused e USING (l)
 ORDER BY k.person, k.duty, starts, k.due, k.met NULLS LAST;
