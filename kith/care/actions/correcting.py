"""Putting right what was recorded wrongly, however long ago. What stood before is kept, and so is why it was changed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.care.actions.common import (
    NOT_HERE,
    as_the_nights_allow,
    born,
    in_order,
    may_change,
    needed,
    nights,
    not_to_come,
    told,
    two_homes,
)
from kith.care.actions.laws import law_of
from kith.care.models import Correction, LegalBasis, Stay
from kith.care.models.kinds import HomeKind, LegalKind, Provider, Unlawful
from kith.care.models.whereabouts import Corrected
from kith.care.unlawful import why_unlawful
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.design.dates import plain_date

WHY = "Say what was wrong, and how it is known."


@action("care.correct_stay")
def correct_stay(
    *,
    by: Actor,
    stay: UUID,
    why: str,
    began_on: date,
    ended_on: date | None,
    kind: str,
    provider: str = "",
    neighbours: bool = True,
) -> UUID:
    """Put right a home's days or kind; the correction's id. `neighbours`: the homes beside it give way or close up.

    All at once: no night is left with two homes, and every status that returns report is worked out anew.
    Raises NotPermittedError; CannotBeError for days out of order, and where a whole other home would be swallowed.
    """
    found = Stay.objects.select_for_update().filter(id=stay).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    reason = needed(why, "why", WHY, 500)
    not_to_come(began_on, "began_on")
    not_to_come(ended_on, "ended_on")
    in_order(began_on, ended_on)
    said = _said(found.began_on, found.ended_on, found.kind)
    since = min(found.began_on, began_on) if found.began_on != began_on else (found.ended_on or began_on)
    # The neighbours give way first: at no moment do two homes share a night.
    if neighbours:
        _give_way(found, began_on, ended_on)
    two_homes(found.person_id, nights(began_on, ended_on), but=found.id)
    found.began_on, found.ended_on, found.during = began_on, ended_on, nights(began_on, ended_on)
    found.kind, found.provider = HomeKind(kind).value, Provider(provider).value if provider else ""
    kept = [
        each for each in found.unlawful if each not in {Unlawful.UNDER_16.value, Unlawful.NO_AUTHORITY.value}
    ]
    holds = LegalBasis.objects.filter(person_id=found.person_id, during__contains=began_on).exists()
    found.unlawful = why_unlawful(
        kind=kind, on=began_on, born_on=born(found.person_id), said=kept, without_law=not holds
    )
    with as_the_nights_allow(found.person_id):
        found.save()
    return _corrected(by, found.person_id, Corrected.STAY, found.id, why=reason, said=said, since=since)


@action("care.correct_law")
def correct_law(
    *,
    by: Actor,
    law: UUID,
    why: str,
    kind: str,
    began_on: date,
    ended_on: date | None,
    ends_by: date | None = None,
) -> UUID:
    """Put right a law's days or kind; the correction's id.

    Raises NotPermittedError; CannotBeError for days out of order.
    """
    found = law_of(by, law)
    reason = needed(why, "why", WHY, 500)
    not_to_come(began_on, "began_on")
    not_to_come(ended_on, "ended_on")
    in_order(began_on, ended_on)
    in_order(began_on, ends_by, field="ends_by")
    said, since = _said(found.began_on, found.ended_on, found.kind), min(found.began_on, began_on)
    found.kind, found.began_on, found.ended_on, found.ends_by = (
        LegalKind(kind).value,
        began_on,
        ended_on,
        ends_by,
    )
    found.during = nights(began_on, ended_on)
    with as_the_nights_allow(found.person_id):
        found.save()
    return _corrected(by, found.person_id, Corrected.BASIS, found.id, why=reason, said=said, since=since)


def _give_way(stay: Stay, began_on: date, ended_on: date | None) -> None:
    """The home before ends, and the one after begins, where this one now does. Raises CannotBeError."""
    others = Stay.objects.select_for_update().filter(person_id=stay.person_id).exclude(id=stay.id)
    before = others.filter(began_on__lt=stay.began_on).order_by("-began_on").first()
    after = others.filter(began_on__gte=stay.began_on).order_by("began_on").first()
    moved: list[tuple[Stay, date, date | None]] = []
    if before is not None and before.ended_on == stay.began_on and before.ended_on != began_on:
        if began_on <= before.began_on:
            _swallowed(before, "began_on")
        moved.append((before, before.began_on, began_on))
    if (
        after is not None
        and stay.ended_on == after.began_on
        and ended_on is not None
        and ended_on != after.began_on
    ):
        if after.ended_on is not None and ended_on >= after.ended_on:
            _swallowed(after, "ended_on")
        moved.append((after, ended_on, after.ended_on))
    # One that grows does so into nights that this one still holds: this one lets go of them first.
    kept_first, kept_last = max(stay.began_on, began_on), _earlier(stay.ended_on, ended_on)
    if kept_last is None or kept_first < kept_last:
        stay.began_on, stay.ended_on, stay.during = kept_first, kept_last, nights(kept_first, kept_last)
        stay.save(update_fields=["began_on", "ended_on", "during"])
    for each, first, last in moved:
        each.began_on, each.ended_on, each.during = first, last, nights(first, last)
        each.save(update_fields=["began_on", "ended_on", "during"])


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one or date.max, other or date.max) if one or other else None


def _swallowed(other: Stay, field: str) -> None:
    raise CannotBeError(
        f"That would leave no night of the home from {plain_date(other.began_on)}. Correct that home first.",
        field=field,
    )


def _said(began_on: date, ended_on: date | None, kind: str) -> str:
    return f"{kind} from {began_on.isoformat()} to {ended_on.isoformat() if ended_on else 'now'}"


def _corrected(
    by: Actor, person: UUID, of: Corrected, item: UUID, *, why: str, said: str, since: date
) -> UUID:
    made = Correction.objects.create(
        person_id=person, of=of.value, item=item, why=why, said=said, since=since, recorded_by=by.id
    )
    told(by, person, f"Put right: {of.label}", correction=made.id, item=item, since=since)
    return made.id
