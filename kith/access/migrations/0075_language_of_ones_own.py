"""The language that a family member chose for their own pages, kept with their account."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0074_a_lead_outside_finds_nobody")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="language",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The language that a family member chose for their own pages; empty: none chosen.",
                max_length=10,
            ),
        ),
    ]
