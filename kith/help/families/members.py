"""Those of a family's members of today whose record is open to the actor."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.access.opened import open_to
from kith.core.actor import Actor
from kith.people.models import FamilyMember


def open_members(*, by: Actor, family: UUID) -> list[UUID]:
    """Their ids, in a fixed order. Two statements."""
    members = list(
        FamilyMember.objects.filter(family_id=family, during__contains=timezone.localdate()).values_list(
            "person_id", flat=True
        )
    )
    return sorted(open_to(by.id, members), key=str)
