"""The tables of exploring family and friends (docs/adr/0170)."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0031_a_disability_taken_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="Challenge",
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
                    "by_whom",
                    models.CharField(
                        help_text="Who says so: they themselves, the child, the family.", max_length=120
                    ),
                ),
                ("words", models.CharField(help_text="What they say, in their words.", max_length=1000)),
                ("on", models.DateField(help_text="The day they said it.")),
                (
                    "answer",
                    models.CharField(blank=True, help_text="What was answered, and why.", max_length=1000),
                ),
                ("answered_on", models.DateField(help_text="The day of the answer.", null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Exploration",
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
                ("name", models.CharField(help_text="As the family calls them.", max_length=120)),
                (
                    "tie",
                    models.CharField(
                        blank=True,
                        help_text="Who they are to the child, in the child's words.",
                        max_length=80,
                    ),
                ),
                ("named_by", models.CharField(blank=True, help_text="Who named them.", max_length=120)),
                (
                    "words",
                    models.CharField(
                        blank=True, help_text="What was said of them, in those words.", max_length=500
                    ),
                ),
                (
                    "may_ask",
                    models.CharField(
                        choices=[
                            ("not_yet", "not talked about yet"),
                            ("may", "may be asked"),
                            ("only_if", "only if somebody agrees"),
                            ("never", "never to be asked"),
                        ],
                        default="not_yet",
                        max_length=7,
                    ),
                ),
                (
                    "settled_with",
                    models.CharField(blank=True, help_text="With whom that was settled.", max_length=200),
                ),
                (
                    "only_if",
                    models.CharField(
                        blank=True, help_text="Who has to agree before they are asked.", max_length=120
                    ),
                ),
                ("only_if_agreed_on", models.DateField(help_text="The day on which they agreed.", null=True)),
                (
                    "could_care",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Whether the family's agreed plan says that they could care.",
                    ),
                ),
                (
                    "from_map",
                    models.UUIDField(
                        editable=False,
                        help_text="Their place on the map of a family meeting, if they come from there.",
                        null=True,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explorations",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Who it is, where in the record.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExplorationEvent",
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
                ("name", models.CharField(help_text="As the family calls them.", max_length=120)),
                (
                    "tie",
                    models.CharField(
                        blank=True,
                        help_text="Who they are to the child, in the child's words.",
                        max_length=80,
                    ),
                ),
                ("named_by", models.CharField(blank=True, help_text="Who named them.", max_length=120)),
                (
                    "words",
                    models.CharField(
                        blank=True, help_text="What was said of them, in those words.", max_length=500
                    ),
                ),
                (
                    "may_ask",
                    models.CharField(
                        choices=[
                            ("not_yet", "not talked about yet"),
                            ("may", "may be asked"),
                            ("only_if", "only if somebody agrees"),
                            ("never", "never to be asked"),
                        ],
                        default="not_yet",
                        max_length=7,
                    ),
                ),
                (
                    "settled_with",
                    models.CharField(blank=True, help_text="With whom that was settled.", max_length=200),
                ),
                (
                    "only_if",
                    models.CharField(
                        blank=True, help_text="Who has to agree before they are asked.", max_length=120
                    ),
                ),
                ("only_if_agreed_on", models.DateField(help_text="The day on which they agreed.", null=True)),
                (
                    "could_care",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Whether the family's agreed plan says that they could care.",
                    ),
                ),
                (
                    "from_map",
                    models.UUIDField(
                        editable=False,
                        help_text="Their place on the map of a family meeting, if they come from there.",
                        null=True,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who it is, where in the record.",
                        null=True,
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
                        to="kinship.exploration",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Explored",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("asked", "was asked"),
                            ("yes", "said yes"),
                            ("no", "said no"),
                            ("not_asked", "was not asked"),
                            ("ruled_out", "was ruled out"),
                        ],
                        max_length=9,
                    ),
                ),
                ("on", models.DateField(help_text="The day.")),
                (
                    "why_not",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_found", "they could not be found"),
                            ("child", "the child does not want it"),
                            ("order", "a court order or bail stands in the way"),
                            ("not_safe", "asking would not be safe"),
                            ("ill", "they are too ill"),
                            ("other", "something else"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why they were not asked or were ruled out.", max_length=1000
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, help_text="What they said, in their words.", max_length=1000
                    ),
                ),
                (
                    "against_map",
                    models.BooleanField(
                        default=False,
                        help_text="Whether they were asked although it was not settled that they may be.",
                    ),
                ),
                (
                    "exploration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explored",
                        to="kinship.exploration",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "explored",
            },
        ),
        migrations.CreateModel(
            name="ChallengeEvent",
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
                    "by_whom",
                    models.CharField(
                        help_text="Who says so: they themselves, the child, the family.", max_length=120
                    ),
                ),
                ("words", models.CharField(help_text="What they say, in their words.", max_length=1000)),
                ("on", models.DateField(help_text="The day they said it.")),
                (
                    "answer",
                    models.CharField(blank=True, help_text="What was answered, and why.", max_length=1000),
                ),
                ("answered_on", models.DateField(help_text="The day of the answer.", null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.challenge",
                    ),
                ),
                (
                    "explored",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.explored",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="challenge",
            name="explored",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="challenges", to="kinship.explored"
            ),
        ),
        migrations.CreateModel(
            name="NeverBecause",
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
                    "reason",
                    models.CharField(
                        help_text="In the words of whoever said it, if they wish.", max_length=1000
                    ),
                ),
                (
                    "exploration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="never_because",
                        to="kinship.exploration",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NeverBecauseEvent",
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
                    "reason",
                    models.CharField(
                        help_text="In the words of whoever said it, if they wish.", max_length=1000
                    ),
                ),
                (
                    "exploration",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.exploration",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.neverbecause",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="exploration",
            constraint=models.UniqueConstraint(fields=("child", "from_map"), name="exploration_of_map_once"),
        ),
        migrations.AddConstraint(
            model_name="exploration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("may_ask", "only_if"), _negated=True),
                    models.Q(("only_if", ""), _negated=True),
                    _connector="OR",
                ),
                name="exploration_only_if_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="exploration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("person__isnull", True),
                    models.Q(("person", models.F("child")), _negated=True),
                    _connector="OR",
                ),
                name="exploration_of_another",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exploration",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_explorationevent" ("child_id", "could_care", "from_map", "id", "may_ask", "name", "named_by", "only_if", "only_if_agreed_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "settled_with", "source", "tie", "words") VALUES (OLD."child_id", OLD."could_care", OLD."from_map", OLD."id", OLD."may_ask", OLD."name", OLD."named_by", OLD."only_if", OLD."only_if_agreed_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."settled_with", OLD."source", OLD."tie", OLD."words"); RETURN NULL;',
                    hash="a121b7488117501247aba1eec7a8d8edbff2aa79",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_c2409",
                    table="kinship_exploration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exploration",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_explorationevent" ("child_id", "could_care", "from_map", "id", "may_ask", "name", "named_by", "only_if", "only_if_agreed_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "settled_with", "source", "tie", "words") VALUES (OLD."child_id", OLD."could_care", OLD."from_map", OLD."id", OLD."may_ask", OLD."name", OLD."named_by", OLD."only_if", OLD."only_if_agreed_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."settled_with", OLD."source", OLD."tie", OLD."words"); RETURN NULL;',
                    hash="b84a7a94faa16bc53825d0fa69b7fd6433abd9fa",
                    operation="DELETE",
                    pgid="pgtrigger_removed_de5ba",
                    table="kinship_exploration",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="explored",
            index=models.Index(fields=["exploration", "-recorded_at"], name="explored_last"),
        ),
        migrations.AddConstraint(
            model_name="explored",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ("not_asked", "ruled_out")), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="explored_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="explored",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "not_asked"), models.Q(("why_not", ""), _negated=True)),
                    models.Q(models.Q(("outcome", "not_asked"), _negated=True), ("why_not", "")),
                    _connector="OR",
                ),
                name="explored_why_not",
            ),
        ),
        migrations.AddIndex(
            model_name="challenge",
            index=models.Index(fields=["explored"], name="challenge_of"),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_on__isnull", True)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_on__isnull", False)),
                    _connector="OR",
                ),
                name="challenge_answered_on",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challenge",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_challengeevent" ("answer", "answered_on", "by_whom", "explored_id", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."answer", OLD."answered_on", OLD."by_whom", OLD."explored_id", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="726c856f83a883d41e46f2ee2d65807dce56ca0e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_46ead",
                    table="kinship_challenge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challenge",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_challengeevent" ("answer", "answered_on", "by_whom", "explored_id", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."answer", OLD."answered_on", OLD."by_whom", OLD."explored_id", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="bb69e2c534e1359c6003dbf20d0b6ede4dea0522",
                    operation="DELETE",
                    pgid="pgtrigger_removed_6866f",
                    table="kinship_challenge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="neverbecause",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_neverbecauseevent" ("exploration_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source") VALUES (OLD."exploration_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="99ab7020fa3554c69acf892ace4e94841103ee46",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_74e17",
                    table="kinship_neverbecause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="neverbecause",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_neverbecauseevent" ("exploration_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source") VALUES (OLD."exploration_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="ed830b48731edb6b015d9b5822daa6efefd18292",
                    operation="DELETE",
                    pgid="pgtrigger_removed_d2f8d",
                    table="kinship_neverbecause",
                    when="AFTER",
                ),
            ),
        ),
    ]
