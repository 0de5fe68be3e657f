from django.db import migrations, models

from kith.core.rls import Policy, Protect


class Migration(migrations.Migration):
    dependencies = [("insight", "0002_who_reads")]

    operations = [
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "measure",
                    models.CharField(help_text="What is counted: kith/insight/measures.py.", max_length=12),
                ),
                ("quarter", models.DateField(help_text="First day of the quarter, which is over.")),
                (
                    "state",
                    models.CharField(
                        help_text="How it stood: one of the states of the measure.", max_length=12
                    ),
                ),
                ("number", models.IntegerField(help_text="How many; empty where hidden.", null=True)),
                ("as_at", models.DateField(help_text="The day on which it was counted, and published.")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "quarter", "state"), name="published_figure_once"
                    )
                ]
            },
        ),
        # Everybody reads them, with an account or without; the worker at night writes them, and nobody else.
        Protect(
            Policy("insight_publishedfigure", read="true", as_other="true", write="false", history=False)
        ),
    ]
