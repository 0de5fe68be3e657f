"""`law_holding` tells of whom these tables hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("decisions", "0004_learnt_from_answers_and_drafts"), ("law", "0030_holding")]
    operations = [kept_of("decisions_meetingfact", "decisions_exemption")]
