"""What is said of due dates is for the council's own staff and health: nobody behind a door, no charity, no school."""

from dataclasses import replace

from django.db import migrations

from kith.core.rls import Policy, Protect, by_person, written_by_role
from kith.law.holding import kept_of

TABLE = "law_dutynote"
INSIDE = (
    "coalesce((SELECT kith_actor_role()) NOT IN"
    " ('partner', 'school', 'coordinator', 'parent', 'young_person', 'carer'), false)"
)


def inside(policy: Policy) -> Policy:
    return replace(
        policy,
        read=f"({policy.read}) AND {INSIDE}",
        as_other=f"({policy.as_other}) AND {INSIDE}",
        write=f"({policy.write}) AND {INSIDE}",
    )


class Migration(migrations.Migration):
    dependencies = [("law", "0032_what_was_said_of_due"), ("access", "0069_told_of_visits")]
    operations = [Protect(inside(by_person(TABLE))), written_by_role(TABLE), kept_of(TABLE)]
