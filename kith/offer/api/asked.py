"""What the API is asked for, as SQL on the public copy. What cannot be read is told by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from kith.core.where import where
from kith.offer.terms import by_id, taxonomy
from kith.offer.words import CODES, DAYS

FIRST, MOST = 50, 100
_WORDS = "(websearch_to_tsquery('english', %s) || websearch_to_tsquery('simple', %s))"
_SPOTS = "p.service_id IN (SELECT s.service_id FROM offer_spot s WHERE {})"
_HOURS = "EXISTS (SELECT 1 FROM jsonb_array_elements(p.document -> 'schedules') h WHERE {})"
FARTHEST = 500_000


class AskedWronglyError(ValueError):
    """A parameter cannot be read. The message names it and says what it must be."""


@dataclass(frozen=True, slots=True)
class Query:
    """A page of a list: conditions with their values, and which page of what size."""

    conditions: tuple[str, ...]
    values: tuple[Any, ...]
    page: int
    size: int

    @property
    def where(self) -> str:
        """SQL of the conditions."""
        return " AND ".join(self.conditions) or "true"


def read(given: Mapping[str, str]) -> Query:
    """What was asked. Raises AskedWronglyError."""
    conditions: list[str] = []
    values: list[Any] = []

    def narrow(sql: str, *told: Any) -> None:
        conditions.append(sql)
        values.extend(told)

    if text := given.get("search", "").strip()[:200]:
        narrow(_SPOTS.format(f"s.words @@ {_WORDS}"), text, text)
    if "modified_after" in given:
        narrow("p.modified_at >= %s", _moment(given["modified_after"]))
    if "taxonomy_term_id" in given:
        term = by_id().get(_id(given, "taxonomy_term_id"))
        narrow(*((_SPOTS.format("s.words @@ %s::tsquery"), f"'need={term.code}'") if term else ("false",)))
    if "taxonomy_id" in given and _id(given, "taxonomy_id") != taxonomy().id:
        narrow("false")
    if "organization_id" in given:
        narrow("p.provider_id = %s", _id(given, "organization_id"))
    if "minimum_age" in given:
        narrow("p.minimum_age >= %s", _number(given, "minimum_age", 200))
    if "maximum_age" in given:
        narrow("p.maximum_age <= %s", _number(given, "maximum_age", 200))
    _hours(given, narrow)
    if "postcode" in given:
        _near(given, narrow)
    return Query(
        tuple(conditions), tuple(values), max(1, _number(given, "page", 10**7, 1)),
        min(MOST, max(1, _number(given, "per_page", 10**7, FIRST))),
    )  # fmt: skip


def _hours(given: Mapping[str, str], narrow: Any) -> None:
    parts, told = [], []
    if "day" in given:
        parts.append("%s = ANY (string_to_array(h ->> 'byday', ','))")
        told.append(_day(given["day"]))
    for name, sql in (("start_time", "h ->> 'opens_at' >= %s"), ("end_time", "h ->> 'closes_at' <= %s")):
        if name in given:
            parts.append(sql)
            told.append(_time(given, name))
    if parts:
        narrow(_HOURS.format(" AND ".join(parts)), *told)


def _near(given: Mapping[str, str], narrow: Any) -> None:
    """Within so many metres of the middle of a postcode's sector. A secret place has no point to be within."""
    middle = where(given["postcode"])
    if middle is None:
        raise AskedWronglyError("postcode: there is none like that.")
    metres = min(_number(given, "proximity", 10**9, 10_000), FARTHEST)
    narrow(_SPOTS.format("s.at <@ circle(point(%s, %s), %s)"), *middle, metres)


def _day(text: str) -> str:
    low = text.strip().lower()
    for code, name in zip(CODES, DAYS, strict=True):
        if low in {code.lower(), name.lower(), name[:3].lower()}:
            return code
    raise AskedWronglyError(f"day: it is one of {', '.join(CODES)}.")


def _time(given: Mapping[str, str], name: str) -> str:
    try:
        return time.fromisoformat(given[name].strip()).replace(tzinfo=None).isoformat()
    except ValueError as error:
        raise AskedWronglyError(f"{name}: a time of the day, such as 09:30.") from error


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text.strip().replace(" ", "+"))
    except ValueError as error:
        raise AskedWronglyError("modified_after: a moment, such as 2026-11-27T09:30:00Z.") from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _id(given: Mapping[str, str], name: str) -> UUID:
    try:
        return UUID(given[name].strip())
    except ValueError as error:
        raise AskedWronglyError(f"{name}: it is no id (a UUID).") from error


def _number(given: Mapping[str, str], name: str, most: int, otherwise: int = 0) -> int:
    text = given.get(name, "").strip()
    if not text and name not in given:
        return otherwise
    whole, _, part = text.partition(".")
    if (
        not (whole.isascii() and whole.isdigit() and len(whole) < 10 and not part.strip("0"))
        or int(whole) > most
    ):
        raise AskedWronglyError(f"{name}: a whole number.")
    return int(whole)
