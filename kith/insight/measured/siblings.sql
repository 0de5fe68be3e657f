-- One child counts once a quarter: as it stood on the quarter's last night, or last night. Worked out in bonds 0002.
SELECT n.person_id AS unit, NULL::uuid AS family, n.person_id AS person, q.on_day,
       CASE WHEN bool_or(NOT n.together) THEN CASE WHEN bool_or(NOT n.together AND b.planned) THEN 'planned'
                                                   WHEN bool_and(n.together OR b.written IS TRUE) THEN 'written'
                                                   ELSE 'apart' END
            WHEN bool_and(n.together IS TRUE) THEN 'together' ELSE 'unknown' END AS state
  FROM generate_series(%(first)s::date, least(%(last)s, %(today)s)::date, interval '3 months') s (day)
  CROSS JOIN LATERAL (SELECT least((s.day + interval '3 months')::date - 1, %(today)s::date) AS on_day) q
  JOIN bonds_siblingnights n ON n.from_on <= q.on_day AND (n.until IS NULL OR n.until > q.on_day)
  LEFT JOIN LATERAL (
       SELECT true AS written, a.reunite = 'plan' AS planned FROM bonds_apartbecause a
        WHERE (a.child_id, a.sibling_id) IN ((n.person_id, n.sibling_id), (n.sibling_id, n.person_id))
          AND a."on" <= q.on_day AND a."on" >= n.from_on ORDER BY a.recorded_at DESC LIMIT 1) b ON NOT n.together
 GROUP BY n.person_id, q.on_day
