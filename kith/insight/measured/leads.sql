SELECT DISTINCT ON (f.family_id, q.on_day) f.family_id AS unit, f.family_id AS family, NULL::uuid AS person, q.on_day,
       CASE c.changes WHEN 0 THEN 'same' WHEN 1 THEN 'one' ELSE 'more' END AS state
  FROM generate_series(%(first)s::date, least(%(last)s, %(today)s)::date, interval '3 months') s (day)
  CROSS JOIN LATERAL (SELECT s.day::date AS on_day, (s.day + interval '3 months')::date AS until) q
  JOIN help_familyhelp f ON f.started_on < q.until AND (f.ended_on IS NULL OR f.ended_on >= q.on_day)
   AND f.started_on <= %(today)s
  CROSS JOIN LATERAL (SELECT count(*) AS changes FROM help_leadchange c
                       WHERE c.family_id = f.family_id AND c."on" >= q.on_day AND c."on" < q.until
                         AND c."on" <= %(today)s) c
