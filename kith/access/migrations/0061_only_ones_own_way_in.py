"""Nobody becomes somebody else: what signs an account in is made by its holder alone (docs/adr/0131).

An administrator may see that a second step is there, and take it away where the role takes no second person; makes none,
changes none, and changes no sign-in name, for by that name the council's own sign-in finds the account. The app's login
makes no account that has a password. A first link, and taking away a second step, wait for a second person.
"""

from django.db import migrations

HOLDER = "user_id = (SELECT kith_actor()) OR (SELECT kith_channel()) = 'sign-in'"
ADMIN = "(SELECT kith_actor_role()) = 'admin'"
OF_ONE = "EXISTS (SELECT 1 FROM access_account ka WHERE ka.id = {table}.user_id AND NOT access_role_takes_two(ka.role))"


def own(table: str, deletes: str) -> str:
    return f"""
DROP POLICY {table}_own ON {table};
CREATE POLICY {table}_read ON {table} FOR SELECT TO kith_app USING ({HOLDER} OR {ADMIN});
CREATE POLICY {table}_insert ON {table} FOR INSERT TO kith_app WITH CHECK ({HOLDER});
CREATE POLICY {table}_update ON {table} FOR UPDATE TO kith_app USING ({HOLDER}) WITH CHECK ({HOLDER});
CREATE POLICY {table}_delete ON {table} FOR DELETE TO kith_app USING ({HOLDER}{deletes});
"""


MEANS = (
    own("mfa_authenticator", f" OR ({ADMIN} AND {OF_ONE.format(table='mfa_authenticator')})")
    + own("socialaccount_socialaccount", f" OR {ADMIN}")
    + own("account_emailaddress", "")
    + """
GRANT SELECT, DELETE ON mfa_authenticator TO kith_definer;
GRANT SELECT ON socialaccount_socialaccount TO kith_definer;
CREATE POLICY mfa_authenticator_definer ON mfa_authenticator TO kith_definer USING (true);
CREATE POLICY socialaccount_socialaccount_definer ON socialaccount_socialaccount TO kith_definer USING (true);
"""
)

FUNCTIONS = """
-- Has anybody signed in to this account, or could they? Answered to those who give and agree to ways in; else: yes.
CREATE FUNCTION access_has_way_in(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce(kith_actor_role() NOT IN ('admin', 'director'), true)
        OR EXISTS (SELECT 1 FROM access_account a WHERE a.id = asked
                      AND (a.last_login IS NOT NULL OR (a.password <> '' AND a.password NOT LIKE '!%')))
        OR EXISTS (SELECT 1 FROM mfa_authenticator m WHERE m.user_id = asked)
        OR EXISTS (SELECT 1 FROM socialaccount_socialaccount s WHERE s.user_id = asked);
END $$;

CREATE FUNCTION access_ask_for_way_in(account uuid, wanted text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid := gen_random_uuid(); held text := (SELECT a.role FROM access_account a WHERE a.id = account);
BEGIN
    IF kith_actor_role() IS DISTINCT FROM 'admin' OR kith_on_behalf_of() IS NOT NULL OR account = kith_actor()
        OR wanted NOT IN ('link', 'second_step') OR NOT coalesce(access_role_takes_two(held), false)
        OR access_role_waits(account) OR (wanted = 'link' AND access_has_way_in(account))
    THEN
        RAISE EXCEPTION 'a way in is asked for by another administrator' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO access_roleasked (id, recorded_at, recorded_by, source, account_id, role, wants, opens, asked_by_id)
    VALUES (made, now(), kith_actor(), 'worker', account, held, wanted, false, kith_actor());
    RETURN made;
END $$;

CREATE OR REPLACE FUNCTION access_answer_role(request uuid, yes boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked access_roleasked;
BEGIN
    SELECT r.* INTO asked FROM access_roleasked r WHERE r.id = request AND r.answered_at IS NULL
       AND r.asked_by_id <> kith_actor() AND r.account_id <> kith_actor()
       AND kith_actor_role() IN ('admin', 'director') AND kith_on_behalf_of() IS NULL FOR UPDATE;
    IF asked.id IS NULL THEN RETURN false; END IF;
    UPDATE access_roleasked SET answered_by_id = kith_actor(), answered_at = now(), agreed = yes WHERE id = request;
    IF yes AND asked.wants = 'role' THEN
        UPDATE access_account SET role = asked.role, is_active = is_active OR asked.opens WHERE id = asked.account_id;
    ELSIF yes AND asked.wants = 'second_step' THEN
        DELETE FROM mfa_authenticator WHERE user_id = asked.account_id;
    END IF;
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION access_account_made() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND TG_WHEN = 'BEFORE' AND (NEW.password NOT LIKE '!%' OR NEW.last_login IS NOT NULL) THEN
        RAISE EXCEPTION 'a password is chosen by its account' USING ERRCODE = 'insufficient_privilege';
    END IF;
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

CREATE OR REPLACE FUNCTION access_account_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user <> 'kith_app' OR current_user = 'kith_definer' THEN RETURN NEW; END IF;
    IF NEW.login IS DISTINCT FROM OLD.login THEN
        RAISE EXCEPTION 'a sign-in name stays: end the account and make another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- When somebody signed in is written by the sign-in: it is what tells an account that is used from one that is new.
    IF NEW.last_login IS DISTINCT FROM OLD.last_login AND OLD.id IS DISTINCT FROM kith_actor()
        AND NOT (kith_actor() IS NULL AND kith_channel() = 'sign-in')
    THEN
        RAISE EXCEPTION 'the sign-in says when somebody signed in' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (OLD.role, OLD.team_id, OLD.organisation_id, OLD.is_active, OLD.from_on, OLD.until_on, OLD.post,
            OLD.supervisor_id) IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.organisation_id, NEW.is_active,
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
    FOREACH f IN ARRAY ARRAY['access_has_way_in(uuid)', 'access_ask_for_way_in(uuid, text)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0060_ways_in_take_two")]
    operations = [
        migrations.RunSQL(MEANS, migrations.RunSQL.noop),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
    ]
