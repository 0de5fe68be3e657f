"""`law_holding` tells of whom facts of plans hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("plan", "0006_facts_of_plans"), ("law", "0030_holding")]
    operations = [kept_of("plan_planfact")]
