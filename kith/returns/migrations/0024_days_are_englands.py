"""Whose home is kept safe from the returns officer today: by the day in England."""

from django.db import migrations

from kith.core.today import by_todays_day


class Migration(migrations.Migration):
    dependencies = [("returns", "0023_settling_policies"), ("core", "0031_today")]
    operations = [by_todays_day("returns_home_kept_safe(uuid)", limit="x.during")]
