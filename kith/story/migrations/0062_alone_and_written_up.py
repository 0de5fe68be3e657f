"""Of a visit: whether each was seen alone and why not, and when it was written up (docs/adr/0153)."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

VISITS = "'lead', 'social_worker', 'protection', 'manager', 'front_door'"
# Words are passages, each named in `sections`; what is older, or was made for the demo, names none and has words.
WRITTEN = "coalesce(jsonb_array_length(e.facts->'sections'), 1) > 0"
SQL = f"""
CREATE OR REPLACE FUNCTION story_seen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO story_visited (id, recorded_at, recorded_by, source, event_id, person_id, seen_on, label, covert_id,
                               alone, why_not_alone, written_on)
    SELECT gen_random_uuid(), now(), e.recorded_by, e.source, e.id, NEW.person_id,
           (e.happened_at AT TIME ZONE 'Europe/London')::date,
           e.label, e.covert_id, coalesce(e.facts->>'alone', ''), coalesce(e.facts->>'why_not_alone', ''),
           -- One that puts another right takes over the day on which that was first written up.
           CASE WHEN {WRITTEN} THEN
           coalesce((SELECT v.written_on FROM story_visited v WHERE v.event_id = e.replaces_id LIMIT 1),
                    (e.recorded_at AT TIME ZONE 'Europe/London')::date) END
      FROM story_event e LEFT JOIN access_account a ON a.id = e.recorded_by
     WHERE e.id = NEW.event_id
       -- Whoever puts a visit right need not have made it.
       AND (a.role IN ({VISITS}) OR EXISTS (SELECT FROM story_visited v WHERE v.event_id = e.replaces_id))
       AND e.kind = 'visit' AND e.facts->'seen' ? NEW.person_id::text
       AND NOT coalesce((e.facts->>'nobody')::boolean, false)
    ON CONFLICT (event_id, person_id) DO NOTHING;
    RETURN NULL;
END $$;
-- Why somebody was not seen alone was never asked before: nothing is said of those visits.
UPDATE story_visited v
   SET alone = CASE WHEN e.facts->>'alone' IN ('yes', 'part', 'offered') THEN e.facts->>'alone' ELSE '' END,
       written_on = CASE WHEN {WRITTEN} THEN (v.recorded_at AT TIME ZONE 'Europe/London')::date END
  FROM story_event e WHERE e.id = v.event_id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("story", "0061_seen_and_no_more"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="visited",
            name="changed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="visited",
            name="removed",
        ),
        migrations.AddField(
            model_name="visited",
            name="alone",
            field=models.CharField(
                blank=True, help_text="Seen alone: yes, part, offered or no; empty: not said.", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="visited",
            name="why_not_alone",
            field=models.CharField(
                blank=True, help_text="Why not: refused, age, unable, other; empty: not said.", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="visited",
            name="written_on",
            field=models.DateField(
                help_text="The day on which what was seen and heard was written down; empty until it is.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="visitedevent",
            name="alone",
            field=models.CharField(
                blank=True, help_text="Seen alone: yes, part, offered or no; empty: not said.", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="visitedevent",
            name="why_not_alone",
            field=models.CharField(
                blank=True, help_text="Why not: refused, age, unable, other; empty: not said.", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="visitedevent",
            name="written_on",
            field=models.DateField(
                help_text="The day on which what was seen and heard was written down; empty until it is.",
                null=True,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visited",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "story_visitedevent" ("alone", "covert_id", "event_id", "id", "label", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "seen_on", "source", "why_not_alone", "written_on") VALUES (OLD."alone", OLD."covert_id", OLD."event_id", OLD."id", OLD."label", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."seen_on", OLD."source", OLD."why_not_alone", OLD."written_on"); RETURN NULL;',
                    hash="8e6809bd73f1ce74ccf34aecd225f25b2f5229e7",
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
                    func='INSERT INTO "story_visitedevent" ("alone", "covert_id", "event_id", "id", "label", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "seen_on", "source", "why_not_alone", "written_on") VALUES (OLD."alone", OLD."covert_id", OLD."event_id", OLD."id", OLD."label", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."seen_on", OLD."source", OLD."why_not_alone", OLD."written_on"); RETURN NULL;',
                    hash="0bf9fcdaa63f4052fab19f2af0712175d6ba68ec",
                    operation="DELETE",
                    pgid="pgtrigger_removed_bb320",
                    table="story_visited",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
