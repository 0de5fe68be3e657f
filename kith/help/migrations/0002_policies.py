"""Row level security on help for children in need."""

from django.db import migrations

from kith.core.rls import Protect, by_person

POLICIES = [
    by_person("help_assessment"),
    by_person("help_assessmentfactor"),
    by_person("help_childinneedplan"),
    by_person("help_referral"),
]


class Migration(migrations.Migration):
    dependencies = [("help", "0001_initial"), ("access", "0003_policies")]
    operations = [Protect(policy) for policy in POLICIES]
