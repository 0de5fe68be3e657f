"""Row level security on decisions: as on the rows that they are about, to read and to write."""

from importlib import import_module

from django.db import migrations

from kith.core.rls import Protect, by_person, granted

TABLE = "returns_settling"
OFFICER = import_module("kith.returns.migrations.0002_policies").officer(TABLE)


class Migration(migrations.Migration):
    dependencies = [("returns", "0022_settling")]
    operations = [
        Protect(
            by_person(TABLE, or_read=OFFICER, write=f"{granted(f'{TABLE}.person_id')} OR {OFFICER}"),
        )
    ]
