"""Which records are open to an account now, and how far."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from kith.access.models import Grant
from kith.core.labels import Label


def masks_open(actor: UUID, persons: Iterable[UUID]) -> dict[UUID, int]:
    """Of these people whose record is open to the account now: every label that it opens there. One statement."""
    held = Grant.objects.filter(
        actor=actor, person__in=list(persons), level__gte=2, during__contains=timezone.now()
    )
    masks: dict[UUID, int] = {}
    for person, mask in held.values_list("person", "label_mask"):
        masks[person] = masks.get(person, 0) | mask
    return masks


def open_to(actor: UUID, persons: Iterable[UUID], label: Label = Label.NORMAL) -> set[UUID]:
    """Of these people whose record is open to the account now, under this label. One statement."""
    return {person for person, mask in masks_open(actor, persons).items() if mask & label.value}
