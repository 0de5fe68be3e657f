SELECT v.id AS unit, p.family_id AS family, NULL::uuid AS person, v.agreed_on AS on_day,
       CASE WHEN v.why_only_parents = '' THEN 'both' ELSE 'parents' END AS state
  FROM plan_planversion v JOIN plan_plan p ON p.id = v.plan_id
