"""A version as everybody reads it: the document, and what is read of it.

The document: `{"sections": [{"code", "words", "easy", "other"}], "promises": [{...}], "changed",
"call": {"phone", "hours", "words"}, "asked": [{"group", "way", "on", "people", "said", "did"}],
"not_asked": [{"group", "why"}]}`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from kith.design.language import in_english, speaking
from kith.offer.models import Asked, OfferKind
from kith.offer.offers.headings import LAW, headings
from kith.offer.offers.rules import Rule

_COLUMNS = "kind, number, starts_on, document"
_IN_FORCE = f"""
SELECT DISTINCT ON (kind) {_COLUMNS} FROM offer_offerversion WHERE starts_on <= %s
 ORDER BY kind, starts_on DESC, number DESC
"""
_ONE = f"SELECT {_COLUMNS} FROM offer_offerversion WHERE kind = %s AND number = %s"
_EACH = """
SELECT number, starts_on, document ->> 'changed' FROM offer_offerversion WHERE kind = %s
 ORDER BY starts_on DESC, number DESC
"""


@dataclass(frozen=True, slots=True)
class Section:
    """What is said under a heading. `own`: it is in the page's language as its writers wrote it."""

    code: str
    name: str
    law: bool
    words: str
    easy: tuple[tuple[str, str], ...]
    own: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """You said, we did."""

    group: str
    way: str
    on: date
    people: int
    said: str
    did: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One version of one offer."""

    kind: str
    name: str
    law: str
    number: int
    starts_on: date
    changed: str
    sections: tuple[Section, ...]
    promises: tuple[Rule, ...]
    phone: str
    hours: str
    call_words: str
    asked: tuple[Heard, ...]
    not_asked: tuple[tuple[str, str], ...]

    @property
    def has_easy(self) -> bool:
        """Whether there is anything in easy read."""
        return any(each.easy for each in self.sections)


def in_force(day: date) -> dict[str, Offer]:
    """The version of each offer that holds on a day, by kind. One statement."""
    return {row[0]: _offer(*row) for row in _read(_IN_FORCE, [day])}


def version(kind: str, number: int) -> Offer | None:
    """One version, whatever its days. One statement."""
    return next((_offer(*row) for row in _read(_ONE, [kind, number])), None)


def versions(kind: str) -> Sequence[tuple[int, date, str]]:
    """Number, first day and what changed, of each version, the newest first. One statement."""
    return [(number, starts, changed or "") for number, starts, changed in _read(_EACH, [kind])]


def easy_lines(text: str) -> tuple[tuple[str, str], ...]:
    """Lines such as "phone: You can ring us." as drawing and words; the drawing is "" where a line names none."""
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        name, mark, words = line.partition(":")
        named = mark and name.replace("-", "").isalpha() and name.islower() and " " not in name
        found.append((name, words.strip()) if named else ("", line))
    return tuple(found)


def _read(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _offer(kind: str, number: int, starts_on: date, document: Any) -> Offer:
    told: dict[str, Any] = json.loads(document) if isinstance(document, str) else document
    held = {each["code"]: each for each in told["sections"]}
    groups = dict(Asked.choices)
    return Offer(
        kind=kind,
        name=str(OfferKind(kind).label),
        law=LAW[OfferKind(kind)],
        number=number,
        starts_on=starts_on,
        changed=told["changed"],
        sections=tuple(
            _section(each.code, each.name, each.law, held[each.code])
            for each in headings(kind)
            if each.code in held
        ),
        promises=tuple(promise_of(each) for each in told["promises"]),
        phone=told["call"]["phone"],
        hours=told["call"]["hours"],
        call_words=told["call"]["words"],
        asked=tuple(
            Heard(
                str(groups[each["group"]]),
                each["way"],
                date.fromisoformat(each["on"]),
                each["people"],
                each["said"],
                each["did"],
            )
            for each in told["asked"]
        ),
        not_asked=tuple((str(groups[each["group"]]), each["why"]) for each in told["not_asked"]),
    )


def _section(code: str, name: str, law: bool, held: dict[str, Any]) -> Section:
    other = "" if in_english() else held["other"].get(speaking().code, "")
    return Section(
        code, name, law, other or held["words"], easy_lines(held["easy"]), bool(other) or in_english()
    )


def promise_of(each: dict[str, Any]) -> Rule:
    """A council's own promise as a rule of the personal offer."""
    return Rule(
        id=each["id"],
        heading=each["heading"],
        name=each["name"],
        says=each["says"],
        status="local",
        law=each["decided"],
        kinds=tuple(each["care"]),
        ages=(each["youngest"], each["oldest"]),
        always=False,
        starts=date.fromisoformat(each["starts_on"]) if each["starts_on"] else None,
        ends=date.fromisoformat(each["ends_on"]) if each["ends_on"] else None,
    )
