-- Each fact of a measure with the quarter, the area, the ethnic group and the team in which it counts.
-- A family counts with its youngest member; whoever may be opened by named people alone, and their family, nowhere.
WITH link AS MATERIALIZED (SELECT person_id, canonical_id FROM people_personidentity WHERE during @> now()),
apart AS MATERIALIZED (
    SELECT x.person_id AS person FROM access_restriction x WHERE x.during @> %(today)s
    UNION SELECT l.canonical_id FROM access_restriction x JOIN link l ON l.person_id = x.person_id WHERE x.during @> %(today)s
    UNION SELECT l.person_id FROM access_restriction x JOIN link l ON l.canonical_id = x.person_id WHERE x.during @> %(today)s
),
fact AS MATERIALIZED (SELECT * FROM (/*facts*/) f WHERE f.on_day BETWEEN %(first)s AND least(%(last)s, %(today)s)),
known AS MATERIALIZED (
    SELECT f.unit, f.state, f.on_day, date_trunc('quarter', f.on_day)::date AS quarter,
           coalesce(f.family, theirs.family) AS family, coalesce(f.person, youngest.person) AS person
      FROM fact f
      LEFT JOIN LATERAL (
           SELECT m.family_id AS family FROM people_familymember m
            WHERE f.family IS NULL AND m.person_id = f.person AND m.during @> f.on_day
            ORDER BY lower(m.during) DESC NULLS LAST, m.id LIMIT 1) theirs ON true
      LEFT JOIN LATERAL (
           SELECT m.person_id AS person FROM people_familymember m JOIN people_person p ON p.id = m.person_id
            WHERE f.person IS NULL AND m.family_id = f.family AND m.during @> f.on_day
            ORDER BY p.born_on DESC NULLS LAST, m.id LIMIT 1) youngest ON true
)
SELECT k.unit, k.state, k.quarter, coalesce(l.canonical_id, k.person) AS person,
       coalesce(k.family, l.canonical_id, k.person, k.unit) AS whose,
       coalesce(place.area, ''), coalesce(nullif(kept.ethnicity, ''), own.ethnicity, ''), coalesce(lead.team::text, 'none')
  FROM known k
  LEFT JOIN link l ON l.person_id = k.person
  LEFT JOIN people_person own ON own.id = k.person
  LEFT JOIN people_person kept ON kept.id = l.canonical_id
  LEFT JOIN LATERAL (
       SELECT min(regexp_replace(a.postcode, '\s*\w{3}$', '')) AS area
         FROM people_address a
        WHERE a.person_id IN (k.person, l.canonical_id) AND a.kind = 'home' AND a.during @> k.on_day
          AND NOT EXISTS (SELECT FROM people_address g WHERE g.person_id = a.person_id AND g.protected)
          AND NOT EXISTS (SELECT FROM people_contactpoint g WHERE g.person_id = a.person_id AND g.protected)) place ON true
  LEFT JOIN LATERAL (
       SELECT a.team_id AS team
         FROM access_involvement i JOIN access_account a ON a.id = i.account_id
        WHERE (i.person_id = k.person OR i.family_id = k.family) AND i.role = ANY (%(leads)s)
          AND a.team_id IS NOT NULL AND i.during @> k.on_day
        ORDER BY array_position(%(leads)s::text[], i.role::text), i.id LIMIT 1) lead ON true
 WHERE NOT EXISTS (SELECT FROM apart WHERE apart.person = k.person)
   AND NOT EXISTS (SELECT FROM people_familymember m JOIN apart ON apart.person = m.person_id WHERE m.family_id = k.family)
