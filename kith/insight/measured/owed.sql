SELECT s.id AS unit, p.family_id AS family, NULL::uuid AS person, s.by_on AS on_day,
       CASE WHEN s.done_on <= s.by_on THEN 'done' WHEN s.done_on IS NOT NULL THEN 'late'
            WHEN s.not_done_on IS NOT NULL THEN 'not_done' ELSE 'overdue' END AS state
  FROM plan_step s JOIN plan_plan p ON p.id = s.plan_id
 WHERE s.does_it IN ('service', 'council') AND s.by_on < %(today)s
