"""Indexes that begin as another index of the same table begins: each write paid for both, and no read needs it."""

import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = (
    "story_about_event_id_5bf61999",
    "story_about_person_id_588c4cdf",
)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_fewer_indexes"),
        ("story", "0005_words"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="about",
                    name="event",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="about",
                        to="story.event",
                    ),
                ),
                migrations.AlterField(
                    model_name="about",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="story",
                        to="people.person",
                    ),
                ),
            ],
        )
    ]
