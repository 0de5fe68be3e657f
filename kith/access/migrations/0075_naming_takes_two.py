"""A request may ask to name somebody further on a restriction: who, and that the two hands are others (ADR 0168)."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0074_a_lead_outside_finds_nobody"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="unmaskrequest",
            name="changed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="unmaskrequest",
            name="removed",
        ),
        migrations.AddField(
            model_name="unmaskrequest",
            name="names",
            field=models.ForeignKey(
                help_text="Who is to be named further.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="unmask_named",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="unmaskrequestevent",
            name="names",
            field=models.ForeignKey(
                db_constraint=False,
                help_text="Who is to be named further.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="unmaskrequest",
            name="asks_for",
            field=models.CharField(
                choices=[
                    ("open", "to open the record"),
                    ("lift", "to lift the restriction"),
                    ("name", "to name somebody further"),
                ],
                db_default="open",
                default="open",
                max_length=4,
            ),
        ),
        migrations.AlterField(
            model_name="unmaskrequestevent",
            name="asks_for",
            field=models.CharField(
                choices=[
                    ("open", "to open the record"),
                    ("lift", "to lift the restriction"),
                    ("name", "to name somebody further"),
                ],
                db_default="open",
                default="open",
                max_length=4,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unmaskrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "access_unmaskrequestevent" ("agreed_at", "agreed_by_id", "asked_by_id", "asks_for", "declined_at", "declined_by_id", "declined_why", "id", "names_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "restriction_id", "source") VALUES (OLD."agreed_at", OLD."agreed_by_id", OLD."asked_by_id", OLD."asks_for", OLD."declined_at", OLD."declined_by_id", OLD."declined_why", OLD."id", OLD."names_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."restriction_id", OLD."source"); RETURN NULL;',
                    hash="81206361a1164da7826de72eceb2bb773670af38",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_96eb6",
                    table="access_unmaskrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unmaskrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_unmaskrequestevent" ("agreed_at", "agreed_by_id", "asked_by_id", "asks_for", "declined_at", "declined_by_id", "declined_why", "id", "names_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "restriction_id", "source") VALUES (OLD."agreed_at", OLD."agreed_by_id", OLD."asked_by_id", OLD."asks_for", OLD."declined_at", OLD."declined_by_id", OLD."declined_why", OLD."id", OLD."names_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."restriction_id", OLD."source"); RETURN NULL;',
                    hash="46d09096e34033c0c8eb878943236745996f2d90",
                    operation="DELETE",
                    pgid="pgtrigger_removed_1a2bc",
                    table="access_unmaskrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="unmaskrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asks_for", "name"), ("names__isnull", False)),
                    models.Q(models.Q(("asks_for", "name"), _negated=True), ("names__isnull", True)),
                    _connector="OR",
                ),
                name="unmask_names_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="unmaskrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("names__isnull", True),
                    ("agreed_by__isnull", True),
                    models.Q(("agreed_by", models.F("names")), _negated=True),
                    _connector="OR",
                ),
                name="unmask_named_by_others",
            ),
        ),
    ]
