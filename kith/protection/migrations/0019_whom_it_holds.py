"""`law_holding` tells of whom these tables hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("protection", "0018_applications_end"), ("law", "0030_holding")]
    operations = [
        kept_of(
            "protection_section47",
            "protection_childprotectionplan",
            "protection_protectionplanreview",
            "protection_preproceedings",
        )
    ]
