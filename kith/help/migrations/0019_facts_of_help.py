"""What is held by request and by family, as dated facts about each child: for the law (docs/adr/0153)."""

import uuid
from dataclasses import replace

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from kith.core.rls import EDITS, Protect, by_person

INSIDE = "coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator'), false)"
HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
LONDON = "AT TIME ZONE 'Europe/London')::date"
SQL = f"""
-- What first happened stays: told again, or decided again, is no later meeting of the duty.
CREATE FUNCTION help_facts_of(asked uuid) RETURNS void {HEAD}
BEGIN
    INSERT INTO help_helpfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', p.referral_id, p.person_id, k.kind, k.day
      FROM help_helprequest r JOIN help_requestperson p ON p.request_id = r.id AND p.referral_id IS NOT NULL
      CROSS JOIN LATERAL (
           SELECT (min(d.decided_at) {LONDON} AS day FROM help_thresholddecision d WHERE d.request_id = r.id) decided
      CROSS JOIN LATERAL (VALUES
           ('asked', (r.asked_at {LONDON}),
           ('decided', decided.day),
           ('asker_told', CASE WHEN r.told_how <> 'not_safe' THEN (r.told_at {LONDON} END),
           ('asker_unsafe', CASE WHEN r.told_how = 'not_safe' THEN (r.told_at {LONDON} END),
           -- Whoever asks for their own family is the family.
           ('family_told', CASE WHEN r.how = 'self' AND r.told_how <> 'not_safe' THEN (r.told_at {LONDON}
                                ELSE r.family_told_on END),
           ('family_unsafe', CASE WHEN r.covert_id IS NOT NULL OR r.family_not_told_why <> ''
                                    OR (r.how = 'self' AND r.told_how = 'not_safe') THEN decided.day END)
           ) AS k (kind, day)
     WHERE r.id = asked AND k.day IS NOT NULL
    ON CONFLICT (matter, person_id, kind) DO NOTHING;
END $$;

CREATE FUNCTION help_facts() RETURNS trigger {HEAD}
BEGIN
    IF TG_TABLE_NAME = 'help_helprequest' THEN PERFORM help_facts_of(NEW.id);
    ELSE PERFORM help_facts_of(NEW.request_id); END IF;
    RETURN NULL;
END $$;

-- Family Help concerns each child of the family while they are of it.
CREATE FUNCTION help_facts_of_family(family uuid) RETURNS void {HEAD}
BEGIN
    INSERT INTO help_helpfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', h.id, m.person_id, 'family_help',
           min(greatest(h.started_on, lower(m.during))),
           nullif(max(least(coalesce(h.ended_on, 'infinity'), coalesce(upper(m.during), 'infinity'))), 'infinity')
      FROM help_familyhelp h JOIN people_familymember m ON m.family_id = h.family_id
       AND m.during && daterange(h.started_on, h.ended_on, '[]')
      JOIN people_person p ON p.id = m.person_id AND p.born_on > h.started_on - interval '18 years'
     WHERE h.family_id = family GROUP BY h.id, m.person_id
    ON CONFLICT (matter, person_id, kind) DO UPDATE SET happened_on = excluded.happened_on, until = excluded.until
     WHERE (help_helpfact.happened_on, help_helpfact.until) IS DISTINCT FROM (excluded.happened_on, excluded.until);
END $$;

CREATE FUNCTION help_facts_by_family() RETURNS trigger {HEAD}
BEGIN
    PERFORM help_facts_of_family(NEW.family_id);
    RETURN NULL;
END $$;

-- By whoever has the request, and by the front door.
CREATE FUNCTION help_family_told(request uuid, day date, why text) RETURNS boolean {HEAD}
BEGIN
    IF NOT help_may_give(request) OR (day IS NULL) = (btrim(why) = '') OR day > kith_today() THEN RETURN false; END IF;
    UPDATE help_helprequest r SET family_told_on = day, family_not_told_why = left(btrim(why), 200) WHERE r.id = request;
    RETURN true;
END $$;

REVOKE ALL ON FUNCTION help_facts_of(uuid), help_facts(), help_facts_of_family(uuid), help_facts_by_family(),
    help_family_told(uuid, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION help_family_told(uuid, date, text) TO kith_app, kith_worker;
ALTER FUNCTION help_facts_of(uuid) OWNER TO kith_definer;
ALTER FUNCTION help_facts() OWNER TO kith_definer;
ALTER FUNCTION help_facts_of_family(uuid) OWNER TO kith_definer;
ALTER FUNCTION help_facts_by_family() OWNER TO kith_definer;
ALTER FUNCTION help_family_told(uuid, date, text) OWNER TO kith_definer;
CREATE TRIGGER help_facts AFTER UPDATE ON help_helprequest FOR EACH ROW EXECUTE FUNCTION help_facts();
CREATE TRIGGER help_facts AFTER INSERT ON help_requestperson FOR EACH ROW EXECUTE FUNCTION help_facts();
CREATE TRIGGER help_facts AFTER INSERT ON help_thresholddecision FOR EACH ROW EXECUTE FUNCTION help_facts();
CREATE TRIGGER help_facts AFTER INSERT OR UPDATE ON help_familyhelp FOR EACH ROW EXECUTE FUNCTION help_facts_by_family();
CREATE TRIGGER help_facts AFTER INSERT OR UPDATE ON people_familymember FOR EACH ROW EXECUTE FUNCTION help_facts_by_family();
-- What was recorded before this was there.
GRANT EXECUTE ON FUNCTION help_facts_of(uuid), help_facts_of_family(uuid) TO kith_owner;
SELECT help_facts_of(r.id) FROM help_helprequest r;
SELECT help_facts_of_family(h.family_id) FROM (SELECT DISTINCT family_id FROM help_familyhelp) h;
"""
FACT = by_person("help_helpfact", write="false", insert="false", by_role=EDITS)
FACT = replace(FACT, read=f"({FACT.read}) AND {INSIDE}")


