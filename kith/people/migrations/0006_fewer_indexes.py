"""Indexes that begin as another index of the same table begins: each write paid for both, and no read needs it."""

import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = ("people_identifier_person_id_f0bbceea",)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_possible_duplicates"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="identifier",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identifiers",
                        to="people.person",
                    ),
                ),
            ],
        )
    ]
