SELECT s.id AS unit, NULL::uuid AS family, s.person_id AS person, coalesce(s.decided_on, s.started_on) AS on_day,
       CASE WHEN o.id IS NULL THEN 'not_made' WHEN o.answer IN ('accepted', 'declined') THEN o.answer
            ELSE 'waiting' END AS state
  FROM protection_section47 s LEFT JOIN help_helpoffer o ON o.id = s.help_offer_id
 WHERE s.outcome IN ('no_harm', 'no_risk_now') OR (s.outcome = '' AND s.conference_not_required)
