-- A home with strangers: neither family or friends (U1 to U3) nor a parent (P1) nor adopters. Named, and with an outcome, by then.
SELECT e.id AS unit, NULL::uuid AS family, e.person_id AS person, e.started_on AS on_day,
       CASE WHEN n.named = 0 THEN 'nobody' WHEN n.open = 0 THEN 'all' ELSE 'some' END AS state
  FROM care_episode e
  CROSS JOIN LATERAL (
       SELECT count(*) AS named, count(*) FILTER (WHERE x.may_ask <> 'never' AND NOT EXISTS (
              SELECT FROM kinship_explored o WHERE o.exploration_id = x.id AND o."on" <= e.started_on)) AS open
         FROM kinship_exploration x
        WHERE x.child_id = e.person_id AND (x.recorded_at AT TIME ZONE 'Europe/London')::date <= e.started_on) n
 WHERE e.reason_new_episode IN ('S', 'P', 'B') AND e.legal_status NOT IN ('V3', 'V4')
   AND e.placement_type <> '' AND e.placement_type !~ '^(U[123]|P1|A)' AND e.during IS NOT NULL
