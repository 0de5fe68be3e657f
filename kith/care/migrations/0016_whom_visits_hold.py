"""`law_holding` tells of whom visits hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("care", "0015_whom_it_holds"), ("story", "0059_who_was_seen"), ("law", "0030_holding")]
    operations = [kept_of("story_visited")]
