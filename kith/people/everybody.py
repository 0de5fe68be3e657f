"""Everybody that the actor may see, for returns and duties: ids only."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.people.models import Person, PersonIdentity


def everybody() -> list[UUID]:
    """Canonical ids of all visible people, in a fixed order: linked records are counted once."""
    linked = PersonIdentity.objects.filter(during__contains=timezone.now()).values_list(
        "person_id", flat=True
    )
    return list(Person.objects.exclude(id__in=list(linked)).order_by("id").values_list("id", flat=True))
