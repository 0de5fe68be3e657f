"""Faults of the files themselves: columns that are lacking, and dates not written as the return asks."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from kith.returns.checking.context import Asked
from kith.returns.checking.result import Structure
from kith.returns.checking.typed import Presence
from kith.returns.codes import Column, layout


def faults(
    connection: duckdb.DuckDBPyConnection, asked: Asked, presence: Presence, names: Mapping[str, str]
) -> list[Structure]:
    """What is wrong with the tables as they were given, a column at a time, in the order of the return."""
    found: list[Structure] = []
    for name, table in layout(asked.kind).items():
        if name not in presence.tables:
            continue
        file = names.get(name, name)
        for column in table.columns:
            if not _asked_for(column, asked.window.year):
                continue
            if column.kind == "parent":
                found.extend(_untied(connection, name, column.name, file))
            elif presence.lacks(f"{name}.{column.name}"):
                message = f"{name} has no column {column.name}: rules that need it are not run."
                found.append({"file": file, "row": None, "column": column.name, "message": message})
            elif column.kind == "date" and asked.kind == "ssda903" and asked.file_format == "csv":
                found.extend(_other_layouts(connection, name, column.name, file))
    return found


def _asked_for(column: Column, year: str) -> bool:
    return column.first_year <= year and (not column.last_year or year <= column.last_year)


def _other_layouts(
    connection: duckdb.DuckDBPyConnection, table: str, column: str, file: str
) -> list[Structure]:
    rows = connection.execute(
        f'SELECT count(*), min(row), arg_min({column}_text, row) FROM "{table}_read" '
        f"WHERE {column} IS NOT NULL AND try_strptime({column}_text, '%d/%m/%Y') IS NULL"
    ).fetchall()
    count, row, text = rows[0]
    if not count:
        return []
    more = "" if count == 1 else f", and {count - 1} more like it"
    message = f"{column} is written as “{text}”{more}: read as a date, but the return asks for DD/MM/YYYY."
    return [{"file": file, "row": row, "column": column, "message": message}]


def _untied(connection: duckdb.DuckDBPyConnection, table: str, column: str, file: str) -> list[Structure]:
    above = column.removesuffix("Row")
    rows = connection.execute(f"SELECT count(*), min(row) FROM {table} WHERE {column} IS NULL").fetchall()
    count, row = rows[0]
    if not count:
        return []
    message = f"{count} rows of {table} do not tell which row of {above} they belong to, and are not compared with it."
    return [{"file": file, "row": row, "column": None, "message": message}]
