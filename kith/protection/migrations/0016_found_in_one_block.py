"""What the law is told of a person is found in one block of each table, or found not to be there (docs/adr/0136)."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = (
    "protection_childprotectionplan_person_id_90519d98",
    "protection_preproceedings_person_id_40e472af",
    "protection_protectionplanreview_person_id_6d9503c4",
    "protection_section47_person_id_c4bb57c6",
)


class Migration(migrations.Migration):
    dependencies = [
        ("help", "0015_found_in_one_block"),
        ("people", "0029_found_in_one_block"),
        ("protection", "0015_enquiries"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="childprotectionplan",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protection_plans",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="preproceedings",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pre_proceedings",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="protectionplanreview",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protection_plan_reviews",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="section47",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="section47s",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.RemoveIndex(
            model_name="protectionplanreview",
            name="protection_review_person",
        ),
        migrations.AddIndex(
            model_name="childprotectionplan",
            index=django.contrib.postgres.indexes.HashIndex(
                fields=["person"], name="protection_plan_by_person"
            ),
        ),
        migrations.AddIndex(
            model_name="preproceedings",
            index=django.contrib.postgres.indexes.HashIndex(
                fields=["person"], name="pre_proceedings_by_person"
            ),
        ),
        migrations.AddIndex(
            model_name="protectionplanreview",
            index=django.contrib.postgres.indexes.HashIndex(
                fields=["person"], name="protection_review_by_person"
            ),
        ),
        migrations.AddIndex(
            model_name="section47",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="section47_by_person"),
        ),
    ]
