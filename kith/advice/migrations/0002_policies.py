"""Who reads and writes the store's tables; its sessions, its tries, its looks; and the public's door."""

from importlib import import_module

from django.db import migrations

from kith.advice.rls import EVERYBODY, protect
from kith.advice.roles import DOOR
from kith.core.stores import ADVICE, named

_SIGN_IN = import_module("kith.access.migrations.0023_sessions_and_passwords").SESSIONS
SESSIONS = (
    named(str(_SIGN_IN), ADVICE)
    .replace("access_session", "advice_session")
    .replace("DELETE FROM django_session;", "", 1)
    + """
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['advice_session_read(text)', 'advice_session_write(text, text, timestamptz, boolean)',
        'advice_session_end(text)', 'advice_sessions_clear()', 'advice_session_name(text)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO advice_definer', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION advice_session_read(text), advice_session_write(text, text, timestamptz, boolean),
    advice_session_end(text), advice_sessions_clear() TO advice_app, advice_worker;
"""
)
TRIED = """
CREATE TABLE advice_try (key text PRIMARY KEY, since timestamptz NOT NULL, tries integer NOT NULL);
COMMENT ON TABLE advice_try IS 'Tries of a sign-in or a form, under a digest of where they came from. Gone the day after.';
CREATE FUNCTION advice_tried(what text, seconds integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE counted integer;
BEGIN
    INSERT INTO advice_try AS t VALUES (what, clock_timestamp(), 1)
    ON CONFLICT (key) DO UPDATE SET
        tries = CASE WHEN t.since < clock_timestamp() - make_interval(secs => seconds) THEN 1 ELSE t.tries + 1 END,
        since = CASE WHEN t.since < clock_timestamp() - make_interval(secs => seconds) THEN clock_timestamp()
                     ELSE t.since END
    RETURNING tries INTO counted;
    DELETE FROM advice_try WHERE key IN (
        SELECT key FROM advice_try WHERE since < clock_timestamp() - interval '1 day' LIMIT 50 FOR UPDATE SKIP LOCKED);
    RETURN counted;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON advice_try TO advice_definer;
REVOKE ALL ON FUNCTION advice_tried(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION advice_tried(text, integer) TO advice_app;
ALTER FUNCTION advice_tried(text, integer) OWNER TO advice_definer;
"""
LOOKS = """
CREATE FUNCTION advice_record_look(which text, page_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor_role() IS NULL OR kith_actor_role() = 'door' THEN
        RAISE EXCEPTION 'a look needs an account' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO advice_look (at, actor, contact, page)
    VALUES (clock_timestamp(), kith_actor(), which::uuid, left(page_name, 40));
END $$;
GRANT SELECT, INSERT, DELETE ON advice_look TO advice_audit;
GRANT USAGE, SELECT ON SEQUENCE advice_look_id_seq TO advice_audit;
REVOKE ALL ON FUNCTION advice_record_look(text, text) FROM PUBLIC;
ALTER FUNCTION advice_record_look(text, text) OWNER TO advice_audit;
GRANT EXECUTE ON FUNCTION advice_record_look(text, text) TO advice_app;
GRANT SELECT ON advice_look TO advice_app, advice_worker;
ALTER TABLE advice_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY advice_look_read ON advice_look FOR SELECT TO advice_app USING ((SELECT kith_actor_role()) = 'manager');
CREATE POLICY advice_look_worker ON advice_look FOR SELECT TO advice_worker USING (true);
CREATE POLICY advice_look_audit ON advice_look TO advice_audit USING (true) WITH CHECK (true);
"""
STAFF = ("adviser", "moderator", "editor", "manager")
ANSWER = ("adviser", "manager")
# Accounts are read by colleagues, and at the sign-in, when nobody is anybody yet.
AT_SIGN_IN = "(SELECT kith_actor()) IS NULL AND (SELECT kith_channel()) = 'sign-in'"


class Migration(migrations.Migration):
    dependencies = [("advice", "0001_initial"), ("core", "0002_functions"), ("sessions", "0001_initial")]
    operations = [
        migrations.RunSQL(SESSIONS),
        migrations.RunSQL(TRIED),
        migrations.RunSQL(LOOKS),
        protect(
            "advice_adviser",
            read=STAFF,
            add=("manager",),
            change=("manager",),
            and_read=AT_SIGN_IN,
            history=True,
        ),
        protect(
            "advice_hours",
            read=EVERYBODY,
            add=("manager",),
            change=("manager",),
            remove=("manager",),
            history=True,
        ),
        protect(
            "advice_specialday",
            read=EVERYBODY,
            add=("manager",),
            change=("manager",),
            remove=("manager",),
            history=True,
        ),
        # Whoever asks may add, and read nothing back.
        protect("advice_contact", read=ANSWER, add=("door", *ANSWER), change=ANSWER, history=True),
        protect("advice_contactwords", read=ANSWER, add=("door", *ANSWER)),
        migrations.RunSQL(
            "INSERT INTO advice_adviser (id, login, display_name, role, is_active, password)"
            f" VALUES ('{DOOR.id}', 'door', 'The public', 'door', true, '!')"
        ),
    ]
