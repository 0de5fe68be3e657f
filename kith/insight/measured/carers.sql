-- The council's own foster homes: each that began, and each whose carers stopped.
SELECT h.id AS unit, NULL::uuid AS family, NULL::uuid AS person, c.on_day, c.state
  FROM homes_home h
  JOIN homes_provider p ON p.id = h.provider_id AND p.kind = 'council'
  LEFT JOIN homes_leaving l ON l.home_id = h.id
  CROSS JOIN LATERAL (VALUES ('gained', h.opened_on), ('lost', coalesce(l.leaves_on, h.closed_on))) AS c (state, on_day)
 WHERE h.kind = 'foster' AND c.on_day <= %(today)s
