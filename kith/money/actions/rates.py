"""Setting rates: a new version from a day, never a change of one that was paid by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Max

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.money.models import Kind, Rate, RateVersion
from kith.money.reckoning.bands import GROWN_UP


@action("money.set_rates")
def set_rates(
    *,
    by: Actor,
    kind: str,
    name: str,
    from_on: date,
    published: str,
    bands: Mapping[int, int],
    made_up: bool = False,
) -> UUID:
    """Rates of a kind from a day on: pence a week by the age at which each band begins. The version's id.

    A second version from the same day takes the place of the first; what was paid by the first is settled by the next
    run. Raises NotPermittedError; CannotBeError without a name or where they are published, and for bands that leave an
    age out.
    """
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    called, where = safe_text(name)[:80], safe_text(published)[:300]
    if not called:
        raise CannotBeError("Say what these rates are called, such as 2026-27.", field="name")
    if not where:
        raise CannotBeError("Say where anybody can read these rates.", field="published")
    if 0 not in bands:
        raise CannotBeError("The first band has to begin at birth: write its age as 0.", field="bands")
    for age, pence in bands.items():
        if not 0 <= age < GROWN_UP:
            raise CannotBeError(f"A band begins at {age}: use an age from 0 to 17.", field="bands")
        if pence <= 0:
            raise CannotBeError(f"The band from {age} pays nothing: write its pounds a week.", field="bands")
    last = RateVersion.objects.filter(kind=Kind(kind), from_on=from_on).aggregate(last=Max("number"))["last"]
    made = RateVersion.objects.create(
        kind=Kind(kind),
        name=called,
        from_on=from_on,
        number=(last or 0) + 1,
        published=where,
        made_up=made_up,
        set_by=by.id,
    )
    Rate.objects.bulk_create(
        Rate(version=made, from_age=age, weekly_pence=pence) for age, pence in sorted(bands.items())
    )
    concerns([], version=made.id, kind=made.kind, from_on=from_on.isoformat())
    nothing_to_tell("rates concern nobody by name")
    return made.id
