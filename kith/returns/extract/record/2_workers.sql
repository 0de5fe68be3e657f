-- Who works with whom, through the person or through a family that the person counted as one of.
tied AS (
    SELECT i.id, i.account_id, i.role, i.person_id, i.during
      FROM access_involvement i WHERE i.person_id IS NOT NULL
     UNION ALL
    SELECT i.id, i.account_id, i.role, m.person_id, i.during * m.during
      FROM access_involvement i JOIN people_familymember m
          ON m.family_id = i.family_id AND m.during && i.during
),
involvement AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, t.person_id) AS who, t.id, t.account_id, t.role,
           lower(t.during) AS started_on,
           CASE WHEN upper(t.during) <= %(as_at)s::date THEN upper(t.during) END AS ended_on
      FROM tied t LEFT JOIN link ON link.person_id = t.person_id
     WHERE coalesce(lower(t.during) <= %(as_at)s::date, true)
),
-- The worker who answers for a child on the day: the social worker before the leads of
-- protection and of help.
worker AS MATERIALIZED (
    SELECT DISTINCT ON (i.who) i.who, i.account_id, account.display_name AS name, account.team_id,
           team.name AS team
      FROM involvement i
      JOIN access_account account ON account.id = i.account_id
      LEFT JOIN access_team team ON team.id = account.team_id
     WHERE i.ended_on IS NULL AND i.role IN ('social_worker', 'lead_protection', 'lead_practitioner')
     ORDER BY i.who, array_position(ARRAY['social_worker', 'lead_protection', 'lead_practitioner'],
                                       i.role::text),
              i.started_on DESC NULLS LAST, i.id
),
adviser AS MATERIALIZED (
    SELECT DISTINCT ON (i.who) i.who, i.account_id, account.display_name AS name
      FROM involvement i JOIN access_account account ON account.id = i.account_id
     WHERE i.ended_on IS NULL AND i.role = 'personal_adviser'
     ORDER BY i.who, i.started_on DESC NULLS LAST, i.id
),
