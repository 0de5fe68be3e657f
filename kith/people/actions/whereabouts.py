"""Where people live, how to reach them, and who may know."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from django.db.models import Q

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.core.ranges import DateRange
from kith.design.dates import short_date, today
from kith.people.actions.common import Recorded, may_name, span, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.may import EDIT_PERSON
from kith.people.models import Address, ContactPoint, MayKnow
from kith.people.models.address import AddressKind

POSTCODE = re.compile(r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$")


def tidy_postcode(typed: str) -> str:
    """Upper case with one space where it has the shape of a postcode; otherwise as typed, eight letters at
    most."""
    joined = "".join(typed.split()).upper()
    shaped = POSTCODE.match(joined)
    return f"{shaped[1]} {shaped[2]}" if shaped else joined[:8]


@action("people.record_address")
def record_address(
    *,
    by: Actor,
    person: UUID,
    lines: str,
    postcode: str,
    kind: str = AddressKind.HOME,
    protected: bool = False,
    settled: bool = True,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Recorded:
    """Record an address. A settled home with no end that begins later than the last one ends that one on that day.

    So does a school. Of somebody whose home is kept safe the school is, too: who finds one finds the other.

    Raises CannotBeError when two settled homes would claim one night: so for a stay that is over, in a time that
    a home covers. A postcode of no known shape, and an address with nothing written, are recorded and doubted.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    held = span(from_on, until_on)
    tidy = tidy_postcode(postcode)
    doubts = []
    if kind == AddressKind.SCHOOL and not protected and _kept_safe(person):
        protected = True
        doubts.append("It is kept safe, as their home is.")
    with plainly():
        if kind == AddressKind.HOME and settled and from_on is not None:
            _leave_home(person, from_on, until_on)
        if kind == AddressKind.SCHOOL and settled and from_on is not None and until_on is None:
            _leave_school(person, from_on)
        made = Address.objects.create(
            person_id=person,
            kind=kind,
            lines=lines.strip(),
            postcode=tidy,
            protected=protected,
            settled=settled,
            during=held,
            **written(by),
        )
    if tidy and " " not in tidy:
        doubts.append("That postcode has an unusual shape: check it.")
    if not lines.strip() and not tidy:
        doubts.append("No address was written down: add it when it is known.")
    concerns([person], address=made.id, kind=kind, protected=protected)
    tell.tell(by=by, about=[person], title="An address was recorded", facts={"kind": kind})
    return Recorded(made.id, tuple(doubts))


def _kept_safe(person: UUID) -> bool:
    now = Address.objects.filter(person_id=person, protected=True)
    return now.filter(Q(during__endswith__isnull=True) | Q(during__endswith__gt=today())).exists()


def _leave_school(person: UUID, on: date) -> None:
    """Close the open school that began before `on`."""
    for school in Address.objects.filter(
        person_id=person,
        kind=AddressKind.SCHOOL,
        settled=True,
        during__endswith__isnull=True,
        during__contains=on,
    ):
        if school.during.lower is None or school.during.lower < on:
            school.during = DateRange(school.during.lower, on, "[)")
            school.save(update_fields=["during"])


def _leave_home(person: UUID, on: date, until_on: date | None) -> None:
    """Close the open settled home that began before `on`: actions close before they open.

    Raises CannotBeError where the new one ends too: closing would leave nobody at home from `until_on`.
    """
    for home in Address.objects.filter(
        person_id=person,
        kind=AddressKind.HOME,
        settled=True,
        during__endswith__isnull=True,
        during__contains=on,
    ):
        since = home.during.lower
        if until_on is not None:
            began = f" since {short_date(since)}" if since else ""
            raise CannotBeError(
                f"They have another settled home{began}, with no end, so this one covers some of the same nights."
                " Untick “settled fact” if they stayed here for a time; leave out the last day if they moved here.",
                field="until_on",
            )
        if since is None or since < on:
            home.during = DateRange(since, on, "[)")
            home.save(update_fields=["during"])


@action("people.record_contact_point")
def record_contact_point(
    *,
    by: Actor,
    person: UUID,
    channel: str,
    value: str,
    safety: str,
    how_it_is_safe: str = "",
    protected: bool = False,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Recorded:
    """Record a way to reach somebody, with whether and how it is safe."""
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if not value.strip():
        raise CannotBeError("Enter the number or address, or whom to go through.", field="value")
    with plainly():
        made = ContactPoint.objects.create(
            person_id=person,
            channel=channel,
            value=value.strip(),
            safety=safety,
            how_it_is_safe=how_it_is_safe.strip(),
            protected=protected,
            during=span(from_on, until_on),
            **written(by),
        )
    concerns([person], contact_point=made.id, channel=channel, safety=safety)
    tell.tell(by=by, about=[person], title="A way to get in touch was recorded", facts={"channel": channel})
    doubt = (
        "Say how it is safe to use: the next worker will not know."
        if safety == "care" and not how_it_is_safe
        else ""
    )
    return Recorded(made.id, (doubt,) if doubt else ())


@action("people.rule_who_may_know")
def rule_who_may_know(
    *, by: Actor, person: UUID, other: UUID, may: bool, reason: str, from_on: date
) -> Recorded:
    """Rule whether `other` may know where `person` lives. Without a ruling nobody in the family may.

    A new ruling ends the one before; on the same day it replaces it, and the history keeps both.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if person == other:
        raise CannotBeError("Choose somebody else: this is about two people.", field="other")
    may_name(other)
    if not reason.strip():
        raise CannotBeError("Say why, for the next worker.", field="reason")
    with plainly():
        standing = MayKnow.objects.filter(person_id=person, other_id=other, during__contains=from_on).first()
        if standing is not None and standing.during.lower == from_on:
            standing.may, standing.reason, standing.recorded_by = may, reason.strip(), by.id
            standing.save(update_fields=["may", "reason", "recorded_by"])
            made = standing
        else:
            until = None
            if standing is not None:
                until = standing.during.upper
                standing.during = DateRange(standing.during.lower, from_on, "[)")
                standing.save(update_fields=["during"])
            made = MayKnow.objects.create(
                person_id=person,
                other_id=other,
                may=may,
                reason=reason.strip(),
                during=span(from_on, until),
                **written(by),
            )
    concerns([person, other], ruling=made.id, may=may)
    tell.tell(by=by, about=[person], title="Who may know where they live was decided")
    return Recorded(made.id)
