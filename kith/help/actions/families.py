"""Family Help begins and ends, the footing in law changes, needs of adults are known, and money helps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.ranges import during
from kith.design.text import safe_text
from kith.help.families.members import open_members
from kith.help.models import (
    AdultNeed,
    Basis,
    FamilyHelp,
    NeedKind,
    Pot,
    PracticalHelp,
    StatutoryBasis,
    WhyEnded,
)
from kith.story.writing import clean_text

HEALTH_NEEDS = frozenset({NeedKind.DRUGS, NeedKind.ALCOHOL, NeedKind.MENTAL_HEALTH, NeedKind.DISABILITY})
"""Needs that only those read who may see health."""


@action("help.start_family_help")
def start_family_help(*, by: Actor, family: UUID, on: date, request: UUID | None = None) -> FamilyHelp:
    """Family Help begins for a family. Raises NotPermittedError where it has begun already, or for a day to come."""
    about = _members(by, family)
    _not_to_come(on)
    try:
        with transaction.atomic():
            made = FamilyHelp.objects.create(
                family_id=family, started_on=on, request_id=request, recorded_by=by.id
            )
    except IntegrityError as twice:
        raise NotPermittedError("They have Family Help already.") from twice
    _told(by, about, "Family Help began", help=str(made.id), on=on.isoformat())
    return made


@action("help.end_family_help")
def end_family_help(*, by: Actor, family: UUID, on: date, why: str, words: str = "") -> None:
    """Family Help ends, with why and the family's words. Raises NotPermittedError: none runs; the day is to come."""
    about = _members(by, family)
    _not_to_come(on)
    found = FamilyHelp.objects.filter(family_id=family, ended_on__isnull=True).first()
    if found is None or on < found.started_on:
        raise NotPermittedError("They have no Family Help that could end on that day.")
    said = clean_text(words).strip()[:2000]
    FamilyHelp.objects.filter(id=found.id).update(ended_on=on, why_ended=WhyEnded(why), words_at_end=said)
    _told(by, about, f"Family Help ended: {WhyEnded(why).label}", help=str(found.id), on=on.isoformat())


@action("help.set_basis")
def set_basis(*, by: Actor, person: UUID, basis: str, on: date, until: date | None = None) -> StatutoryBasis:
    """Say on which footing in law somebody is helped from a day on (until the day before `until`).

    A basis of "none" or a new one ends nothing by itself: two may hold at once, as a child in need may be
    looked after. Raises NotPermittedError where this one holds already on one of these days.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])
    if until is not None and until <= on:
        raise NotPermittedError("It cannot end before it began.")
    try:
        with transaction.atomic():
            made = StatutoryBasis.objects.create(
                person_id=person, basis=Basis(basis), during=during(on, until), recorded_by=by.id
            )
    except IntegrityError as twice:
        raise NotPermittedError("This footing is recorded already for some of these days.") from twice
    _told(
        by, [person], f"Helped on this footing: {Basis(basis).label}", basis=str(made.id), on=on.isoformat()
    )
    return made


@action("help.end_basis")
def end_basis(*, by: Actor, basis: UUID, on: date) -> None:
    """A footing in law ends at the start of a day. Raises NotPermittedError where it began on that day or later."""
    found = StatutoryBasis.objects.filter(id=basis).first()
    if found is None:
        raise NotPermittedError("There is no such footing.")
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.person_id])
    if found.during.lower >= on or found.during.upper is not None:
        raise NotPermittedError("It has ended, or began on that day or later.")
    StatutoryBasis.objects.filter(id=basis).update(during=during(found.during.lower, on))
    says = f"No longer helped on this footing: {Basis(found.basis).label}"
    _told(by, [found.person_id], says, basis=str(basis), on=on.isoformat())


@action("help.record_need")
def record_need(
    *, by: Actor, person: UUID, kind: str, since: date, words: str = "", concern: UUID | None = None
) -> AdultNeed:
    """Record what an adult needs help with; health is read by those who may see health. Raises NotPermittedError.

    The story says that a need is known, never which: its title is read by more people than the need.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])
    _not_to_come(since)
    label = Label.HEALTH if NeedKind(kind) in HEALTH_NEEDS else Label.NORMAL
    made = AdultNeed.objects.create(
        person_id=person,
        kind=NeedKind(kind),
        since=since,
        words=clean_text(words).strip()[:2000],
        label=label.value,
        covert_id=concern,
        recorded_by=by.id,
    )
    facts = {"need": str(made.id)}
    concerns([person], **facts)
    tell.tell(
        by=by, about=[person], title="Something they need help with was recorded", facts=facts, covert=concern
    )
    return made


@action("help.need_is_over")
def need_is_over(*, by: Actor, need: UUID, on: date) -> None:
    """A need is no more. Raises NotPermittedError for a day to come or before it began, or where it is over."""
    found = AdultNeed.objects.filter(id=need, until__isnull=True).first()
    if found is None:
        raise NotPermittedError("There is no such need now.")
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.person_id])
    _not_to_come(on)
    if on < found.since:
        raise NotPermittedError("It cannot end before it began.")
    AdultNeed.objects.filter(id=need).update(until=on)
    facts = {"need": str(need), "on": on.isoformat()}
    concerns([found.person_id], **facts)
    tell.tell(
        by=by,
        about=[found.person_id],
        title="Something they needed help with is over",
        facts=facts,
        covert=found.covert_id,
    )


@action("help.give_practical_help")
def give_practical_help(
    *, by: Actor, family: UUID, what: str, pence: int, pot: UUID, on: date
) -> PracticalHelp:
    """Pay for something that a family needs, out of a pot (Children Act 1989 s17(6)).

    A pot that is spent is no reason to refuse: the page warns, and what was given is recorded as it was. Raises
    NotPermittedError: for nothing, for a pot that does not hold on that day, and for a day to come.
    """
    about = _members(by, family)
    _not_to_come(on)
    said, money = safe_text(what), Pot.objects.filter(id=pot).first()
    if not said or pence <= 0:
        raise NotPermittedError("Say what it was and what it cost.")
    if money is None or on < money.from_on or (money.until_on is not None and on > money.until_on):
        raise NotPermittedError("This money may not be spent on that day. Choose another pot.")
    made = PracticalHelp.objects.create(
        family_id=family,
        what=said[:200],
        pence=pence,
        pot=money,
        on=on,
        agreed_by_id=by.id,
        recorded_by=by.id,
    )
    _told(by, about, f"Practical help was given: {said[:150]}", practical_help=str(made.id), pence=pence)
    return made


def _members(by: Actor, family: UUID) -> list[UUID]:
    """Those of the family who are open to the actor; the permission is checked on each of them."""
    about = open_members(by=by, family=family)
    if not about:
        raise NotPermittedError("You cannot do this for somebody whose record is not open to you.")
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=about)
    return about


def _told(by: Actor, about: Sequence[UUID], title: str, **facts: object) -> None:
    concerns(about, **facts)
    tell.tell(by=by, about=about, title=title, facts=facts)


def _not_to_come(on: date) -> None:
    if on > timezone.localdate():
        raise NotPermittedError("This day is still to come.")
