"""What an audit row says of itself is the database's own word, and what does not fit is marked on the row.

An honest action runs as the app's login, and so would a forger's SQL: no function can tell them apart by who
calls. So the actor must be an account, the role is read from it, the name must be one that the source gives to an
action, and two marks say what a forged row cannot hide (docs/adr/0095).
"""

import django.contrib.postgres.fields
from django.db import migrations, models

FUNCTIONS = """
REVOKE ALL ON core_actionname FROM kith_app, kith_worker;
GRANT SELECT ON core_actionname TO kith_audit;
GRANT SELECT ON core_actionname TO kith_worker;

-- The actor's own role, and those of the people on whom the actor holds no grant. Asked as the definer, by the next alone.
CREATE FUNCTION core_audit_facts(persons uuid[]) RETURNS TABLE (role text, beyond uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT a.role::text, ARRAY(
        SELECT p FROM unnest(persons) p WHERE NOT EXISTS (
            SELECT 1 FROM access_grant g WHERE g.actor = a.id AND g.person = p AND g.during @> now()))
      FROM access_account a WHERE a.id = kith_actor() AND a.is_active;
END $$;
REVOKE ALL ON FUNCTION core_audit_facts(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core_audit_facts(uuid[]) TO kith_audit;
ALTER FUNCTION core_audit_facts(uuid[]) OWNER TO kith_definer;

CREATE OR REPLACE FUNCTION core_record_action(action_name text, persons uuid[], summary jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    context jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
    first boolean := pg_current_xact_id_if_assigned() IS NULL;
    facts record;
BEGIN
    IF kith_actor() IS NULL THEN
        RAISE EXCEPTION 'an action needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT f.role, f.beyond INTO facts FROM core_audit_facts(persons) f;
    IF session_user <> 'kith_worker' THEN
        IF facts.role IS NULL THEN
            RAISE EXCEPTION 'an action needs an account that is open' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM core_actionname n WHERE n.name = action_name) THEN
            RAISE EXCEPTION 'no action has the name %', left(action_name, 80) USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    INSERT INTO core_auditentry (at, action, actor, role, channel, on_behalf_of, persons, summary, request,
                                 login, beyond, alone)
    VALUES (clock_timestamp(), action_name, kith_actor(), coalesce(facts.role, context ->> 'role', ''), kith_channel(),
            kith_on_behalf_of(), persons, summary, nullif(current_setting('pghistory.context_id', true), '')::uuid,
            session_user, CASE WHEN facts.role IS NULL THEN '{}' ELSE facts.beyond END, first);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0007_words"), ("access", "0003_policies")]
    operations = [
        migrations.CreateModel(
            name="ActionName",
            fields=[
                (
                    "name",
                    models.CharField(
                        help_text="Room and verb, such as people.record_name.",
                        max_length=80,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            "auditentry",
            "login",
            models.CharField(
                blank=True,
                default="",
                help_text="Which of the database's logins wrote it: the app's, or the worker's.",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "auditentry",
            "beyond",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                default=list,
                help_text="Those of the people whom the actor could neither find nor open when it was written.",
                size=None,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "auditentry",
            "alone",
            models.BooleanField(
                default=False, help_text="Whether its transaction had written nothing before it."
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(FUNCTIONS),
    ]
