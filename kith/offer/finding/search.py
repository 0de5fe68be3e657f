"""Services near a place, and those that have none to show, each list a short walk of an index.

A service whose place is secret is never in the list by distance: it stands, by name, among those that are reached by
telephone or online.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core.where import where
from kith.offer.finding.lines import Line, line_of
from kith.offer.finding.spelling import meant

PAGE, OTHERS, RANKED = 15, 8, 300
NEAREST, RARE = 600, 5_000
_MATCH = "(websearch_to_tsquery('english', %s) || websearch_to_tsquery('simple', %s))"
_NEAR = """
SELECT service_id, place, at <-> point(%s, %s) AS far FROM offer_spot
 WHERE at IS NOT NULL{narrowed} ORDER BY at <-> point(%s, %s), id LIMIT %s OFFSET %s
"""
# Among the nearest alone: however rare what is asked for, the walk ends.
_AMONG_NEAREST = """
SELECT service_id, place, far FROM (
    SELECT id, service_id, place, words, at <-> point(%s, %s) AS far FROM offer_spot
     WHERE at IS NOT NULL ORDER BY at <-> point(%s, %s) LIMIT %s) s
 WHERE true{narrowed} ORDER BY far, id LIMIT %s OFFSET %s
"""
# What is rare among the nearest is rare: all of it by the index of words, then put in order.
_RARE = """
WITH found AS MATERIALIZED (
    SELECT id, service_id, place, at <-> point(%s, %s) AS far FROM offer_spot WHERE at IS NOT NULL{narrowed} LIMIT %s)
SELECT service_id, place, far FROM found ORDER BY far, id LIMIT %s OFFSET %s
"""
_NOWHERE = """
SELECT service_id, place, NULL::float8 AS far FROM offer_spot
 WHERE at IS NULL AND first{narrowed} ORDER BY name, id LIMIT %s
"""
# Both in one asking: those of no place have no distance.
_BOTH = "SELECT * FROM ({near}) n UNION ALL SELECT * FROM ({nowhere}) o"
_BY_NAME = """
SELECT service_id, place, NULL FROM offer_spot WHERE first{narrowed} ORDER BY name, id LIMIT %s OFFSET %s
"""
_RANKED = """
SELECT service_id, place, NULL FROM (SELECT * FROM offer_spot WHERE first{narrowed} LIMIT %s) s
 ORDER BY ts_rank(words, {match}) DESC, name, id LIMIT %s OFFSET %s
"""
_COPIES = (
    "SELECT service_id, document, assured_on, stale_after FROM offer_published WHERE service_id = ANY (%s)"
)
Row = tuple[UUID, UUID | None, float | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: words and codes as they were chosen; page from 1."""

    postcode: str = ""
    text: str = ""
    need: str = ""
    age: int | None = None
    day: int | None = None
    free: bool = False
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
    """Three statements at most; with words that nothing holds, that of spelling and two more."""
    middle = where(asked.postcode) if asked.postcode else None
    nowhere = bool(asked.postcode) and middle is None
    near, others = _rows(asked, middle)
    corrected = ""
    if asked.text and not near and not others and (guess := meant(asked.text)):
        near, others = _rows(_with(asked, guess), middle)
        corrected = guess if near or others else ""
    lines = _lines([*near, *others], today)
    shown = _once(near[:PAGE])
    return Found(
        tuple(line for row in shown if (line := lines.get(row))),
        tuple(line for row in others if (line := lines.get(row))),
        len(near) > PAGE,
        corrected,
        nowhere,
    )


def _rows(asked: Asked, middle: tuple[int, int] | None) -> tuple[list[Row], list[Row]]:
    narrowed, told = _narrowed(asked)
    skip = (asked.page - 1) * PAGE
    if middle is not None:
        return _near(middle, narrowed, told, skip)
    if asked.text:
        match = [asked.text, asked.text]
        return _read(
            _RANKED.format(narrowed=narrowed, match=_MATCH), [*told, RANKED, *match, PAGE + 1, skip]
        ), []
    return _read(_BY_NAME.format(narrowed=narrowed), [*told, PAGE + 1, skip]), []


def _near(middle: tuple[int, int], narrowed: str, told: list[Any], skip: int) -> tuple[list[Row], list[Row]]:
    """The nearest first, a page of them and one more; and beside the first page those of no place.

    The planner takes marks for independent, so it is not asked. One statement, two where few are near.
    """
    page = [PAGE + 1, skip]
    if narrowed:
        nearest, values = _AMONG_NEAREST.format(narrowed=narrowed), [*middle, *middle, NEAREST, *told, *page]
    else:
        nearest, values = _NEAR.format(narrowed=""), [*middle, *middle, *page]
    if not skip:
        nearest = _BOTH.format(near=nearest, nowhere=_NOWHERE.format(narrowed=narrowed))
        values += [*told, OTHERS]
    rows = _read(nearest, values)
    near = [row for row in rows if row[2] is not None]
    others = [row for row in rows if row[2] is None]
    if narrowed and len(near) <= PAGE:
        near = _read(_RARE.format(narrowed=narrowed), [*middle, *told, RARE, *page])
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
        parts.append(_MATCH)
        told += [asked.text, asked.text]
    return (f" AND words @@ ({' && '.join(parts)})" if parts else ""), told


def _read(statement: str, values: list[Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _lines(rows: Sequence[Row], today: date) -> dict[Row, Line]:
    if not rows:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_COPIES, [list({service for service, _, _ in rows})])
        copies = {each[0]: each[1:] for each in cursor.fetchall()}
    return {
        row: line_of(*copies[row[0]], place=row[1], far=row[2], today=today)
        for row in rows
        if row[0] in copies
    }


def _once(rows: Sequence[Row]) -> list[Row]:
    """Each service once, at its nearest place."""
    first: dict[UUID, Row] = {}
    for row in rows:
        first.setdefault(row[0], row)
    return list(first.values())


def _with(asked: Asked, text: str) -> Asked:
    return Asked(asked.postcode, text, asked.need, asked.age, asked.day, asked.free, asked.page)
