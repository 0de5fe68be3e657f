"""How long the record is kept of those who foster no more, and of those who applied and never did, as the law has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.homes.models import Done, EnquiryStep, Home, Stage, What
from kith.homes.models.done import APPLICANT_STOPPED
from kith.law.due import rules_of
from kith.law.engine import derive
from kith.law.facts import Fact

KEPT, APPLIED = "FO-13", "FO-17"
MOST = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """Since when nobody fosters there, and until when the record is kept at least."""

    closed_on: date
    until: date


def kept(home: Home, today: date) -> Kept | None:
    """Of a foster home whose approval has ended; None while one holds, is to come, or never was. Two statements."""
    ends = list(home.approvals.values_list("ends_on", flat=True))
    last = None if None in ends else max((each for each in ends if each is not None), default=None)
    closed = min((each for each in (last, home.closed_on) if each is not None), default=None)
    if not ends or closed is None or closed > today:
        return None
    facts = [Fact("foster_record_closed", home.id, closed, ref=str(home.id))]
    found = next(iter(derive(facts, rules_of(today, KEPT), as_at=today)), None)
    return None if found is None else Kept(closed, found.due)


@dataclass(frozen=True, slots=True)
class KeptRoad:
    """Somebody who applied and does not foster: since when, and until when their record is kept at least."""

    id: UUID
    name: str
    stopped_on: date
    until: date
    over: bool


def kept_of_applicants(today: date, *, only: UUID | None = None) -> list[KeptRoad]:
    """Whose record is still there, the one first whose time is over, or is over soonest. Two statements."""
    whose = {} if only is None else {"enquiry": only}
    steps = (
        EnquiryStep.objects.filter(stage=Stage.STOPPED, enquiry__steps__stage=Stage.APPLIED, **whose)
        .exclude(
            enquiry__in=Done.objects.filter(what=What.DESTROYED, enquiry__isnull=False).values("enquiry")
        )
        .select_related("enquiry")
        .order_by("on", "id")[:MOST]
    )
    stopped = {step.enquiry_id: step for step in steps}
    rules = rules_of(today, APPLIED)
    facts = [Fact(APPLICANT_STOPPED, key, step.on, ref=str(key)) for key, step in stopped.items()]
    due = {each.person: each.due for each in derive(facts, rules, as_at=today)}
    return [
        KeptRoad(key, step.enquiry.name, step.on, due[key], due[key] <= today)
        for key, step in stopped.items()
        if key in due
    ]
