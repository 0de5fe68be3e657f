"""Faults of the files themselves: columns that are lacking, and dates not written as the return asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import duckdb

from kith.returns.checking.context import Asked
from kith.returns.checking.result import Structure
from kith.returns.checking.running import KEY
from kith.returns.checking.typed import Presence
from kith.returns.codes import Column, ReturnKind, Table, layout

LONGEST_ID = 20


@dataclass(frozen=True, slots=True)
class _Question:
    """Something that no row of `source` should be: `says` is told how many are, and the `text` of the first."""

    source: str
    when: str
    column: str | None
    says: Callable[[int, str], str]
    text: str = "NULL"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a table are what none should be: `row` is the first, `text` what stands there."""

    table: str
    column: str | None
    says: Callable[[int, str], str]
    count: int
    row: int | None
    text: str

    def __add__(self, later: Tally) -> Tally:
        """The same of other rows of the same table."""
        first = min((each for each in (self, later) if each.row is not None), key=_row, default=self)
        return replace(first, count=self.count + later.count)


def _row(tally: Tally) -> int:
    return tally.row or 0


def tallies(connection: duckdb.DuckDBPyConnection, asked: Asked, presence: Presence) -> list[Tally]:
    """What is asked of the tables that were given, a column at a time, in the order of the return."""
    found: list[Tally] = []
    for name, table in layout(asked.kind).items():
        if name not in presence.tables:
            continue
        asked_of = list(_questions(asked, presence, table))
        answers = _answers(connection, [each for each in asked_of if isinstance(each, _Question)])
        for each in asked_of:
            if isinstance(each, str):
                message = f"{name} has no column {each}: rules that need it are not run."
                found.append(Tally(name, each, lambda _count, _text, told=message: told, 1, None, ""))  # type: ignore[misc]
            else:
                found.append(Tally(name, each.column, each.says, *answers[each]))
    return found


def faults(found: Iterable[Tally], names: Mapping[str, str]) -> list[Structure]:
    """What is wrong with the tables as they were given. `names`: table name to file name."""
    return [
        {
            "file": names.get(each.table, each.table),
            "row": each.row,
            "column": each.column,
            "message": each.says(each.count, each.text),
        }
        for each in found
        if each.count
    ]


def _questions(asked: Asked, presence: Presence, table: Table) -> Iterator[_Question | str]:
    """What is asked of a table, and the names of columns that it lacks."""
    yield from _keys(asked.kind, table)
    for column in table.columns:
        if not _asked_for(column, asked.window.year):
            continue
        if column.kind == "parent":
            yield _untied(table.name, column.name)
        elif presence.lacks(f"{table.name}.{column.name}"):
            yield column.name
        elif column.kind == "date" and asked.file_format == "csv":
            yield from _dates(asked.kind, table.name, column.name)


def _answers(
    connection: duckdb.DuckDBPyConnection, questions: list[_Question]
) -> dict[_Question, tuple[int, int, str]]:
    """Of each question how many rows it is true of, the first, and its text: a query for each source."""
    found: dict[_Question, tuple[int, int, str]] = {}
    for source in dict.fromkeys(each.source for each in questions):
        here = [each for each in questions if each.source == source]
        told = ", ".join(
            f"count(*) FILTER ({each.when}), min(row) FILTER ({each.when}), "
            + (f"arg_min({each.text}, row) FILTER ({each.when})" if each.text != "NULL" else "NULL")
            for each in here
        )
        row = connection.execute(f'SELECT {told} FROM "{source}"').fetchall()[0]
        found |= {each: (row[3 * at], row[3 * at + 1], row[3 * at + 2]) for at, each in enumerate(here)}
    return found


def _keys(kind: ReturnKind, table: Table) -> Iterator[_Question]:
    """Rows that name no child, or one by an id longer than a return may have: most rules cannot judge them."""
    key, source = KEY[kind], f"{table.name}_read"
    if key not in table.column_names:
        return
    yield _Question(
        source,
        f"{key} IS NULL",
        key,
        lambda count, _: (
            f"{_rows(count, table.name)} no {key}: give the child's number, or take the row out. Few rules can judge it."
        ),
    )
    if kind == "ssda903":
        yield _Question(
            source,
            f"length({key}) > {LONGEST_ID}",
            key,
            lambda count, _: (
                f"{_rows(count, table.name)} a {key} of more than {LONGEST_ID} characters, too long for the return."
                " Correct it in every file."
            ),
        )


def _rows(count: int, table: str) -> str:
    return f"1 row of {table} has" if count == 1 else f"{count:,} rows of {table} have"


def _asked_for(column: Column, year: str) -> bool:
    return column.first_year <= year and (not column.last_year or year <= column.last_year)


def _dates(kind: ReturnKind, table: str, column: str) -> Iterator[_Question]:
    """Dates in another layout than the return's, and those of no layout where no rule tells of them."""
    source, text = f"{table}_read", f"{column}_text"
    other = f"{column} IS NOT NULL AND try_strptime({text}, '%d/%m/%Y') IS NULL"
    if kind != "cin":
        yield _Question(
            source,
            other,
            column,
            lambda count, first: (
                f"{column} is written as “{first}”{_more(count)}: read as a date, but the return asks for DD/MM/YYYY."
            ),
            text,
        )
    # Of the SSDA903 a rule tells of each date but the date of birth that every table repeats.
    if kind == "cin" or (column == "DOB" and table != "Header"):
        yield _Question(
            source,
            f"{column} IS NULL AND {text} IS NOT NULL",
            column,
            lambda count, first: (
                f"{column} is “{first}”{_more(count)}, which is no date. Correct it: it is taken as blank."
            ),
            text,
        )


def _more(count: int) -> str:
    return "" if count == 1 else f", and {count - 1:,} more like it"


def _untied(table: str, column: str) -> _Question:
    above = column.removesuffix("Row")
    return _Question(
        table,
        f"{column} IS NULL",
        None,
        lambda count, _: (
            f"{count} rows of {table} do not tell which row of {above} they belong to, and are not compared with it."
        ),
    )
