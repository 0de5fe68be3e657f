"""One account for each person is refused as before, by an index that no other question goes through.

PostgreSQL reckons that next to nothing is true now of ranges that have no end. So in a council with few doors it took
the index of the refusal, which holds every door's time, to find one account's: 157 blocks instead of 2.
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0100_asked_of_few")]
    operations = [
        migrations.RemoveConstraint(model_name="dooraccess", name="door_one_account_a_person"),
        migrations.AddConstraint(
            model_name="dooraccess",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("capacity", "self")),
                expressions=[
                    ("person", "="),
                    (
                        models.Func(
                            models.F("during"),
                            output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                            template="(%(expressions)s * '(,)'::tstzrange)",
                        ),
                        "&&",
                    ),
                ],
                name="door_one_account_a_person",
            ),
        ),
    ]
