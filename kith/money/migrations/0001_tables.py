"""The tables of what carers are paid (docs/adr/0225)."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0036_kept_apart_reviewed"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaymentRunEvent",
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
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="The nights that it pays for."
                    ),
                ),
                ("pay_on", models.DateField(help_text="The day on which the money is to be there.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ready", "waits for the second person"),
                            ("approved", "approved"),
                            ("exported", "given to the finance system"),
                            ("sent_back", "sent back"),
                        ],
                        default="ready",
                        max_length=9,
                    ),
                ),
                ("lines_count", models.PositiveIntegerField(help_text="Control total: lines that are paid.")),
                (
                    "payees_count",
                    models.PositiveIntegerField(help_text="Control total: people who are paid."),
                ),
                ("total_pence", models.PositiveBigIntegerField(help_text="Control total: pence.")),
                ("held_count", models.PositiveIntegerField(help_text="Lines that wait.")),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 over the lines as they were handed over.", max_length=64
                    ),
                ),
                ("answered_by", models.UUIDField(editable=False, help_text="The second person.", null=True)),
                (
                    "answered_at",
                    models.DateTimeField(editable=False, help_text="When they answered (UTC).", null=True),
                ),
                (
                    "sent_back_because",
                    models.CharField(blank=True, help_text="Why it was sent back.", max_length=300),
                ),
                (
                    "exported_at",
                    models.DateTimeField(
                        editable=False, help_text="When the file was made (UTC).", null=True
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Rate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        help_text="The age in whole years at which the band begins."
                    ),
                ),
                ("weekly_pence", models.PositiveIntegerField(help_text="Pence for seven nights.")),
            ],
        ),
        migrations.CreateModel(
            name="RateVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fostering", "fostering"),
                            ("kinship_fostering", "fostering by family or friends"),
                            ("special_guardianship", "special guardianship"),
                            ("child_arrangements", "child arrangements order"),
                            ("kinship", "other kinship care"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="What these rates are called, such as 2026-27.", max_length=80
                    ),
                ),
                ("from_on", models.DateField(help_text="The first night that is paid by them.")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="Of versions from the same day, the highest number holds."
                    ),
                ),
                (
                    "published",
                    models.CharField(
                        help_text="Where anybody can read them, or that they are made up.", max_length=300
                    ),
                ),
                (
                    "made_up",
                    models.BooleanField(
                        default=False,
                        help_text="Whether they are made up for a demonstration and nobody's real rates.",
                    ),
                ),
                (
                    "set_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When they were set (UTC).",
                    ),
                ),
                (
                    "set_by",
                    models.UUIDField(editable=False, help_text="The account that set them.", null=True),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BankDetail",
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
                ("sealed", models.BinaryField(help_text="Name, sort code and account number, encrypted.")),
                (
                    "ends_with",
                    models.CharField(help_text="The last four digits, to know it by.", max_length=4),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for the second check"),
                            ("agreed", "agreed"),
                            ("refused", "not taken"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("checked_by", models.UUIDField(editable=False, help_text="The second person.", null=True)),
                (
                    "checked_at",
                    models.DateTimeField(editable=False, help_text="When they checked (UTC).", null=True),
                ),
                (
                    "how_checked",
                    models.CharField(
                        blank=True,
                        help_text="How they made sure that the carer asked for it; or why not.",
                        max_length=300,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_details",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BankDetailEvent",
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
                    "ends_with",
                    models.CharField(help_text="The last four digits, to know it by.", max_length=4),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for the second check"),
                            ("agreed", "agreed"),
                            ("refused", "not taken"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("checked_by", models.UUIDField(editable=False, help_text="The second person.", null=True)),
                (
                    "checked_at",
                    models.DateTimeField(editable=False, help_text="When they checked (UTC).", null=True),
                ),
                (
                    "how_checked",
                    models.CharField(
                        blank=True,
                        help_text="How they made sure that the carer asked for it; or why not.",
                        max_length=300,
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
                        to="money.bankdetail",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Hold",
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
                ("reason", models.CharField(help_text="Why it waits. The carer reads it.", max_length=300)),
                ("look_again_on", models.DateField(help_text="By when somebody looks at it again.")),
                ("ended_at", models.DateTimeField(help_text="When it ended (UTC).", null=True)),
                (
                    "ended_by",
                    models.UUIDField(editable=False, help_text="The account that ended it.", null=True),
                ),
                (
                    "child",
                    models.ForeignKey(
                        help_text="For which child; for all where blank.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Whose payments wait.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_holds",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HoldEvent",
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
                ("reason", models.CharField(help_text="Why it waits. The carer reads it.", max_length=300)),
                ("look_again_on", models.DateField(help_text="By when somebody looks at it again.")),
                ("ended_at", models.DateTimeField(help_text="When it ended (UTC).", null=True)),
                (
                    "ended_by",
                    models.UUIDField(editable=False, help_text="The account that ended it.", null=True),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="For which child; for all where blank.",
                        null=True,
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
                        help_text="Whose payments wait.",
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
                        to="money.hold",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NotPaid",
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
                    "because",
                    models.CharField(help_text="Who is paid instead, and who said so.", max_length=300),
                ),
                ("ended_at", models.DateTimeField(help_text="When it ended (UTC).", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="not_paid",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "not paid",
            },
        ),
        migrations.CreateModel(
            name="NotPaidEvent",
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
                    "because",
                    models.CharField(help_text="Who is paid instead, and who said so.", max_length=300),
                ),
                ("ended_at", models.DateTimeField(help_text="When it ended (UTC).", null=True)),
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
                        to="money.notpaid",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Overpayment",
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
                ("pence", models.PositiveIntegerField(help_text="How much too much.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("found", "nobody has told them yet"),
                            ("told", "they were told, and asked"),
                            ("agreed", "paid back as they agreed"),
                            ("let_be", "not asked back"),
                        ],
                        default="found",
                        max_length=7,
                    ),
                ),
                (
                    "told_on",
                    models.DateField(help_text="When they were told, and how it came about.", null=True),
                ),
                (
                    "told_words",
                    models.CharField(blank=True, help_text="What they were told.", max_length=600),
                ),
                (
                    "their_words",
                    models.CharField(blank=True, help_text="What they say, in their words.", max_length=600),
                ),
                (
                    "hardship",
                    models.BooleanField(default=False, help_text="Whether paying it back would be hardship."),
                ),
                (
                    "each_time_pence",
                    models.PositiveIntegerField(
                        default=0, help_text="How much comes off each payment, as they agreed."
                    ),
                ),
                ("agreed_on", models.DateField(help_text="The day on which they agreed.", null=True)),
                (
                    "why_let_be",
                    models.CharField(blank=True, help_text="Why it is not asked back.", max_length=300),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overpayments",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaymentQuestion",
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
                ("words", models.CharField(help_text="In their words.", max_length=1000)),
                ("answer_by", models.DateField(help_text="The day by which they have an answer.")),
                ("answer", models.CharField(blank=True, help_text="What was answered.", max_length=1000)),
                ("answered_at", models.DateTimeField(help_text="When (UTC).", null=True)),
                (
                    "answered_by",
                    models.UUIDField(editable=False, help_text="The account that answered.", null=True),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_questions",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaymentQuestionEvent",
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
                ("words", models.CharField(help_text="In their words.", max_length=1000)),
                ("answer_by", models.DateField(help_text="The day by which they have an answer.")),
                ("answer", models.CharField(blank=True, help_text="What was answered.", max_length=1000)),
                ("answered_at", models.DateTimeField(help_text="When (UTC).", null=True)),
                (
                    "answered_by",
                    models.UUIDField(editable=False, help_text="The account that answered.", null=True),
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
                        to="money.paymentquestion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaymentRun",
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
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="The nights that it pays for."
                    ),
                ),
                ("pay_on", models.DateField(help_text="The day on which the money is to be there.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ready", "waits for the second person"),
                            ("approved", "approved"),
                            ("exported", "given to the finance system"),
                            ("sent_back", "sent back"),
                        ],
                        default="ready",
                        max_length=9,
                    ),
                ),
                ("lines_count", models.PositiveIntegerField(help_text="Control total: lines that are paid.")),
                (
                    "payees_count",
                    models.PositiveIntegerField(help_text="Control total: people who are paid."),
                ),
                ("total_pence", models.PositiveBigIntegerField(help_text="Control total: pence.")),
                ("held_count", models.PositiveIntegerField(help_text="Lines that wait.")),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 over the lines as they were handed over.", max_length=64
                    ),
                ),
                ("answered_by", models.UUIDField(editable=False, help_text="The second person.", null=True)),
                (
                    "answered_at",
                    models.DateTimeField(editable=False, help_text="When they answered (UTC).", null=True),
                ),
                (
                    "sent_back_because",
                    models.CharField(blank=True, help_text="Why it was sent back.", max_length=300),
                ),
                (
                    "exported_at",
                    models.DateTimeField(
                        editable=False, help_text="When the file was made (UTC).", null=True
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Func(
                                models.F("period"), function="isempty", output_field=models.BooleanField()
                            ),
                            _negated=True,
                        ),
                        name="run_period_not_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by__isnull", True),
                            models.Q(("answered_by", models.F("recorded_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="run_takes_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_by__isnull", True), ("state", "ready")),
                            models.Q(
                                models.Q(("state", "ready"), _negated=True), ("answered_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="run_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "sent_back"), _negated=True),
                            models.Q(("sent_back_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="run_sent_back_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "ready")), fields=("state",), name="run_one_waits"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("state", "sent_back"), _negated=True),
                        expressions=[("period", "&&")],
                        name="run_one_a_night",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentResult",
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
                ("paid", models.BooleanField(help_text="Whether the money went out; else it came back.")),
                ("on", models.DateField(help_text="The day of that.")),
                ("pence", models.PositiveBigIntegerField(help_text="How much.")),
                (
                    "payee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="money.paymentrun",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaymentLine",
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
                            ("fostering", "fostering"),
                            ("kinship_fostering", "fostering by family or friends"),
                            ("special_guardianship", "special guardianship"),
                            ("child_arrangements", "child arrangements order"),
                            ("kinship", "other kinship care"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("regular", "for this time"),
                            ("arrears", "owed for an earlier time"),
                            ("overpaid", "paid too much before"),
                            ("repayment", "paid back as agreed"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "nights",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="Which nights; blank for what is paid back.", null=True
                    ),
                ),
                (
                    "weekly_pence",
                    models.PositiveIntegerField(default=0, help_text="What a week of these nights is worth."),
                ),
                (
                    "before_pence",
                    models.PositiveIntegerField(
                        default=0, help_text="What a week of them was paid at before."
                    ),
                ),
                (
                    "pence",
                    models.IntegerField(
                        help_text="What this line comes to; below nothing where too much was paid."
                    ),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        help_text="How old the child was on the first night.", null=True
                    ),
                ),
                ("fact", models.UUIDField(help_text="The stay or award that it rests on.", null=True)),
                ("held", models.CharField(blank=True, help_text="Code of why it waits.", max_length=20)),
                ("held_words", models.CharField(blank=True, help_text="Why, in words.", max_length=300)),
                (
                    "bank",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="money.bankdetail",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "overpayment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="money.overpayment",
                    ),
                ),
                (
                    "payee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_lines",
                        to="people.person",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="money.paymentrun",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OverpaymentEvent",
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
                ("pence", models.PositiveIntegerField(help_text="How much too much.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("found", "nobody has told them yet"),
                            ("told", "they were told, and asked"),
                            ("agreed", "paid back as they agreed"),
                            ("let_be", "not asked back"),
                        ],
                        default="found",
                        max_length=7,
                    ),
                ),
                (
                    "told_on",
                    models.DateField(help_text="When they were told, and how it came about.", null=True),
                ),
                (
                    "told_words",
                    models.CharField(blank=True, help_text="What they were told.", max_length=600),
                ),
                (
                    "their_words",
                    models.CharField(blank=True, help_text="What they say, in their words.", max_length=600),
                ),
                (
                    "hardship",
                    models.BooleanField(default=False, help_text="Whether paying it back would be hardship."),
                ),
                (
                    "each_time_pence",
                    models.PositiveIntegerField(
                        default=0, help_text="How much comes off each payment, as they agreed."
                    ),
                ),
                ("agreed_on", models.DateField(help_text="The day on which they agreed.", null=True)),
                (
                    "why_let_be",
                    models.CharField(blank=True, help_text="Why it is not asked back.", max_length=300),
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
                        to="money.overpayment",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The run that found it; its lines say which nights.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="money.paymentrun",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="overpayment",
            name="run",
            field=models.ForeignKey(
                help_text="The run that found it; its lines say which nights.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="overpayments",
                to="money.paymentrun",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentrun",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "money_paymentrunevent" ("answered_at", "answered_by", "digest", "exported_at", "held_count", "id", "lines_count", "pay_on", "payees_count", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "sent_back_because", "source", "state", "total_pence") VALUES (OLD."answered_at", OLD."answered_by", OLD."digest", OLD."exported_at", OLD."held_count", OLD."id", OLD."lines_count", OLD."pay_on", OLD."payees_count", OLD."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."sent_back_because", OLD."source", OLD."state", OLD."total_pence"); RETURN NULL;',
                    hash="80173a32a65c7acb3b4216a5a6d5cc3b90dea63f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_a46dc",
                    table="money_paymentrun",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentrun",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "money_paymentrunevent" ("answered_at", "answered_by", "digest", "exported_at", "held_count", "id", "lines_count", "pay_on", "payees_count", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "sent_back_because", "source", "state", "total_pence") VALUES (OLD."answered_at", OLD."answered_by", OLD."digest", OLD."exported_at", OLD."held_count", OLD."id", OLD."lines_count", OLD."pay_on", OLD."payees_count", OLD."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."sent_back_because", OLD."source", OLD."state", OLD."total_pence"); RETURN NULL;',
                    hash="740af7e0fa52110f88a7cf3f7874b3474d19090d",
                    operation="DELETE",
                    pgid="pgtrigger_removed_f316e",
                    table="money_paymentrun",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="paymentrunevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="money.paymentrun",
            ),
        ),
        migrations.AddField(
            model_name="paymentline",
            name="rate",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="money.rate"
            ),
        ),
        migrations.AddConstraint(
            model_name="rateversion",
            constraint=models.UniqueConstraint(fields=("kind", "from_on", "number"), name="rates_once"),
        ),
        migrations.AddField(
            model_name="rate",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bands", to="money.rateversion"
            ),
        ),
        migrations.AddConstraint(
            model_name="bankdetail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_by__isnull", True),
                    models.Q(("checked_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="bank_takes_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankdetail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_by__isnull", True), ("state", "waiting")),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True),
                        ("checked_by__isnull", False),
                        models.Q(("how_checked", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="bank_checked_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankdetail",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")), fields=("person",), name="bank_one_waits"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankdetail",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."checked_at" IS DISTINCT FROM (NEW."checked_at") OR OLD."checked_by" IS DISTINCT FROM (NEW."checked_by") OR OLD."ends_with" IS DISTINCT FROM (NEW."ends_with") OR OLD."how_checked" IS DISTINCT FROM (NEW."how_checked") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by" IS DISTINCT FROM (NEW."recorded_by") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "money_bankdetailevent" ("checked_at", "checked_by", "ends_with", "how_checked", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "state") VALUES (OLD."checked_at", OLD."checked_by", OLD."ends_with", OLD."how_checked", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."state"); RETURN NULL;',
                    hash="e4db61ee428c9cdc4752e5f02de533959b71ad27",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_406ae",
                    table="money_bankdetail",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankdetail",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "money_bankdetailevent" ("checked_at", "checked_by", "ends_with", "how_checked", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "state") VALUES (OLD."checked_at", OLD."checked_by", OLD."ends_with", OLD."how_checked", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."state"); RETURN NULL;',
                    hash="9301cdddc159ab1065756c393ec04f6712fddf9d",
                    operation="DELETE",
                    pgid="pgtrigger_removed_4399c",
                    table="money_bankdetail",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="hold_says_why"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "money_holdevent" ("child_id", "ended_at", "ended_by", "id", "look_again_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source") VALUES (OLD."child_id", OLD."ended_at", OLD."ended_by", OLD."id", OLD."look_again_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="00009c0ee4c3ef0f2b73378d5cd5c410d071764d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_f2fe1",
                    table="money_hold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "money_holdevent" ("child_id", "ended_at", "ended_by", "id", "look_again_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by", "source") VALUES (OLD."child_id", OLD."ended_at", OLD."ended_by", OLD."id", OLD."look_again_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="26a4795e57410e4b6c38eba32e1d2a21699f1d69",
                    operation="DELETE",
                    pgid="pgtrigger_removed_83358",
                    table="money_hold",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="notpaid",
            constraint=models.CheckConstraint(
                condition=models.Q(("because", ""), _negated=True), name="not_paid_because"
            ),
        ),
        migrations.AddConstraint(
            model_name="notpaid",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)), fields=("person",), name="not_paid_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notpaid",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "money_notpaidevent" ("because", "ended_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source") VALUES (OLD."because", OLD."ended_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="08f35cb5a78b7781df6e7c1dca8925fbb010865d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_070b0",
                    table="money_notpaid",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notpaid",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "money_notpaidevent" ("because", "ended_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source") VALUES (OLD."because", OLD."ended_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="a5432fd6b47f067e2fc29bfd6df2fb7de180babc",
                    operation="DELETE",
                    pgid="pgtrigger_removed_3664b",
                    table="money_notpaid",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="question_in_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="question_answered",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "money_paymentquestionevent" ("answer", "answer_by", "answered_at", "answered_by", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."answer", OLD."answer_by", OLD."answered_at", OLD."answered_by", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="8ccc7e233cbf53f5ce5775c29ba7a4b58ee3d3c0",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_c3b15",
                    table="money_paymentquestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "money_paymentquestionevent" ("answer", "answer_by", "answered_at", "answered_by", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "words") VALUES (OLD."answer", OLD."answer_by", OLD."answered_at", OLD."answered_by", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."words"); RETURN NULL;',
                    hash="7d6d5ff37b8dcac72c54e8668b5743d8138ee1bf",
                    operation="DELETE",
                    pgid="pgtrigger_removed_f2214",
                    table="money_paymentquestion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentresult",
            constraint=models.UniqueConstraint(fields=("run", "payee", "paid", "on"), name="result_once"),
        ),
        migrations.AddConstraint(
            model_name="overpayment",
            constraint=models.UniqueConstraint(fields=("person", "run"), name="overpaid_once_a_run"),
        ),
        migrations.AddConstraint(
            model_name="overpayment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "agreed"), _negated=True),
                    models.Q(
                        ("agreed_on__isnull", False), ("each_time_pence__gt", 0), ("told_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="overpaid_agreed_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="overpayment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "agreed"), _negated=True),
                    ("agreed_on__gte", models.F("told_on")),
                    _connector="OR",
                ),
                name="overpaid_told_before",
            ),
        ),
        migrations.AddConstraint(
            model_name="overpayment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "let_be"), _negated=True),
                    models.Q(("why_let_be", ""), _negated=True),
                    _connector="OR",
                ),
                name="overpaid_let_be_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overpayment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "money_overpaymentevent" ("agreed_on", "each_time_pence", "hardship", "id", "pence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "run_id", "source", "state", "their_words", "told_on", "told_words", "why_let_be") VALUES (OLD."agreed_on", OLD."each_time_pence", OLD."hardship", OLD."id", OLD."pence", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."run_id", OLD."source", OLD."state", OLD."their_words", OLD."told_on", OLD."told_words", OLD."why_let_be"); RETURN NULL;',
                    hash="987bfb31263e1c3b33c629dbabfbe2e74216686d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_a50bd",
                    table="money_overpayment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overpayment",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "money_overpaymentevent" ("agreed_on", "each_time_pence", "hardship", "id", "pence", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "run_id", "source", "state", "their_words", "told_on", "told_words", "why_let_be") VALUES (OLD."agreed_on", OLD."each_time_pence", OLD."hardship", OLD."id", OLD."pence", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."run_id", OLD."source", OLD."state", OLD."their_words", OLD."told_on", OLD."told_words", OLD."why_let_be"); RETURN NULL;',
                    hash="7fde4d761dfc784def3f4fefaeb110df38b6b850",
                    operation="DELETE",
                    pgid="pgtrigger_removed_12fb2",
                    table="money_overpayment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="paymentline",
            index=models.Index(fields=["payee", "run"], name="payment_of_payee"),
        ),
        migrations.AddConstraint(
            model_name="paymentline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("child__isnull", True),
                        ("nights__isnull", True),
                        ("overpayment__isnull", False),
                        ("what", "repayment"),
                    ),
                    models.Q(
                        models.Q(("what", "repayment"), _negated=True),
                        ("child__isnull", False),
                        ("nights__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="payment_line_of_nights",
            ),
        ),
        migrations.AddConstraint(
            model_name="rate",
            constraint=models.UniqueConstraint(fields=("version", "from_age"), name="rate_of_age_once"),
        ),
        migrations.AddConstraint(
            model_name="rate",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_age__lt", 18)), name="rate_of_a_child"
            ),
        ),
    ]
