"""A person and their names are found in one block however many people there are (docs/adr/0136)."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = ("people_personname_person_id_8e86eb89",)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0028_names_read_at_the_door"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="personname",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.RemoveIndex(
            model_name="personname",
            name="name_person",
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.HashIndex(fields=["id"], name="person_by_id"),
        ),
        migrations.AddIndex(
            model_name="personname",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="name_by_person"),
        ),
    ]
