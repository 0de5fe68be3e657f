"""Row level security on protection."""

from dataclasses import replace

from django.db import migrations

from kith.core.rls import Policy, Protect, by_person

# The detail of enquiries is not for a charity, a school or a meeting's coordinator, whatever else is open to them.
INSIDE = "(SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator')"


def inside(policy: Policy) -> Policy:
    return replace(policy, read=f"({policy.read}) AND {INSIDE}", write=f"({policy.write}) AND {INSIDE}")


POLICIES = [
    inside(by_person("protection_section47")),
    inside(by_person("protection_childprotectionplan")),
    inside(by_person("protection_protectionplanreview")),
    inside(by_person("protection_preproceedings")),
]


class Migration(migrations.Migration):
    dependencies = [("protection", "0001_initial"), ("access", "0003_policies")]
    operations = [Protect(policy) for policy in POLICIES]
