"""What the record holds, as facts: every room's query made into one statement, for some people or for all.

Linked records are one person (docs/adr/0006), as they were believed to be linked at the moment asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.core.believed import check_reader, rows_of
from kith.core.reads import prepared
from kith.law import providers
from kith.law.facts import EARLIEST, LATEST, Fact, details_said
from kith.law.holding import HOLDS, among
from kith.law.oddities import Impossible
from kith.law.providers import COLUMNS, Provider, Reads
from kith.people.models import Person, PersonIdentity

_SOME = """
WITH link AS MATERIALIZED (SELECT person_id, canonical_id FROM {links} l WHERE during @> {moment}),
kept AS (SELECT coalesce(link.canonical_id, asked.id) AS person,
                coalesce((array_agg(asked.id) FILTER (WHERE link.person_id IS NULL))[1], (array_agg(asked.id))[1])
                AS named
           FROM unnest(%(persons)s::uuid[]) asked (id) LEFT JOIN link ON link.person_id = asked.id GROUP BY 1),
who AS MATERIALIZED (SELECT person AS id, person FROM kept
           UNION ALL SELECT link.person_id, kept.person FROM link JOIN kept ON kept.person = link.canonical_id)
"""
_NAMED = """, fact AS (
SELECT kind, kept.named AS person, day, until, ref, detail FROM held JOIN kept USING (person))
"""
_ALL = "WITH link AS MATERIALIZED (SELECT person_id, canonical_id FROM {links} l WHERE during @> {moment})"
AMONG = "= ANY (ARRAY(SELECT id FROM who))"
# OFFSET 0 keeps the join out: each person is looked up once, not once for each of the others.
_OF_SOME = "(SELECT who.person, r.* FROM who JOIN (SELECT * FROM {rows} r OFFSET 0) r ON r.{key} = who.id)"
_DAYS = f"BETWEEN DATE '{EARLIEST}' AND DATE '{LATEST}'"
# A day that cannot be starts no clock: it is told to whoever can mend it (kith.law.oddities).
_POSSIBLE = f"day {_DAYS} AND (until IS NULL OR (until {_DAYS} AND until >= day))"
# Days that cannot be come as they are written: Python knows no year 20015.
_READ = f"""
SELECT kind, person, CASE WHEN fits THEN day END, CASE WHEN fits THEN until END, ref, detail,
       CASE WHEN NOT fits THEN ARRAY[day::text, until::text] END
  FROM (SELECT *, {_POSSIBLE} AS fits FROM fact) judged
"""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the record holds about some people: facts, and rows whose days cannot be."""

    facts: list[Fact]
    impossible: list[Impossible]


def facts_of(persons: Sequence[UUID], *, believed: datetime | None = None) -> list[Fact]:
    """The facts of `recorded`: a row whose days cannot be is no fact. Nor is a birth alone, which starts no clock."""
    return _read(persons, believed=believed, births_alone=False).facts


def recorded(persons: Sequence[UUID], *, believed: datetime | None = None) -> Recorded:
    """Everything that the rooms hold about some people, in one statement.

    `believed` takes every row, date of birth and link as they were believed to be at that moment.
    Raises NotPermittedError when a family's account asks for that.
    """
    return _read(persons, believed=believed, births_alone=True)


def _read(persons: Sequence[UUID], *, believed: datetime | None, births_alone: bool) -> Recorded:
    found = Recorded([], [])
    if not persons:
        return found
    sql, params = statement(persons, believed=believed, births_alone=births_alone)
    for kind, person, day, until, ref, detail, cannot_be in prepared(sql + _READ, params):
        if cannot_be is not None:
            found.impossible.append(Impossible(kind, person, *cannot_be))
        else:
            found.facts.append(Fact(kind, person, day, until, str(ref) if ref else "", details_said(detail)))
    return found


def statement(
    persons: Sequence[UUID], *, believed: datetime | None = None, births_alone: bool = True
) -> tuple[str, dict[str, Any]]:
    """The beginning of an SQL statement, up to a table `fact`, and its parameters.

    Without `births_alone`, births only of those about whom there is something else. Each person is named by the
    id that is kept for them or, where that was not asked about, by the one that was.
    Raises NotPermittedError when a family's account asks for what was believed.
    """
    check_reader(believed)
    past = believed is not None
    rooms = [_room(each, past=past, births_alone=births_alone) for each in providers.known() if each.facts]
    facts = "\nUNION ALL\n".join(rooms)
    # What was held in the past is not kept: then every table is looked in.
    holds = "" if past else f", {HOLDS}"
    sql = f"{head(some=True, past=past)}{holds}, held ({', '.join(COLUMNS)}) AS (\n{facts}\n){_NAMED}"
    return sql, {"persons": list(persons), "believed": believed}


def head(*, some: bool, past: bool) -> str:
    """SQL: WITH `link` (links as they stand or stood) and, of some people, `kept` and `who`, under all their ids.

    Takes the parameters `persons` and `believed`.
    """
    links = rows_of(PersonIdentity, ("person_id", "canonical_id", "during"), believed=past)
    return (_SOME if some else _ALL).format(
        links=links, moment="%(believed)s::timestamptz" if past else "now()"
    )


def possible() -> str:
    """SQL: the days of a fact are days that can be (1900 to 2100, and no end before its start)."""
    return _POSSIBLE


def key_of(reads: Reads) -> str:
    """The column that says whose a row is."""
    fields = {field.name for field in reads.model._meta.get_fields()}
    return "person_id" if "person" in fields else "id"


def rows_among(reads: Reads, *, past: bool, among: str = "") -> str:
    """SQL for a FROM clause: the rows of a table, with their key; of those people only whose key is `among` some."""
    key = key_of(reads)
    columns = tuple(dict.fromkeys((key, *reads.columns)))
    return rows_of(reads.model, columns, believed=past, where=among, key=key)


def _room(provider: Provider, *, past: bool, births_alone: bool) -> str:
    tables = {
        name: _OF_SOME.format(
            rows=rows_among(reads, past=past, among=AMONG if past else _among(reads, births_alone)),
            key=key_of(reads),
        )
        for name, reads in provider.reads.items()
    }
    return f"SELECT * FROM (\n{provider.facts.format(**tables)}\n) {provider.room}"


def _among(reads: Reads, births_alone: bool) -> str:
    """SQL: of whom a table is asked, so that most people cost no look into most tables."""
    table = reads.model._meta.db_table
    if reads.model is Person:
        return AMONG if births_alone else among(table, others=True)
    return among(table) if reads.known else AMONG
