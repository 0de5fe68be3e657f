"""Posts that wait are sealed; second steps of sign-ins; published quarters that never move."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("advice", "0025_forum_functions"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedQuarter",
            fields=[
                (
                    "first",
                    models.DateField(help_text="The quarter's first day.", primary_key=True, serialize=False),
                ),
                (
                    "asked",
                    models.IntegerField(help_text="How many asked; empty for fewer than ten.", null=True),
                ),
                (
                    "answered",
                    models.IntegerField(
                        help_text="How many were answered; empty where it would tell of few.", null=True
                    ),
                ),
                (
                    "unmet",
                    models.IntegerField(
                        help_text="How many were not helped; empty where it would tell of few.", null=True
                    ),
                ),
                ("published_at", models.DateTimeField(help_text="When (UTC).")),
            ],
        ),
        migrations.CreateModel(
            name="PublishedReason",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "reason",
                    models.CharField(
                        help_text="Code of the reason; `went` and `rest` besides.", max_length=12
                    ),
                ),
                ("number", models.IntegerField(help_text="How many.")),
            ],
        ),
        migrations.CreateModel(
            name="SecondStep",
            fields=[
                (
                    "adviser",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="second_step",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sealed", models.BinaryField(help_text="The app's secret, sealed for this account.")),
                ("since", models.DateTimeField(help_text="When its first code was right (UTC).", null=True)),
                (
                    "used",
                    models.BigIntegerField(
                        default=0, help_text="The last half minute whose code was used: none is used twice."
                    ),
                ),
            ],
        ),
        migrations.RemoveField(
            model_name="postreport",
            name="words",
        ),
        migrations.AddField(
            model_name="post",
            name="same",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Keyed digest of the words: the same sent again is known.",
                max_length=64,
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="sealed",
            field=models.BinaryField(
                help_text="The words, sealed, while a moderator has not let them through.", null=True
            ),
        ),
        migrations.AddField(
            model_name="postreport",
            name="sealed",
            field=models.BinaryField(
                help_text="What they add, sealed; gone once it is dealt with.", null=True
            ),
        ),
        migrations.AddField(
            model_name="thread",
            name="sealed",
            field=models.BinaryField(
                help_text="The title, sealed, while a moderator has not let it through.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="post",
            name="words",
            field=models.TextField(
                blank=True, help_text="What it says, as it may be read; empty while it waits or is gone."
            ),
        ),
        migrations.AlterField(
            model_name="thread",
            name="title",
            field=models.CharField(
                blank=True, help_text="As the list shows it; empty while it waits or is gone.", max_length=120
            ),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["contact", "at"], name="advice_look_contact"),
        ),
        migrations.AddField(
            model_name="publishedreason",
            name="quarter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reasons",
                to="advice.publishedquarter",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedreason",
            constraint=models.UniqueConstraint(fields=("quarter", "reason"), name="published_reason_once"),
        ),
    ]
