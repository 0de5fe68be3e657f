"""Where people live, how to reach them, and who may know."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.ranges import DateRange
from kith.design.dates import short_date, today
from kith.people.actions.common import Recorded, may_name, span, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.may import EDIT_PERSON
from kith.people.models import Address, ContactPoint, MayKnow
from kith.people.models.address import AddressKind

# Our own choice: twice a year somebody asks whether it is still so.
LOOK_AGAIN_DAYS, LONGEST_DAYS = 182, 366
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
    *,
    by: Actor,
    person: UUID,
    other: UUID,
    may: bool,
    reason: str,
    from_on: date,
    came_from: str = "",
    review_on: date | None = None,
) -> Recorded:
    """Rule whether `other` may know where `person` lives. Without a ruling nobody in the family may.

    A new ruling ends the one before; on the same day it replaces it, and the history keeps both. Whoever may not know is
    kept apart: what they were given before is looked through again at once. `came_from`: who says so. Such a ruling is
    looked at again on `review_on`, in six months where nobody says, and goes on until somebody decides otherwise.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if person == other:
        raise CannotBeError("Choose somebody else: this is about two people.", field="other")
    may_name(other)
    if not reason.strip():
        raise CannotBeError("Say why, for the next worker.", field="reason")
    if not may and review_on is not None:
        _in_a_year(review_on)
    elif not may:
        review_on = max(from_on, today()) + timedelta(days=LOOK_AGAIN_DAYS)
    again, told_by = None if may else review_on, came_from.strip()[:300]
    with plainly():
        standing = MayKnow.objects.filter(person_id=person, other_id=other, during__contains=from_on).first()
        if standing is not None and standing.during.lower == from_on:
            standing.may, standing.reason, standing.recorded_by = may, reason.strip(), by.id
            standing.came_from, standing.review_on = told_by, again
            standing.save(update_fields=["may", "reason", "recorded_by", "came_from", "review_on"])
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
                came_from=told_by,
                review_on=again,
                **written(by),
            )
    if not may:
        tell.kept_apart(person, other)
    concerns([person, other], ruling=made.id, may=may)
    tell.tell(by=by, about=[person], title="Who may know where they live was decided")
    return Recorded(made.id)


def _in_a_year(on: date) -> None:
    """Raises CannotBeError for a day to look again that is not within the year to come."""
    if not today() < on <= today() + timedelta(days=LONGEST_DAYS):
        raise CannotBeError("Choose a day to look at it again within the year to come.", field="review_on")


@action("people.look_again_at_ruling")
def look_again_at_ruling(*, by: Actor, person: UUID, ruling: UUID, review_on: date, said: str) -> None:
    """Somebody kept apart was thought about again, and stays kept apart until `review_on` and on. `said`: who was asked.

    To let them know after all is a ruling of its own. Raises CannotBeError; NotPermittedError for no such ruling.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    found = MayKnow.objects.filter(id=ruling, person_id=person, may=False, during__contains=today()).first()
    if found is None:
        raise NotPermittedError("They are not kept apart.")
    if not said.strip():
        raise CannotBeError("Say whom you asked, and why it goes on.", field="said")
    _in_a_year(review_on)
    found.reason, found.review_on, found.recorded_by = said.strip()[:300], review_on, by.id
    found.save(update_fields=["reason", "review_on", "recorded_by"])
    concerns([person, found.other_id], ruling=ruling, review_on=review_on)
    tell.tell(by=by, about=[person], title="Who is kept apart from them was looked at again, and goes on")
