"""Whose reading answers a child's own words today, and whose record is restricted: by the day in England."""

from django.db import migrations

from kith.core.today import by_todays_day


class Migration(migrations.Migration):
    dependencies = [("story", "0033_who_reads_words"), ("core", "0031_today")]
    operations = [
        by_todays_day("story_reading_counts(uuid, uuid)"),
        by_todays_day("story_passed_to_duty()", limit="r.during"),
    ]
