"""A letter that is filed keeps which own words stand in it word for word."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0015_ways_asked_in_one_place")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="quotes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                help_text="Of these, own words that stand in it word for word; empty in what was filed before that was kept.",
                null=True,
                size=None,
            ),
        ),
    ]
