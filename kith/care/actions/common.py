"""What every action about homes and laws does the same way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.care.models import Stay
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, concerns, doing
from kith.core.actor import Actor
from kith.core.ranges import DateRange
from kith.design.dates import plain_date, today
from kith.design.text import safe_text
from kith.people.models import Person
from kith.story.writing import clean_text

NOT_HERE = "There is nothing like this, or it is not open to you."
TO_COME = "This day is still to come."


def may_change(by: Actor, person: UUID) -> None:
    """That the actor may change what is recorded of a child. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])


def take_over(person: UUID) -> None:
    """Make homes and laws of a time in care that was loaded, so that what is recorded next follows on from it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT care_take_over(%s)", [person])


def nights(began: date, ended: date | None) -> DateRange | None:
    """Its nights; None where it began and ended on one day."""
    return None if ended == began else DateRange(began, ended, "[)")


def in_order(began: date, ended: date | None, *, field: str = "ended_on") -> None:
    """Raises CannotBeError for an end before the beginning."""
    if ended is not None and ended < began:
        raise CannotBeError(
            f"It cannot end before it begins ({plain_date(began)}). Change one of the two days.", field=field
        )


def not_to_come(day: date | None, field: str) -> None:
    """Raises CannotBeError for a day after today."""
    if day is not None and day > today():
        raise CannotBeError(TO_COME, field=field)


def words(text: str, most: int = 1000) -> str:
    """Words as they are kept."""
    return clean_text(text).strip()[:most]


def needed(text: str, field: str, message: str, most: int = 120) -> str:
    """One line that must be there. Raises CannotBeError with what would mend it."""
    kept = safe_text(text)[:most]
    if not kept:
        raise CannotBeError(message, field=field)
    return kept


def born(person: UUID) -> date | None:
    """The day of birth where it is known exactly. One statement."""
    return Person.objects.filter(id=person, birth_knowledge="exact").values_list("born_on", flat=True).first()


@contextmanager
def as_the_nights_allow(person: UUID, *, field: str = "began_on") -> Iterator[None]:
    """Two homes on one night are refused in plain words; what row level security refuses is not permitted."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise CannotBeError(_in_the_way(str(error)), field=field) from error
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == "42501":
            raise NotPermittedError("You may not record this about them.") from error
        raise


def two_homes(person: UUID, span: DateRange | None, *, but: UUID | None = None) -> None:
    """Raises CannotBeError where another home of the child has some of these nights. One statement."""
    if span is None:
        return
    others = Stay.objects.filter(person_id=person, during__overlap=span)
    other = (others.exclude(id=but) if but else others).first()
    if other is not None:
        until = f"to {plain_date(other.ended_on)}" if other.ended_on else "and live there still"
        raise CannotBeError(
            f"That would be two homes on one night: they lived in another from {plain_date(other.began_on)} {until}."
            " End or correct that one first, or change these days.",
            field="began_on",
        )


def _in_the_way(error: str) -> str:
    if "episode_one_a_night" in error:
        return (
            "A time looked after that was loaded or written for a return has some of these nights."
            " Correct it under “What returns ask” first, or change these days."
        )
    if "stay_one_home_a_night" in error:
        return "That would be two homes on one night. Look at the other home, or change these days."
    return "A colleague has just written this, or its days do not fit. Open the page again and look."


def told(by: Actor, person: UUID, title: str, **ids: Any) -> None:
    """Put it on the story of the child, staff-only, and name it in the audit by ids, codes and days alone."""
    kept = {name: str(value) for name, value in ids.items() if value is not None}
    concerns([person], **kept)
    if role_named(by.role).family:
        with connection.cursor() as cursor:
            cursor.execute("SELECT care_tell_self(%s)", [doing().name.removeprefix("care.")])
            doing().summary["event"] = str(cursor.fetchone()[0])
        doing().told = True
        return
    tell.tell(by=by, about=[person], title=title, facts=kept)
