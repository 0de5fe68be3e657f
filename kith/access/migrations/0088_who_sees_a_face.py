"""A worker's face is seen by whom the worker was named to; never by somebody whom it could lead to those kept apart from.

Whoever may not know where a household is could follow its worker home. So of a worker who works with that household, or
whose team does, they see no photograph; nor does anything say that there is one: not every worker gives theirs.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

FAMILY = "'parent', 'young_person', 'carer'"
ME = "(SELECT kith_actor()) AND (SELECT kith_on_behalf_of()) IS NULL"
OF_STAFF = f"access_photograph.account_id = {ME} AND (SELECT kith_actor_role()) NOT IN ({FAMILY})"
OF_FAMILY = f"access_nophotographs.account_id = {ME} AND (SELECT kith_actor_role()) IN ({FAMILY})"
POLICIES = [
    Protect(Policy("access_photograph", read=OF_STAFF, as_other="false", deletable=True, history=False)),
    Protect(Policy("access_nophotographs", read=OF_FAMILY, as_other="false", deletable=True, history=False)),
]
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Of whom the acting family account, or whose eyes are looked through, sees the face.
CREATE FUNCTION access_faces_told() RETURNS TABLE (account uuid) {HEAD}
DECLARE
    reader uuid := coalesce(kith_on_behalf_of(), kith_actor()); apart uuid[] := '{{}}';
BEGIN
    IF EXISTS (SELECT FROM access_nophotographs n WHERE n.account_id = reader) THEN RETURN; END IF;
    SELECT coalesce(access_apart_from(d.person_id), '{{}}') INTO apart FROM access_dooraccess d
     WHERE d.account_id = reader AND d.capacity = 'self' AND d.during @> now();
    RETURN QUERY SELECT DISTINCT w.account FROM access_workers_told() w
      JOIN access_photograph p ON p.account_id = w.account JOIN access_account a ON a.id = w.account AND a.is_active
     WHERE NOT EXISTS (
        SELECT FROM access_involvement i JOIN access_account o ON o.id = i.account_id
         WHERE (o.id = a.id OR o.team_id = a.team_id) AND (i.person_id = ANY (apart) OR i.family_id IN (
            SELECT m.family_id FROM people_familymember m WHERE m.person_id = ANY (apart))));
END $$;

CREATE FUNCTION access_face_of(asked uuid) RETURNS TABLE (media_type text, content bytea) {HEAD}
BEGIN
    IF kith_actor() IS NULL OR (kith_actor_role() IN ({FAMILY}) AND asked NOT IN (SELECT f.account FROM access_faces_told() f))
    THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT p.media_type::text, p.content FROM access_photograph p WHERE p.account_id = asked;
END $$;
"""
CALLED = ("access_faces_told()", "access_face_of(uuid)")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n"
    for each in CALLED
)


class Migration(migrations.Migration):
    dependencies = [("access", "0087_photographs")]
    operations = [*POLICIES, *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SQL, OWNERS))]
