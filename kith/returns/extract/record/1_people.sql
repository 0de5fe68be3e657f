-- People as at the day asked about. Linked records are one person, by the id that is kept (docs/adr/0006):
-- `who` in every view. An open end may lie ahead of the day: what was not so yet is blank.
link AS MATERIALIZED (
    SELECT person_id, canonical_id FROM people_personidentity WHERE during @> now()
),
-- Restricted, sealed or relocated, and whoever is linked with such a record: the stricter of two holds.
held AS MATERIALIZED (
    SELECT DISTINCT coalesce(link.canonical_id, x.person_id) AS who
      FROM access_restriction x LEFT JOIN link ON link.person_id = x.person_id
     WHERE x.during && daterange(kith_today(), NULL)
),
-- Whose home could get somebody hurt: nothing that tells where they are, ever, as in staging.
kept_safe AS MATERIALIZED (
    SELECT DISTINCT coalesce(link.canonical_id, a.person_id) AS who
      FROM people_address a LEFT JOIN link ON link.person_id = a.person_id
     WHERE a.protected
),
identifier AS (
    SELECT coalesce(link.canonical_id, i.person_id) AS who, i.id, i.scheme, i.value, i.verified_on,
           i.reason_unknown, link.person_id IS NULL AS own, i.recorded_at
      FROM people_identifier i LEFT JOIN link ON link.person_id = i.person_id
),
local_id AS MATERIALIZED (
    SELECT DISTINCT ON (who) who, value FROM identifier WHERE scheme = 'local'
     ORDER BY who, own DESC, recorded_at, value
),
disability AS (
    SELECT DISTINCT coalesce(link.canonical_id, d.person_id) AS who, d.code
      FROM people_disability d LEFT JOIN link ON link.person_id = d.person_id
),
disabled AS MATERIALIZED (
    SELECT who, bool_or(code <> 'NONE') AS disabled FROM disability GROUP BY who
),
person AS MATERIALIZED (
    SELECT p.id AS who, coalesce(local_id.value, p.id::text) AS local_id, local_id.value AS council_id,
           p.sex, p.ethnicity, born.born_on,
           extract(year FROM age(%(as_at)s::date, born.born_on))::int AS years,
           CASE WHEN p.birth_knowledge = 'expected' THEN p.born_on END AS expected_on,
           CASE WHEN p.died_on <= %(as_at)s::date THEN p.died_on END AS died_on,
           disabled.disabled, held.who IS NOT NULL AS held, kept_safe.who IS NOT NULL AS kept_safe
      FROM people_person p
      LEFT JOIN local_id ON local_id.who = p.id
      LEFT JOIN disabled ON disabled.who = p.id
      LEFT JOIN held ON held.who = p.id
      LEFT JOIN kept_safe ON kept_safe.who = p.id
     CROSS JOIN LATERAL (
           SELECT CASE WHEN p.birth_knowledge IN ('exact', 'estimated') AND p.born_on <= %(as_at)s::date
                       THEN p.born_on END AS born_on) born
     WHERE NOT EXISTS (SELECT FROM link WHERE link.person_id = p.id)
),
