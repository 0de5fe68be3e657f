-- The home that care began from, as it was said last, and the home of the quarter's last night: how far is said by kith.insight.distance.
SELECT e.person_id AS unit, NULL::uuid AS family, e.person_id AS person, q.on_day,
       CASE WHEN coalesce(h.postcode, '') = '' OR coalesce(p.postcode, '') = '' THEN 'unknown'
            ELSE h.postcode || '>' || p.postcode END AS state
  FROM generate_series(%(first)s::date, least(%(last)s, %(today)s)::date, interval '3 months') s (day)
  CROSS JOIN LATERAL (SELECT least((s.day + interval '3 months')::date - 1, %(today)s::date) AS on_day) q
  JOIN care_episode e ON e.during @> q.on_day AND e.legal_status NOT IN ('V3', 'V4') AND e.placement_type <> 'P1'
  LEFT JOIN LATERAL (
       SELECT c.placement_postcode AS postcode FROM care_episodeplace c WHERE c.episode_id = e.id) p ON true
  LEFT JOIN LATERAL (
       SELECT c.home_postcode AS postcode
         FROM care_episodeplace c JOIN care_episode b ON b.id = c.episode_id
        WHERE c.person_id = e.person_id AND c.home_postcode <> '' AND b.started_on <= e.started_on
        ORDER BY b.started_on DESC LIMIT 1) h ON true
