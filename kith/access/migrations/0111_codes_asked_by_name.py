"""A code that was asked for holds the name until it is seen, behind the sign-in, whether it has anywhere to go."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0110_answers_about_whom_one_reads")]

    operations = [
        migrations.AddField(
            model_name="signincode",
            name="named",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The sign-in name that was typed, until it is seen whether it has anywhere to go.",
                max_length=254,
            ),
        ),
    ]