class Migration(migrations.Migration):
    dependencies = [
        ("help", "0018_who_else_learns_of_a_request"),
        ("people", "0029_found_in_one_block"),
    ]

    operations = [
        migrations.CreateModel(
            name="HelpFact",
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
                    "matter",
                    models.UUIDField(help_text="The referral or the span of Family Help that it belongs to."),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("asked", "somebody asked, and it counts as a referral"),
                            ("decided", "it was decided what to do"),
                            ("asker_told", "whoever asked was told"),
                            (
                                "asker_unsafe",
                                "it was not safe to tell whoever asked, or they could not be reached",
                            ),
                            ("family_told", "the family was told"),
                            ("family_unsafe", "telling the family would put somebody at risk"),
                            ("family_help", "the family had Family Help"),
                        ],
                        max_length=13,
                    ),
                ),
                ("happened_on", models.DateField(help_text="The day on which it happened or began.")),
                ("until", models.DateField(help_text="The day on which it ended, of what lasts.", null=True)),
            ],
        ),
        migrations.CreateModel(
            name="HelpFactEvent",
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
                    "matter",
                    models.UUIDField(help_text="The referral or the span of Family Help that it belongs to."),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("asked", "somebody asked, and it counts as a referral"),
                            ("decided", "it was decided what to do"),
                            ("asker_told", "whoever asked was told"),
                            (
                                "asker_unsafe",
                                "it was not safe to tell whoever asked, or they could not be reached",
                            ),
                            ("family_told", "the family was told"),
                            ("family_unsafe", "telling the family would put somebody at risk"),
                            ("family_help", "the family had Family Help"),
                        ],
                        max_length=13,
                    ),
                ),
                ("happened_on", models.DateField(help_text="The day on which it happened or began.")),
                ("until", models.DateField(help_text="The day on which it ended, of what lasts.", null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="helprequest",
            name="changed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="helprequest",
            name="removed",
        ),
        migrations.AddField(
            model_name="helprequest",
            name="family_not_told_why",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Why telling the family would put somebody at risk.",
                max_length=200,
            ),
        ),
        migrations.AddField(
            model_name="helprequest",
            name="family_told_on",
            field=models.DateField(
                help_text="Where somebody else asked: the day on which the family was told what was decided.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="helprequestevent",
            name="family_not_told_why",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Why telling the family would put somebody at risk.",
                max_length=200,
            ),
        ),
        migrations.AddField(
            model_name="helprequestevent",
            name="family_told_on",
            field=models.DateField(
                help_text="Where somebody else asked: the day on which the family was told what was decided.",
                null=True,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helprequest",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "help_helprequestevent" ("address", "asked_at", "closed_at", "covert_id", "email", "family_knows", "family_not_told_why", "family_told_on", "for_whom", "how", "id", "language", "not_safe_to_say", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "recorded_at", "recorded_by", "reference", "safe_to", "service", "source", "told_at", "told_how", "urgent", "what_is_hard", "what_would_help", "when_safe", "who_asks", "who_else_sees") VALUES (OLD."address", OLD."asked_at", OLD."closed_at", OLD."covert_id", OLD."email", OLD."family_knows", OLD."family_not_told_why", OLD."family_told_on", OLD."for_whom", OLD."how", OLD."id", OLD."language", OLD."not_safe_to_say", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."phone", OLD."recorded_at", OLD."recorded_by", OLD."reference", OLD."safe_to", OLD."service", OLD."source", OLD."told_at", OLD."told_how", OLD."urgent", OLD."what_is_hard", OLD."what_would_help", OLD."when_safe", OLD."who_asks", OLD."who_else_sees"); RETURN NULL;',
                    hash="9b684c0b445abe138889b5749bcc2eb919d7e575",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_f5ab9",
                    table="help_helprequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helprequest",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "help_helprequestevent" ("address", "asked_at", "closed_at", "covert_id", "email", "family_knows", "family_not_told_why", "family_told_on", "for_whom", "how", "id", "language", "not_safe_to_say", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "recorded_at", "recorded_by", "reference", "safe_to", "service", "source", "told_at", "told_how", "urgent", "what_is_hard", "what_would_help", "when_safe", "who_asks", "who_else_sees") VALUES (OLD."address", OLD."asked_at", OLD."closed_at", OLD."covert_id", OLD."email", OLD."family_knows", OLD."family_not_told_why", OLD."family_told_on", OLD."for_whom", OLD."how", OLD."id", OLD."language", OLD."not_safe_to_say", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."phone", OLD."recorded_at", OLD."recorded_by", OLD."reference", OLD."safe_to", OLD."service", OLD."source", OLD."told_at", OLD."told_how", OLD."urgent", OLD."what_is_hard", OLD."what_would_help", OLD."when_safe", OLD."who_asks", OLD."who_else_sees"); RETURN NULL;',
                    hash="d0ac0a5361dd9e322462b5f65deb12fc0205848d",
                    operation="DELETE",
                    pgid="pgtrigger_removed_17bef",
                    table="help_helprequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="helpfact",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="help_facts",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="helpfactevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="helpfactevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="help.helpfact",
            ),
        ),
        migrations.AddIndex(
            model_name="helpfact",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="help_fact_by_person"),
        ),
        migrations.AddConstraint(
            model_name="helpfact",
            constraint=models.UniqueConstraint(fields=("matter", "person", "kind"), name="help_fact_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpfact",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "help_helpfactevent" ("happened_on", "id", "kind", "matter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "until") VALUES (OLD."happened_on", OLD."id", OLD."kind", OLD."matter", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."until"); RETURN NULL;',
                    hash="13f7775e2d0d07dda046c35436b1045ceb359303",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_b3413",
                    table="help_helpfact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpfact",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "help_helpfactevent" ("happened_on", "id", "kind", "matter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "until") VALUES (OLD."happened_on", OLD."id", OLD."kind", OLD."matter", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."until"); RETURN NULL;',
                    hash="5ebb28df72ad9dc28bf8191888843821390ac208",
                    operation="DELETE",
                    pgid="pgtrigger_removed_1bc5a",
                    table="help_helpfact",
                    when="AFTER",
                ),
            ),
        ),
        Protect(FACT),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
