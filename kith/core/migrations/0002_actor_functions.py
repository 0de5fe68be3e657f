"""The database's own knowledge of who acts, and the only way into the audit of actions."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION kith_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('kith.actor', true), '')::uuid $$;

CREATE FUNCTION kith_on_behalf_of() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('kith.on_behalf_of', true), '')::uuid $$;

CREATE FUNCTION kith_channel() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('kith.channel', true), '') $$;

-- A range of dates as the moments it covers in England.
CREATE FUNCTION kith_moments(days daterange) RETURNS tstzrange LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN isempty(days) THEN 'empty'::tstzrange ELSE tstzrange(
    lower(days)::timestamp AT TIME ZONE 'Europe/London', upper(days)::timestamp AT TIME ZONE 'Europe/London') END $$;

CREATE FUNCTION core_record_action(action_name text, persons uuid[], summary jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE context jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
BEGIN
    IF kith_actor() IS NULL THEN
        RAISE EXCEPTION 'an action needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO core_auditentry (at, action, actor, role, channel, on_behalf_of, persons, summary, request)
    VALUES (clock_timestamp(), action_name, kith_actor(), coalesce(context ->> 'role', ''), kith_channel(),
            kith_on_behalf_of(), persons, summary, nullif(current_setting('pghistory.context_id', true), '')::uuid);
END $$;
GRANT USAGE, SELECT ON SEQUENCE core_auditentry_id_seq TO kith_audit;
GRANT SELECT, INSERT ON core_auditentry TO kith_audit;
ALTER FUNCTION core_record_action(text, uuid[], jsonb) OWNER TO kith_audit;
REVOKE ALL ON FUNCTION core_record_action(text, uuid[], jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core_record_action(text, uuid[], jsonb) TO kith_app, kith_worker;
"""

CACHE = """
CREATE TABLE core_cache (
    cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
);
CREATE INDEX core_cache_expires ON core_cache (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON core_cache TO kith_app, kith_worker;
"""

# Keys: the app reads wrapped ones to use them; only the worker's login, on command, makes or re-wraps them.
KEYS = """
REVOKE ALL ON core_wrappedkey, core_sealbatch, core_sealedrow, core_auditentry FROM kith_app, kith_worker;
GRANT SELECT ON core_wrappedkey TO kith_app;
GRANT SELECT, INSERT, UPDATE ON core_wrappedkey TO kith_worker;
GRANT USAGE, SELECT ON SEQUENCE core_wrappedkey_id_seq TO kith_worker;
GRANT SELECT ON core_sealbatch, core_sealedrow TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTIONS), migrations.RunSQL(CACHE), migrations.RunSQL(KEYS)]
