"""An event is found in one block however many events there are (docs/adr/0136)."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0065_found_in_one_block"),
        ("story", "0054_nothing_covert_outside"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=django.contrib.postgres.indexes.HashIndex(fields=["id"], name="event_by_id"),
        ),
    ]
