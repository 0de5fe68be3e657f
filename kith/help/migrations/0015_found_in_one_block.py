"""What the law is told of a person is found in one block of each table, or found not to be there (docs/adr/0136)."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = (
    "help_referral_person_id_240c6932",
    "help_assessment_person_id_dada61a6",
)


class Migration(migrations.Migration):
    dependencies = [
        ("help", "0014_who_holds_and_who_reads"),
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
                    model_name="assessment",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="referral",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="assessment_by_person"),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="referral_by_person"),
        ),
    ]
