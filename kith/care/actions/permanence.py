"""Adoption as the plan and as it was made, permanence before this time in care, and changes of social worker.

The return writes AD1, PlacedAdoption, PrevPerm and SWEpisodes from these rows; nothing of it is asked again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.care.actions.common import NOT_HERE, in_order, may_change, not_to_come, told
from kith.care.models import Adoption, Episode, PlacedForAdoption, PreviousPermanence, SocialWorkerEpisode
from kith.care.models.permanence_kinds import Adopters, AdoptersTie, Before, WhyNotAdoption, WhyWorker
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import plain_date

ONE = {Adopters.MAN.value, Adopters.WOMAN.value}
ELSEWHERE = {"WAL", "SCO", "NIR", "NUK", "999"}
NUMBER = re.compile(r"(SW|XX)[0-9A-Z]{1,18}")


def year_of(day: date) -> str:
    """The collection year, to 31 March, in which a day lies."""
    first = day.year if day.month > 3 else day.year - 1
    return f"{first}-{(first + 1) % 100:02}"


@action("care.plan_adoption")
def plan_adoption(*, by: Actor, person: UUID, decided_on: date) -> UUID:
    """It was decided that adoption is right for the child; the id. Raises NotPermittedError; CannotBeError for a second.

    Source: Adoption and Children Act 2002 s22; SI 2005/389 reg 19.
    """
    may_change(by, person)
    not_to_come(decided_on, "decided_on")
    if PlacedForAdoption.objects.filter(person_id=person, ceased_on=None).exists():
        raise CannotBeError(
            "This decision stands already. Write down that it no longer does first.", field="decided_on"
        )
    with _once("decided_on"):
        made = PlacedForAdoption.objects.create(person_id=person, decided_on=decided_on, recorded_by=by.id)
    told(by, person, "It was decided that adoption is right for them", placed=made.id, on=decided_on)
    return made.id


@action("care.end_adoption_plan")
def end_adoption_plan(*, by: Actor, placed: UUID, ceased_on: date, reason_ceased: str) -> None:
    """The decision no longer stands. Raises NotPermittedError, CannotBeError for days out of order."""
    found = PlacedForAdoption.objects.select_for_update().filter(id=placed).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    not_to_come(ceased_on, "ceased_on")
    in_order(found.decided_on, ceased_on, field="ceased_on")
    found.ceased_on, found.reason_ceased = ceased_on, WhyNotAdoption(reason_ceased).value
    found.source = Source.WORKER.value
    found.save(update_fields=["ceased_on", "reason_ceased", "source"])
    told(by, found.person_id, "Adoption is no longer the plan", placed=placed, on=ceased_on)


@action("care.adopted")
def adopted(
    *,
    by: Actor,
    person: UUID,
    on: date,
    matched_on: date | None,
    by_foster_carer: bool,
    adopters_sex: str,
    adopters_legal_status: str,
    decided_on: date | None = None,
) -> UUID:
    """An adoption order was made on that day; its id. Written again for the same year it is put right.

    When adoption was decided is taken from the plan where that stands. Raises NotPermittedError; CannotBeError for days
    out of order, and for one adopter who is a couple.
    """
    may_change(by, person)
    not_to_come(on, "on")
    plan = PlacedForAdoption.objects.filter(person_id=person).order_by("-decided_on").first()
    decided = decided_on or (plan.decided_on if plan else None)
    in_order(matched_on or on, on, field="matched_on")
    if decided is not None:
        in_order(decided, matched_on or on, field="decided_on")
    alone = adopters_sex in ONE
    if alone != (adopters_legal_status == AdoptersTie.ALONE):
        raise CannotBeError(
            "One person adopts alone, and two are a couple: change one of the two answers.",
            field="adopters_legal_status",
        )
    row = Adoption.objects.filter(person_id=person, collection_year=year_of(on)).first()
    new = row is None
    row = row or Adoption(person_id=person, collection_year=year_of(on), recorded_by=by.id)
    row.decided_on, row.matched_on, row.by_foster_carer = decided, matched_on, by_foster_carer
    row.adopters, row.adopters_sex = 1 if alone else 2, Adopters(adopters_sex).value
    row.adopters_legal_status, row.source = AdoptersTie(adopters_legal_status).value, Source.WORKER.value
    row.save(force_insert=new)
    told(by, person, "They were adopted", adoption=row.id, on=on)
    return row.id


@action("care.permanence_before")
def permanence_before(*, by: Actor, person: UUID, kind: str, authority: str = "", given: str = "") -> UUID:
    """Whether they left care before for a home for good; the id. Of the year in which this time in care began.

    `given`: the day of that order as far as it is known (dd/mm/yyyy with zz). Raises NotPermittedError; CannotBeError for
    a child who did not come into care, and for a kind without authority and day, or none with them.
    """
    may_change(by, person)
    began = Episode.objects.filter(person_id=person, reason_new_episode="S").order_by("-started_on").first()
    if began is None:
        raise CannotBeError("First write down that they come into care: this is asked of that day.")
    place = authority.strip().upper()
    if kind == Before.NONE:
        place, given = "", ""
    elif not (place in ELSEWHERE or re.fullmatch(r"\d{3}", place)):
        raise CannotBeError(
            "Write the three digits of the council, or WAL, SCO, NIR, NUK, or 999 where it is not known.",
            field="authority",
        )
    elif not given:
        raise CannotBeError("Write when that order was made, as far as it is known.", field="given")
    year = year_of(began.started_on)
    row = PreviousPermanence.objects.filter(person_id=person, collection_year=year).first()
    new = row is None
    row = row or PreviousPermanence(person_id=person, collection_year=year, recorded_by=by.id)
    row.kind, row.authority, row.date_as_given, row.ordered_on = (
        Before(kind).value,
        place,
        given,
        _whole(given),
    )
    row.source = Source.WORKER.value
    row.save(force_insert=new)
    told(by, person, "Whether they had a home for good before", before=row.id, year=year)
    return row.id


@action("care.worker_changed")
def worker_changed(*, by: Actor, person: UUID, worker_number: str, started_on: date, reason: str) -> UUID:
    """Another social worker began with the child, and the one before stopped that day; the id.

    Who may open the record follows from who works with the child, never from this. Raises NotPermittedError;
    CannotBeError for a number that is none, and a day before the one before began.
    """
    may_change(by, person)
    not_to_come(started_on, "started_on")
    number = re.sub(r"\s", "", worker_number).upper()
    if not NUMBER.fullmatch(number):
        raise CannotBeError(
            "This is SW and the number of the register; XX and a number where they have none.",
            field="worker_number",
        )
    held = SocialWorkerEpisode.objects.select_for_update().filter(person_id=person, ended_on=None)
    before = held.order_by("-started_on").first()
    if before is not None:
        if started_on < before.started_on:
            raise CannotBeError(
                f"The worker before began on {plain_date(before.started_on)}: this is that day or later.",
                field="started_on",
            )
        before.ended_on, before.source = started_on, Source.WORKER.value
        before.save(update_fields=["ended_on", "source"])
    with _once("started_on"):
        made = SocialWorkerEpisode.objects.create(
            person_id=person,
            worker_number=number,
            started_on=started_on,
            reason=WhyWorker(reason).value,
            recorded_by=by.id,
        )
    told(by, person, "Another social worker began", worker=made.id, on=started_on, reason=reason)
    return made.id


@contextmanager
def _once(field: str) -> Iterator[None]:
    """A row that is there already is refused in plain words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise CannotBeError("That is written down already, for this day.", field=field) from error


def _whole(given: str) -> date | None:
    if not given or "z" in given:
        return None
    day, month, year = given.split("/")
    return date(int(year), int(month), int(day))
