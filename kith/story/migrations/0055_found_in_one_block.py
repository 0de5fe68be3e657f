"""An event, and whom it is about, is found in one block however many events there are (docs/adr/0136)."""

from django.contrib.postgres.indexes import HashIndex
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0066_found_in_one_block"),
        ("story", "0054_nothing_covert_outside"),
    ]
    operations = [
        migrations.AddIndex(model_name="event", index=HashIndex(fields=["id"], name="event_by_id")),
        migrations.AddIndex(model_name="about", index=HashIndex(fields=["event"], name="about_by_event")),
        migrations.AddConstraint(
            model_name="about",
            constraint=models.UniqueConstraint(fields=("person", "event"), name="about_once_each"),
        ),
        migrations.RemoveConstraint(model_name="about", name="about_once"),
    ]
