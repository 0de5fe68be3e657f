"""The register as pages show it: homes, whether each is lawful today, and everything of one home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from kith.homes import words
from kith.homes.models import CarerReview, Exclusion, Grade, Home, HomePlace, Inspection, Leaving, Member
from kith.homes.queries.lawful import lawfully
from kith.homes.rules import Lawfully, TermsOf
from kith.people.page_queries import who

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
    rows = Home.objects.select_related("provider").filter(Q(closed_on__isnull=True) | Q(closed_on__gt=today))
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


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody of the household, by name where the reader may know it."""

    id: UUID
    person: UUID
    name: str
    part: str
    since: date


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review, with what was said."""

    on: date
    outcome: str
    carers_said: str
    children_said: str
    why: str


@dataclass(frozen=True, slots=True)
class Inspected:
    """What Ofsted found."""

    on: date
    grade: str
    words: str


@dataclass(frozen=True, slots=True)
class OneHome:
    """Everything of one home that its page shows, its codes in words and as they are.

    `address` blank: none, or not this reader's to know.
    """

    id: UUID
    name: str
    reference: str
    kind: str
    foster: bool
    provider: str
    provider_kind: str
    owner: str
    places: int
    free: int
    free_told_on: date | None
    opened_on: date
    closed_on: date | None
    good_at: str
    lives: str
    spoken: str
    believed: str
    heritage: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    faiths: tuple[str, ...]
    cultures: tuple[str, ...]
    lives_here: tuple[str, ...]
    wrong: str
    terms: tuple[TermsOf, ...]
    holds: TermsOf | None
    address: str
    inspections: tuple[Inspected, ...]
    members: tuple[MemberLine, ...]
    reviews: tuple[ReviewLine, ...]
    review_by: date | None
    excluded: tuple[tuple[UUID, str], ...]
    leaving: str


def one_home(home: UUID, today: date) -> OneHome | None:
    """One home of the register, or None. Eleven statements."""
    row = Home.objects.select_related("provider").filter(id=home).first()
    if row is None:
        return None
    law = lawfully([row.id], today)[row.id]
    place = HomePlace.objects.filter(home=row).first()
    reviews = list(CarerReview.objects.filter(home=row).order_by("-on"))
    bars = Exclusion.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=today), home=row, child_id__isnull=True, starts_on__lte=today
    )
    left = Leaving.objects.filter(home=row).first()
    holds = law.terms_on(today)
    return OneHome(
        id=row.id,
        name=row.name,
        reference=row.reference,
        kind=str(row.get_kind_display()),
        foster=row.kind == "foster",
        provider=row.provider.name,
        provider_kind=str(row.provider.get_kind_display()),
        owner=row.provider.owner,
        places=row.places,
        free=row.free,
        free_told_on=row.free_told_on,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        good_at=words.named(row.skills, words.SKILLS),
        lives=words.named(row.lives_here, words.LIVES_HERE),
        spoken=words.named(row.languages, words.LANGUAGES),
        believed=words.named(row.faiths, words.FAITHS),
        heritage=words.named(row.cultures, words.CULTURES),
        skills=tuple(row.skills),
        languages=tuple(row.languages),
        faiths=tuple(row.faiths),
        cultures=tuple(row.cultures),
        lives_here=tuple(row.lives_here),
        wrong=wrong_today(law, today),
        terms=tuple(sorted(law.terms, key=lambda each: each.starts_on, reverse=True)),
        holds=holds,
        address=_address(place),
        inspections=tuple(
            Inspected(each.on, str(dict(Grade.choices).get(each.grade, "")), each.words)
            for each in Inspection.objects.filter(home=row).order_by("-on")
        ),
        members=_members(row.id),
        reviews=tuple(
            ReviewLine(
                each.on, str(each.get_outcome_display()), each.carers_said, each.children_said, each.why
            )
            for each in reviews
        ),
        review_by=_review_by(law, reviews, today) if row.kind == "foster" else None,
        excluded=tuple(bars.values_list("id", "words")),
        leaving="" if left is None else str(left.get_why_display()),
    )


@dataclass(frozen=True, slots=True)
class Brief:
    """As much of a home as the page of a choice shows."""

    kind: str
    provider: str
    wrong: str
    ends_on: date | None
    address: str


def brief(home: UUID, today: date) -> Brief | None:
    """A home in brief, or None. Four statements."""
    row = Home.objects.select_related("provider", "place").filter(id=home).first()
    if row is None:
        return None
    law = lawfully([row.id], today)[row.id]
    holds = law.terms_on(today)
    return Brief(
        str(row.get_kind_display()),
        row.provider.name,
        wrong_today(law, today),
        None if holds is None else holds.ends_on,
        _address(getattr(row, "place", None)),
    )


def _address(place: HomePlace | None) -> str:
    return "" if place is None else ", ".join([*place.lines.splitlines(), place.postcode])


def _review_by(law: Lawfully, reviews: Sequence[CarerReview], today: date) -> date | None:
    """Within a year of approval, then of the last review (reg 28)."""
    began = min((each.starts_on for each in law.terms if each.starts_on <= today), default=None)
    last = max([each.on for each in reviews], default=began)
    return None if last is None else last + YEAR


def _members(home: UUID) -> tuple[MemberLine, ...]:
    rows = list(Member.objects.filter(home_id=home, until__isnull=True).order_by("part", "since"))
    named = who([row.person_id for row in rows]) if rows else {}
    return tuple(
        MemberLine(
            row.id,
            row.person_id,
            named[row.person_id].name if row.person_id in named else "",
            str(row.get_part_display()),
            row.since,
        )
        for row in rows
    )


def _grades(homes: Sequence[UUID]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = defaultdict(list)
    words_of = dict(Grade.choices)
    for home, grade in (
        Inspection.objects.filter(home_id__in=homes).order_by("-on").values_list("home_id", "grade")
    ):
        found[home].append(str(words_of.get(grade, "")))
    return {home: grades[0] for home, grades in found.items()}
