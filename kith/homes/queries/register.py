"""The register as pages show it: homes, whether each is lawful today, and everything of one home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from kith.homes import words
from kith.homes.models import Grade, Home, Inspection
from kith.homes.queries.lawful import lawfully
from kith.homes.rules import Lawfully

SHOWN = 60
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One home in the list. `wrong`: why no child may live there today; blank where some may."""

    id: UUID
    name: str
    reference: str
    kind: str
    provider: str
    places: int
    free: int
    good_at: str
    grade: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Page:
    """As many homes as a page holds, what is wrong first; how many there are; and places free where a child may live."""

    lines: tuple[HomeLine, ...]
    found: int
    free: int


def register(today: date, *, kind: str = "", free: bool = False, typed: str = "") -> Page:
    """Homes that are open, those that the law allows no child first. Five statements."""
    # A home that is closed is found by its number alone.
    open_ = Q(closed_on__isnull=True) | Q(closed_on__gt=today) | Q(reference__iexact=typed or "-")
    rows = Home.objects.select_related("provider").filter(open_)
    if kind:
        rows = rows.filter(kind=kind)
    if free:
        rows = rows.filter(free__gt=0)
    if typed:
        rows = rows.filter(
            Q(name__icontains=typed) | Q(reference__icontains=typed) | Q(provider__name__icontains=typed)
        )
    found = list(rows.order_by("name", "reference"))
    law = lawfully([row.id for row in found], today)
    grades = _grades([row.id for row in found])
    lines = [
        HomeLine(
            row.id,
            row.name,
            row.reference,
            str(row.get_kind_display()),
            row.provider.name,
            row.places,
            row.free,
            words.named(row.skills, words.SKILLS),
            grades.get(row.id, ""),
            wrong_today(law[row.id], today),
        )
        for row in found
    ]
    lines.sort(key=lambda each: not each.wrong)
    return Page(tuple(lines[:SHOWN]), len(lines), sum(each.free for each in lines if not each.wrong))


def wrong_today(law: Lawfully, today: date) -> str:
    """Why no child at all may live in a home on a day; blank where some child may."""
    terms = law.terms_on(today)
    foster = law.kind == "foster"
    if terms is None:
        return "not approved" if foster else "not registered with Ofsted"
    if terms.suspended:
        return "suspended by Ofsted"
    return "" if terms.places else "approved for no child" if foster else "registered for no child"


def _grades(homes: Sequence[UUID]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = defaultdict(list)
    words_of = dict(Grade.choices)
    for home, grade in (
        Inspection.objects.filter(home_id__in=homes).order_by("-on").values_list("home_id", "grade")
    ):
        found[home].append(str(words_of.get(grade, "")))
    return {home: grades[0] for home, grades in found.items()}
