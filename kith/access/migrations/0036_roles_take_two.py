"""A role that opens people's facts, the logs or accounts takes two: who gives it, and another who agrees (docs/adr/0103).

An account that an administrator makes with such a role is shut until a second person, another administrator or the
director, has agreed. What the owner's and the worker's logins make (set-up, the demo) is exempt: there is nobody to
ask yet.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

ASKED = Policy(
    "access_roleasked",
    read="(SELECT kith_actor_role()) IN ('admin', 'director')",
    as_other="false",
    write="false",
    history=False,
    extra=("REVOKE INSERT, UPDATE ON access_roleasked FROM kith_app",),
)

FUNCTIONS = """
-- All but the roles that open nothing by themselves; a test holds it to kith.access.roles.
CREATE FUNCTION access_role_takes_two(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT role NOT IN ('analyst', 'parent', 'young_person', 'carer') $$;

CREATE FUNCTION access_role_waits(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_roleasked r WHERE r.account_id = asked AND r.opens AND r.agreed IS NOT TRUE)
       AND NOT EXISTS (SELECT 1 FROM access_roleasked r WHERE r.account_id = asked AND r.opens AND r.agreed);
END $$;

-- Another role for an account that is there, or the first one again after a no: asked for by an administrator, never for themself.
CREATE FUNCTION access_ask_role(account uuid, wanted text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid := gen_random_uuid();
BEGIN
    IF kith_actor_role() IS DISTINCT FROM 'admin' OR kith_on_behalf_of() IS NOT NULL OR account = kith_actor() THEN
        RAISE EXCEPTION 'a role is asked for by another administrator' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO access_roleasked (id, recorded_at, recorded_by, source, account_id, role, opens, asked_by_id)
    VALUES (made, now(), kith_actor(), 'worker', account, wanted, access_role_waits(account), kith_actor());
    RETURN made;
END $$;

-- Whether it was answered: by a second person, who is neither the asker nor the holder.
CREATE FUNCTION access_answer_role(request uuid, yes boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked access_roleasked;
BEGIN
    SELECT r.* INTO asked FROM access_roleasked r WHERE r.id = request AND r.answered_at IS NULL
       AND r.asked_by_id <> kith_actor() AND r.account_id <> kith_actor()
       AND kith_actor_role() IN ('admin', 'director') AND kith_on_behalf_of() IS NULL FOR UPDATE;
    IF asked.id IS NULL THEN RETURN false; END IF;
    UPDATE access_roleasked SET answered_by_id = kith_actor(), answered_at = now(), agreed = yes WHERE id = request;
    IF yes THEN
        UPDATE access_account SET role = asked.role, is_active = is_active OR asked.opens WHERE id = asked.account_id;
    END IF;
    RETURN true;
END $$;

CREATE FUNCTION access_account_made() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND access_role_takes_two(NEW.role) THEN
        IF TG_WHEN = 'BEFORE' THEN
            NEW.is_active := false;
        ELSE
            INSERT INTO access_roleasked (id, recorded_at, recorded_by, source, account_id, role, opens, asked_by_id)
            VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', NEW.id, NEW.role, true, kith_actor());
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kith_account_shut BEFORE INSERT ON access_account FOR EACH ROW EXECUTE FUNCTION access_account_made();
CREATE TRIGGER kith_account_asked AFTER INSERT ON access_account FOR EACH ROW EXECUTE FUNCTION access_account_made();

-- The definer's own functions may: they have asked already.
CREATE OR REPLACE FUNCTION access_account_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user <> 'kith_app' OR current_user = 'kith_definer' THEN RETURN NEW; END IF;
    IF (OLD.role, OLD.team_id, OLD.organisation_id, OLD.login, OLD.is_active, OLD.from_on, OLD.until_on, OLD.post,
            OLD.supervisor_id) IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.organisation_id, NEW.login, NEW.is_active,
            NEW.from_on, NEW.until_on, NEW.post, NEW.supervisor_id)
        AND ((SELECT kith_actor_role()) IS DISTINCT FROM 'admin' OR OLD.id = kith_actor())
    THEN
        RAISE EXCEPTION 'an account is changed by an administrator, and never by its own holder'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.role IS DISTINCT FROM OLD.role AND access_role_takes_two(NEW.role))
        OR (NEW.is_active AND NOT OLD.is_active AND access_role_waits(NEW.id))
    THEN
        RAISE EXCEPTION 'this role takes two' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['access_role_takes_two(text)', 'access_role_waits(uuid)', 'access_ask_role(uuid, text)',
        'access_answer_role(uuid, boolean)', 'access_account_made()']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
    GRANT EXECUTE ON FUNCTION access_role_takes_two(text), access_role_waits(uuid) TO kith_owner;
END $$;
GRANT SELECT, UPDATE ON access_account TO kith_definer;
"""

# An administrator who could take a password away could make a first link, and so be whoever had it.
PASSWORDS = r"""
CREATE OR REPLACE FUNCTION access_password_kept() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.password = OLD.password THEN RETURN NEW; END IF;
    -- Whoever else may change an account neither chooses its password nor takes it away.
    IF TG_OP = 'UPDATE' AND session_user = 'kith_app' AND NEW.password !~ '\$~[^$]*$' AND kith_actor() IS DISTINCT FROM NEW.id AND NOT (kith_actor() IS NULL AND kith_channel() = 'sign-in')
    THEN
        RAISE EXCEPTION 'a password is chosen by its account' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.password LIKE '%$%' AND NEW.password !~ '\$~[^$]*$' THEN
        INSERT INTO access_password VALUES (NEW.id, NEW.password)
        ON CONFLICT (account_id) DO UPDATE SET encoded = excluded.encoded;
        NEW.password := access_password_noise(NEW.password);
    ELSIF NEW.password LIKE '%$%' AND TG_OP = 'UPDATE' THEN
        -- Saved by somebody who read the account before the password changed.
        NEW.password := OLD.password;
    ELSE
        DELETE FROM access_password WHERE account_id = NEW.id;
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0035_role_asked")]
    operations = [Protect(ASKED), migrations.RunSQL(FUNCTIONS), migrations.RunSQL(PASSWORDS)]
