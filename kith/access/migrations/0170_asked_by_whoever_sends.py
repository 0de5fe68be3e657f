"""Whether words would tell somebody where others are is asked by whoever may send such words, and by nobody else.

What looks through words before they go answers yes or no. Whoever writes words of their own and asks again and again
finds an address by guessing it. So each of those functions asks this first; where it says no, all words tell.
"""

from django.db import migrations

SQL = """
-- A worker who releases things, a coordinator who invites, or one of Kith's own logins beside the pages.
CREATE FUNCTION access_sends() RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT session_user <> 'kith_app' OR coalesce(kith_on_behalf_of() IS NULL AND kith_actor_role() IN (
        'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing', 'coordinator'), false)
$$;

-- As in 0074, of the actor alone: where somebody else works is no answer of the database's.
CREATE OR REPLACE FUNCTION access_works_outside(account uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce(account IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (
        SELECT FROM access_account a LEFT JOIN access_team t ON t.id = a.team_id
          JOIN access_organisation o ON o.id IN (a.organisation_id, t.organisation_id)
         WHERE a.id = account AND o.kind <> 'council');
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0190_care_is_released")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
