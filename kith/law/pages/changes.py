"""What changes in the law: what began lately, what will on which day, and what waits for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff
from kith.law.register import Duty, shipped
from kith.law.settings.queries import Decision, decisions

LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Change:
    """One duty that begins or stops on a day."""

    day: date
    duty: Duty
    stops: bool

    @property
    def says(self) -> str:
        if self.stops:
            return "It stops. What falls due from this day on no longer binds."
        if self.duty.status == "guidance":
            return "Councils follow it from this day, unless they have good reason not to."
        return "It must be done from this day. Before, it only advises."


@dataclass(frozen=True, slots=True)
class Changes:
    """The page: past and coming days with their changes, and law that has no day."""

    lately: list[tuple[date, list[Change]]]
    coming: list[tuple[date, list[Change]]]
    no_day: list[Duty]
    council: list[Decision]


def changes(duties: Iterable[Duty], today: date, settings: Iterable[Decision]) -> Changes:
    """What changed in the last year, will change, and has no day yet. The latest first; coming soonest first."""
    held = tuple(duties)
    dated = [
        *(Change(each.commences_on, each, False) for each in held if each.commences_on),
        *(Change(each.ends_on, each, True) for each in held if each.ends_on),
    ]
    past = [each for each in dated if today - LATELY < each.day <= today]
    coming = [each for each in dated if each.day > today]
    return Changes(
        lately=list(reversed(_by_day(past))),
        coming=_by_day(coming),
        no_day=[each for each in held if each.status == "prospective" and each.commences_on is None],
        council=[each for each in settings if each.from_day > today - LATELY],
    )


@staff
def law_changes(request: ActingRequest) -> HttpResponse:
    """What changes, and when."""
    today = timezone.localdate()
    context = {
        "c": changes(shipped(), today, decisions()),
        "on": today,
        "signed_in_as": request.user.display_name,
        "here": request.path,
    }
    return render(request, "law/changes.html", context)


def _by_day(found: list[Change]) -> list[tuple[date, list[Change]]]:
    found.sort(key=lambda each: (each.day, each.duty.id))
    return [(day, list(each)) for day, each in groupby(found, key=lambda each: each.day)]
