"""Widening who may open a restricted record takes two: naming somebody further, and lifting after the first day.

Restricting stays at once and one person's. Whoever restricted a record takes that back alone within a day: it gives
nobody more than they had before. See docs/adr/0168.
"""

from django.db import migrations

TWO_HANDS = "('manager', 'director')"
FAMILY = "('parent', 'young_person', 'carer')"

NAMED = f"""
CREATE FUNCTION access_name_agreed(request uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked access_unmaskrequest;
BEGIN
    IF NOT access_has_two_hands() THEN
        RAISE EXCEPTION 'agreeing takes a manager or director' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT u.* INTO asked FROM access_unmaskrequest u JOIN access_restriction x ON x.id = u.restriction_id
      JOIN access_account a ON a.id = u.names_id
     WHERE u.id = request AND u.asks_for = 'name' AND u.agreed_by_id = kith_actor()
       AND kith_actor() NOT IN (u.asked_by_id, u.names_id) AND u.agreed_at = now() AND u.declined_at IS NULL
       AND a.is_active AND a.role NOT IN {FAMILY} AND x.during && daterange(kith_today(), NULL);
    IF asked.id IS NULL THEN RETURN false; END IF;
    INSERT INTO access_restrictionallows (id, recorded_at, recorded_by, source, restriction_id, account_id)
    VALUES (gen_random_uuid(), now(), asked.agreed_by_id, 'worker', asked.restriction_id, asked.names_id)
    ON CONFLICT DO NOTHING;
    RETURN true;
END $$
"""

LIFT = """
CREATE OR REPLACE FUNCTION access_lift(limit_id uuid, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT access_has_two_hands() OR NOT EXISTS (
        SELECT 1 FROM access_restriction x JOIN access_grant g ON g.person = x.person_id
         WHERE x.id = limit_id AND x.kind = 'restricted' AND x.during && daterange(kith_today(), NULL)
           AND x.recorded_by = kith_actor() AND x.recorded_at > now() - interval '24 hours'
           AND g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
    THEN RETURN false; END IF;
    PERFORM access_lift_now(limit_id, kith_actor(), why);
    RETURN true;
END $$
"""

REQUESTS = f"""
CREATE FUNCTION access_requests() RETURNS TABLE (id uuid, reference text, kind text, check_with text, asks_for text,
    asked_by uuid, asker text, reason text, asked_at timestamptz, decider text, agreed_at timestamptz,
    declined_at timestamptz, declined_why text, person uuid, names uuid, named text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, access_reference(x.id), x.kind::text, x.check_with::text, u.asks_for::text, u.asked_by_id,
           a.display_name::text, u.reason::text, u.recorded_at, coalesce(d.display_name, '')::text, u.agreed_at,
           u.declined_at, u.declined_why::text,
           (SELECT g.person FROM access_grant g WHERE g.actor = kith_actor() AND g.person = x.person_id
               AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now() LIMIT 1),
           u.names_id, coalesce(n.display_name, '')::text
      FROM access_unmaskrequest u JOIN access_restriction x ON x.id = u.restriction_id
      JOIN access_account a ON a.id = u.asked_by_id
      LEFT JOIN access_account d ON d.id = coalesce(u.agreed_by_id, u.declined_by_id)
      LEFT JOIN access_account n ON n.id = u.names_id
     WHERE kith_actor_role() IN {TWO_HANDS} AND kith_on_behalf_of() IS NULL
       AND ((u.agreed_at IS NULL AND u.declined_at IS NULL AND x.during && daterange(kith_today(), NULL))
            OR (u.asked_by_id = kith_actor() AND u.recorded_at > now() - interval '31 days'))
     ORDER BY u.recorded_at
$$
"""


def ours(function):
    """The three steps that hand a function to the definer and to the app's logins."""
    return [
        migrations.RunSQL(each, migrations.RunSQL.noop)
        for each in (
            f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {function} TO kith_app, kith_worker",
            f"ALTER FUNCTION {function} OWNER TO kith_definer",
        )
    ]


class Migration(migrations.Migration):
    dependencies = [("access", "0075_naming_takes_two")]
    operations = [
        migrations.RunSQL(NAMED, migrations.RunSQL.noop),
        migrations.RunSQL(LIFT, migrations.RunSQL.noop),
        migrations.RunSQL("DROP FUNCTION access_requests()", migrations.RunSQL.noop),
        migrations.RunSQL(REQUESTS, migrations.RunSQL.noop),
        *ours("access_name_agreed(uuid)"),
        *ours("access_requests()"),
    ]
