"""Nobody reads a way home before a worker has said how they prepared them for it: the rule of all rooms."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Shown without that: their worker shows it again.
TAKEN_BACK = "UPDATE bonds_homesay SET shown_on = NULL WHERE shown_on IS NOT NULL"
MAY_SAY_HOW = "GRANT UPDATE (how_prepared) ON bonds_homesay TO kith_app"


class Migration(migrations.Migration):
    dependencies = [
        ("bonds", "0013_who_reads_going_home"),
        ("people", "0036_kept_apart_reviewed"),
    ]

    operations = [
        migrations.RunSQL(TAKEN_BACK, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name="homesay",
            name="changed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="homesay",
            name="removed",
        ),
        migrations.AddField(
            model_name="homesay",
            name="how_prepared",
            field=models.CharField(blank=True, help_text="How they were prepared for it.", max_length=300),
        ),
        migrations.AddField(
            model_name="homesayevent",
            name="how_prepared",
            field=models.CharField(blank=True, help_text="How they were prepared for it.", max_length=300),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homesay",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "bonds_homesayevent" ("child_id", "how_prepared", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "said_on", "says", "shown_on", "source", "way_id", "words") VALUES (OLD."child_id", OLD."how_prepared", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."said_on", OLD."says", OLD."shown_on", OLD."source", OLD."way_id", OLD."words"); RETURN NULL;',
                    hash="81709832833217e7ab836761f55fefe3855f0ba0",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_910d5",
                    table="bonds_homesay",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homesay",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "bonds_homesayevent" ("child_id", "how_prepared", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "said_on", "says", "shown_on", "source", "way_id", "words") VALUES (OLD."child_id", OLD."how_prepared", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."said_on", OLD."says", OLD."shown_on", OLD."source", OLD."way_id", OLD."words"); RETURN NULL;',
                    hash="b8cb5875073a43c35824d24b7633dba019190ab4",
                    operation="DELETE",
                    pgid="pgtrigger_removed_a7972",
                    table="bonds_homesay",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(MAY_SAY_HOW, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="homesay",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shown_on__isnull", True), models.Q(("how_prepared", ""), _negated=True), _connector="OR"
                ),
                name="home_shown_prepared",
            ),
        ),
    ]
