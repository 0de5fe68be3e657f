"""A CSV of services: one row each. Its columns are in COLUMNS; those that are not known are told and left."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kith.offer.feeds.pages import LARGEST, FeedError, Reading
from kith.offer.lines import LineError, costs_of, hours_of, many, phones_of
from kith.offer.shapes import PlaceFacts, ServiceFacts
from kith.offer.terms import by_code, need_called

COLUMNS = (
    "id", "name", "provider", "description", "url", "email", "minimum_age", "maximum_age", "needs", "languages", "area",
    "cost", "hours", "phone", "place", "address", "town", "county", "postcode", "access", "getting_here",
    "provider_email",
)  # fmt: skip


def rows(path: Path, reading: Reading) -> Iterator[tuple[str, ServiceFacts]]:
    """Each row's id (its names where it has none) and facts. Raises FeedError where the file is no such table."""
    if path.stat().st_size > LARGEST:
        raise FeedError(f"{path.name} is larger than {LARGEST // 2**20} megabytes.")
    yield from rows_of(path.name, path.read_bytes(), reading)


def rows_of(name: str, held: bytes, reading: Reading) -> Iterator[tuple[str, ServiceFacts]]:
    """The same of what a file of this name holds."""
    try:
        text = held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FeedError(f"{name} is not written in UTF-8. Save it again as CSV UTF-8.") from error
    _whole(name, text)
    yield from _rows(name, csv.DictReader(io.StringIO(text, newline="")), reading)


def _whole(name: str, text: str) -> None:
    """Go through all of it once: a file that breaks off half way is refused before anything of it is taken in."""
    table = csv.reader(io.StringIO(text, newline=""))
    try:
        for _row in table:
            pass
    except csv.Error as why:
        raise FeedError(
            f"{name} cannot be read at line {table.line_num}: {why}. Is a quotation mark missing?"
        ) from why


def _rows(file: str, table: csv.DictReader[str], reading: Reading) -> Iterator[tuple[str, ServiceFacts]]:
    names = [str(name).strip().lower() for name in table.fieldnames or ()]
    if not {"name", "provider"} <= set(names):
        raise FeedError(
            f"{file} has no columns called name and provider. Its columns are {', '.join(COLUMNS)}."
        )
    for unknown in sorted(set(names) - set(COLUMNS)):
        reading.refused.append(("header", unknown[:60], "This column is not known, and was left."))
    table.fieldnames = names
    for number, row in enumerate(table, 2):
        told = {
            name: (value or "").strip()
            for name, value in row.items()
            if isinstance(name, str) and name in COLUMNS
        }
        key = told.get("id") or told.get("name", "") + "/" + told.get("provider", "")
        try:
            yield key[:200], _facts(told)
        except _FieldError as why:
            reading.refused.append((f"row {number}", why.field, why.message))


class _FieldError(Exception):
    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


def _facts(told: dict[str, str]) -> ServiceFacts:
    place = PlaceFacts(
        told.get("place", ""), told.get("address", ""), told.get("town", ""), told.get("county", ""),
        told.get("postcode", ""), access=many(told.get("access", "")), getting_here=told.get("getting_here", ""),
    )  # fmt: skip
    try:
        opening, phones = hours_of(told.get("hours", "").replace(";", "\n")), phones_of(told.get("phone", ""))
    except LineError as why:
        raise _FieldError("hours" if told.get("hours") else "phone", str(why)) from why
    return ServiceFacts(
        name=told.get("name", ""), provider=told.get("provider", ""), description=told.get("description", ""),
        url=told.get("url", ""), email=told.get("email", ""), minimum_age=_years(told, "minimum_age"),
        maximum_age=_years(told, "maximum_age"), needs=tuple(_need(word) for word in many(told.get("needs", ""))),
        languages=many(told.get("languages", "")), area=told.get("area", ""),
        provider_email=told.get("provider_email", ""),
        places=(place,) if any((place.name, place.address, place.town, place.postcode)) else (),
        hours=opening, costs=costs_of(told.get("cost", "")), phones=phones,
    )  # fmt: skip


def _years(told: dict[str, str], name: str) -> int | None:
    if not told.get(name):
        return None
    if not told[name].isascii() or not told[name].isdigit() or len(told[name]) > 3:
        raise _FieldError(name, f"“{told[name][:40]}” is no age in whole years.")
    return int(told[name])


def _need(word: str) -> str:
    code = word if word in by_code() else need_called(word)
    if code is None:
        raise _FieldError("needs", f"“{word[:40]}” is none of our needs: {', '.join(by_code())}.")
    return code
