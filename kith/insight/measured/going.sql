SELECT s.id AS unit, p.family_id AS family, s.person_id AS person, s."on" AS on_day, s.how AS state
  FROM plan_progress s JOIN plan_plan p ON p.id = s.plan_id WHERE s.side = 'family'
