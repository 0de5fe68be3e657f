"""Services near a place, and those that have none to show, each list a short walk of an index.

A service whose place is secret is never in the list by distance: it stands, by name, among those that are reached by
telephone or online.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection

from kith.core.where import where
from kith.offer.finding.lines import Line, Row, lines_of
from kith.offer.finding.spelling import meant
from kith.offer.finding.statements import (
    AMONG_NEAREST,
    BOTH,
    BY_NAME,
    BY_WORDS,
    FEW_NOWHERE,
    MATCH,
    NEAR,
    NEAREST,
    NOWHERE,
    OTHERS,
    PAGE,
    RANKED,
    RANKING,
    RARE,
    SHOWN,
    WITHIN,
)
from kith.offer.finding.travel import travel


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: words and codes as they were chosen; `travel` needs a postcode that we know; page from 1."""

    postcode: str = ""
    text: str = ""
    need: str = ""
    age: int | None = None
    day: int | None = None
    free: bool = False
    travel: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """`near`: by distance where a postcode was known, else by name. `others`: reached without going anywhere.

    `corrected`: the words that were looked for in place of those typed. `nowhere`: the postcode is none we know.
    """

    near: tuple[Line, ...]
    others: tuple[Line, ...]
    more: bool
    corrected: str = ""
    nowhere: bool = False


def search(asked: Asked, today: date) -> Found:
    """Two statements at most; with words that nothing holds, that of spelling and two more."""
    middle = where(asked.postcode) if asked.postcode else None
    nowhere = bool(asked.postcode) and middle is None
    near, others = _rows(asked, middle)
    corrected = ""
    if asked.text and not near and not others and (guess := meant(asked.text)):
        near, others = _rows(replace(asked, text=guess), middle)
        corrected = guess if near or others else ""
    chosen = travel(asked.travel)
    return Found(
        lines_of(near[:PAGE], today, chosen),
        lines_of(others, today, chosen),
        len(near) > PAGE,
        corrected,
        nowhere,
    )


def _rows(asked: Asked, middle: tuple[int, int] | None) -> tuple[list[Row], list[Row]]:
    narrowed, told = _narrowed(asked)
    skip = (asked.page - 1) * PAGE
    if middle is not None:
        return _near(asked, middle, narrowed, told)
    if asked.text:
        values = [*told, RANKED, asked.text, asked.text, PAGE + 1, skip]
        return _read(RANKING.format(narrowed=narrowed, match=MATCH), values), []
    return _read(BY_NAME.format(narrowed=narrowed), [*told, PAGE + 1, skip]), []


def _near(
    asked: Asked, middle: tuple[int, int], narrowed: str, told: list[Any]
) -> tuple[list[Row], list[Row]]:
    """The nearest first, a page of them and one more; and beside the first page those of no place.

    The planner takes marks for independent, so it is not asked: what few have is looked for by words, what many have
    among the nearest, and in the other way as well where that was a mistake. One statement mostly, two at most.
    """
    skip = (asked.page - 1) * PAGE
    page = [PAGE + 1, skip]
    way = travel(asked.travel)
    within, reach = (WITHIN, [*middle, way.reach]) if way else ("", [])
    walk = (
        AMONG_NEAREST.format(narrowed=narrowed, within=within),
        [*middle, *reach, *middle, NEAREST, *told, *page],
    )
    by_words = BY_WORDS.format(narrowed=narrowed, within=within), [*middle, *told, *reach, RARE, *page]
    few = sum((bool(asked.need), bool(asked.day), len(asked.text.split()))) > 1
    if narrowed:
        nearest, values = by_words if few else walk
    else:
        nearest, values = NEAR.format(within=within), [*middle, *reach, *middle, *page]
    if not skip:
        nowhere = FEW_NOWHERE if asked.need or asked.text else NOWHERE
        nearest = BOTH.format(near=nearest, nowhere=nowhere.format(narrowed=narrowed))
        values = [*values, *told, OTHERS]
    rows = _read(nearest, values)
    near = [row for row in rows if row[2] is not None]
    others = [row for row in rows if row[2] is None]
    if few and near and near[0][-1] >= RARE:
        near = _read(*walk)
    elif narrowed and not few and len(near) <= PAGE:
        near = _read(*by_words)
    return near, others


def _narrowed(asked: Asked) -> tuple[str, list[Any]]:
    """SQL and its values: one condition on the one index of words and marks."""
    marks = [
        *([f"need={asked.need}"] if asked.need else []),
        *([f"age={asked.age}"] if asked.age is not None else []),
        *([f"day={asked.day}"] if asked.day else []),
        *(["free=yes"] if asked.free else []),
    ]
    parts, told = [], []
    if marks:
        parts.append("%s::tsquery")
        told.append(" & ".join(f"'{mark}'" for mark in marks))
    if asked.text:
        parts.append(MATCH)
        told += [asked.text, asked.text]
    return (f" AND words @@ ({' && '.join(parts)})" if parts else ""), told


def _read(rows: str, values: list[Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(SHOWN.format(rows=rows), values)
        found: list[Row] = cursor.fetchall()
    return found
