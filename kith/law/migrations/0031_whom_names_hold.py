"""`law_holding` tells of whom the names of workers hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("law", "0030_holding"), ("access", "0070_only_administrators_rename")]
    operations = [kept_of("access_named")]
