SELECT a.id AS unit, f.family_id AS family, NULL::uuid AS person, f.started_on AS on_day,
       CASE WHEN a.asked_again THEN 'again' WHEN a.came_from_id IS NOT NULL OR a.source_event IS NOT NULL THEN 'known'
            ELSE 'new' END AS state
  FROM help_assessmentanswer a JOIN help_familyassessment f ON f.id = a.assessment_id
