"""`law_holding` tells of whom these tables hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("help", "0019_facts_of_help"), ("law", "0030_holding")]
    operations = [kept_of("help_referral", "help_assessment")]
