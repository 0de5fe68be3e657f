"""Which kinds of fact the loaded returns cover, and for which years, so that silence is not read as failure.

Source of which table holds which fact: `kith/law/data/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import DateTimeField, Max, Min, QuerySet
from django.utils import timezone

from kith.core.reads import Given, Reads
from kith.law.coverage import Covered
from kith.law.providers import Provider, live_kinds, register
from kith.returns.models import LoadedFile

EVERY_DAY = ("birth",)
SSDA903 = {
    "Episodes": (
        "looked_after",
        "looked_after_without_order",
        "placement",
        "police_protection",
        "authority_to_place",
        "placed_for_adoption",
        "placed_for_adoption_until_first_review",
        "placement_first_year",
        "placement_after_first_year",
        "placement_after_first_year_long_term",
        "care_order_with_parent",
        "connected_or_interim_until_first_review",
        "connected_or_interim_after_first_review",
        "left_care_into_custody",
    ),
    "Reviews": ("looked_after_review",),
    "OC2": (
        "health_assessment_in_year",
        "dental_check_in_year",
        "strengths_and_difficulties_score",
        "strengths_and_difficulties_reason",
    ),
    "OC3": ("care_leaver", "care_leaver_in_touch", "care_leaver_contact_not_wanted"),
}
CIN = (
    "referral",
    "referral_no_further_action",
    "assessment_finished",
    "section_47_started",
    "initial_conference",
    "conference_not_required",
    "child_protection_plan",
    "child_protection_review",
)
PRE_PROCEEDINGS = ("letter_before_proceedings", "family_meeting_offered_in_letter")
PRE_PROCEEDINGS_FROM = "2026-27"
LIVE = "demo"
"""A file of this kind says that the record itself is kept from its year on, with no end."""


BELIEVED = Given("believed", DateTimeField())


def _years_read() -> QuerySet[LoadedFile, Any]:
    files = LoadedFile.objects.exclude(collection_year="").filter(loaded_at__lte=BELIEVED)
    years = files.values("kind", "table").annotate(
        first=Min("collection_year"), last=Max("collection_year"), since=Min("loaded_at")
    )
    return years.values_list("kind", "table", "first", "last", "since")


_years = Reads(years=_years_read)


def covers(_as_at: date, believed: datetime | None) -> Iterable[Covered]:
    """From 1 April of the first year loaded to 31 March of the last; no end where it is kept live.

    What only workers write is covered from the day on which they began to write here.
    """
    yield from (Covered(kind) for kind in EVERY_DAY)
    if settings.LIVE_FROM is not None:
        yield from (Covered(kind, settings.LIVE_FROM) for kind in live_kinds())
    for kind, table, first, last, since in _years.run(believed=believed or timezone.now())["years"]:
        for fact in _kinds(kind, table, last):
            start = PRE_PROCEEDINGS_FROM if fact in PRE_PROCEEDINGS and kind == "cin" else first
            yield Covered(fact, _since(fact, max(start, first)), None if kind == LIVE else _end(last))
        if kind == LIVE:
            # What no return tells is kept from the day on which somebody could first write it here.
            yield from (Covered(fact, timezone.localdate(since)) for fact in live_kinds())


def _kinds(kind: str, table: str, last: str) -> Iterator[str]:
    if kind == LIVE:
        yield from (fact for facts in SSDA903.values() for fact in facts)
        yield from (*CIN, *PRE_PROCEEDINGS)
    elif kind == "ssda903":
        yield from SSDA903.get(table, ())
    elif table == "CINdetails":  # one census holds all its tables, also those with no row
        yield from CIN
        if last >= PRE_PROCEEDINGS_FROM:
            yield from PRE_PROCEEDINGS


def _since(fact: str, year: str) -> date:
    """Contact with a care leaver counts from three months before a birthday: its window opens in January."""
    start = int(year[:4])
    return date(start, 1, 1) if fact == "care_leaver_in_touch" else date(start, 4, 1)


def _end(year: str) -> date:
    return date(int(year[:4]) + 1, 3, 31)


def fill() -> None:
    """Tell the law what was loaded (at start-up); the facts themselves are in the rooms they were loaded into."""
    register(Provider("returns", covers))
