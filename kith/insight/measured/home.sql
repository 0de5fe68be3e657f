-- Each return home counts on the day on which a year is over since: did the child come into care again within it?
-- Whoever turned 18 within that year is left out: they could not have.
SELECT e.id AS unit, NULL::uuid AS family, e.person_id AS person, y.on_day,
       CASE WHEN a.again THEN 'back' ELSE 'stayed' END AS state
  FROM care_episode e
  JOIN people_person p ON p.id = e.person_id
  CROSS JOIN LATERAL (SELECT (e.ceased_on + interval '1 year')::date AS on_day) y
  CROSS JOIN LATERAL (
       SELECT EXISTS (SELECT FROM care_episode b WHERE b.person_id = e.person_id AND b.legal_status NOT IN ('V3', 'V4')
                         AND b.started_on >= e.ceased_on AND b.started_on < y.on_day AND b.id <> e.id) AS again) a
 WHERE e.reason_ceased IN ('E4A', 'E4B') AND e.legal_status NOT IN ('V3', 'V4')
   AND e.ceased_on BETWEEN (%(first)s::date - interval '1 year')::date AND (%(today)s::date - interval '1 year')::date
   AND (p.born_on IS NULL OR (p.born_on + interval '18 years')::date > y.on_day)
