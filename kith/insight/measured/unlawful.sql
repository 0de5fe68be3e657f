-- Whoever was in care on any night of the quarter; and whether a night of it was where no child should sleep.
WITH bad AS (
    SELECT person_id AS person, during AS nights FROM care_stay WHERE cardinality(unlawful) > 0 AND during IS NOT NULL
    UNION ALL
    SELECT person_id, daterange(first_on, last_on, '[]') FROM care_slept
    UNION ALL
    SELECT person, nights FROM care_homes_unlawful(NULL)
)
SELECT c.person AS unit, NULL::uuid AS family, c.person, q.on_day,
       CASE WHEN NOT EXISTS (SELECT FROM bad b WHERE b.person = c.person AND b.nights && q.nights) THEN 'none'
            WHEN EXISTS (SELECT FROM bad b WHERE b.person = c.person AND b.nights @> q.on_day) THEN 'is'
            ELSE 'was' END AS state
  FROM generate_series(%(first)s::date, least(%(last)s, %(today)s)::date, interval '3 months') s (day)
  CROSS JOIN LATERAL (
       SELECT o.on_day, daterange(s.day::date, o.on_day, '[]') AS nights
         FROM (SELECT least((s.day + interval '3 months')::date - 1, %(today)s::date) AS on_day) o) q
  CROSS JOIN LATERAL (
       SELECT DISTINCT e.person_id AS person FROM care_episode e
        WHERE e.during && q.nights AND e.legal_status NOT IN ('V3', 'V4')) c
