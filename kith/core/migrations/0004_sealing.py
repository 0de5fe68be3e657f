"""What sealing needs: wider links, signed destructions, and marks on every log (see docs/adr/0090)."""

import django.contrib.postgres.fields
from django.db import migrations, models

FUNCTIONS = """
-- The tables that are sealed: the audit of actions, the view log, and every table of change history.
CREATE FUNCTION core_logs() RETURNS TABLE (name text, key text, claimed text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.relname::text, 'pgh_id', 'pgh_created_at' FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'pgh_id' AND NOT a.attisdropped
    UNION ALL
    SELECT v.name, 'id', 'at' FROM (VALUES ('core_auditentry'), ('access_look')) v (name)
     WHERE to_regclass('public.' || v.name) IS NOT NULL
$$;

-- Mark every log: which transaction wrote a row and when that began. Run after every migration; safe to repeat.
CREATE FUNCTION core_mark_logs() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE log record;
BEGIN
    FOR log IN SELECT name FROM core_logs() LOOP
        EXECUTE format('GRANT SELECT ON %I TO kith_worker', log.name);
        EXECUTE format('GRANT DELETE ON %I TO kith_audit', log.name);
        CONTINUE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(log.name) AND attname = 'written_xid');
        -- No rewrite: both defaults are stable, so rows that are there get this transaction's number at once.
        EXECUTE format('ALTER TABLE %I ADD COLUMN written_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),'
                       ' ADD COLUMN written_at timestamptz', log.name);
        EXECUTE format('ALTER TABLE %I ALTER COLUMN written_at SET DEFAULT now()', log.name);
        EXECUTE format('CREATE INDEX %I ON %I (written_xid)', left(log.name, 50) || '_written', log.name);
    END LOOP;
END $$;

-- Removes the content of sealed rows and says which destruction did; the digests stay in their chain.
CREATE FUNCTION core_destroy_rows(log text, ids bigint[], by_destruction bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE key_name text; sealed bigint;
BEGIN
    SELECT l.key INTO key_name FROM core_logs() l WHERE l.name = log;
    IF key_name IS NULL THEN
        RAISE EXCEPTION '% is not a log', log USING ERRCODE = 'invalid_parameter_value';
    END IF;
    UPDATE core_sealedrow SET destruction = by_destruction
     WHERE "table" = log AND row = ANY (ids) AND destruction IS NULL;
    GET DIAGNOSTICS sealed = ROW_COUNT;
    EXECUTE format('DELETE FROM %I WHERE %I = ANY ($1)', log, key_name) USING ids;
    RETURN sealed;
END $$;
REVOKE ALL ON FUNCTION core_mark_logs(), core_destroy_rows(text, bigint[], bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core_logs() TO kith_app, kith_worker, kith_audit;
GRANT EXECUTE ON FUNCTION core_destroy_rows(text, bigint[], bigint) TO kith_worker;
GRANT SELECT, UPDATE ON core_sealedrow TO kith_audit;
ALTER FUNCTION core_destroy_rows(text, bigint[], bigint) OWNER TO kith_audit;

-- The worker's login adds links and never changes one; the app's login sees none of it.
GRANT SELECT, INSERT ON core_sealbatch, core_sealedrow, core_destruction TO kith_worker;
GRANT USAGE, SELECT ON SEQUENCE core_sealedrow_id_seq, core_destruction_id_seq TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_queue_rights")]
    operations = [
        migrations.RemoveField("sealedrow", "destroyed_at"),
        migrations.AddField(
            "sealedrow",
            "destruction",
            models.BigIntegerField(
                null=True, help_text="The destruction that removed the content, if one did."
            ),
        ),
        migrations.AlterField(
            "sealedrow", "digest", models.BinaryField(help_text="SHA-256 over salt and the row as JSON.")
        ),
        migrations.AlterField(
            "sealbatch", "sealed_at", models.DateTimeField(help_text="When (UTC), by the database's clock.")
        ),
        migrations.AlterField(
            "sealbatch", "rows", models.BigIntegerField(help_text="How many rows the batch seals.")
        ),
        migrations.AddField(
            "sealbatch",
            "snapshot",
            models.TextField(
                default="", help_text="What was committed by then: PostgreSQL's own snapshot, as text."
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "sealbatch",
            "tables",
            models.JSONField(
                default=dict,
                help_text="For each table: its columns then, how many rows, their ids and their digest.",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "sealbatch", "digest", models.BinaryField(help_text="SHA-256 over the tables' digests in order.")
        ),
        migrations.AlterField(
            "sealbatch", "chain", models.BinaryField(help_text="SHA-256 of all the above.")
        ),
        migrations.AddField(
            "sealbatch",
            "key",
            models.UUIDField(default="00000000-0000-0000-0000-000000000000", help_text="Which key signed."),
            preserve_default=False,
        ),
        migrations.AlterField(
            "sealbatch", "signature", models.BinaryField(help_text="Ed25519 over number and chain value.")
        ),
        migrations.CreateModel(
            "Destruction",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(help_text="When (UTC).")),
                ("table", models.CharField(max_length=63)),
                (
                    "rows",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        help_text="Primary keys of the rows, in order.",
                        size=None,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="Which rule or order it follows; no free text about people.", max_length=500
                    ),
                ),
                ("asked_by", models.UUIDField(help_text="The account that asked.")),
                ("agreed_by", models.UUIDField(help_text="Another account, that agreed.")),
                ("key", models.UUIDField(help_text="Which key signed.")),
                ("signature", models.BinaryField(help_text="Ed25519 over all the above.")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=~models.Q(asked_by=models.F("agreed_by")), name="destruction_takes_two"
                    )
                ],
            },
        ),
        migrations.RemoveField("wrappedkey", "retired_at"),
        migrations.AddField(
            "wrappedkey",
            "number",
            models.IntegerField(
                default=1,
                help_text="The highest of a purpose is in use; older ones still open what they sealed.",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "wrappedkey",
            "master",
            models.CharField(
                default="",
                help_text="Which master key wraps it: a name that tells nothing of the key.",
                max_length=40,
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "wrappedkey", models.UniqueConstraint(fields=("purpose", "number"), name="key_number_once")
        ),
        migrations.RunSQL(FUNCTIONS),
    ]
