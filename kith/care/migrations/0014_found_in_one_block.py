"""What the law is told of a person is found in one block of each table, or found not to be there (docs/adr/0136)."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0013_writes_by_role"),
        ("people", "0029_found_in_one_block"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="careleavercontact",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="care_leaver_by_person"),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="episode_by_person"),
        ),
        migrations.AddIndex(
            model_name="healthyear",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="health_year_by_person"),
        ),
        migrations.AddIndex(
            model_name="review",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="care_review_by_person"),
        ),
    ]
