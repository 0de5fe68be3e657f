"""Codes to sign in by: where each goes, and one row for each that was asked for."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0081_who_chose"),
        ("people", "0031_a_disability_taken_out"),
    ]

    operations = [
        migrations.AddField(
            model_name="signedin",
            name="how",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="By what: password, code, passkey.",
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="CodeChoice",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("chosen_at", models.DateTimeField(help_text="When its owner chose it (UTC).")),
                (
                    "proved_at",
                    models.DateTimeField(
                        help_text="When they typed the code that was sent there (UTC); nothing holds before.",
                        null=True,
                    ),
                ),
                ("ended_at", models.DateTimeField(help_text="When it ended (UTC).", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="code_choices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="code_choices",
                        to="people.contactpoint",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SignInCode",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "what_for",
                    models.CharField(
                        choices=[
                            ("sign_in", "to sign in"),
                            ("choice", "to show that what is sent there arrives"),
                        ],
                        help_text="What it is for.",
                        max_length=7,
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        help_text="Keyed digest of the code; the code itself is nowhere.", max_length=64
                    ),
                ),
                ("made_at", models.DateTimeField(help_text="When it was asked for (UTC).")),
                (
                    "tries",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="How often it was typed, rightly or not."
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(help_text="When it opened what it is for (UTC), once.", null=True),
                ),
                ("sent_at", models.DateTimeField(help_text="When it was sent (UTC).", null=True)),
                (
                    "choice",
                    models.ForeignKey(
                        help_text="Where it goes; none: nowhere.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="access.codechoice",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="codechoice",
            index=models.Index(fields=["contact"], name="code_choice_contact"),
        ),
        migrations.AddConstraint(
            model_name="codechoice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True), ("proved_at__isnull", False)),
                fields=("account",),
                name="code_choice_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="codechoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("proved_at__isnull", True), ("proved_at__gte", models.F("chosen_at")), _connector="OR"
                ),
                name="code_choice_proved_after_chosen",
            ),
        ),
        migrations.AddIndex(
            model_name="signincode",
            index=models.Index(fields=["choice", "-made_at"], name="sign_in_code_choice"),
        ),
    ]
