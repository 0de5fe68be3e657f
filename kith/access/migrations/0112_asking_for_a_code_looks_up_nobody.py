"""Asking for a code looks up nobody: one row is written, the same for a name that has codes, that had some, and nobody's.

Whether the name is somebody's, where its codes go and whether enough went there is looked at by the service that carries
them, in its own process, where no visitor can measure how long it takes.
"""

from django.db import migrations

WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION access_ask_code(code uuid, name text, digest text) RETURNS void {WRITES}
BEGIN
    IF kith_actor() IS NOT NULL OR kith_channel() <> 'sign-in' THEN RETURN; END IF;
    INSERT INTO access_signincode (id, named, what_for, digest, made_at, tries)
    VALUES (code, left(lower(name), 254), 'sign_in', digest, now(), 0);
END $$;

-- For the service that carries codes: is the name somebody's who has codes, and may one more go there? The name goes.
CREATE FUNCTION access_settle_code(code uuid) RETURNS void {WRITES}
DECLARE k access_signincode; chosen uuid; there uuid;
BEGIN
    SELECT c.* INTO k FROM access_signincode c WHERE c.id = code AND c.named <> '' FOR UPDATE SKIP LOCKED;
    IF k.id IS NULL THEN RETURN; END IF;
    SELECT h.id, h.contact_id INTO chosen, there FROM access_account a JOIN access_codechoice h ON h.account_id = a.id
      JOIN access_code_goes(h.id) g ON true
     WHERE lower(a.login) = k.named AND h.proved_at IS NOT NULL;
    -- Two that were asked for at once are counted one after the other, for every page with this number.
    PERFORM pg_advisory_xact_lock(hashtextextended('kith.codes' || p.value, 0)) FROM people_contactpoint p WHERE p.id = there;
    UPDATE access_signincode c SET named = '', choice_id = CASE WHEN NOT access_codes_enough(there) THEN chosen END
     WHERE c.id = code;
END $$;
REVOKE ALL ON FUNCTION access_settle_code(uuid) FROM PUBLIC;
ALTER FUNCTION access_settle_code(uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_settle_code(uuid) TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0111_codes_asked_by_name")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
