"""What every action of this room does the same way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.design.dates import today
from kith.help.models import Referral
from kith.people.actions import CannotBeError


def not_to_come(day: date, *, field: str, what: str) -> None:
    """Check that a day has come. Raises CannotBeError."""
    if day > today():
        raise CannotBeError(f"{what} is still to come. Enter a day up to today.", field=field)


def not_before(day: date, first: date | None, *, field: str, says: str) -> None:
    """Check that a day is not before another. Raises CannotBeError with what `says`."""
    if first is not None and day < first:
        raise CannotBeError(says, field=field)


def referral_open(person: UUID, on: date) -> UUID | None:
    """The newest referral of a child that was open on a day, or None: what it arose in is settled later."""
    found = Referral.objects.filter(person_id=person, referred_on__lte=on).exclude(closed_on__lt=on)
    return found.order_by("-referred_on", "id").values_list("id", flat=True).first()


def referral_theirs(persons: Sequence[UUID], referral: UUID | None) -> UUID | None:
    """The referral that was chosen, once it is known to be the child's. Raises CannotBeError for anybody else's."""
    if referral is None:
        return None
    if not Referral.objects.filter(id=referral, person_id__in=persons).exists():
        raise CannotBeError("Choose one of the referrals that are recorded.", field="referral_id")
    return referral
