-- Of each night from %(first)s to before %(last)s: how many children in care had a brother or sister in care whose home
-- is known, and how many of those lived apart from at least one. Runs of nights become changes, and changes are summed.
WITH child AS MATERIALIZED (
    SELECT person_id, range_agg(daterange(from_on, until) * daterange(%(first)s::date, %(last)s::date)) AS known,
           range_agg(daterange(from_on, until) * daterange(%(first)s::date, %(last)s::date)) FILTER (WHERE NOT together)
               AS apart
      FROM bonds_siblingnights
     WHERE together IS NOT NULL AND from_on < %(last)s::date AND (until IS NULL OR until > %(first)s::date)
     GROUP BY person_id
), change AS (
    SELECT lower(s) AS night, 1 AS known, 0 AS apart FROM child, unnest(known) s
    UNION ALL SELECT upper(s), -1, 0 FROM child, unnest(known) s
    UNION ALL SELECT lower(s), 0, 1 FROM child, unnest(apart) s
    UNION ALL SELECT upper(s), 0, -1 FROM child, unnest(apart) s
), changed AS (SELECT night, sum(known) AS known, sum(apart) AS apart FROM change GROUP BY night)
SELECT n.night::date, coalesce(sum(c.known) OVER w, 0)::int, coalesce(sum(c.apart) OVER w, 0)::int
  FROM generate_series(%(first)s::date, %(last)s::date - 1, interval '1 day') n (night)
  LEFT JOIN changed c ON c.night = n.night::date
WINDOW w AS (ORDER BY n.night)
