"""Finding sheets, reading one, and which have gone stale and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.html import strip_tags

from kith.advice.lawful import duties
from kith.advice.models import SheetState, SheetVersion

SOON = timedelta(days=60)
START, STOP = "\x02", "\x03"
VECTOR = SearchVector("title", "summary", "body", config="english")
WHOLE = Concat("title", Value(" "), "summary", Value(" "), "body", output_field=CharField())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for. `exact`: these very words, as they stand."""

    text: str = ""
    topic: str = ""
    who: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One sheet among those found, with a piece of it, parted where the words stand."""

    slug: str
    title: str
    summary: str
    review_by: date
    pieces: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """One published sheet on the board: the latest day, and what is wrong with it."""

    sheet: SheetVersion
    why: tuple[str, ...]
    late: bool


def search(wanted: Wanted, limit: int = 50) -> list[Found]:
    """Published sheets, the best first; without words, by title. One statement.

    Words between quotation marks, and all words where `exact`, must stand there as they are.
    """
    sheets = SheetVersion.objects.filter(state=SheetState.PUBLISHED)
    if wanted.topic:
        sheets = sheets.filter(topic=wanted.topic)
    if wanted.who:
        sheets = sheets.filter(who__contains=[wanted.who])
    text = wanted.text.strip()
    phrases = [text.replace('"', "")] if wanted.exact else text.split('"')[1::2]
    for phrase in (each.strip() for each in phrases):
        if phrase:
            sheets = _with_phrase(sheets, phrase)
    if not text.replace('"', "").strip():
        return [_found(each) for each in sheets.order_by("title")[:limit]]
    query = SearchQuery(text, config="english", search_type="websearch")
    if not wanted.exact:
        sheets = sheets.annotate(words=VECTOR).filter(words=query)
    headline = SearchHeadline(
        "body", query, config="english", start_sel=START, stop_sel=STOP, max_words=24, min_words=12
    )
    told = sheets.annotate(rank=SearchRank(VECTOR, query), piece=headline).order_by("-rank", "title")
    return [_found(each, each.piece) for each in told[:limit]]


def slugs() -> list[str]:
    """The names of all sheets. One statement."""
    return list(SheetVersion.objects.order_by("slug").values_list("slug", flat=True).distinct())


def current(slug: str) -> SheetVersion | None:
    """The version that holds. One statement."""
    return SheetVersion.objects.filter(slug=slug, state=SheetState.PUBLISHED).first()


def versions(slug: str) -> list[SheetVersion]:
    """Those that anybody may read, the newest first. One statement."""
    shown = (SheetState.PUBLISHED, SheetState.REPLACED)
    return list(SheetVersion.objects.filter(slug=slug, state__in=shown).order_by("-number"))


def stale(today: date) -> list[Stale]:
    """Every published sheet, what is overdue or will be first: reviews, and law that changed since it was checked."""
    board = [_judged(each, today) for each in SheetVersion.objects.filter(state=SheetState.PUBLISHED)]
    return sorted(
        board, key=lambda each: (not each.late, not each.why, each.sheet.review_by, each.sheet.title)
    )


def law_news(sheet: SheetVersion, today: date) -> list[str]:
    """Duties that it rests on and that began, stopped or were read anew since its law was checked."""
    news = []
    for duty in duties().values():
        if duty.id not in sheet.law:
            continue
        days = (duty.source.checked_on, duty.commences_on, duty.ends_on)
        if any(day and sheet.law_checked_on < day <= today for day in days):
            news.append(f"{duty.name}: changed or checked since {sheet.law_checked_on:%d/%m/%Y}")
    return news


def _judged(sheet: SheetVersion, today: date) -> Stale:
    why = law_news(sheet, today)
    late = sheet.review_by < today
    if late:
        why.insert(0, "Its review is overdue")
    elif sheet.review_by - today <= SOON:
        why.insert(0, "Its review is due soon")
    return Stale(sheet, tuple(why), late)


def _with_phrase(sheets: QuerySet[SheetVersion], phrase: str) -> QuerySet[SheetVersion]:
    """Where these very words stand, as whole words, whatever their letters' size."""
    whole = rf"(^|\W){re.escape(phrase[:100])}($|\W)"
    return sheets.annotate(whole=WHOLE).filter(whole__iregex=whole)


def _found(sheet: SheetVersion, piece: str = "") -> Found:
    parts = []
    for n, part in enumerate(strip_tags(piece).split(START)):
        if n == 0:
            parts.append((part, False))
            continue
        hit, _, rest = part.partition(STOP)
        parts += [(hit, True), (rest, False)]
    return Found(
        sheet.slug, sheet.title, sheet.summary, sheet.review_by, tuple(each for each in parts if each[0])
    )
