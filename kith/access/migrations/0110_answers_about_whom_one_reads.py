"""What the app's login may call answers about the acting account, or of those whose record the actor holds: of nobody else.

Two functions answered anybody's SQL: whether an account is of somebody with a page of their own, and whether a way to reach a
person is seen by others. Codes are still asked of by the sign-in, where nobody acts: they ask a function that no login calls.

And the older form of writing down a sign-in, for a release before that still runs beside this one.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION access_comes_by_own_door(who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(who IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (SELECT 1 FROM access_dooraccess d
        WHERE d.account_id = who AND d.capacity = 'self' AND d.during @> now())
$$;

-- May something be sent to them by this way, as they last said in private, and said no to since? By hand nobody sends.
CREATE FUNCTION access_said_theirs(person uuid, way text) RETURNS boolean {HEAD}
DECLARE said access_askedinprivate;
BEGIN
    SELECT l.* INTO said FROM access_last_asked(person) l;
    RETURN coalesce(said.alone AND CASE way WHEN 'text' THEN said.phone WHEN 'email' THEN said.email
                                            WHEN 'post' THEN said.post END = 'alone', false)
       AND NOT way = ANY (access_shared_ways(ARRAY(SELECT s.same FROM kith_same_people(ARRAY[person]) s)));
END $$;
REVOKE ALL ON FUNCTION access_said_theirs(uuid, text) FROM PUBLIC;
ALTER FUNCTION access_said_theirs(uuid, text) OWNER TO kith_definer;

-- The same, for a worker who holds the person and opens pages.
CREATE OR REPLACE FUNCTION access_way_is_theirs(person uuid, way text) RETURNS boolean {HEAD}
BEGIN
    RETURN access_opens_for(person) AND access_said_theirs(person, way);
END $$;

-- A contact point of the person whose page this is: safe today, and of a way that nobody else sees.
CREATE OR REPLACE FUNCTION access_codes_may_go(account uuid, contact uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM access_dooraccess d JOIN kith_same_people(ARRAY[d.person_id]) s ON true
        JOIN people_contactpoint c ON c.person_id = s.same
        WHERE d.account_id = account AND d.capacity = 'self' AND d.during @> now() AND c.id = contact
          AND c.channel IN ('text', 'email') AND c.safety = 'safe' AND c.during @> kith_today()
          AND access_said_theirs(d.person_id, c.channel));
END $$;

-- As a release before called it (0072). It may go once none that calls it so can run beside this one.
CREATE FUNCTION access_signed_in(account uuid, device text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT access_signed_in(account, device, '')
$$;
REVOKE ALL ON FUNCTION access_signed_in(uuid, text) FROM PUBLIC;
ALTER FUNCTION access_signed_in(uuid, text) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_signed_in(uuid, text) TO kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0120_kinship_is_released")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
