-- Whoever is in care on the quarter's last night, or last night: how often in the year before that did carers change.
SELECT e.person_id AS unit, NULL::uuid AS family, e.person_id AS person, q.on_day,
       CASE m.moves WHEN 0 THEN 'none' WHEN 1 THEN 'one' ELSE 'more' END AS state
  FROM generate_series(%(first)s::date, least(%(last)s, %(today)s)::date, interval '3 months') s (day)
  CROSS JOIN LATERAL (SELECT least((s.day + interval '3 months')::date - 1, %(today)s::date) AS on_day) q
  JOIN care_episode e ON e.during @> q.on_day AND e.legal_status NOT IN ('V3', 'V4')
  CROSS JOIN LATERAL (
       SELECT count(*) AS moves FROM care_episode b
        WHERE b.person_id = e.person_id AND b.reason_new_episode IN ('P', 'B') AND b.legal_status NOT IN ('V3', 'V4')
          AND b.started_on > (q.on_day - interval '1 year')::date AND b.started_on <= q.on_day) m
