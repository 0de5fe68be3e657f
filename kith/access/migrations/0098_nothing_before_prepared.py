"""Nothing stands released before a worker has said that its reader is prepared for it: in every room, for every login."""

from django.db import migrations, models

TAKEN_BACK = "UPDATE access_release SET withdrawn_at = now() WHERE NOT prepared AND withdrawn_at IS NULL"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0097_looked_through_again"),
        ("people", "0036_kept_apart_reviewed"),
    ]

    operations = [
        # Before this rule some were released to somebody who was not prepared: their worker shares them again.
        migrations.RunSQL(TAKEN_BACK, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="release",
            name="how_prepared",
            field=models.CharField(blank=True, help_text="How.", max_length=300),
        ),
        migrations.AlterField(
            model_name="release",
            name="prepared",
            field=models.BooleanField(
                help_text="That the reader is prepared for it; nothing stands without."
            ),
        ),
        migrations.AlterField(
            model_name="releaseevent",
            name="how_prepared",
            field=models.CharField(blank=True, help_text="How.", max_length=300),
        ),
        migrations.AlterField(
            model_name="releaseevent",
            name="prepared",
            field=models.BooleanField(
                help_text="That the reader is prepared for it; nothing stands without."
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(("prepared", True), ("withdrawn_at__isnull", False), _connector="OR"),
                name="release_prepared",
            ),
        ),
    ]
