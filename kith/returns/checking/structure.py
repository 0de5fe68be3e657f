"""Faults of the files themselves: columns that are lacking, and dates not written as the return asks."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from kith.returns.checking.context import Asked
from kith.returns.checking.lost_zeros import lost_zeros
from kith.returns.checking.result import Structure
from kith.returns.checking.running import KEY
from kith.returns.checking.typed import Presence
from kith.returns.codes import Column, ReturnKind, layout

LONGEST_ID = 20


def faults(
    connection: duckdb.DuckDBPyConnection, asked: Asked, presence: Presence, names: Mapping[str, str]
) -> list[Structure]:
    """What is wrong with the tables as they were given, a column at a time, in the order of the return."""
    found = lost_zeros(connection, names) if asked.kind == "ssda903" else []
    for name, table in layout(asked.kind).items():
        if name not in presence.tables:
            continue
        file = names.get(name, name)
        found.extend(_keys(connection, asked.kind, name, file))
        for column in table.columns:
            if not _asked_for(column, asked.window.year):
                continue
            if column.kind == "parent":
                found.extend(_untied(connection, name, column.name, file))
            elif presence.lacks(f"{name}.{column.name}"):
                message = f"{name} has no column {column.name}: rules that need it are not run."
                found.append({"file": file, "row": None, "column": column.name, "message": message})
            elif column.kind == "date" and asked.file_format == "csv":
                found.extend(_dates(connection, asked.kind, name, column.name, file))
    return found


def _keys(connection: duckdb.DuckDBPyConnection, kind: ReturnKind, table: str, file: str) -> list[Structure]:
    """Rows that name no child, or one by an id longer than a return may have: most rules cannot judge them."""
    key = KEY[kind]
    found: list[Structure] = []
    if key not in layout(kind)[table].column_names:
        return found
    blank, long = (
        _told(connection, table, when) for when in (f"{key} IS NULL", f"length({key}) > {LONGEST_ID}")
    )
    if blank:
        message = (
            f"{_rows(blank)} no {key}: give the child's number, or take the row out. Few rules can judge it."
        )
        found.append({"file": file, "row": blank[1], "column": key, "message": message})
    if long and kind == "ssda903":
        message = (
            f"{_rows(long)} a {key} of more than {LONGEST_ID} characters, which is too long for the return."
        )
        found.append({"file": file, "row": long[1], "column": key, "message": message})
    return found


def _told(connection: duckdb.DuckDBPyConnection, table: str, when: str) -> tuple[int, int] | None:
    """How many rows of "<Table>_read" a condition holds of, and the first."""
    count, row = connection.execute(f'SELECT count(*), min(row) FROM "{table}_read" WHERE {when}').fetchall()[
        0
    ]
    return (count, row) if count else None


def _rows(told: tuple[int, int]) -> str:
    return "1 row has" if told[0] == 1 else f"{told[0]:,} rows have"


def _asked_for(column: Column, year: str) -> bool:
    return column.first_year <= year and (not column.last_year or year <= column.last_year)


def _dates(
    connection: duckdb.DuckDBPyConnection, kind: ReturnKind, table: str, column: str, file: str
) -> list[Structure]:
    """Dates in another layout than the return's, and those of no layout where no rule tells of them."""
    faults: list[Structure] = []
    others = (f"{column} IS NOT NULL AND try_strptime({column}_text, '%d/%m/%Y') IS NULL", "another")
    unread = (f"{column} IS NULL AND {column}_text IS NOT NULL", "none")
    # Of the SSDA903 a rule tells of each date but the date of birth that every table repeats.
    wanted = [others, unread] if (column == "DOB" and table != "Header") else [others]
    for when, layout_is in [unread] if kind == "cin" else wanted:
        if not (told := _told(connection, table, when)):
            continue
        text = connection.execute(
            f'SELECT arg_min({column}_text, row) FROM "{table}_read" WHERE {when}'
        ).fetchall()[0][0]
        more = "" if told[0] == 1 else f", and {told[0] - 1:,} more like it"
        message = (
            f"{column} is written as “{text}”{more}: read as a date, but the return asks for DD/MM/YYYY."
            if layout_is == "another"
            else f"{column} is “{text}”{more}, which is no date. Correct it: it is taken as blank."
        )
        faults.append({"file": file, "row": told[1], "column": column, "message": message})
    return faults


def _untied(connection: duckdb.DuckDBPyConnection, table: str, column: str, file: str) -> list[Structure]:
    above = column.removesuffix("Row")
    rows = connection.execute(f"SELECT count(*), min(row) FROM {table} WHERE {column} IS NULL").fetchall()
    count, row = rows[0]
    if not count:
        return []
    message = f"{count} rows of {table} do not tell which row of {above} they belong to, and are not compared with it."
    return [{"file": file, "row": row, "column": None, "message": message}]
