"""Photographs that workers choose to give, and the choice of a family account to see none."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0086_no_account_before_asking"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoPhotographs",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="no_photos",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("since", models.DateTimeField(help_text="When they chose it (UTC).")),
            ],
            options={
                "verbose_name_plural": "no photographs",
            },
        ),
        migrations.CreateModel(
            name="Photograph",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="photo",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "media_type",
                    models.CharField(
                        help_text="image/jpeg or image/png, told by its content.", max_length=10
                    ),
                ),
                (
                    "content",
                    models.BinaryField(help_text="The picture, without place, camera, times or words."),
                ),
                ("given_at", models.DateTimeField(help_text="When its owner gave it (UTC).")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("media_type__in", ["image/jpeg", "image/png"])),
                        name="photograph_kind",
                    )
                ],
            },
        ),
    ]
