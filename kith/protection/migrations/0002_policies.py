"""Row level security on protection."""

from django.db import migrations

from kith.core.rls import Protect, by_person

POLICIES = [
    by_person("protection_section47"),
    by_person("protection_childprotectionplan"),
    by_person("protection_protectionplanreview"),
    by_person("protection_preproceedings"),
]


class Migration(migrations.Migration):
    dependencies = [("protection", "0001_initial"), ("access", "0003_policies")]
    operations = [Protect(policy) for policy in POLICIES]
