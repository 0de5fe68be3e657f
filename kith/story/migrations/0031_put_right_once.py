"""One correction of an event at most. Built beside the running house; a build that was cut short is begun again."""

from django.db import migrations, models

BEGIN_AGAIN = "DROP INDEX CONCURRENTLY IF EXISTS event_replaced_once"
BUILD = (
    "CREATE UNIQUE INDEX CONCURRENTLY event_replaced_once ON story_event (replaces_id)"
    " WHERE replaces_id IS NOT NULL"
)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("story", "0030_put_right_in_a_row")]
    operations = [
        migrations.RunSQL(BEGIN_AGAIN, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            BUILD,
            reverse_sql=BEGIN_AGAIN,
            state_operations=[
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.UniqueConstraint(
                        fields=["replaces"],
                        condition=models.Q(("replaces__isnull", False)),
                        name="event_replaced_once",
                    ),
                )
            ],
        ),
    ]
