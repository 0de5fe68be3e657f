"""Coming into care, moving home, and leaving care: each one transaction, so that no night has two homes or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    take_over,
    told,
    two_homes,
    words,
)
from kith.care.actions.laws import new_law
from kith.care.models import CareDecision, LeftCare, LegalBasis, Stay, StayPlace
from kith.care.models.decision import DecidedAs, Need, WhyLeft
from kith.care.models.kinds import Goes, HomeKind, Provider, WhyMoved
from kith.care.unlawful import why_unlawful
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.design.dates import plain_date
from kith.design.text import safe_text
from kith.homes.queries.lawful import lawful_on
from kith.people.actions.whereabouts import tidy_postcode


@dataclass(frozen=True, slots=True)
class Place:
    """Where a home is and who cares there: kept apart, for those who may know it. Blank is not known."""

    called: str = ""
    carer: UUID | None = None
    household: UUID | None = None
    home: UUID | None = None
    lines: str = ""
    postcode: str = ""
    urn: str = ""
    came_from: str = ""

    @property
    def known(self) -> bool:
        """Whether anything of it is."""
        return self != Place()


@action("care.come_into_care")
def come_into_care(
    *,
    by: Actor,
    person: UUID,
    decided_by: str,
    decided_as: str,
    on: date,
    law: str,
    kind: str,
    provider: str = "",
    place: Place | None = None,
    tonight: bool = False,
    ends_by: date | None = None,
    why: str = "",
    offered_before: str = "",
    child_says: str = "",
    parents_say: str = "",
    need: str = "",
    said_unlawful: Sequence[str] = (),
) -> UUID:
    """The decision, the law and the first home at once; the decision's id. `tonight`: the rest is written later.

    Raises NotPermittedError; CannotBeError for a day to come, two homes on one night, and, but for tonight, without why.
    """
    may_change(by, person)
    not_to_come(on, "on")
    reason = words(why, 2000)
    if not reason and not tonight:
        raise CannotBeError(
            "Say why. If this is tonight’s emergency, say so: then it can be written tomorrow.", field="why"
        )
    take_over(person)
    made = CareDecision.objects.create(
        person_id=person, decided_on=on, decided_as=DecidedAs(decided_as).value, tonight=tonight, why=reason,
        decided_by=needed(decided_by, "decided_by", "Say who decided it, by name."),
        need=Need(need).value if need else "",
        offered_before=words(offered_before, 2000), child_says=words(child_says, 2000),
        parents_say=words(parents_say, 2000), recorded_by=by.id,
    )  # fmt: skip
    new_law(by, person, kind=law, began_on=on, ends_by=ends_by)
    new_stay(by, person, kind=kind, provider=provider, on=on, place=place, said_unlawful=said_unlawful)
    told(by, person, "Came to be looked after", decision=made.id, on=on, law=law, home=kind)
    return made.id


@action("care.move")
def move(
    *,
    by: Actor,
    person: UUID,
    on: date,
    kind: str,
    provider: str = "",
    place: Place | None = None,
    why_moved: str = "",
    goes_on: str = Goes.NEW.value,
    planned: bool | None = None,
    child_says: str = "",
    carers_say: str = "",
    said_unlawful: Sequence[str] = (),
) -> UUID:
    """They live in another home from a day on: the one before ends that day; the new one's id.

    Where a child truly lives is never refused: what makes it unlawful is marked, and the director is told at once.
    Raises NotPermittedError; CannotBeError for a day to come, one before they came to the home they live in, and where
    two homes would share a night.
    """
    may_change(by, person)
    not_to_come(on, "on")
    take_over(person)
    last = Stay.objects.select_for_update().filter(person_id=person, ended_on=None).first()
    if last is not None:
        if on < last.began_on:
            raise CannotBeError(
                f"They live where they do since {plain_date(last.began_on)}. If it is wrong, correct it first.",
                field="on",
            )
        _ended(last, on)
    made = new_stay(
        by, person, kind=kind, provider=provider, on=on, place=place, said_unlawful=said_unlawful,
        why_moved=WhyMoved(why_moved).value if why_moved else "", goes_on=Goes(goes_on).value, planned=planned,
        child_says=words(child_says), carers_say=words(carers_say),
    )  # fmt: skip
    told(
        by,
        person,
        "Lives in another home",
        stay=made.id,
        on=on,
        home=kind,
        unlawful=",".join(made.unlawful) or None,
    )
    return made.id


@action("care.say_where")
def say_where(*, by: Actor, stay: UUID, place: Place) -> None:
    """Where a home is and who cares there, said or put right. Raises NotPermittedError where it is not open."""
    found = Stay.objects.filter(id=stay).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    _placed(by, found, place)
    told(by, found.person_id, "Where the home is: recorded", stay=stay)


@action("care.propose_leaving")
def propose_leaving(*, by: Actor, person: UUID, on: date, child_says: str = "") -> UUID:
    """It is proposed that the council stops looking after a child; the id. Raises NotPermittedError, CannotBeError."""
    may_change(by, person)
    not_to_come(on, "on")
    made = LeftCare.objects.create(
        person_id=person, proposed_on=on, child_says=words(child_says, 2000), recorded_by=by.id
    )
    told(by, person, "It is proposed that being looked after ends", leaving=made.id, on=on)
    return made.id


@action("care.approve_leaving")
def approve_leaving(*, by: Actor, leaving: UUID, on: date, approved_by: str) -> None:
    """The right officer approved it. Raises NotPermittedError, CannotBeError for days out of order."""
    found = _leaving(by, leaving)
    not_to_come(on, "on")
    in_order(found.proposed_on, on, field="on")
    found.approved_on = on
    found.approved_by = needed(approved_by, "approved_by", "Say who approved it, by name.")
    found.save(update_fields=["approved_on", "approved_by"])
    told(by, found.person_id, "That being looked after ends was approved", leaving=leaving, on=on)


@action("care.leave_care")
def leave_care(*, by: Actor, leaving: UUID, on: date, reason: str) -> None:
    """Being looked after ends: every law and the home end on that day. It can be recorded before it is approved.

    Raises NotPermittedError; CannotBeError for a day to come or before the home or a law began.
    """
    found = _leaving(by, leaving)
    not_to_come(on, "on")
    if found.left_on is not None:
        raise CannotBeError(f"They left care on {plain_date(found.left_on)}: that is recorded.")
    take_over(found.person_id)
    with as_the_nights_allow(found.person_id, field="on"):
        found.left_on, found.reason = on, WhyLeft(reason).value
        found.save(update_fields=["left_on", "reason"])
        for law in LegalBasis.objects.filter(person_id=found.person_id, ended_on=None):
            in_order(law.began_on, on, field="on")
            law.ended_on, law.during, law.why_ended = (
                on,
                nights(law.began_on, on),
                "Being looked after ended.",
            )
            law.save(update_fields=["ended_on", "during", "why_ended"])
        for stay in Stay.objects.filter(person_id=found.person_id, ended_on=None):
            in_order(stay.began_on, on, field="on")
            _ended(stay, on)
    told(by, found.person_id, "Being looked after ended", leaving=leaving, on=on, reason=reason)


def new_stay(
    by: Actor,
    person: UUID,
    *,
    kind: str,
    provider: str,
    on: date,
    place: Place | None,
    said_unlawful: Sequence[str] = (),
    **more: object,
) -> Stay:
    """The row and where it is, inside an action that has permission."""
    two_homes(person, nights(on, None))
    holds = LegalBasis.objects.filter(person_id=person, during__contains=on).exists()
    marks = [*said_unlawful, *_register_says(place, born(person), on, person)]
    made = Stay(
        person_id=person, kind=HomeKind(kind).value, provider=Provider(provider).value if provider else "", began_on=on,
        during=nights(on, None), recorded_by=by.id, **more,
        unlawful=why_unlawful(kind=kind, on=on, born_on=born(person), said=marks, without_law=not holds),
    )  # fmt: skip
    with as_the_nights_allow(person):
        made.save(force_insert=True)
        if place is not None and place.known:
            _placed(by, made, place)
    return made


REGISTER = {"unregistered": "registered", "unknown": "registered", "expired": "registered", "suspended": "registered",
            "under_16": "under_16"}  # fmt: skip
"""What the register of homes says, in this room's codes; every other word of it means: not approved for this child."""


