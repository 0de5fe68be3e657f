"""Indexes that begin as another index of the same table begins: each write paid for both, and no read needs it."""

import django.db.models.deletion
from django.db import migrations, models

UNNEEDED = (
    "care_adoption_person_id_ec90c4e9",
    "care_careleavercontact_person_id_fd079eb4",
    "care_deprivationofliberty_person_id_42e019b8",
    "care_episode_person_id_a08ef6c4",
    "care_healthyear_person_id_866516d1",
    "care_missingepisode_person_id_5c33448e",
    "care_motherhood_person_id_d6ca4cf1",
    "care_placedforadoption_person_id_9d454d22",
    "care_previouspermanence_person_id_de148479",
    "care_review_person_id_c78bb669",
    "care_socialworkerepisode_person_id_82212260",
    "care_unaccompaniedperiod_person_id_b66cceaa",
)


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0002_policies"),
        ("people", "0006_fewer_indexes"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            # Dropped by name: altering the field would drop its foreign key as well and check it all again.
            database_operations=[
                migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in UNNEEDED
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="adoption",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="careleavercontact",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="care_leaver_contacts",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="deprivationofliberty",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deprivations_of_liberty",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="episode",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="episodes",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="healthyear",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="health_years",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="missingepisode",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="missing_episodes",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="motherhood",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="motherhoods",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="placedforadoption",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placed_for_adoption",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="previouspermanence",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="previous_permanence",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="review",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="care_reviews",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="socialworkerepisode",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="social_worker_episodes",
                        to="people.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="unaccompaniedperiod",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unaccompanied_periods",
                        to="people.person",
                    ),
                ),
            ],
        )
    ]
