"""What an asker was told stands on their Today until they say that they saw it; they alone say so."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
ASKED = f"""
CREATE FUNCTION help_asked_by_me() RETURNS TABLE (request uuid, reference text, asked_at timestamptz, about text,
                                                  told_at timestamptz, words text, agreed_on date, seen boolean)
{HEAD}
#variable_conflict use_column
BEGIN
    IF kith_actor() IS NULL OR kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IN ('front_door', 'manager') THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT r.id, r.reference::text, r.asked_at, r.what_is_hard::text, t.recorded_at,
           CASE WHEN s.may THEN coalesce(t.words, '') ELSE '' END::text, CASE WHEN s.may THEN t.agreed_on END,
           t.seen_at IS NOT NULL
      FROM help_helprequest r
      LEFT JOIN LATERAL (SELECT o.* FROM help_askertold o WHERE o.request_id = r.id
                          ORDER BY o.recorded_at DESC, o.id LIMIT 1) t ON true
      CROSS JOIN LATERAL (SELECT r.covert_id IS NULL AND r.family_not_told_why = '' AND NOT EXISTS (
            SELECT FROM help_requestperson p CROSS JOIN LATERAL kith_same_people(ARRAY[p.person_id]) k
              JOIN access_restriction x ON x.person_id = k.same AND x.during @> kith_today()
             WHERE p.request_id = r.id) AS may) s
     WHERE r.recorded_by = kith_actor() ORDER BY r.asked_at DESC, r.id LIMIT 200;
END $$
"""
SAW = """
CREATE FUNCTION help_asker_saw(asked uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN false; END IF;
    UPDATE help_askertold t SET seen_at = now() FROM help_helprequest r
     WHERE r.id = t.request_id AND r.id = asked AND r.recorded_by = kith_actor() AND t.seen_at IS NULL;
    RETURN FOUND;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("help", "0024_asker_saw")]
    operations = [
        migrations.RunSQL(each, migrations.RunSQL.noop)
        for each in (
            "DROP FUNCTION help_asked_by_me()",
            ASKED,
            SAW,
            *(
                step
                for name in ("help_asked_by_me()", "help_asker_saw(uuid)")
                for step in (
                    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC",
                    f"GRANT EXECUTE ON FUNCTION {name} TO kith_app, kith_worker",
                    f"ALTER FUNCTION {name} OWNER TO kith_definer",
                )
            ),
        )
    ]
