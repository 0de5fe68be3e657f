"""Which children live in a home of the register, for whoever looks for a home for another child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.care.models import StayPlace


def living(homes: Sequence[UUID], night: date) -> dict[UUID, list[UUID]]:
    """The children who live in each of these homes on a night, as far as the reader may know it. One statement."""
    found: dict[UUID, list[UUID]] = {}
    rows = StayPlace.objects.filter(home__in=homes, stay__during__contains=night).order_by("person_id")
    for home, child in rows.values_list("home", "person_id"):
        found.setdefault(home, []).append(child)
    return found
