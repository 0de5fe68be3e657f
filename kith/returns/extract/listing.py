"""A listing: one list or table that leaves Kith, read from its TOML file.

    name = "Referrals"
    rows = "FROM referral r JOIN person USING (who) CROSS JOIN since"
    where = "r.referred_on >= since.six"
    order = "r.referred_on, r.id"

    [columns]
    "Date of referral" = "r.referred_on"
    "Referral Source" = { referral_source = "r.referral_source" }
    "Number of children" = "not recorded yet"

A column is an SQL expression, one under the name of how it is to be written (a set of words, or what kind of
fact it is), or said to be not recorded yet: then it is blank, and the command says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

NOT_RECORDED = "not recorded yet"


class ListingError(Exception):
    """A listing's file cannot be used. The message names the file and says why."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the SQL of what stands under it (blank: no room records it), and how it is written."""

    name: str
    sql: str
    how: str = ""

    @property
    def recorded(self) -> bool:
        """Whether some room of Kith records it."""
        return bool(self.sql)


@dataclass(frozen=True)
class Listing:
    """One list or table. `rows` is its FROM, blank where nothing of it is recorded.

    `of_people`: each row is of a person, and `person` is among its rows.
    """

    key: str
    name: str
    rows: str
    where: str
    order: str
    of_people: bool
    columns: tuple[Column, ...]

    @cached_property
    def not_recorded(self) -> list[str]:
        """Headings that no room of Kith records yet."""
        return [column.name for column in self.columns if not column.recorded]


def listings(folder: str) -> list[Listing]:
    """Every listing of a package's folder, by the names of its files: "kith.returns.annex_a/lists".

    Raises ListingError for a file that cannot be read as one.
    """
    package, _, inside = folder.partition("/")
    found = sorted((files(package) / inside).iterdir(), key=lambda file: file.name)
    return [
        _read(each.name, each.read_text(encoding="utf-8")) for each in found if each.name.endswith(".toml")
    ]


def _read(file: str, text: str) -> Listing:
    try:
        said = tomllib.loads(text)
        columns = tuple(_column(name, given) for name, given in said["columns"].items())
        rows = said.get("rows", "")
        if not rows and any(column.recorded for column in columns):
            raise ListingError(f"{file}: columns are recorded, and no rows.")
        return Listing(
            key=file.removesuffix(".toml"),
            name=said["name"],
            rows=rows.strip(),
            where=said.get("where", "true").strip(),
            order=said.get("order", ""),
            of_people=said.get("of_people", True),
            columns=columns,
        )
    except (AttributeError, KeyError, ValueError) as error:
        raise ListingError(f"{file} is no listing: {error}.") from error


def _column(name: str, given: str | dict[str, str]) -> Column:
    if given == NOT_RECORDED:
        return Column(name, "")
    if isinstance(given, str):
        return Column(name, given)
    ((how, sql),) = given.items()
    return Column(name, sql, how)
