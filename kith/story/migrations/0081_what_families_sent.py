"""What a family sent is found without going through all events of a county."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("story", "0065_asked_before_words_are_used")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("source", "family")), fields=["recorded_by"], name="event_of_families"
            ),
        ),
    ]
