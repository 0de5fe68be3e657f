"""Where somebody lives today, for finding them: by the day in England."""

from django.db import migrations

from kith.core.today import by_todays_day


class Migration(migrations.Migration):
    dependencies = [("people", "0006_fewer_indexes"), ("core", "0031_today")]
    operations = [
        by_todays_day(
            "people_write_cards(uuid[])", "people_score(integer[], text[], date, date[], text, text[])"
        )
    ]
