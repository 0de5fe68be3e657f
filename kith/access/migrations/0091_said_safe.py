"""How and when it is safe to reach somebody, as they say it on their own page."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0090_codes_go_where_nobody_else_sees"),
        ("people", "0031_a_disability_taken_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="SafeContact",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("said_at", models.DateTimeField(help_text="When they said it (UTC).")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        choices=[("", "not said"), ("yes", "yes"), ("no", "no, or not sure")],
                        help_text="Whether ringing them is safe.",
                        max_length=3,
                    ),
                ),
                (
                    "voicemail",
                    models.CharField(
                        blank=True,
                        choices=[("", "not said"), ("yes", "yes"), ("no", "no, or not sure")],
                        help_text="Whether leaving them a voicemail is safe.",
                        max_length=3,
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        blank=True,
                        choices=[("", "not said"), ("yes", "yes"), ("no", "no, or not sure")],
                        help_text="Whether texting them is safe.",
                        max_length=3,
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        blank=True,
                        choices=[("", "not said"), ("yes", "yes"), ("no", "no, or not sure")],
                        help_text="Whether e-mailing them is safe.",
                        max_length=3,
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        blank=True,
                        choices=[("", "not said"), ("yes", "yes"), ("no", "no, or not sure")],
                        help_text="Whether posting to them is safe.",
                        max_length=3,
                    ),
                ),
                (
                    "when_safe",
                    models.CharField(blank=True, help_text="At which times, in their words.", max_length=300),
                ),
                (
                    "words",
                    models.CharField(blank=True, help_text="What else a worker must know.", max_length=300),
                ),
                (
                    "check_word",
                    models.CharField(
                        blank=True,
                        help_text="What they say so that a worker knows that it is them.",
                        max_length=40,
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(help_text="When a worker said that they read it (UTC).", null=True),
                ),
                ("seen_by", models.UUIDField(help_text="The account of that worker.", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="safe_contact",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "safe contact",
                "indexes": [models.Index(fields=["person", "-said_at"], name="safe_contact_person")],
            },
        ),
    ]
