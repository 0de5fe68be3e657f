"""The family's door: what has to happen, what help there is, by when, for those shown it. Titles tell nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family
from kith.bonds import actions
from kith.bonds.home_forms import MySayForm
from kith.bonds.models import HomeSays
from kith.core.once import once
from kith.core.reads import AS_IT_IS, DAY, ID, Called, Reads
from kith.core.tried import tried
from kith.design.dates import today


@dataclass(frozen=True, slots=True)
class MyLine:
    """What has to happen; or, of `night`, from when until when I am at home."""

    kind: str
    what: str
    who: str
    help: str
    by_when: date
    done_on: date | None

    @property
    def late(self) -> bool:
        return self.done_on is None and self.by_when < today()


@dataclass(frozen=True, slots=True)
class MyWay:
    """One way that was shown to me. `mine`: I am the child. `says`, `words`: what I said to it."""

    id: UUID
    mine: bool
    child: str
    to_whom: str
    agreed_on: date | None
    home_on: date | None
    says: str
    words: str
    lines: tuple[MyLine, ...]

    @property
    def musts(self) -> list[MyLine]:
        return [each for each in self.lines if each.kind == "must"]

    @property
    def nights(self) -> list[MyLine]:
        return [each for each in self.lines if each.kind == "night"]


_mine = Reads(
    ways=lambda: Called(
        "SELECT way, mine, child, to_whom, agreed_on, home_on, says, words FROM bonds_my_ways()",
        (ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, DAY, DAY, AS_IT_IS, AS_IT_IS),
    ),
    lines=lambda: Called(
        "SELECT way, kind, what, who, help, by_when, done_on FROM bonds_my_way_lines()",
        (ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, AS_IT_IS, DAY, DAY),
    ),
)


def my_ways() -> list[MyWay]:
    """One statement."""
    read = _mine.run()
    return [_way(row, read["lines"]) for row in read["ways"]]


def _way(row: Sequence[Any], lines: Sequence[Sequence[Any]]) -> MyWay:
    way, mine, child, to_whom, agreed_on, home_on, says, words = row
    said = str(HomeSays(says).label) if says else ""
    mine_too = tuple(MyLine(*line[1:]) for line in lines if line[0] == way)
    return MyWay(way, mine, child or "", to_whom, agreed_on, home_on, said, words, mine_too)


@family
def my_steps(request: ActingRequest) -> HttpResponse:
    """What has to happen, and by when?"""
    return render(request, "bonds/my_steps.html", {"ways": my_ways(), "sent": "sent" in request.GET})


@family
@once
def my_steps_say(request: ActingRequest, way: UUID) -> HttpResponse:
    """What do I say to it?"""
    if not any(each.id == way for each in my_ways()):
        raise Http404
    form = MySayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and tried(
        form, lambda: actions.say_of_home(by=request.actor, way=way, **form.cleaned_data)
    ):  # fmt: skip
        return redirect("/my/steps/?sent")
    context = {"form": form, "heading": _("What do you say to it?"), "press": _("Send"), "lines": []}
    return render(request, "care/my_form.html", context)
