"""Indexes that begin as another index of the same table begins: each write paid for both, and no read needs it."""

import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = (
    "returns_childinreturn_person_id_c9216ed3",
    "returns_difference_person_id_70082e12",
    "returns_stagedrow_person_id_2c5cf5be",
)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_fewer_indexes"),
        ("returns", "0020_first_load"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="childinreturn",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="in_returns",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="difference",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="stagedrow",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        help_text="Whom it is about, where that could be told: it shows on their page.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staged_rows",
                        to="people.person",
                    ),
                ),
            ],
        )
    ]
