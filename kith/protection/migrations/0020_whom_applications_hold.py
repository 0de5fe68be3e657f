"""`law_holding` tells of whom applications for orders hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("protection", "0019_whom_it_holds"), ("law", "0030_holding")]
    operations = [kept_of("protection_orderapplication")]
