"""What core does in the database, for the store's own logins: actor, audit, keys, cache, sealing, queue."""

from importlib import import_module

from django.db import migrations

from kith.core.stores import ADVICE, named


def of(migration: str, name: str) -> str:
    """The SQL that core's own migration of this name runs."""
    return str(getattr(import_module(f"kith.core.migrations.{migration}"), name))


# Who acts has an account here or is a service of the worker's; there are no people to be beyond anybody.
AUDIT = """
CREATE FUNCTION kith_actor_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.role::text FROM advice_adviser a WHERE a.id = kith_actor() AND a.is_active
$$;
REVOKE ALL ON FUNCTION kith_actor_role() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_actor_role() TO kith_app, kith_worker, kith_audit, kith_definer, kith_owner;
ALTER FUNCTION kith_actor_role() OWNER TO kith_definer;
GRANT SELECT ON advice_adviser TO kith_definer;
GRANT SELECT ON core_actionname TO kith_audit, kith_worker;

CREATE OR REPLACE FUNCTION core_record_action(action_name text, persons uuid[], summary jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    context jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
    first boolean := pg_current_xact_id_if_assigned() IS NULL;
    acting_role text := kith_actor_role();
BEGIN
    IF kith_actor() IS NULL THEN
        RAISE EXCEPTION 'an action needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(persons) > 0 THEN
        RAISE EXCEPTION 'nobody is a Person here' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF session_user <> 'kith_worker' THEN
        IF acting_role IS NULL THEN
            RAISE EXCEPTION 'an action needs an account that is open' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM core_actionname n WHERE n.name = action_name) THEN
            RAISE EXCEPTION 'no action has the name %', left(action_name, 80) USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    INSERT INTO core_auditentry (at, action, actor, role, channel, on_behalf_of, persons, summary, request,
                                 login, beyond, alone)
    VALUES (clock_timestamp(), action_name, kith_actor(), coalesce(acting_role, context ->> 'role', ''), kith_channel(),
            kith_on_behalf_of(), persons, summary, nullif(current_setting('pghistory.context_id', true), '')::uuid,
            session_user, '{}', first);
END $$;

-- Who reads the audit of the store: its managers, and nobody of another house.
GRANT SELECT ON core_auditentry TO kith_app;
ALTER TABLE core_auditentry ENABLE ROW LEVEL SECURITY;
CREATE POLICY core_auditentry_read ON core_auditentry FOR SELECT TO kith_app
    USING ((SELECT kith_actor_role()) = 'manager');
CREATE POLICY core_auditentry_worker ON core_auditentry FOR SELECT TO kith_worker USING (true);
CREATE POLICY core_auditentry_audit ON core_auditentry TO kith_audit USING (true) WITH CHECK (true);
-- Each table of the store says with its policies who reads its history.
CREATE FUNCTION core_guard_history() RETURNS void LANGUAGE sql AS 'SELECT';
REVOKE ALL ON FUNCTION core_guard_history() FROM PUBLIC;
"""
QUEUES = (
    "procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers", "procrastinate_workers",
)  # fmt: skip
OPENED = ";\n".join(
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO kith_app, kith_worker" for table in QUEUES
)
WHOLE = (
    of("0002_actor_functions", "FUNCTIONS"),
    of("0002_actor_functions", "CACHE"),
    of("0002_actor_functions", "KEYS"),
    of("0004_sealing", "FUNCTIONS").replace("'access_look'", "'advice_look'"),
    of("0031_today", "TODAY"),
    AUDIT,
    OPENED,
    of("0030_sent_forms", "PROTECTED"),
    of("0041_queue_in_ones_own_name", "QUEUE"),
    of("0042_sent_forms_are_forgotten", "FORGOTTEN"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("advice", "0001_initial"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [
        migrations.RunSQL(named(each, ADVICE), reverse_sql=migrations.RunSQL.noop) for each in WHOLE
    ]
