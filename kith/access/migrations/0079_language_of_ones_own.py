"""The language that a family member chose for their own pages, kept with their account."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0078_families_read_no_release")]

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
