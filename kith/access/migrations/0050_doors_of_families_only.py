"""The family's door is for family accounts, and nothing in Kith opens one from a page.

A worker who gave their own account a door as somebody's "self" was shown where that person is kept safe, and all that
was released to them. Doors are made by the worker's login (set-up, the demo), so the app's login may not; and no login
makes one for an account that is no family's.
"""

from django.db import migrations

FAMILY = "'parent', 'young_person', 'carer'"

DOORS = f"""
REVOKE INSERT, UPDATE ON access_dooraccess FROM kith_app;
DROP POLICY access_dooraccess_insert ON access_dooraccess;
DROP POLICY access_dooraccess_update ON access_dooraccess;

CREATE FUNCTION access_door_of_family() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM access_account a WHERE a.id = NEW.account_id AND a.role IN ({FAMILY})) THEN
        RAISE EXCEPTION 'the family''s door is for family accounts' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION access_door_of_family() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_door_of_family() TO kith_app, kith_worker, kith_owner;
ALTER FUNCTION access_door_of_family() OWNER TO kith_definer;
CREATE TRIGGER kith_door_of_family BEFORE INSERT OR UPDATE ON access_dooraccess FOR EACH ROW
    EXECUTE FUNCTION access_door_of_family();

-- An account may have had its door before it had another role: the role of today counts.
CREATE OR REPLACE FUNCTION kith_may_know_where(subject uuid, account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(account IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (
        SELECT 1 FROM access_dooraccess d JOIN access_account a ON a.id = d.account_id AND a.role IN ({FAMILY})
         WHERE d.account_id = account AND d.capacity = 'self' AND d.during @> now()
           AND (d.person_id = subject OR EXISTS (SELECT 1 FROM people_mayknow k
                 WHERE k.person_id = subject AND k.other_id = d.person_id AND k.may AND k.during @> kith_today())))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0040_own_involvements_first")]
    operations = [migrations.RunSQL(DOORS, reverse_sql=migrations.RunSQL.noop)]
