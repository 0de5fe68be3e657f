SELECT f.id AS unit, o.family_id AS family, f.person_id AS person,
       (f.recorded_at AT TIME ZONE 'Europe/London')::date AS on_day,
       CASE WHEN f.score >= 4 THEN 'good' WHEN f.score = 3 THEN 'middling' ELSE 'bad' END AS state
  FROM decisions_feedback f JOIN decisions_familymeeting m ON m.id = f.meeting_id
  JOIN decisions_meetingoffer o ON o.id = m.offer_id
