"""The role of a look is the account's, not what the asker says; and of an account's role only those hear who give work.

What a setting of the connection says, whoever can run SQL can say: a parent's look stood in the log as a lead's.
"""

from django.db import migrations

FUNCTIONS = """
-- The worker's login acts for services too, which are no accounts: there the context's word stands, as in the audit.
CREATE OR REPLACE FUNCTION access_record_looks(looks jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    context jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
    held text := (SELECT f.role FROM core_audit_facts('{}') f);
BEGIN
    IF kith_actor() IS NULL THEN
        RAISE EXCEPTION 'a look needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF held IS NULL AND session_user = 'kith_worker' THEN held := context ->> 'role'; END IF;
    INSERT INTO access_look (at, actor, role, on_behalf_of, person, page, reason, request, channel)
    SELECT clock_timestamp(), kith_actor(), coalesce(held, ''), kith_on_behalf_of(),
           (l ->> 'person')::uuid, left(l ->> 'page', 60), left(coalesce(l ->> 'reason', ''), 500),
           nullif(current_setting('pghistory.context_id', true), '')::uuid, kith_channel()
      FROM jsonb_array_elements(looks) l;
END $$;

-- Asked by the policies of involvements, which only a manager writes.
CREATE OR REPLACE FUNCTION access_fits_role(account uuid, mask integer) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce(kith_actor_role() = 'manager', false) AND EXISTS (
        SELECT 1 FROM access_account a WHERE a.id = account AND (mask & ~access_role_opens(a.role)) = 0);
END $$;

-- Asked by those who give and agree to roles, and by the guard of accounts, whoever changes one.
CREATE OR REPLACE FUNCTION access_role_waits(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND coalesce(kith_actor_role() NOT IN ('admin', 'director'), true)
       AND asked IS DISTINCT FROM kith_actor()
    THEN
        RETURN false;
    END IF;
    RETURN EXISTS (SELECT 1 FROM access_roleasked r WHERE r.account_id = asked AND r.opens AND r.agreed IS NOT TRUE)
       AND NOT EXISTS (SELECT 1 FROM access_roleasked r WHERE r.account_id = asked AND r.opens AND r.agreed);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0052_writes_by_role"), ("core", "0020_audit_that_marks_forgery")]
    operations = [migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop)]
