"""Family accounts: what their last sign-ins were, that their owner closed them, and from when sign-ins are dead."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0070_only_administrators_rename"),
        ("people", "0029_found_in_one_block"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="sessions_since",
            field=models.DateTimeField(
                editable=False,
                help_text="Sign-ins and first links from before this moment are dead (UTC).",
                null=True,
            ),
        ),
        migrations.CreateModel(
            name="ClosedDoor",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("closed_at", models.DateTimeField(help_text="When it was closed (UTC).")),
                (
                    "opened_at",
                    models.DateTimeField(help_text="When a worker opened it again (UTC).", null=True),
                ),
                ("opened_by", models.UUIDField(help_text="The account that opened it again.", null=True)),
                ("seen_on", models.DateField(help_text="The day on which that worker saw them.", null=True)),
                (
                    "how_seen",
                    models.CharField(
                        blank=True, help_text="How they were seen alone, and what was agreed.", max_length=300
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closed_doors",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Whose account it is.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closed_doors",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="closed_door_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("opened_at__isnull", True),
                                ("opened_by__isnull", True),
                                ("seen_on__isnull", True),
                            ),
                            models.Q(
                                ("opened_at__isnull", False),
                                ("opened_by__isnull", False),
                                ("seen_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="closed_door_opened_by_and_at",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("opened_at__isnull", True)),
                        fields=("account",),
                        name="closed_door_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignedIn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField(help_text="When (UTC).")),
                (
                    "device",
                    models.CharField(
                        help_text="What it came from: a phone, a computer. No more is kept.", max_length=20
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signed_in",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "signed in",
                "indexes": [models.Index(fields=["account", "-at"], name="signed_in_account")],
            },
        ),
    ]
