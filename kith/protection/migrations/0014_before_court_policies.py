"""Meetings before court and applications: as pre-proceedings, not for a charity, a school or a meeting's coordinator."""

from dataclasses import replace

from django.db import migrations

from kith.core.rls import Policy, Protect, by_person, written_by_role

INSIDE = "(SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator')"
TABLES = ("protection_preproceedingsmeeting", "protection_orderapplication")


def inside(policy: Policy) -> Policy:
    return replace(policy, read=f"({policy.read}) AND {INSIDE}", write=f"({policy.write}) AND {INSIDE}")


class Migration(migrations.Migration):
    dependencies = [("protection", "0013_before_court"), ("access", "0065_released_of_other_rooms")]
    operations = [
        *(Protect(inside(by_person(table))) for table in TABLES),
        written_by_role(*TABLES),
    ]
