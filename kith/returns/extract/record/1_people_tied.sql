-- What names people, where they live, and who is whose mother or of one family.
called AS (
    SELECT person_id AS who, given, family FROM people_personname WHERE preferred
),
-- Addresses of people whose home is kept safe are not here at all.
address AS (
    SELECT coalesce(link.canonical_id, a.person_id) AS who, a.id, a.kind, a.lines, a.postcode,
           lower(a.during) AS started_on,
           CASE WHEN upper(a.during) <= %(as_at)s::date THEN upper(a.during) END AS ended_on
      FROM people_address a LEFT JOIN link ON link.person_id = a.person_id
     WHERE a.kind <> 'school' AND coalesce(lower(a.during) <= %(as_at)s::date, true)
       AND NOT EXISTS (SELECT FROM kept_safe WHERE kept_safe.who = coalesce(link.canonical_id, a.person_id))
),
family_member AS (
    SELECT coalesce(link.canonical_id, m.person_id) AS who, m.id, m.family_id
      FROM people_familymember m LEFT JOIN link ON link.person_id = m.person_id
     WHERE coalesce(lower(m.during) <= %(as_at)s::date, true)
),
mother AS (
    SELECT DISTINCT coalesce(parent.canonical_id, r.other_id) AS who,
           coalesce(child.canonical_id, r.person_id) AS child
      FROM people_relationship r
      LEFT JOIN link child ON child.person_id = r.person_id
      LEFT JOIN link parent ON parent.person_id = r.other_id
     WHERE r.kind = 'mother' AND coalesce(lower(r.during) <= %(as_at)s::date, true)
),
motherhood AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, m.person_id) AS who, bool_or(m.is_mother) AS is_mother
      FROM care_motherhood m LEFT JOIN link ON link.person_id = m.person_id GROUP BY 1
),
