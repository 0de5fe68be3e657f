SELECT r.id AS unit, NULL::uuid AS family, p.person, (r.asked_at AT TIME ZONE 'Europe/London')::date AS on_day,
       CASE WHEN h.noes >= 2 THEN 'more' WHEN h.noes = 1 THEN 'once' WHEN h.taken THEN 'first' ELSE 'kept' END AS state
  FROM help_helprequest r
  LEFT JOIN LATERAL (SELECT person_id AS person FROM help_requestperson q WHERE q.request_id = r.id
                      ORDER BY q.recorded_at, q.id LIMIT 1) p ON true
  CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE refused_at IS NOT NULL) AS noes,
              coalesce(bool_or(accepted_at IS NOT NULL AND account_id IS NOT NULL), false) AS taken
         FROM help_requestholder WHERE request_id = r.id) h
