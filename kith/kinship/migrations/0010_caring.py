"""Who cares for whom: first looks, approval for a time, assessment, support and awards (docs/adr/0200-0205)."""

import uuid

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinship", "0003_each_reason_is_kept"),
        ("people", "0036_kept_apart_reviewed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ApprovalExtension",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("longer", "more time for the full assessment"),
                            ("review", "until the independent review is known"),
                        ],
                        max_length=6,
                    ),
                ),
                ("began_on", models.DateField(help_text="The first day of the longer time.")),
                (
                    "runs_until",
                    models.DateField(help_text="The last day; none until a review is known.", null=True),
                ),
                (
                    "still_best",
                    models.CharField(
                        help_text="Why this is still the best home for the child.", max_length=1000
                    ),
                ),
                (
                    "panel_on",
                    models.DateField(
                        help_text="The day the fostering panel's view was asked for.", null=True
                    ),
                ),
                ("reviewing_told_on", models.DateField(help_text="The day the reviewing officer was told.")),
            ],
        ),
        migrations.CreateModel(
            name="Award",
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
                ("weekly_pence", models.PositiveIntegerField(help_text="Pence a week.")),
                ("from_on", models.DateField(help_text="The first day.")),
                (
                    "until",
                    models.DateField(help_text="The first day on which it is no longer paid.", null=True),
                ),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("replaced", "another award began"),
                            ("notice", "cut or stopped after notice"),
                            ("left", "the child no longer lives there"),
                            ("grown", "the young person is 18"),
                        ],
                        max_length=8,
                    ),
                ),
                ("rules", models.CharField(help_text="The version of the published rules.", max_length=20)),
                ("facts", models.JSONField(help_text="The facts it was worked out from.")),
                ("lines", models.JSONField(help_text="How the sum is made: words and pence, line by line.")),
                ("reason", models.CharField(help_text="Why this award, or why it changed.", max_length=500)),
                (
                    "agreement_on",
                    models.DateField(help_text="The day on which it was agreed in writing.", null=True),
                ),
                ("review_on", models.DateField(help_text="The day by which it is looked at again.")),
            ],
        ),
        migrations.CreateModel(
            name="NoticeAnswer",
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
                ("words", models.CharField(help_text="In their words.", max_length=2000)),
                ("on", models.DateField(help_text="The day.")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdultCheck",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("dbs", "criminal records (DBS)"),
                            ("health", "health"),
                            ("reference", "somebody who knows them"),
                            ("councils", "councils where they lived"),
                            ("home", "the home"),
                        ],
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField(help_text="The day on which it was asked for.")),
                ("back_on", models.DateField(help_text="The day on which it came back.", null=True)),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("clear", "nothing that worries us"),
                            ("talk", "something to talk about"),
                            ("stops", "stands in the way"),
                        ],
                        max_length=5,
                    ),
                ),
                ("words", models.CharField(blank=True, help_text="What came back.", max_length=1000)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kinship_checks",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AdultCheckEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("dbs", "criminal records (DBS)"),
                            ("health", "health"),
                            ("reference", "somebody who knows them"),
                            ("councils", "councils where they lived"),
                            ("home", "the home"),
                        ],
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField(help_text="The day on which it was asked for.")),
                ("back_on", models.DateField(help_text="The day on which it came back.", null=True)),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("clear", "nothing that worries us"),
                            ("talk", "something to talk about"),
                            ("stops", "stands in the way"),
                        ],
                        max_length=5,
                    ),
                ),
                ("words", models.CharField(blank=True, help_text="What came back.", max_length=1000)),
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
                        to="kinship.adultcheck",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AssessedAdult",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Caring",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "a family arrangement"),
                            ("private", "private fostering by a friend or distant relative"),
                            ("temporary", "family foster care approved for a time"),
                            ("foster", "family foster care"),
                            ("cao", "a child arrangements order"),
                            ("sgo", "a special guardianship order"),
                            ("adoption", "adoption by family"),
                            ("guardian", "a guardian named in a will"),
                        ],
                        max_length=9,
                    ),
                ),
                ("since", models.DateField(help_text="The day on which this kind of care began.")),
                ("known_on", models.DateField(help_text="The day on which we learnt of it.")),
                (
                    "offer_given_on",
                    models.DateField(
                        help_text="The day on which carer and child were given the local offer.", null=True
                    ),
                ),
                ("until", models.DateField(help_text="The day on which it ended.", null=True)),
                ("why_ended", models.CharField(blank=True, help_text="Why it ended.", max_length=200)),
                (
                    "after_care",
                    models.BooleanField(
                        default=False, help_text="Whether the child was looked after right before."
                    ),
                ),
                (
                    "works",
                    models.CharField(
                        blank=True,
                        help_text="The carer's work and what was lost of it, in their words.",
                        max_length=200,
                    ),
                ),
                (
                    "carer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="caring", to="people.person"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cared_for",
                        to="people.person",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        help_text="The worker whom the carer asks first: the named contact.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "caring",
            },
        ),
        migrations.CreateModel(
            name="AwardEvent",
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
                ("weekly_pence", models.PositiveIntegerField(help_text="Pence a week.")),
                ("from_on", models.DateField(help_text="The first day.")),
                (
                    "until",
                    models.DateField(help_text="The first day on which it is no longer paid.", null=True),
                ),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("replaced", "another award began"),
                            ("notice", "cut or stopped after notice"),
                            ("left", "the child no longer lives there"),
                            ("grown", "the young person is 18"),
                        ],
                        max_length=8,
                    ),
                ),
                ("rules", models.CharField(help_text="The version of the published rules.", max_length=20)),
                ("facts", models.JSONField(help_text="The facts it was worked out from.")),
                ("lines", models.JSONField(help_text="How the sum is made: words and pence, line by line.")),
                ("reason", models.CharField(help_text="Why this award, or why it changed.", max_length=500)),
                (
                    "agreement_on",
                    models.DateField(help_text="The day on which it was agreed in writing.", null=True),
                ),
                ("review_on", models.DateField(help_text="The day by which it is looked at again.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.award",
                    ),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.caring",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="award",
            name="caring",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="awards", to="kinship.caring"
            ),
        ),
        migrations.CreateModel(
            name="CaringEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "a family arrangement"),
                            ("private", "private fostering by a friend or distant relative"),
                            ("temporary", "family foster care approved for a time"),
                            ("foster", "family foster care"),
                            ("cao", "a child arrangements order"),
                            ("sgo", "a special guardianship order"),
                            ("adoption", "adoption by family"),
                            ("guardian", "a guardian named in a will"),
                        ],
                        max_length=9,
                    ),
                ),
                ("since", models.DateField(help_text="The day on which this kind of care began.")),
                ("known_on", models.DateField(help_text="The day on which we learnt of it.")),
                (
                    "offer_given_on",
                    models.DateField(
                        help_text="The day on which carer and child were given the local offer.", null=True
                    ),
                ),
                ("until", models.DateField(help_text="The day on which it ended.", null=True)),
                ("why_ended", models.CharField(blank=True, help_text="Why it ended.", max_length=200)),
                (
                    "after_care",
                    models.BooleanField(
                        default=False, help_text="Whether the child was looked after right before."
                    ),
                ),
                (
                    "works",
                    models.CharField(
                        blank=True,
                        help_text="The carer's work and what was lost of it, in their words.",
                        max_length=200,
                    ),
                ),
                (
                    "carer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
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
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The worker whom the carer asks first: the named contact.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.caring",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
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
                ("age", models.PositiveSmallIntegerField(help_text="The age in years.")),
                ("due_on", models.DateField(help_text="The day by which to ask.")),
                ("done_on", models.DateField(help_text="The day on which we asked.", null=True)),
                (
                    "words",
                    models.CharField(
                        blank=True, help_text="What they said, in their words.", max_length=1000
                    ),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_ins",
                        to="kinship.caring",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CheckInEvent",
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
                ("age", models.PositiveSmallIntegerField(help_text="The age in years.")),
                ("due_on", models.DateField(help_text="The day by which to ask.")),
                ("done_on", models.DateField(help_text="The day on which we asked.", null=True)),
                (
                    "words",
                    models.CharField(
                        blank=True, help_text="What they said, in their words.", max_length=1000
                    ),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.caring",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.checkin",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FirstLook",
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
                ("started_on", models.DateField(help_text="The day on which it began.")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("positive", "a full assessment comes next"),
                            ("negative", "not taken further"),
                        ],
                        max_length=8,
                    ),
                ),
                ("decided_on", models.DateField(help_text="The day on which it was decided.", null=True)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="first_looks",
                        to="people.person",
                    ),
                ),
                (
                    "exploration",
                    models.ForeignKey(
                        help_text="Who was named, if they were.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="kinship.exploration",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FirstLookEvent",
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
                ("started_on", models.DateField(help_text="The day on which it began.")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("positive", "a full assessment comes next"),
                            ("negative", "not taken further"),
                        ],
                        max_length=8,
                    ),
                ),
                ("decided_on", models.DateField(help_text="The day on which it was decided.", null=True)),
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
                    "exploration",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who was named, if they were.",
                        null=True,
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
                        to="kinship.firstlook",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FullAssessment",
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
                    "route",
                    models.CharField(
                        choices=[
                            ("foster", "fostering"),
                            ("sgo", "special guardianship"),
                            ("cao", "child arrangements"),
                        ],
                        max_length=6,
                    ),
                ),
                ("started_on", models.DateField(help_text="The day on which it began.")),
                ("finished_on", models.DateField(help_text="The day on which it was finished.", null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suitable", "recommended"),
                            ("not", "not recommended"),
                            ("withdrawn", "the family chose another way"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kinship_assessments",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AssessedAdultEvent",
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
                        to="kinship.assessedadult",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.fullassessment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="assessedadult",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="adults",
                to="kinship.fullassessment",
            ),
        ),
        migrations.CreateModel(
            name="FullAssessmentEvent",
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
                    "route",
                    models.CharField(
                        choices=[
                            ("foster", "fostering"),
                            ("sgo", "special guardianship"),
                            ("cao", "child arrangements"),
                        ],
                        max_length=6,
                    ),
                ),
                ("started_on", models.DateField(help_text="The day on which it began.")),
                ("finished_on", models.DateField(help_text="The day on which it was finished.", null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suitable", "recommended"),
                            ("not", "not recommended"),
                            ("withdrawn", "the family chose another way"),
                        ],
                        max_length=9,
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.fullassessment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KinFact",
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
                    models.UUIDField(
                        help_text="Who was named, the approval, the caring or the day that it belongs to."
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("could", "somebody said that they could care"),
                            ("looked", "a first look was finished"),
                            ("temporary", "the child lives with a connected person approved for a time"),
                            ("longer", "the time of approval was made longer"),
                            ("review", "an independent review was asked for"),
                            ("expired", "the time ran out without approval"),
                            ("known", "kinship care became known to us"),
                            ("told", "carer and child were given the local offer"),
                            ("check_due", "the day by which to ask how it goes"),
                            ("checked", "they were asked how it goes"),
                        ],
                        max_length=9,
                    ),
                ),
                ("happened_on", models.DateField(help_text="The day on which it happened or began.")),
                ("until", models.DateField(help_text="The day on which it ended, of what lasts.", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kin_facts",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="KinFactEvent",
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
                    models.UUIDField(
                        help_text="Who was named, the approval, the caring or the day that it belongs to."
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("could", "somebody said that they could care"),
                            ("looked", "a first look was finished"),
                            ("temporary", "the child lives with a connected person approved for a time"),
                            ("longer", "the time of approval was made longer"),
                            ("review", "an independent review was asked for"),
                            ("expired", "the time ran out without approval"),
                            ("known", "kinship care became known to us"),
                            ("told", "carer and child were given the local offer"),
                            ("check_due", "the day by which to ask how it goes"),
                            ("checked", "they were asked how it goes"),
                        ],
                        max_length=9,
                    ),
                ),
                ("happened_on", models.DateField(help_text="The day on which it happened or began.")),
                ("until", models.DateField(help_text="The day on which it ended, of what lasts.", null=True)),
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
                        to="kinship.kinfact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LookAdult",
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
                    "view",
                    models.CharField(blank=True, help_text="What they say, in their words.", max_length=2000),
                ),
                (
                    "look",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adults",
                        to="kinship.firstlook",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LookAdultEvent",
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
                    "view",
                    models.CharField(blank=True, help_text="What they say, in their words.", max_length=2000),
                ),
                (
                    "look",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.firstlook",
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
                        to="kinship.lookadult",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LookChallenge",
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
                ("words", models.CharField(help_text="What they say.", max_length=2000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "answer",
                    models.CharField(blank=True, help_text="What was answered, and why.", max_length=2000),
                ),
                ("answered_on", models.DateField(help_text="The day of the answer.", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Who says so.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LookReason",
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
                ("words", models.CharField(help_text="In plain words.", max_length=2000)),
                (
                    "concerns",
                    models.ForeignKey(
                        help_text="Whose information it rests on; nobody's where it is about the home or the child.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "look",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reasons",
                        to="kinship.firstlook",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LookReasonEvent",
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
                ("words", models.CharField(help_text="In plain words.", max_length=2000)),
                (
                    "concerns",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Whose information it rests on; nobody's where it is about the home or the child.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "look",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.firstlook",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.lookreason",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MayDecide",
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
                    "what",
                    models.CharField(
                        help_text="Which thing, as the list of everyday decisions calls it.", max_length=30
                    ),
                ),
                ("may", models.BooleanField(help_text="Whether the carer decides this alone.")),
                (
                    "words",
                    models.CharField(blank=True, help_text="If not, who decides and why.", max_length=300),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="may_decide",
                        to="kinship.caring",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "may decide",
            },
        ),
        migrations.CreateModel(
            name="MayDecideEvent",
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
                    "what",
                    models.CharField(
                        help_text="Which thing, as the list of everyday decisions calls it.", max_length=30
                    ),
                ),
                ("may", models.BooleanField(help_text="Whether the carer decides this alone.")),
                (
                    "words",
                    models.CharField(blank=True, help_text="If not, who decides and why.", max_length=300),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.caring",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.maydecide",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NeedToKnow",
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
                ("words", models.CharField(help_text="In plain words.", max_length=1000)),
                (
                    "why_needed",
                    models.CharField(
                        blank=True,
                        help_text="Why the carer cannot keep the child safe without it.",
                        max_length=300,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="need_to_know",
                        to="people.person",
                    ),
                ),
                (
                    "concerns",
                    models.ForeignKey(
                        help_text="Whose information it is, where it is not the child's own: a mother's or father's.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "need to know",
            },
        ),
        migrations.CreateModel(
            name="NeedToKnowEvent",
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
                ("words", models.CharField(help_text="In plain words.", max_length=1000)),
                (
                    "why_needed",
                    models.CharField(
                        blank=True,
                        help_text="Why the carer cannot keep the child safe without it.",
                        max_length=300,
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
                    "concerns",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Whose information it is, where it is not the child's own: a mother's or father's.",
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
                        to="kinship.needtoknow",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnAnswer",
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
                ("words", models.CharField(help_text="In their words.", max_length=4000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="own_answers",
                        to="kinship.fullassessment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnAnswerEvent",
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
                ("words", models.CharField(help_text="In their words.", max_length=4000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.fullassessment",
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
                        to="kinship.ownanswer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReductionNotice",
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
                    "to_pence",
                    models.PositiveIntegerField(help_text="Pence a week that would be paid instead."),
                ),
                ("reason", models.CharField(help_text="Why less would be paid.", max_length=1000)),
                ("given_on", models.DateField(help_text="The day on which the notice was given.")),
                ("answer_by", models.DateField(help_text="The last day on which an answer is waited for.")),
                ("decided_on", models.DateField(help_text="The day of the decision.", null=True)),
                (
                    "stands",
                    models.BooleanField(help_text="Whether less is paid after all was heard.", null=True),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True, help_text="Why, in answer to what they said.", max_length=1000
                    ),
                ),
                ("decided_by", models.UUIDField(help_text="The account that decided.", null=True)),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="kinship.award",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NoticeAnswerEvent",
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
                ("words", models.CharField(help_text="In their words.", max_length=2000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.noticeanswer",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.reductionnotice",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="noticeanswer",
            name="notice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="kinship.reductionnotice",
            ),
        ),
        migrations.CreateModel(
            name="ReductionNoticeEvent",
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
                    "to_pence",
                    models.PositiveIntegerField(help_text="Pence a week that would be paid instead."),
                ),
                ("reason", models.CharField(help_text="Why less would be paid.", max_length=1000)),
                ("given_on", models.DateField(help_text="The day on which the notice was given.")),
                ("answer_by", models.DateField(help_text="The last day on which an answer is waited for.")),
                ("decided_on", models.DateField(help_text="The day of the decision.", null=True)),
                (
                    "stands",
                    models.BooleanField(help_text="Whether less is paid after all was heard.", null=True),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True, help_text="Why, in answer to what they said.", max_length=1000
                    ),
                ),
                ("decided_by", models.UUIDField(help_text="The account that decided.", null=True)),
                (
                    "award",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.award",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.reductionnotice",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Request",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("therapy", "therapy for the child"),
                            ("send", "help with special educational needs"),
                            ("legal", "legal advice"),
                            ("hardship", "money for something urgent"),
                            ("employer", "a letter to my employer"),
                            ("training", "training"),
                            ("peers", "a group of other carers"),
                            ("rest", "a break"),
                            ("other", "something else"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "kind_then",
                    models.CharField(
                        choices=[
                            ("family", "a family arrangement"),
                            ("private", "private fostering by a friend or distant relative"),
                            ("temporary", "family foster care approved for a time"),
                            ("foster", "family foster care"),
                            ("cao", "a child arrangements order"),
                            ("sgo", "a special guardianship order"),
                            ("adoption", "adoption by family"),
                            ("guardian", "a guardian named in a will"),
                        ],
                        max_length=9,
                    ),
                ),
                ("words", models.CharField(blank=True, help_text="In plain words.", max_length=1000)),
                ("asked_on", models.DateField(help_text="The day on which they asked.")),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("yes", "yes"), ("part", "in part"), ("no", "no")], max_length=4
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why, and what they can do if it is unfair.", max_length=1000
                    ),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(
                        help_text="What is paid, in pence, where money is.", null=True
                    ),
                ),
                ("answered_on", models.DateField(help_text="The day of the answer.", null=True)),
                ("began_on", models.DateField(help_text="The day on which it began or came.", null=True)),
                (
                    "caring",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="kinship.caring",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Who asked.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RequestEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("therapy", "therapy for the child"),
                            ("send", "help with special educational needs"),
                            ("legal", "legal advice"),
                            ("hardship", "money for something urgent"),
                            ("employer", "a letter to my employer"),
                            ("training", "training"),
                            ("peers", "a group of other carers"),
                            ("rest", "a break"),
                            ("other", "something else"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "kind_then",
                    models.CharField(
                        choices=[
                            ("family", "a family arrangement"),
                            ("private", "private fostering by a friend or distant relative"),
                            ("temporary", "family foster care approved for a time"),
                            ("foster", "family foster care"),
                            ("cao", "a child arrangements order"),
                            ("sgo", "a special guardianship order"),
                            ("adoption", "adoption by family"),
                            ("guardian", "a guardian named in a will"),
                        ],
                        max_length=9,
                    ),
                ),
                ("words", models.CharField(blank=True, help_text="In plain words.", max_length=1000)),
                ("asked_on", models.DateField(help_text="The day on which they asked.")),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("yes", "yes"), ("part", "in part"), ("no", "no")], max_length=4
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why, and what they can do if it is unfair.", max_length=1000
                    ),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(
                        help_text="What is paid, in pence, where money is.", null=True
                    ),
                ),
                ("answered_on", models.DateField(help_text="The day of the answer.", null=True)),
                ("began_on", models.DateField(help_text="The day on which it began or came.", null=True)),
                (
                    "caring",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.caring",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who asked.",
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
                        to="kinship.request",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Said",
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
                    "question",
                    models.CharField(
                        help_text="Which question, as the list of questions calls it.", max_length=30
                    ),
                ),
                ("words", models.CharField(help_text="In their words.", max_length=4000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "again",
                    models.BooleanField(
                        default=False, help_text="Whether it was asked although they had given it before."
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="kinship.fullassessment",
                    ),
                ),
                (
                    "carried",
                    models.ForeignKey(
                        help_text="Where it was given first.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kinship.said",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "said",
            },
        ),
        migrations.CreateModel(
            name="SaidEvent",
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
                    "question",
                    models.CharField(
                        help_text="Which question, as the list of questions calls it.", max_length=30
                    ),
                ),
                ("words", models.CharField(help_text="In their words.", max_length=4000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "again",
                    models.BooleanField(
                        default=False, help_text="Whether it was asked although they had given it before."
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.fullassessment",
                    ),
                ),
                (
                    "carried",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Where it was given first.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.said",
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
                        to="kinship.said",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupportLine",
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
                    "need",
                    models.CharField(
                        choices=[
                            ("money", "money and work"),
                            ("home", "home and things for the house"),
                            ("child", "the child's feelings and behaviour"),
                            ("school", "school and learning"),
                            ("health", "health"),
                            ("family", "time with parents and family"),
                            ("carer", "the carer's own rest and health"),
                            ("legal", "law and court"),
                        ],
                        max_length=6,
                    ),
                ),
                ("words", models.CharField(help_text="The need, in the family's words.", max_length=500)),
                ("what", models.CharField(help_text="What is done about it.", max_length=500)),
                ("who", models.CharField(help_text="Who does it.", max_length=120)),
                ("by_on", models.DateField(help_text="By when.", null=True)),
                ("done_on", models.DateField(help_text="The day on which it was done.", null=True)),
                (
                    "stopped_because",
                    models.CharField(
                        blank=True, help_text="Why it is no longer in the plan.", max_length=300
                    ),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support",
                        to="kinship.caring",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupportLineEvent",
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
                    "need",
                    models.CharField(
                        choices=[
                            ("money", "money and work"),
                            ("home", "home and things for the house"),
                            ("child", "the child's feelings and behaviour"),
                            ("school", "school and learning"),
                            ("health", "health"),
                            ("family", "time with parents and family"),
                            ("carer", "the carer's own rest and health"),
                            ("legal", "law and court"),
                        ],
                        max_length=6,
                    ),
                ),
                ("words", models.CharField(help_text="The need, in the family's words.", max_length=500)),
                ("what", models.CharField(help_text="What is done about it.", max_length=500)),
                ("who", models.CharField(help_text="Who does it.", max_length=120)),
                ("by_on", models.DateField(help_text="By when.", null=True)),
                ("done_on", models.DateField(help_text="The day on which it was done.", null=True)),
                (
                    "stopped_because",
                    models.CharField(
                        blank=True, help_text="Why it is no longer in the plan.", max_length=300
                    ),
                ),
                (
                    "caring",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.caring",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.supportline",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TemporaryApproval",
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
                ("began_on", models.DateField(help_text="The day on which the child came.")),
                ("runs_until", models.DateField(help_text="The last day, as the register of law counts it.")),
                (
                    "looked_at",
                    models.CharField(
                        help_text="What was looked at before the child came: home, people, the child's wish.",
                        max_length=1000,
                    ),
                ),
                (
                    "agreement_on",
                    models.DateField(help_text="The day of the written agreement with the carer.", null=True),
                ),
                ("agreed_by", models.UUIDField(help_text="The nominated officer's account.", null=True)),
                (
                    "agreed_on",
                    models.DateField(help_text="The day on which a nominated officer agreed.", null=True),
                ),
                ("ended_on", models.DateField(help_text="The day on which it ended.", null=True)),
                (
                    "how_ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "approved as a foster carer"),
                            ("order", "an order was made for the child to live there"),
                            ("moved", "the child lives elsewhere or went home"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "carer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="temporary_approvals",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ApprovalExtensionEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("longer", "more time for the full assessment"),
                            ("review", "until the independent review is known"),
                        ],
                        max_length=6,
                    ),
                ),
                ("began_on", models.DateField(help_text="The first day of the longer time.")),
                (
                    "runs_until",
                    models.DateField(help_text="The last day; none until a review is known.", null=True),
                ),
                (
                    "still_best",
                    models.CharField(
                        help_text="Why this is still the best home for the child.", max_length=1000
                    ),
                ),
                (
                    "panel_on",
                    models.DateField(
                        help_text="The day the fostering panel's view was asked for.", null=True
                    ),
                ),
                ("reviewing_told_on", models.DateField(help_text="The day the reviewing officer was told.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.approvalextension",
                    ),
                ),
                (
                    "approval",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.temporaryapproval",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="approvalextension",
            name="approval",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="extensions",
                to="kinship.temporaryapproval",
            ),
        ),
        migrations.CreateModel(
            name="TemporaryApprovalEvent",
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
                ("began_on", models.DateField(help_text="The day on which the child came.")),
                ("runs_until", models.DateField(help_text="The last day, as the register of law counts it.")),
                (
                    "looked_at",
                    models.CharField(
                        help_text="What was looked at before the child came: home, people, the child's wish.",
                        max_length=1000,
                    ),
                ),
                (
                    "agreement_on",
                    models.DateField(help_text="The day of the written agreement with the carer.", null=True),
                ),
                ("agreed_by", models.UUIDField(help_text="The nominated officer's account.", null=True)),
                (
                    "agreed_on",
                    models.DateField(help_text="The day on which a nominated officer agreed.", null=True),
                ),
                ("ended_on", models.DateField(help_text="The day on which it ended.", null=True)),
                (
                    "how_ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "approved as a foster carer"),
                            ("order", "an order was made for the child to live there"),
                            ("moved", "the child lives elsewhere or went home"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "carer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kinship.temporaryapproval",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ToldReason",
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
                    "words",
                    models.CharField(
                        help_text="The reasons, and how to say that they are wrong.", max_length=2000
                    ),
                ),
                (
                    "look",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told",
                        to="kinship.firstlook",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Who is told.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LookChallengeEvent",
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
                ("words", models.CharField(help_text="What they say.", max_length=2000)),
                ("on", models.DateField(help_text="The day.")),
                (
                    "answer",
                    models.CharField(blank=True, help_text="What was answered, and why.", max_length=2000),
                ),
                ("answered_on", models.DateField(help_text="The day of the answer.", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who says so.",
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
                        to="kinship.lookchallenge",
                    ),
                ),
                (
                    "told",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.toldreason",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="lookchallenge",
            name="told",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="challenges",
                to="kinship.toldreason",
            ),
        ),
        migrations.CreateModel(
            name="ToldReasonEvent",
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
                    "words",
                    models.CharField(
                        help_text="The reasons, and how to say that they are wrong.", max_length=2000
                    ),
                ),
                (
                    "look",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kinship.firstlook",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who is told.",
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
                        to="kinship.toldreason",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="adultcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("back_on__isnull", True), ("result", "")),
                    models.Q(models.Q(("result", ""), _negated=True), ("back_on__gte", models.F("asked_on"))),
                    _connector="OR",
                ),
                name="adult_check_back_with_result",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adultcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_adultcheckevent" ("asked_on", "back_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "result", "source", "words") VALUES (OLD."asked_on", OLD."back_on", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."result", OLD."source", OLD."words"); RETURN NULL;',
                    hash="383bf1c30f0c0efa68b0a8aeed652c76d3e93a5f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_b60b6",
                    table="kinship_adultcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adultcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_adultcheckevent" ("asked_on", "back_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "result", "source", "words") VALUES (OLD."asked_on", OLD."back_on", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."result", OLD."source", OLD."words"); RETURN NULL;',
                    hash="bb829c870d8676d5e276d1b1004f46e1394e90ac",
                    operation="DELETE",
                    pgid="pgtrigger_removed_5e02b",
                    table="kinship_adultcheck",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="caring",
            index=models.Index(fields=["child", "-since"], name="caring_child"),
        ),
        migrations.AddConstraint(
            model_name="caring",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"
                ),
                name="caring_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="caring",
            constraint=models.CheckConstraint(
                condition=models.Q(("carer", models.F("child")), _negated=True), name="caring_for_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="caring",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), models.Q(("why_ended", ""), _negated=True), _connector="OR"
                ),
                name="caring_ended_because",
            ),
        ),
        migrations.AddConstraint(
            model_name="caring",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("child", "carer"),
                name="caring_one_kind_now",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caring",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_caringevent" ("after_care", "carer_id", "child_id", "contact_id", "id", "kind", "known_on", "offer_given_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "since", "source", "until", "why_ended", "works") VALUES (OLD."after_care", OLD."carer_id", OLD."child_id", OLD."contact_id", OLD."id", OLD."kind", OLD."known_on", OLD."offer_given_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."since", OLD."source", OLD."until", OLD."why_ended", OLD."works"); RETURN NULL;',
                    hash="bbae8f90bc27475e871851331b92df4489a7838a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_97772",
                    table="kinship_caring",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caring",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_caringevent" ("after_care", "carer_id", "child_id", "contact_id", "id", "kind", "known_on", "offer_given_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "since", "source", "until", "why_ended", "works") VALUES (OLD."after_care", OLD."carer_id", OLD."child_id", OLD."contact_id", OLD."id", OLD."kind", OLD."known_on", OLD."offer_given_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."since", OLD."source", OLD."until", OLD."why_ended", OLD."works"); RETURN NULL;',
                    hash="0dbcfff1b569f71cb56ef03476383f615804985d",
                    operation="DELETE",
                    pgid="pgtrigger_removed_1aaa5",
                    table="kinship_caring",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended", ""), ("until__isnull", True)),
                    models.Q(("until__gt", models.F("from_on")), models.Q(("ended", ""), _negated=True)),
                    _connector="OR",
                ),
                name="award_ended_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)), fields=("caring",), name="award_one_now"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="award",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_awardevent" ("agreement_on", "caring_id", "ended", "facts", "from_on", "id", "lines", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "review_on", "rules", "source", "until", "weekly_pence") VALUES (OLD."agreement_on", OLD."caring_id", OLD."ended", OLD."facts", OLD."from_on", OLD."id", OLD."lines", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."review_on", OLD."rules", OLD."source", OLD."until", OLD."weekly_pence"); RETURN NULL;',
                    hash="a73d53d02d9cc66925b403fadd302427b8c95396",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_1792f",
                    table="kinship_award",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="award",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_awardevent" ("agreement_on", "caring_id", "ended", "facts", "from_on", "id", "lines", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "review_on", "rules", "source", "until", "weekly_pence") VALUES (OLD."agreement_on", OLD."caring_id", OLD."ended", OLD."facts", OLD."from_on", OLD."id", OLD."lines", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."review_on", OLD."rules", OLD."source", OLD."until", OLD."weekly_pence"); RETURN NULL;',
                    hash="07a7e24565937b2fa09d6cbdeacff9181c61fc02",
                    operation="DELETE",
                    pgid="pgtrigger_removed_567b1",
                    table="kinship_award",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="checkin",
            constraint=models.UniqueConstraint(fields=("caring", "age"), name="check_in_once_an_age"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkin",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_checkinevent" ("age", "caring_id", "done_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."age", OLD."caring_id", OLD."done_on", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="86f557233e862cc000e42d6d41f565189e0cb73e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_d0b30",
                    table="kinship_checkin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkin",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_checkinevent" ("age", "caring_id", "done_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."age", OLD."caring_id", OLD."done_on", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="c87c5d39d3d9caf88d7c735957e1bbc915a5bed6",
                    operation="DELETE",
                    pgid="pgtrigger_removed_3ab1d",
                    table="kinship_checkin",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="firstlook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("outcome", "")),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True), ("decided_on__gte", models.F("started_on"))
                    ),
                    _connector="OR",
                ),
                name="first_look_decided_on_a_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstlook",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_firstlookevent" ("child_id", "decided_on", "exploration_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "started_on") VALUES (OLD."child_id", OLD."decided_on", OLD."exploration_id", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."started_on"); RETURN NULL;',
                    hash="12c0b7749e4f294473b44857f2f34ac9fb0ca0ff",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_c504b",
                    table="kinship_firstlook",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstlook",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_firstlookevent" ("child_id", "decided_on", "exploration_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "started_on") VALUES (OLD."child_id", OLD."decided_on", OLD."exploration_id", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."started_on"); RETURN NULL;',
                    hash="7d3d59e1d3fb42a6b13d99dde3caad8b4442fa0e",
                    operation="DELETE",
                    pgid="pgtrigger_removed_c701d",
                    table="kinship_firstlook",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fullassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finished_on__isnull", True), ("outcome", "")),
                    models.Q(
                        ("finished_on__gte", models.F("started_on")), models.Q(("outcome", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="full_assessment_finished_how",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fullassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_fullassessmentevent" ("child_id", "finished_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "route", "source", "started_on") VALUES (OLD."child_id", OLD."finished_on", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."route", OLD."source", OLD."started_on"); RETURN NULL;',
                    hash="0e3e9a3bd18f1ae9ade02baaf2d5655b19805ffe",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_09592",
                    table="kinship_fullassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fullassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_fullassessmentevent" ("child_id", "finished_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "route", "source", "started_on") VALUES (OLD."child_id", OLD."finished_on", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."route", OLD."source", OLD."started_on"); RETURN NULL;',
                    hash="06453faad9ae1730f0f521c08ff37af5bd28524b",
                    operation="DELETE",
                    pgid="pgtrigger_removed_1ed6d",
                    table="kinship_fullassessment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="assessedadult",
            constraint=models.UniqueConstraint(fields=("assessment", "person"), name="assessed_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessedadult",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_assessedadultevent" ("assessment_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source") VALUES (OLD."assessment_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="937cd680a6f27c4fe35a58c22158a770e070a7a6",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_d7974",
                    table="kinship_assessedadult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessedadult",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_assessedadultevent" ("assessment_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source") VALUES (OLD."assessment_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="a41f055236cf206536d113e527ab76a6f490ae90",
                    operation="DELETE",
                    pgid="pgtrigger_removed_57c24",
                    table="kinship_assessedadult",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="kinfact",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="kin_fact_by_person"),
        ),
        migrations.AddConstraint(
            model_name="kinfact",
            constraint=models.UniqueConstraint(fields=("matter", "person", "kind"), name="kin_fact_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kinfact",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_kinfactevent" ("happened_on", "id", "kind", "matter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "until") VALUES (OLD."happened_on", OLD."id", OLD."kind", OLD."matter", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."until"); RETURN NULL;',
                    hash="49cfc4d4812859f71529cb8199a1c7910e348a01",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_03b41",
                    table="kinship_kinfact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kinfact",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_kinfactevent" ("happened_on", "id", "kind", "matter", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "until") VALUES (OLD."happened_on", OLD."id", OLD."kind", OLD."matter", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."until"); RETURN NULL;',
                    hash="c46c0fda6e6e52a493ddf41e2308fc6a370b1598",
                    operation="DELETE",
                    pgid="pgtrigger_removed_01f80",
                    table="kinship_kinfact",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="lookadult",
            constraint=models.UniqueConstraint(fields=("look", "person"), name="look_adult_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookadult",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_lookadultevent" ("id", "look_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "view") VALUES (OLD."id", OLD."look_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."view"); RETURN NULL;',
                    hash="51c302e677e4faac23c1612b04f0ab39da2860e2",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_6a8d2",
                    table="kinship_lookadult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookadult",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_lookadultevent" ("id", "look_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "view") VALUES (OLD."id", OLD."look_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."view"); RETURN NULL;',
                    hash="0eac4e028da676aeb5c1246c1d76ee4b95659158",
                    operation="DELETE",
                    pgid="pgtrigger_removed_35eba",
                    table="kinship_lookadult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookreason",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_lookreasonevent" ("concerns_id", "id", "look_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."concerns_id", OLD."id", OLD."look_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="9aa4bd95aa1687070b13eb5a833441893c8e25a4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_91c7a",
                    table="kinship_lookreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookreason",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_lookreasonevent" ("concerns_id", "id", "look_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."concerns_id", OLD."id", OLD."look_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="d78f836c88952293f210dcff963ddc15f4e0dd9f",
                    operation="DELETE",
                    pgid="pgtrigger_removed_cfc10",
                    table="kinship_lookreason",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="maydecide",
            constraint=models.CheckConstraint(
                condition=models.Q(("may", True), models.Q(("words", ""), _negated=True), _connector="OR"),
                name="may_decide_no_with_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="maydecide",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_maydecideevent" ("caring_id", "id", "may", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "what", "words") VALUES (OLD."caring_id", OLD."id", OLD."may", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."what", OLD."words"); RETURN NULL;',
                    hash="1b19717eeadcca350a7c126612dbfdfb3048ed45",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_22e3c",
                    table="kinship_maydecide",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="maydecide",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_maydecideevent" ("caring_id", "id", "may", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "what", "words") VALUES (OLD."caring_id", OLD."id", OLD."may", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."what", OLD."words"); RETURN NULL;',
                    hash="1434dcecf300018083171764d9cbe2073a39822e",
                    operation="DELETE",
                    pgid="pgtrigger_removed_67100",
                    table="kinship_maydecide",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="needtoknow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("concerns__isnull", True), models.Q(("why_needed", ""), _negated=True), _connector="OR"
                ),
                name="need_to_know_of_another",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needtoknow",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_needtoknowevent" ("child_id", "concerns_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "why_needed", "words") VALUES (OLD."child_id", OLD."concerns_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."why_needed", OLD."words"); RETURN NULL;',
                    hash="272179c9c55614887c54e36b1658b1b7d56f9bbd",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_5a700",
                    table="kinship_needtoknow",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needtoknow",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_needtoknowevent" ("child_id", "concerns_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "why_needed", "words") VALUES (OLD."child_id", OLD."concerns_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."why_needed", OLD."words"); RETURN NULL;',
                    hash="b5c86c03c9176961a46176a4bd2b2f0ccd4ec61b",
                    operation="DELETE",
                    pgid="pgtrigger_removed_90555",
                    table="kinship_needtoknow",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_ownanswerevent" ("assessment_id", "id", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."assessment_id", OLD."id", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="46050ee0b9d9646b4dab9927393583c2e1f2b9e9",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_503d8",
                    table="kinship_ownanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_ownanswerevent" ("assessment_id", "id", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."assessment_id", OLD."id", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="64a3c9a2d2a22d7add626d7ce2c1072012ab8fd8",
                    operation="DELETE",
                    pgid="pgtrigger_removed_77cc8",
                    table="kinship_ownanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reductionnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer_by__gt", models.F("given_on"))), name="notice_gives_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="reductionnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("decision", ""), ("stands__isnull", True)),
                    models.Q(
                        ("decided_on__isnull", False),
                        ("stands__isnull", False),
                        models.Q(("decision", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="notice_decided_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="reductionnotice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_on__isnull", True)), fields=("award",), name="notice_one_open"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reductionnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_reductionnoticeevent" ("answer_by", "award_id", "decided_by", "decided_on", "decision", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source", "stands", "to_pence") VALUES (OLD."answer_by", OLD."award_id", OLD."decided_by", OLD."decided_on", OLD."decision", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."stands", OLD."to_pence"); RETURN NULL;',
                    hash="142c8cf1c5772b53fdfec9007972cfe37f911d3a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_cf7ee",
                    table="kinship_reductionnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reductionnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_reductionnoticeevent" ("answer_by", "award_id", "decided_by", "decided_on", "decision", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source", "stands", "to_pence") VALUES (OLD."answer_by", OLD."award_id", OLD."decided_by", OLD."decided_on", OLD."decision", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."stands", OLD."to_pence"); RETURN NULL;',
                    hash="fe57646ed1fce978d9046d8b69a7840a722cf907",
                    operation="DELETE",
                    pgid="pgtrigger_removed_ff0c4",
                    table="kinship_reductionnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticeanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_noticeanswerevent" ("id", "notice_id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."id", OLD."notice_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="33036b852996ba4446279ee64cce6ea242d26fd0",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_bec79",
                    table="kinship_noticeanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticeanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_noticeanswerevent" ("id", "notice_id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."id", OLD."notice_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="730730b852832ce7685e4966fe209be0574309ab",
                    operation="DELETE",
                    pgid="pgtrigger_removed_35080",
                    table="kinship_noticeanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_on__isnull", True)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        ("answered_on__gte", models.F("asked_on")),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="request_answered_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("began_on__isnull", True), ("began_on__gte", models.F("asked_on")), _connector="OR"
                ),
                name="request_began_after",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="request",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_requestevent" ("answer", "answered_on", "asked_on", "began_on", "caring_id", "id", "kind", "kind_then", "pence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."answer", OLD."answered_on", OLD."asked_on", OLD."began_on", OLD."caring_id", OLD."id", OLD."kind", OLD."kind_then", OLD."pence", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="eec8ce510292ad936a7c3d69ebf22dc87f643e1d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_4581a",
                    table="kinship_request",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="request",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_requestevent" ("answer", "answered_on", "asked_on", "began_on", "caring_id", "id", "kind", "kind_then", "pence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."answer", OLD."answered_on", OLD."asked_on", OLD."began_on", OLD."caring_id", OLD."id", OLD."kind", OLD."kind_then", OLD."pence", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="1438498d6fcdae52e6802f82a6d79a5d5440e911",
                    operation="DELETE",
                    pgid="pgtrigger_removed_c2519",
                    table="kinship_request",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="said",
            index=models.Index(fields=["assessment", "person", "question"], name="said_of"),
        ),
        migrations.AddConstraint(
            model_name="said",
            constraint=models.CheckConstraint(
                condition=models.Q(("carried__isnull", True), ("again", False), _connector="OR"),
                name="said_carried_was_not_asked",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="said",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_saidevent" ("again", "assessment_id", "carried_id", "id", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."again", OLD."assessment_id", OLD."carried_id", OLD."id", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."question", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="e58594bf722a54d4a8ee29decb246f9524c0e442",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_bb252",
                    table="kinship_said",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="said",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_saidevent" ("again", "assessment_id", "carried_id", "id", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."again", OLD."assessment_id", OLD."carried_id", OLD."id", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."question", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="5a21e10fc5bfa683d14d2a51ca668d7beed43ae1",
                    operation="DELETE",
                    pgid="pgtrigger_removed_41cce",
                    table="kinship_said",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportline",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_supportlineevent" ("by_on", "caring_id", "done_on", "id", "need", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "stopped_because", "what", "who", "words") VALUES (OLD."by_on", OLD."caring_id", OLD."done_on", OLD."id", OLD."need", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."stopped_because", OLD."what", OLD."who", OLD."words"); RETURN NULL;',
                    hash="2349f4a728767e6a372cb0add3cf2a5254f2d712",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_92be6",
                    table="kinship_supportline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportline",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_supportlineevent" ("by_on", "caring_id", "done_on", "id", "need", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "stopped_because", "what", "who", "words") VALUES (OLD."by_on", OLD."caring_id", OLD."done_on", OLD."id", OLD."need", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."stopped_because", OLD."what", OLD."who", OLD."words"); RETURN NULL;',
                    hash="057c231c7844008d2d2a6f7fe043fd1ff64945a5",
                    operation="DELETE",
                    pgid="pgtrigger_removed_54cac",
                    table="kinship_supportline",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="temporaryapproval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", True), ("how_ended", "")),
                    models.Q(
                        ("ended_on__gte", models.F("began_on")), models.Q(("how_ended", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="temporary_ended_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="temporaryapproval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_by__isnull", True), ("agreed_on__isnull", True)),
                    models.Q(("agreed_by__isnull", False), ("agreed_on__isnull", False)),
                    _connector="OR",
                ),
                name="temporary_agreed_by_and_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="temporaryapproval",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)),
                fields=("child", "carer"),
                name="temporary_one_now",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="temporaryapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_temporaryapprovalevent" ("agreed_by", "agreed_on", "agreement_on", "began_on", "carer_id", "child_id", "ended_on", "how_ended", "id", "looked_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "runs_until", "source") VALUES (OLD."agreed_by", OLD."agreed_on", OLD."agreement_on", OLD."began_on", OLD."carer_id", OLD."child_id", OLD."ended_on", OLD."how_ended", OLD."id", OLD."looked_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."runs_until", OLD."source"); RETURN NULL;',
                    hash="421e3907487497fb8fff05c42a3c6e1d5492074f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_55065",
                    table="kinship_temporaryapproval",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="temporaryapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_temporaryapprovalevent" ("agreed_by", "agreed_on", "agreement_on", "began_on", "carer_id", "child_id", "ended_on", "how_ended", "id", "looked_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "runs_until", "source") VALUES (OLD."agreed_by", OLD."agreed_on", OLD."agreement_on", OLD."began_on", OLD."carer_id", OLD."child_id", OLD."ended_on", OLD."how_ended", OLD."id", OLD."looked_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."runs_until", OLD."source"); RETURN NULL;',
                    hash="ea1969dedcc4e3a57892455770898bc58c135c20",
                    operation="DELETE",
                    pgid="pgtrigger_removed_9d39e",
                    table="kinship_temporaryapproval",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="approvalextension",
            constraint=models.UniqueConstraint(fields=("approval", "kind"), name="extension_once"),
        ),
        migrations.AddConstraint(
            model_name="approvalextension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "review"), ("runs_until__isnull", True)),
                    models.Q(("kind", "longer"), ("runs_until__gt", models.F("began_on"))),
                    _connector="OR",
                ),
                name="extension_runs_until",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="approvalextension",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_approvalextensionevent" ("approval_id", "began_on", "id", "kind", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "reviewing_told_on", "runs_until", "source", "still_best") VALUES (OLD."approval_id", OLD."began_on", OLD."id", OLD."kind", OLD."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."reviewing_told_on", OLD."runs_until", OLD."source", OLD."still_best"); RETURN NULL;',
                    hash="4d3e0e5f4734492b72289ab9ecc8015969f1d440",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_89dea",
                    table="kinship_approvalextension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="approvalextension",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_approvalextensionevent" ("approval_id", "began_on", "id", "kind", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "reviewing_told_on", "runs_until", "source", "still_best") VALUES (OLD."approval_id", OLD."began_on", OLD."id", OLD."kind", OLD."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."reviewing_told_on", OLD."runs_until", OLD."source", OLD."still_best"); RETURN NULL;',
                    hash="59e434a39d6f1d59368b99ee04860a8af208420b",
                    operation="DELETE",
                    pgid="pgtrigger_removed_943f8",
                    table="kinship_approvalextension",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="toldreason",
            constraint=models.UniqueConstraint(fields=("look", "person"), name="told_reason_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="toldreason",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_toldreasonevent" ("id", "look_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."id", OLD."look_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="ac3c065d07b1a6a825be4714c7cc82c86c6ddeca",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_76a7b",
                    table="kinship_toldreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="toldreason",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_toldreasonevent" ("id", "look_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."id", OLD."look_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="8f91a161e382e7abd86f2d6741d78c0aab2b3eb8",
                    operation="DELETE",
                    pgid="pgtrigger_removed_60104",
                    table="kinship_toldreason",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="lookchallenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_on__isnull", True)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_on__gte", models.F("on"))),
                    _connector="OR",
                ),
                name="look_challenge_answered_on",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookchallenge",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kinship_lookchallengeevent" ("answer", "answered_on", "id", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "told_id", "words") VALUES (OLD."answer", OLD."answered_on", OLD."id", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."told_id", OLD."words"); RETURN NULL;',
                    hash="1262442f34976548aafe760607d1190a49a3c65d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_7f121",
                    table="kinship_lookchallenge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookchallenge",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kinship_lookchallengeevent" ("answer", "answered_on", "id", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "told_id", "words") VALUES (OLD."answer", OLD."answered_on", OLD."id", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."told_id", OLD."words"); RETURN NULL;',
                    hash="fc79a12db47573a274d454b2b2597b20d76f36c2",
                    operation="DELETE",
                    pgid="pgtrigger_removed_a1db6",
                    table="kinship_lookchallenge",
                    when="AFTER",
                ),
            ),
        ),
    ]
