"""What workers say of due dates (docs/adr/0156)."""

import uuid

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("law", "0031_whom_names_hold"),
        ("people", "0030_schools"),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyNote",
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
                    "duty",
                    models.CharField(help_text="The duty's id in the register, such as LA-04.", max_length=5),
                ),
                ("starts_on", models.DateField(help_text="The day on which that obligation began.")),
                (
                    "matter_id",
                    models.UUIDField(
                        help_text="The matter that it is about, such as an application.", null=True
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("late", "late"),
                            ("extended", "extended"),
                            ("excused", "excused"),
                            ("paused", "paused"),
                        ],
                        help_text="Why it is late, or what the law allows.",
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Which reason of the register; empty: why late.", max_length=20
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        help_text="Why, in the words of whoever wrote it. For staff alone.", max_length=500
                    ),
                ),
                (
                    "on_day",
                    models.DateField(
                        help_text="The day of the decision or refusal, or on which the clock stopped."
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        help_text="The new last day, or when the clock went on again.", null=True
                    ),
                ),
                (
                    "written_by_name",
                    models.CharField(blank=True, help_text="Who wrote it, as named then.", max_length=120),
                ),
                (
                    "taken_back_on",
                    models.DateField(help_text="The day on which it was taken back, if it was.", null=True),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duty_notes",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DutyNoteEvent",
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
                    "duty",
                    models.CharField(help_text="The duty's id in the register, such as LA-04.", max_length=5),
                ),
                ("starts_on", models.DateField(help_text="The day on which that obligation began.")),
                (
                    "matter_id",
                    models.UUIDField(
                        help_text="The matter that it is about, such as an application.", null=True
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("late", "late"),
                            ("extended", "extended"),
                            ("excused", "excused"),
                            ("paused", "paused"),
                        ],
                        help_text="Why it is late, or what the law allows.",
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Which reason of the register; empty: why late.", max_length=20
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        help_text="Why, in the words of whoever wrote it. For staff alone.", max_length=500
                    ),
                ),
                (
                    "on_day",
                    models.DateField(
                        help_text="The day of the decision or refusal, or on which the clock stopped."
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        help_text="The new last day, or when the clock went on again.", null=True
                    ),
                ),
                (
                    "written_by_name",
                    models.CharField(blank=True, help_text="Who wrote it, as named then.", max_length=120),
                ),
                (
                    "taken_back_on",
                    models.DateField(help_text="The day on which it was taken back, if it was.", null=True),
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
                        to="law.dutynote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="dutynote",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="duty_note_by_person"),
        ),
        migrations.AddConstraint(
            model_name="dutynote",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="duty_note_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutynote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("how", "late"), ("reason", ""), ("until", None)),
                    models.Q(
                        models.Q(("how", "late"), _negated=True), models.Q(("reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="duty_note_late_moves_nothing",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutynote",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "law_dutynoteevent" ("duty", "how", "id", "matter_id", "on_day", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source", "starts_on", "taken_back_on", "until", "why", "written_by_name") VALUES (OLD."duty", OLD."how", OLD."id", OLD."matter_id", OLD."on_day", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."starts_on", OLD."taken_back_on", OLD."until", OLD."why", OLD."written_by_name"); RETURN NULL;',
                    hash="45855d4efd2d3f329b80527bd5fc5e375ace2684",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_b6e45",
                    table="law_dutynote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutynote",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "law_dutynoteevent" ("duty", "how", "id", "matter_id", "on_day", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source", "starts_on", "taken_back_on", "until", "why", "written_by_name") VALUES (OLD."duty", OLD."how", OLD."id", OLD."matter_id", OLD."on_day", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."starts_on", OLD."taken_back_on", OLD."until", OLD."why", OLD."written_by_name"); RETURN NULL;',
                    hash="ddb61d34e1fbea98c8c36a00e1209365d6af73a6",
                    operation="DELETE",
                    pgid="pgtrigger_removed_c83c6",
                    table="law_dutynote",
                    when="AFTER",
                ),
            ),
        ),
    ]
