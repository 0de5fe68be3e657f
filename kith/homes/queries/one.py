"""Everything of one home that its page shows, and as much of it as the page of a choice does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from kith.homes import words
from kith.homes.models import (
    CarerReview,
    Done,
    Exclusion,
    Grade,
    Happened,
    Home,
    HomePlace,
    Inspection,
    Leaving,
    Member,
    Notified,
)
from kith.homes.queries.kept import Kept, kept
from kith.homes.queries.lawful import lawfully
from kith.homes.queries.register import wrong_today
from kith.homes.rules import Lawfully, TermsOf
from kith.people.page_queries import who

YEAR = timedelta(days=365)


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
class DoneLine:
    """What was done with the carers, on a day."""

    on: date
    what: str
    words: str


@dataclass(frozen=True, slots=True)
class HappenedLine:
    """What had to be notified, as far as the reader may open whom it concerns. `told`: who was told."""

    id: UUID
    on: date
    what: str
    name: str
    told_on: date | None
    told: str


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
    done: tuple[DoneLine, ...]
    happened: tuple[HappenedLine, ...]
    kept: Kept | None


def one_home(home: UUID, today: date) -> OneHome | None:
    """One home of the register, or None. At most sixteen statements."""
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
        done=tuple(
            DoneLine(each.on, str(each.get_what_display()), each.words)
            for each in Done.objects.filter(home=row).order_by("-on", "what")
        ),
        happened=_happened(row.id),
        kept=kept(row, today) if row.kind == "foster" and law.terms_on(today) is None else None,
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


def _happened(home: UUID) -> tuple[HappenedLine, ...]:
    rows = list(Happened.objects.filter(home_id=home).order_by("-on", "-recorded_at"))
    named = who([row.child_id for row in rows if row.child_id]) if rows else {}
    says = dict(Notified.choices)
    return tuple(
        HappenedLine(
            row.id,
            row.on,
            str(row.get_what_display()),
            named[row.child_id].name if row.child_id in named else "",
            row.told_on,
            ", ".join(str(says[each]) for each in row.told),
        )
        for row in rows
    )


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
