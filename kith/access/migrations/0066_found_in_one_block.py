"""Whom an account works with is told from one index, and who went on from another (docs/adr/0136)."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

UNNEEDED = ("access_involvement_account_id_aa3a4b6c",)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0065_released_of_other_rooms"),
        ("people", "0029_found_in_one_block"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="involvement",
                    name="account",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.RemoveIndex(
            model_name="involvement",
            name="involvement_account",
        ),
        migrations.RemoveIndex(
            model_name="involvement",
            name="involvement_goes_on",
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                fields=["account"],
                include=("id", "person", "family", "during", "arises_from"),
                name="involvement_of_account",
            ),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=django.contrib.postgres.indexes.HashIndex(
                condition=models.Q(("during__endswith__isnull", True)),
                fields=["account"],
                name="involvement_ongoing",
            ),
        ),
    ]
