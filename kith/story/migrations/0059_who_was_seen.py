"""Who was seen on which visit: kept by triggers from the story, for the law (docs/adr/0153)."""

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

INSIDE = "coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator'), false)"
VISITS = "'lead', 'social_worker', 'protection', 'manager', 'front_door'"
SQL = f"""
-- A visit by somebody who may visit for the council, of each whom it says was seen. One that puts another right takes
-- its place: the day on which it was first written down stays.
CREATE FUNCTION story_seen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO story_visited (id, recorded_at, recorded_by, source, event_id, person_id, seen_on, written_on, label, covert_id)
    SELECT gen_random_uuid(), now(), e.recorded_by, e.source, e.id, NEW.person_id,
           (e.happened_at AT TIME ZONE 'Europe/London')::date,
           coalesce((SELECT v.written_on FROM story_visited v WHERE v.event_id = e.replaces_id LIMIT 1),
                    (e.recorded_at AT TIME ZONE 'Europe/London')::date), e.label, e.covert_id
      FROM story_event e LEFT JOIN access_account a ON a.id = e.recorded_by
     WHERE e.id = NEW.event_id
       -- Whoever puts a visit right need not have made it.
       AND (a.role IN ({VISITS}) OR EXISTS (SELECT FROM story_visited v WHERE v.event_id = e.replaces_id))
       AND e.kind = 'visit' AND e.facts->'seen' ? NEW.person_id::text
       AND NOT coalesce((e.facts->>'nobody')::boolean, false)
    ON CONFLICT (event_id, person_id) DO NOTHING;
    RETURN NULL;
END $$;

-- At the end of the transaction, when those who were seen on the one that replaces it are known.
CREATE FUNCTION story_not_seen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM story_visited v WHERE v.event_id = NEW.replaces_id;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION story_seen(), story_not_seen() FROM PUBLIC;
ALTER FUNCTION story_seen() OWNER TO kith_definer;
ALTER FUNCTION story_not_seen() OWNER TO kith_definer;
CREATE TRIGGER story_seen AFTER INSERT ON story_about FOR EACH ROW EXECUTE FUNCTION story_seen();
CREATE CONSTRAINT TRIGGER story_not_seen AFTER INSERT ON story_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.replaces_id IS NOT NULL) EXECUTE FUNCTION story_not_seen();
-- What was recorded before this was there: as the trigger says it.
WITH RECURSIVE first AS (
    SELECT e.id, e.recorded_at, e.recorded_by FROM story_event e WHERE e.replaces_id IS NULL AND e.kind = 'visit'
    UNION ALL SELECT e.id, first.recorded_at, first.recorded_by FROM story_event e JOIN first ON first.id = e.replaces_id
)
INSERT INTO story_visited (id, recorded_at, recorded_by, source, event_id, person_id, seen_on, written_on, label, covert_id)
SELECT gen_random_uuid(), e.recorded_at, e.recorded_by, e.source, e.id, b.person_id,
       (e.happened_at AT TIME ZONE 'Europe/London')::date, (first.recorded_at AT TIME ZONE 'Europe/London')::date,
       e.label, e.covert_id
  FROM first JOIN story_event e ON e.id = first.id JOIN story_about b ON b.event_id = e.id
  JOIN access_account a ON a.id = first.recorded_by AND a.role IN ({VISITS})
 WHERE e.kind = 'visit' AND e.facts->'seen' ? b.person_id::text AND NOT coalesce((e.facts->>'nobody')::boolean, false)
   AND NOT EXISTS (SELECT FROM story_event later WHERE later.replaces_id = e.id);
"""
# A concern is learnt of neither from its visits.
VISITED = by_person("story_visited", label="story_visited.label", write="false", insert="false")
VISITED = replace(
    VISITED,
    read=f"({VISITED.read}) AND (story_visited.covert_id IS NULL OR {INSIDE} OR NOT kith_concern_open(story_visited.covert_id))",
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0068_who_was_named"),
        ("people", "0029_found_in_one_block"),
        ("story", "0058_the_council_is_nobodys_own"),
    ]

    operations = [
        migrations.CreateModel(
            name="Visited",
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
                ("seen_on", models.DateField(help_text="The day on which they were seen, in England.")),
                ("written_on", models.DateField(help_text="The day on which it was first written down.")),
                (
                    "label",
                    models.IntegerField(
                        choices=[
                            (1, "normal"),
                            (2, "family only"),
                            (4, "about somebody else"),
                            (8, "address protected"),
                            (16, "legal advice"),
                            (32, "police: originator controls"),
                            (64, "health"),
                            (128, "adoption, sealed"),
                            (256, "restricted to named staff"),
                            (512, "the child's private words"),
                            (1024, "allegation against a professional"),
                            (2048, "counselling or advice"),
                        ],
                        default=1,
                    ),
                ),
                (
                    "covert",
                    models.ForeignKey(
                        help_text="The concern that the visit arises from, until told.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="access.notyettold",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visited",
                        to="story.event",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visited",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "visited",
            },
        ),
        migrations.CreateModel(
            name="VisitedEvent",
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
                ("seen_on", models.DateField(help_text="The day on which they were seen, in England.")),
                ("written_on", models.DateField(help_text="The day on which it was first written down.")),
                (
                    "label",
                    models.IntegerField(
                        choices=[
                            (1, "normal"),
                            (2, "family only"),
                            (4, "about somebody else"),
                            (8, "address protected"),
                            (16, "legal advice"),
                            (32, "police: originator controls"),
                            (64, "health"),
                            (128, "adoption, sealed"),
                            (256, "restricted to named staff"),
                            (512, "the child's private words"),
                            (1024, "allegation against a professional"),
                            (2048, "counselling or advice"),
                        ],
                        default=1,
                    ),
                ),
                (
                    "covert",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The concern that the visit arises from, until told.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.notyettold",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="story.event",
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
                        to="story.visited",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="visited",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="visited_by_person"),
        ),
        migrations.AddConstraint(
            model_name="visited",
            constraint=models.UniqueConstraint(fields=("event", "person"), name="visited_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visited",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "story_visitedevent" ("covert_id", "event_id", "id", "label", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "seen_on", "source", "written_on") VALUES (OLD."covert_id", OLD."event_id", OLD."id", OLD."label", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."seen_on", OLD."source", OLD."written_on"); RETURN NULL;',
                    hash="e1c1fa8f6ba4079c671eb6a2ae4b5e09c6eb64a8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_5a12a",
                    table="story_visited",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visited",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "story_visitedevent" ("covert_id", "event_id", "id", "label", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "seen_on", "source", "written_on") VALUES (OLD."covert_id", OLD."event_id", OLD."id", OLD."label", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."seen_on", OLD."source", OLD."written_on"); RETURN NULL;',
                    hash="84555dcb9f5e3338ae7f52931297f5f4fe84d9f7",
                    operation="DELETE",
                    pgid="pgtrigger_removed_bb320",
                    table="story_visited",
                    when="AFTER",
                ),
            ),
        ),
        Protect(VISITED),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
