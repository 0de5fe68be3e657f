"""`law_holding` tells of whom these tables hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("care", "0014_found_in_one_block"), ("law", "0030_holding")]
    operations = [kept_of("care_episode", "care_review", "care_healthyear", "care_careleavercontact")]
