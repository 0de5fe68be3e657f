"""`law_holding` tells of help's facts, and of whom a worker was named to, as well (docs/adr/0136)."""

from django.db import migrations

from kith.law.holding import kept_of


class Migration(migrations.Migration):
    dependencies = [("help", "0020_whom_it_holds"), ("access", "0068_who_was_named"), ("law", "0030_holding")]
    operations = [kept_of("help_helpfact", "access_named")]
