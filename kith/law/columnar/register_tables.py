"""The register as tables that SQL can join: duties, their clocks, and which facts each of them wants."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from kith.law import fact_kinds
from kith.law.coverage import Coverage
from kith.law.deadline import Deadline
from kith.law.facts import details_said
from kith.law.history import fits
from kith.law.judge import BINDING
from kith.law.register.book import Register
from kith.law.register.duty import Duty, Match
from kith.law.worked_out import CARE_LEAVER_AGES

Wanted = tuple[int, str, int, Match, str]

BIRTHDAY = "care_leaver_birthday"
FOLLOWS_FROM = {"care_year": ("looked_after",), BIRTHDAY: ("care_leaver", "looked_after")}
"""What the kinds that are worked out follow from, besides births."""
_TABLES = """
CREATE TABLE kind_of (what INTEGER, kind VARCHAR, detail VARCHAR, planned BOOLEAN, span BOOLEAN, fixed BOOLEAN);
CREATE TABLE duty (duty INTEGER, id VARCHAR, name VARCHAR, source VARCHAR, opening INTEGER, before BOOLEAN,
                   by_end BOOLEAN, chained BOOLEAN, same_ref BOOLEAN, age_from INTEGER, age_under INTEGER,
                   age_on VARCHAR, since DATE, binding BOOLEAN, waits BOOLEAN, commences_on DATE, ends_on DATE,
                   promised_from DATE);
CREATE TABLE clock (duty INTEGER, deadline INTEGER, before BOOLEAN, at_least BOOLEAN, held_from DATE, held_before DATE,
                    first_link INTEGER, last_link INTEGER);
CREATE TABLE due_on (deadline INTEGER, start DATE, due DATE);
CREATE TABLE wanted (duty INTEGER, role VARCHAR, n INTEGER, what INTEGER, says VARCHAR);
CREATE MACRO age_on(born, d) AS
    year(d) - year(born) - CAST(month(d) * 100 + day(d) < month(born) * 100 + day(born) AS INTEGER);
