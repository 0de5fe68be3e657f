"""A lead who works for a school, a charity or health leads the families they were given, and finds nobody else.

The role of a lead searches the council's register and opens a record with a reason. Whoever works elsewhere does neither.
"""

from django.db import migrations

WITH_REASON = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'director'"
SQL = f"""
-- Does this account work for somebody else than the council?
CREATE FUNCTION access_works_outside(account uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM access_account a LEFT JOIN access_team t ON t.id = a.team_id
          JOIN access_organisation o ON o.id IN (a.organisation_id, t.organisation_id)
         WHERE a.id = account AND o.kind <> 'council');
END $$;
GRANT SELECT ON access_organisation, access_team TO kith_definer;
REVOKE ALL ON FUNCTION access_works_outside(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_works_outside(uuid) TO kith_app, kith_worker;
ALTER FUNCTION access_works_outside(uuid) OWNER TO kith_definer;

CREATE OR REPLACE FUNCTION access_role_finds(role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT role IN ('lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director')
       AND NOT access_works_outside(kith_actor())
$$;

CREATE OR REPLACE FUNCTION access_door(asked uuid) RETURNS TABLE (canonical uuid, state text, how text, linked uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me uuid := kith_actor(); other uuid := kith_on_behalf_of(); same uuid[]; root uuid; role text := kith_actor_role();
    known boolean; may_open boolean; both_open boolean; barred boolean; came text; answer text;
    outside boolean := access_works_outside(kith_actor());
BEGIN
    same := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[asked]) s);
    known := EXISTS (SELECT 1 FROM people_person p WHERE p.id = asked);
    root := coalesce((SELECT i.canonical_id FROM people_personidentity i
                       WHERE i.person_id = asked AND i.during @> now()), asked);
    may_open := EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = me AND g.person = root
        AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now());
    both_open := EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = coalesce(other, me) AND g.person = root
        AND g.level >= 2 AND g.during @> now());
    barred := EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = ANY (same) AND x.during @> kith_today());
    came := (SELECT g.came_from::text FROM access_grant g WHERE g.actor = me AND g.person = root
        AND g.level >= 2 AND g.during @> now()
      ORDER BY array_position(ARRAY['involvement', 'team', 'reason', 'door'], g.came_from::text) LIMIT 1);
    answer := CASE WHEN me IS NULL OR NOT known THEN 'none'
                   WHEN may_open AND (other IS NULL OR both_open) THEN 'open'
                   WHEN other IS NOT NULL OR barred OR outside OR coalesce(role NOT IN ({WITH_REASON}), true) THEN 'none'
                   ELSE 'ask' END;
    RETURN QUERY SELECT CASE WHEN answer = 'none' THEN asked ELSE root END, answer,
        CASE WHEN answer = 'open' THEN came END, CASE WHEN answer = 'open' THEN array_remove(same, root) END;
END $$;
"""
# Somebody whom they add themselves opens to whoever adds them, as ever.
OUTSIDE = """CREATE POLICY access_reason_outside ON access_reason AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (access_reason.kind = 'created' OR NOT (SELECT access_works_outside(kith_actor())))"""


class Migration(migrations.Migration):
    dependencies = [("access", "0073_told_that_we_came")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(OUTSIDE, migrations.RunSQL.noop),
    ]
