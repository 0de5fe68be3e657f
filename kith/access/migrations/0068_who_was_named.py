"""Who was named for each person, in roles that a duty asks for: kept by triggers, for the law (docs/adr/0153)."""

import uuid
from dataclasses import replace

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from kith.core.rls import Protect, by_person

INSIDE = "(SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator')"
ROLES = "'lead_practitioner', 'lead_protection', 'reviewing_officer'"
SQL = f"""
-- Each involvement in a role that a duty asks for, as it concerns each person: itself, or whoever was of the family.
CREATE FUNCTION access_name(asked uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO access_named (id, recorded_at, recorded_by, source, involvement_id, person_id, role, named_on, until,
                              arises_from_id)
    SELECT gen_random_uuid(), now(), i.recorded_by, i.source, i.id, w.person, i.role, min(lower(w.days)),
           nullif(max(coalesce(upper(w.days), 'infinity')), 'infinity'), i.arises_from_id
      FROM access_involvement i CROSS JOIN LATERAL (
           SELECT i.person_id AS person, i.during AS days WHERE i.person_id IS NOT NULL
           UNION ALL
           SELECT m.person_id, i.during * m.during FROM people_familymember m
            WHERE m.family_id = i.family_id AND m.during && i.during) w
     WHERE i.id = asked AND i.role IN ({ROLES}) AND lower(i.during) IS NOT NULL
     GROUP BY i.id, w.person HAVING min(lower(w.days)) IS NOT NULL
    ON CONFLICT (involvement_id, person_id) DO UPDATE
       SET role = excluded.role, named_on = excluded.named_on, until = excluded.until,
           arises_from_id = excluded.arises_from_id
     WHERE (access_named.role, access_named.named_on, access_named.until, access_named.arises_from_id)
           IS DISTINCT FROM (excluded.role, excluded.named_on, excluded.until, excluded.arises_from_id)
$$;

CREATE FUNCTION access_named_by_involvement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM access_name(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION access_named_by_family() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM access_name(i.id) FROM access_involvement i
      WHERE i.family_id = NEW.family_id AND i.role IN ({ROLES}) AND i.during && NEW.during;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION access_name(uuid), access_named_by_involvement(), access_named_by_family() FROM PUBLIC;
ALTER FUNCTION access_name(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_named_by_involvement() OWNER TO kith_definer;
ALTER FUNCTION access_named_by_family() OWNER TO kith_definer;
CREATE TRIGGER access_named AFTER INSERT OR UPDATE ON access_involvement FOR EACH ROW
    WHEN (NEW.role IN ({ROLES})) EXECUTE FUNCTION access_named_by_involvement();
CREATE TRIGGER access_named AFTER INSERT OR UPDATE ON people_familymember FOR EACH ROW
    EXECUTE FUNCTION access_named_by_family();
-- What was recorded before this was there.
GRANT EXECUTE ON FUNCTION access_name(uuid) TO kith_owner;
SELECT access_name(i.id) FROM access_involvement i WHERE i.role IN ({ROLES});
"""
NAMED = by_person("access_named", write="false", insert="false")
# Who may not see a concern does not see the worker whom it brought.
TOLD = "(access_named.arises_from_id IS NULL OR NOT kith_concern_open(access_named.arises_from_id))"
NAMED = replace(NAMED, read=f"({NAMED.read}) AND (access_named.arises_from_id IS NULL OR {INSIDE} OR {TOLD})")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0067_the_council_is_nobodys_own"),
        ("people", "0029_found_in_one_block"),
    ]

    operations = [
        migrations.CreateModel(
            name="Named",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead_practitioner", "Family Help lead practitioner"),
                            ("social_worker", "social worker"),
                            ("lead_protection", "lead child protection practitioner"),
                            ("reviewing_officer", "independent reviewing officer"),
                            ("conference_chair", "conference chair"),
                            ("coordinator", "family group conference coordinator"),
                            ("family_support", "family support worker"),
                            ("personal_adviser", "personal adviser"),
                            ("health", "health colleague"),
                            ("school", "school colleague"),
                            ("partner", "charity worker"),
                            ("screener", "front door worker"),
                        ],
                        max_length=20,
                    ),
                ),
                ("named_on", models.DateField(help_text="The first day on which it concerned this person.")),
                ("until", models.DateField(help_text="The day after the last.", null=True)),
                (
                    "arises_from",
                    models.ForeignKey(
                        help_text="The concern it comes from, while the family is not yet told.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="access.notyettold",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named",
                        to="access.involvement",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="named",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "named",
            },
        ),
        migrations.CreateModel(
            name="NamedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead_practitioner", "Family Help lead practitioner"),
                            ("social_worker", "social worker"),
                            ("lead_protection", "lead child protection practitioner"),
                            ("reviewing_officer", "independent reviewing officer"),
                            ("conference_chair", "conference chair"),
                            ("coordinator", "family group conference coordinator"),
                            ("family_support", "family support worker"),
                            ("personal_adviser", "personal adviser"),
                            ("health", "health colleague"),
                            ("school", "school colleague"),
                            ("partner", "charity worker"),
                            ("screener", "front door worker"),
                        ],
                        max_length=20,
                    ),
                ),
                ("named_on", models.DateField(help_text="The first day on which it concerned this person.")),
                ("until", models.DateField(help_text="The day after the last.", null=True)),
                (
                    "arises_from",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The concern it comes from, while the family is not yet told.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.notyettold",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.involvement",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="access.named",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="named",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="named_by_person"),
        ),
        migrations.AddConstraint(
            model_name="named",
            constraint=models.UniqueConstraint(fields=("involvement", "person"), name="named_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="named",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "access_namedevent" ("arises_from_id", "id", "involvement_id", "named_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "role", "source", "until") VALUES (OLD."arises_from_id", OLD."id", OLD."involvement_id", OLD."named_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."role", OLD."source", OLD."until"); RETURN NULL;',
                    hash="899cd42e76f8974f0bdf8f4de07372465ac09709",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_86eeb",
                    table="access_named",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="named",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_namedevent" ("arises_from_id", "id", "involvement_id", "named_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "role", "source", "until") VALUES (OLD."arises_from_id", OLD."id", OLD."involvement_id", OLD."named_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."role", OLD."source", OLD."until"); RETURN NULL;',
                    hash="70078bc7e526720237890c569780c57e1d15e98a",
                    operation="DELETE",
                    pgid="pgtrigger_removed_78f49",
                    table="access_named",
                    when="AFTER",
                ),
            ),
        ),
        Protect(NAMED),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
