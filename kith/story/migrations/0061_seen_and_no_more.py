"""The day on which a visit was first written down is nothing that the law asks: only who was seen, and when."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

VISITS = "'lead', 'social_worker', 'protection', 'manager', 'front_door'"
SQL = f"""
CREATE OR REPLACE FUNCTION story_seen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO story_visited (id, recorded_at, recorded_by, source, event_id, person_id, seen_on, label, covert_id)
    SELECT gen_random_uuid(), now(), e.recorded_by, e.source, e.id, NEW.person_id,
           (e.happened_at AT TIME ZONE 'Europe/London')::date,
           e.label, e.covert_id
      FROM story_event e LEFT JOIN access_account a ON a.id = e.recorded_by
     WHERE e.id = NEW.event_id
       -- Whoever puts a visit right need not have made it.
       AND (a.role IN ({VISITS}) OR EXISTS (SELECT FROM story_visited v WHERE v.event_id = e.replaces_id))
       AND e.kind = 'visit' AND e.facts->'seen' ? NEW.person_id::text
       AND NOT coalesce((e.facts->>'nobody')::boolean, false)
    ON CONFLICT (event_id, person_id) DO NOTHING;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("story", "0060_nothing_of_who_is_kept_apart"),
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
        migrations.RemoveField(
            model_name="visited",
            name="written_on",
        ),
        migrations.RemoveField(
            model_name="visitedevent",
            name="written_on",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visited",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "story_visitedevent" ("covert_id", "event_id", "id", "label", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "seen_on", "source") VALUES (OLD."covert_id", OLD."event_id", OLD."id", OLD."label", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."seen_on", OLD."source"); RETURN NULL;',
                    hash="24fc6afced848f280d97b42748449be5ffbb3dc3",
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
                    func='INSERT INTO "story_visitedevent" ("covert_id", "event_id", "id", "label", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "seen_on", "source") VALUES (OLD."covert_id", OLD."event_id", OLD."id", OLD."label", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."seen_on", OLD."source"); RETURN NULL;',
                    hash="9998ee057e14ddea7ca87650eae21d359f0e272b",
                    operation="DELETE",
                    pgid="pgtrigger_removed_bb320",
                    table="story_visited",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
