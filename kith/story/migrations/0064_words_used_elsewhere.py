"""Askings for the use of somebody's own words elsewhere."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0031_a_disability_taken_out"),
        ("story", "0063_unread_words_of_a_team"),
    ]

    operations = [
        migrations.CreateModel(
            name="WordsUse",
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
                    "use",
                    models.CharField(
                        choices=[
                            ("shared", "to let somebody of the family read them"),
                            ("meeting", "at a meeting"),
                            ("plan", "in the plan"),
                            ("letter", "in a letter or a report"),
                            ("court", "in court papers"),
                            ("file", "because a parent asked to see the file"),
                        ],
                        help_text="For what kind of use.",
                        max_length=7,
                    ),
                ),
                (
                    "for_what",
                    models.CharField(help_text="For what, as the writer is told it.", max_length=200),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Yes, in my words"),
                            ("other", "Yes, but in your words"),
                            ("no", "Not at all"),
                        ],
                        help_text="What the writer says to it.",
                        max_length=5,
                    ),
                ),
                (
                    "answer_words",
                    models.CharField(
                        blank=True, help_text="How they want it said, or why not.", max_length=300
                    ),
                ),
                ("answered_at", models.DateTimeField(help_text="When they said it (UTC).", null=True)),
                (
                    "heard_by",
                    models.UUIDField(
                        help_text="The worker to whom they said it, where they did not write it themselves.",
                        null=True,
                    ),
                ),
                (
                    "harm",
                    models.BooleanField(
                        help_text="For the file: whether it would be likely to do serious harm to anybody's health. Data Protection Act 2018, schedule 3, paragraphs 2 and 9.",
                        null=True,
                    ),
                ),
                ("harm_why", models.CharField(blank=True, help_text="Why that was decided.", max_length=300)),
                ("harm_by", models.UUIDField(help_text="The account that decided it.", null=True)),
                (
                    "second_agrees",
                    models.BooleanField(help_text="Whether a second person agrees that they go.", null=True),
                ),
                ("second_by", models.UUIDField(help_text="The account of the second person.", null=True)),
                (
                    "came_of",
                    models.CharField(
                        blank=True, help_text="What came of it, as the writer is told.", max_length=300
                    ),
                ),
                ("came_of_on", models.DateField(help_text="The day on which that was written.", null=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="story.event"
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        help_text="Who of the family would read them.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked_to_read",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WordsUseEvent",
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
                    "use",
                    models.CharField(
                        choices=[
                            ("shared", "to let somebody of the family read them"),
                            ("meeting", "at a meeting"),
                            ("plan", "in the plan"),
                            ("letter", "in a letter or a report"),
                            ("court", "in court papers"),
                            ("file", "because a parent asked to see the file"),
                        ],
                        help_text="For what kind of use.",
                        max_length=7,
                    ),
                ),
                (
                    "for_what",
                    models.CharField(help_text="For what, as the writer is told it.", max_length=200),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Yes, in my words"),
                            ("other", "Yes, but in your words"),
                            ("no", "Not at all"),
                        ],
                        help_text="What the writer says to it.",
                        max_length=5,
                    ),
                ),
                (
                    "answer_words",
                    models.CharField(
                        blank=True, help_text="How they want it said, or why not.", max_length=300
                    ),
                ),
                ("answered_at", models.DateTimeField(help_text="When they said it (UTC).", null=True)),
                (
                    "heard_by",
                    models.UUIDField(
                        help_text="The worker to whom they said it, where they did not write it themselves.",
                        null=True,
                    ),
                ),
                (
                    "harm",
                    models.BooleanField(
                        help_text="For the file: whether it would be likely to do serious harm to anybody's health. Data Protection Act 2018, schedule 3, paragraphs 2 and 9.",
                        null=True,
                    ),
                ),
                ("harm_why", models.CharField(blank=True, help_text="Why that was decided.", max_length=300)),
                ("harm_by", models.UUIDField(help_text="The account that decided it.", null=True)),
                (
                    "second_agrees",
                    models.BooleanField(help_text="Whether a second person agrees that they go.", null=True),
                ),
                ("second_by", models.UUIDField(help_text="The account of the second person.", null=True)),
                (
                    "came_of",
                    models.CharField(
                        blank=True, help_text="What came of it, as the writer is told.", max_length=300
                    ),
                ),
                ("came_of_on", models.DateField(help_text="The day on which that was written.", null=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="story.wordsuse",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who of the family would read them.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="wordsuse",
            index=models.Index(fields=["event"], name="words_use_event"),
        ),
        migrations.AddIndex(
            model_name="wordsuse",
            index=models.Index(condition=models.Q(("answer", "")), fields=["event"], name="words_use_waits"),
        ),
        migrations.AddConstraint(
            model_name="wordsuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="words_use_answered_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="wordsuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reader__isnull", False), ("use__in", ["shared", "file"])),
                    models.Q(("reader__isnull", True), ("use__in", ["meeting", "plan", "letter", "court"])),
                    _connector="OR",
                ),
                name="words_use_reader",
            ),
        ),
        migrations.AddConstraint(
            model_name="wordsuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("harm__isnull", True), ("harm_by__isnull", True)),
                    models.Q(
                        ("harm__isnull", False),
                        ("harm_by__isnull", False),
                        models.Q(("harm_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="words_use_harm_by_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="wordsuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("second_agrees__isnull", True), ("second_by__isnull", True)),
                    models.Q(
                        ("harm__isnull", False),
                        ("second_agrees__isnull", False),
                        ("second_by__isnull", False),
                        models.Q(("second_by", models.F("harm_by")), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="words_use_second_is_another",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wordsuse",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "story_wordsuseevent" ("answer", "answer_words", "answered_at", "came_of", "came_of_on", "event_id", "for_what", "harm", "harm_by", "harm_why", "heard_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "recorded_at", "recorded_by", "second_agrees", "second_by", "source", "use") VALUES (OLD."answer", OLD."answer_words", OLD."answered_at", OLD."came_of", OLD."came_of_on", OLD."event_id", OLD."for_what", OLD."harm", OLD."harm_by", OLD."harm_why", OLD."heard_by", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reader_id", OLD."recorded_at", OLD."recorded_by", OLD."second_agrees", OLD."second_by", OLD."source", OLD."use"); RETURN NULL;',
                    hash="e656c2861082ef3afdb22e142cf28fdb3386dcc7",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_dc151",
                    table="story_wordsuse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wordsuse",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "story_wordsuseevent" ("answer", "answer_words", "answered_at", "came_of", "came_of_on", "event_id", "for_what", "harm", "harm_by", "harm_why", "heard_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "recorded_at", "recorded_by", "second_agrees", "second_by", "source", "use") VALUES (OLD."answer", OLD."answer_words", OLD."answered_at", OLD."came_of", OLD."came_of_on", OLD."event_id", OLD."for_what", OLD."harm", OLD."harm_by", OLD."harm_why", OLD."heard_by", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reader_id", OLD."recorded_at", OLD."recorded_by", OLD."second_agrees", OLD."second_by", OLD."source", OLD."use"); RETURN NULL;',
                    hash="660ee1680712ba384d4d34b737b97ec1620e5245",
                    operation="DELETE",
                    pgid="pgtrigger_removed_3a9dc",
                    table="story_wordsuse",
                    when="AFTER",
                ),
            ),
        ),
    ]
