"""`law_holding` tells of whom facts of help hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("help", "0020_whom_it_holds"), ("law", "0030_holding")]
    operations = [kept_of("help_helpfact")]
