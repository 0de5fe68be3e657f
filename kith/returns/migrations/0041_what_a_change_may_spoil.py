"""Of a change, which return it may spoil: the other one need not be checked again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("returns", "0040_findings")]

    operations = [
        migrations.AddField(
            "tocheck",
            "kind",
            models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Which return it may change; blank: both.",
                max_length=8,
            ),
        ),
    ]