CREATE MACRO whose(person, duty) AS (CAST(person AS BIGINT) << 20) + duty;
CREATE TYPE state_of AS ENUM ('met', 'excused', 'met_late', 'late', 'due');
CREATE TYPE force_of AS ENUM ('advisory', 'required');
"""


class RegisterTables:
    """The register laid out for SQL. `deadlines` are the lengths of time that its clocks use, by number."""

    def __init__(self, connection: DuckDBPyConnection, register: Register, coverage: Coverage) -> None:
        """Make and fill the tables; a duty met by facts that nobody records is left out."""
        self.deadlines: list[Deadline] = []
        self.most: dict[tuple[int, int], tuple[Deadline | None, bool]] = {}
        self._connection = connection
        self._matches: list[Wanted] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._aged: set[int] = set()
        connection.execute(_TABLES)
        duties, clocks = [], []
        for number, duty in enumerate(register):
            covered = coverage.of_all(match.fact for match in duty.met_by)
            if covered is None:
                continue
            duties.append((number, *self._duty(duty, covered.since)))
            clocks += list(self._clocks(number, duty))
            self._matches += list(_matches(number, duty))
            self.most |= {(number, n): (each.most, each.in_all) for n, each in enumerate(duty.extended_by)}
            limits = (duty.applies.age_from, duty.applies.age_under)
            if limits != (None, None) or duty.trigger == BIRTHDAY:
                self._aged.add(number)
        self._fill("duty", duties)
        self._fill("clock", clocks)
        self._worked_out()

    def kinds(self) -> list[str]:
        """The kinds of fact that the register names, or that those follow from; births only where it names them."""
        named = {match.fact for _, _, _, match, _ in self._matches}
        return sorted(named | {source for kind in named for source in FOLLOWS_FROM.get(kind, ())})

    def kinds_of_some_age(self) -> list[str]:
        """The kinds of fact that start something only at some age, or only on a birthday."""
        starts = {
            match.fact
            for duty, role, _, match, _ in self._matches
            if role == "trigger" and duty in self._aged
        }
        return sorted({source for kind in starts for source in FOLLOWS_FROM.get(kind, (kind,))})

    def kinds_with_details(self) -> list[str]:
        """Kinds of whose facts the register asks what their details say."""
        return sorted({match.fact for _, _, _, match, _ in self._matches if match.where})

    def number_all(self, told: Iterable[tuple[str, str]]) -> None:
        """Number kinds of fact with these details (JSON text, or none); new ones are told to the register.

        Raises ValueError for a kind that fact_kinds.toml does not list.
        """
        kinds: list[tuple[Any, ...]] = []
        wants: list[tuple[Any, ...]] = []
        for kind, detail in told:
            if (kind, detail) in self._numbers:
                continue
            listed = fact_kinds.known().get(kind)
            if listed is None:
                raise ValueError(f"{kind!r} is not a kind of fact listed in fact_kinds.toml: add it there.")
            what = self._numbers[kind, detail] = len(self._numbers)
            kinds.append((what, kind, detail, listed.planned, listed.span, listed.fixed))
            said = details_said(detail)
            wanted = [each for each in self._matches if each[3].fact == kind and fits(said, each[3].where)]
            wants += [(duty, role, n, what, says) for duty, role, n, _, says in wanted]
        self._fill("kind_of", kinds)
        self._fill("wanted", wants)

    def _worked_out(self) -> None:
        """Numbers of the kinds that the steps work out themselves: years in care, and birthdays by age."""
        year, ages = ("care_year", ""), {age: json.dumps({"age": str(age)}) for age in CARE_LEAVER_AGES}
        self.number_all([year, *((BIRTHDAY, said) for said in ages.values())])
        by_age = " ".join(f"WHEN {age} THEN {self._numbers[BIRTHDAY, said]}" for age, said in ages.items())
        self._connection.execute(
            f"CREATE MACRO year_in_care() AS {self._numbers[year]};"
            f"CREATE MACRO birthday_at(age) AS CASE age {by_age} END"
        )

    def _duty(self, duty: Duty, since: date) -> tuple[Any, ...]:
        applies = duty.applies
        return (
            duty.id,
            duty.name,
            duty.source.citation,
            None if duty.opens is None else self._number(duty.opens),
            any(each.direction == "before" for each in duty.clock),
            duty.met_by_end,
            any(each.recurrence != "once" for each in duty.clock),
            duty.same_ref,
            applies.age_from,
            applies.age_under,
            applies.age_on,
            since,
            not duty.advisory and duty.status in BINDING,
            duty.status == "prospective" and duty.commences_on is None,
            duty.commences_on,
            duty.ends_on,
            duty.promised_from,
        )

    def _clocks(self, number: int, duty: Duty) -> Iterator[tuple[Any, ...]]:
        for each in duty.clock:
            deadline = Deadline.model_validate(each.model_dump(include=set(Deadline.model_fields)))
            held = (each.held_from, each.held_before)
            way = (each.direction == "before", each.at_least)
            yield number, self._number(deadline), *way, *held, *each.links

    def _number(self, deadline: Deadline) -> int:
        if deadline not in self.deadlines:
            self.deadlines.append(deadline)
        return self.deadlines.index(deadline)

    def _fill(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            # As columns: a value at a time costs more than all that follows.
            columns = (pa.array(column) for column in zip(*rows, strict=True))
            given = pa.table({f"c{n}": column for n, column in enumerate(columns)})
            self._connection.register("given", given)
            self._connection.execute(f"INSERT INTO {table} SELECT * FROM given")
            self._connection.unregister("given")


def _matches(number: int, duty: Duty) -> Iterator[Wanted]:
    yield number, "trigger", 0, Match(fact=duty.trigger, where=duty.applies.where), ""
    roles = {
        "met": duty.met_by,
        "excused": duty.excused_by,
        "suspended": duty.suspended_by,
        "paused": duty.paused_by,
        "extended": duty.extended_by,
    }
    for role, matches in roles.items():
        for n, match in enumerate(matches):
            yield number, role, n, match, getattr(match, "says", "")


def as_days(rows: list[tuple[int, Any, Any]]) -> pa.Table:
    """Rows for `due_on`."""
    deadlines, starts, ends = zip(*rows, strict=True) if rows else ((), (), ())
    return pa.table(
        {
            "deadline": pa.array(deadlines, pa.int32()),
            "start": pa.array(starts, pa.date32()),
            "due": pa.array(ends, pa.date32()),
        }
    )