def _register_says(place: Place | None, born_on: date | None, on: date, person: UUID) -> list[str]:
    if place is None or place.home is None or born_on is None:
        return []
    age = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    found = [each.code for each in lawful_on(place.home, age, on, child=person)]
    return [REGISTER.get(each, "approved") for each in found]


def _placed(by: Actor, stay: Stay, place: Place) -> None:
    row = StayPlace.objects.filter(stay=stay).first()
    new = row is None
    row = row or StayPlace(stay=stay, person_id=stay.person_id, recorded_by=by.id)
    row.called, row.lines, row.urn = (
        safe_text(place.called)[:120],
        safe_text(place.lines)[:300],
        safe_text(place.urn)[:12],
    )
    row.carer_id, row.household, row.home = place.carer, place.household, place.home
    row.postcode, row.came_from = tidy_postcode(place.postcode)[:12], tidy_postcode(place.came_from)[:12]
    with as_the_nights_allow(stay.person_id):
        row.save(force_insert=new)


def _ended(stay: Stay, on: date) -> None:
    stay.ended_on, stay.during = on, nights(stay.began_on, on)
    stay.save(update_fields=["ended_on", "during"])


def _leaving(by: Actor, leaving: UUID) -> LeftCare:
    found = LeftCare.objects.select_for_update().filter(id=leaving).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    return found
