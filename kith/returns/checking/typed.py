"""The tables that rules read: every table of the return, whether given or not, with its values typed."""

from __future__ import annotations

from dataclasses import dataclass, field

import duckdb

from kith.returns.checking.given import ROW, Frame, Given, take
from kith.returns.checking.packed import Packed
from kith.returns.codes import Column, ReturnKind, Table, layout

# Every layout in which a date is read; a rule on how it must be written reads the text, NAME_text.
DATE_FORMATS = "['%d/%m/%Y', '%Y-%m-%d', '%d-%m-%Y', '%d.%m.%Y', '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S']"
DERIVED: dict[str, tuple[str, ...]] = {
    "Header": ("UASC",),
    "Episodes": ("PL_LA", "PL_LOCATION", "PL_DISTANCE"),
    # How other tools tie a row of the census to the one that it stands in.
    "CINdetails": ("CINdetailsID",),
    "Assessments": ("CINdetailsID", "AssessmentID"),
    "AssessmentFactors": ("CINdetailsID", "AssessmentID"),
    "CINplanDates": ("CINdetailsID",),
    "Section47": ("CINdetailsID",),
    "ChildProtectionPlans": ("CINdetailsID", "CPPID"),
    "Reviews": ("CINdetailsID", "CPPID"),
    "PreProceedings": ("CINdetailsID",),
}
"""Columns that are not in the return itself and are taken as given where they are there, as text."""
NUMBERS = {"PL_DISTANCE"}
WHOLE = {"id", "code", "integer", "parent"}
"""Kinds of column whose whole numbers a spreadsheet may have written with ".0"."""


@dataclass(slots=True)
class Presence:
    """What was given: tables, "Table.COLUMN" of each column that a table has, and how many rows each table has."""

    tables: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    rows: dict[str, int] = field(default_factory=dict)

    def lacks(self, need: str) -> bool:
        """Whether a need of a rule, "Table", "Table.COLUMN" or "authority", is not there."""
        return need not in self.tables and need not in self.columns


def make_tables(
    connection: duckdb.DuckDBPyConnection,
    kind: ReturnKind,
    frames: dict[str, Frame],
    suffix: str = "",
    *,
    tight: bool = False,
) -> Presence:
    """Make "<Table>_read" for each table of the return: `row`, then its columns, and NAME_text for dates and numbers.

    `frames` is emptied as they are read. `suffix` is "_last" for last year's. `tight`: what is
    read is compressed at once, so that a table takes a tenth of the room and is slower to ask.
    Raises CheckError for a frame that cannot be read.
    """
    presence = Presence()
    tables = layout(kind)
    by_lower = {name.lower(): name for name in tables}
    given = {by_lower[name.lower()]: name for name in frames if name.lower() in by_lower}
    for name, table in tables.items():
        frame = frames.pop(given[name]) if name in given else None
        pieces = frame.pieces() if tight and isinstance(frame, Packed) else [frame]
        for at, piece in enumerate(pieces):
            found = None if piece is None else take(connection, name + suffix, piece)
            if found:
                presence.tables.add(name + suffix)
            _make(connection, table, found, name + suffix, presence, more=at > 0)
            if tight:
                connection.execute("CHECKPOINT")
    return presence


def _make(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    given: Given | None,
    name: str,
    presence: Presence,
    *,
    more: bool,
) -> None:
    extras = DERIVED.get(table.name, ())
    if given is None or given.empty:
        presence.columns |= {f"{name}.{column}" for column in _there(table, extras, given)}
        presence.rows[name] = 0
        _make_empty(connection, table, extras, name)
        if given:
            connection.unregister(given.source)
        return
    actual = {column.lower(): column for column in given.columns}

    def text_of(column: str, *, whole: bool = False) -> str:
        at = actual.get(column.lower())
        if at is None:
            return "CAST(NULL AS VARCHAR)"
        presence.columns.add(f"{name}.{column}")
        return given.whole(at) if whole else given.text(at)

    texts = [
        f'{text_of(column.name, whole=column.kind in WHOLE or column.name == "URN")} AS "{column.name}_text"'
        for column in table.columns
    ]
    for extra in extras:
        text = f"TRY_CAST({text_of(extra)} AS DOUBLE)" if extra in NUMBERS else text_of(extra)
        texts.append(f'{text} AS "{extra}"')
    row = f'"{ROW}"' if ROW in given.columns else "row_number() OVER ()"
    typed = [*(_typed(column) for column in table.columns), *(f'"{extra}"' for extra in extras)]
    into = f'INSERT INTO "{name}_read"' if more else f'CREATE TABLE "{name}_read" AS'
    made = connection.execute(
        f"{into} SELECT row, {', '.join(typed)} FROM "
        f'(SELECT CAST({row} AS BIGINT) AS row, {", ".join(texts)} FROM "{given.source}")'
    )
    presence.rows[name] = presence.rows.get(name, 0) + made.fetchall()[0][0]
    connection.unregister(given.source)


def _there(table: Table, extras: tuple[str, ...], given: Given | None) -> list[str]:
    """The columns of the table that were given."""
    actual = {column.lower() for column in given.columns} if given else set()
    return [column for column in (*table.column_names, *extras) if column.lower() in actual]


def _make_empty(
    connection: duckdb.DuckDBPyConnection, table: Table, extras: tuple[str, ...], name: str
) -> None:
    """A table that was not given has every column and no row, so that whatever names it can be asked."""
    types = {"date": "DATE", "integer": "INTEGER", "parent": "INTEGER"}
    columns = [(column.name, types.get(column.kind, "VARCHAR")) for column in table.columns]
    columns += [
        (f"{column.name}_text", "VARCHAR")
        for column in table.columns
        if column.kind in types or column.kind == "postcode"
    ]
    columns += [(extra, "DOUBLE" if extra in NUMBERS else "VARCHAR") for extra in extras]
    made = ", ".join(f'"{column}" {kind}' for column, kind in columns)
    connection.execute(f'CREATE TABLE "{name}_read" (row BIGINT, {made})')


def _typed(column: Column) -> str:
    text = f'"{column.name}_text"'
    match column.kind:
        case "date":
            # A year of two figures would be read as of the first century.
            read = f"CAST(try_strptime({text}, {DATE_FORMATS}) AS DATE)"
            return f"CASE WHEN {read} >= DATE '1000-01-01' THEN {read} END AS \"{column.name}\", {text}"
        case "integer" | "parent":
            whole = f"regexp_full_match({text}, '[+-]?[0-9]{{1,9}}')"
            return f'CASE WHEN {whole} THEN TRY_CAST({text} AS INTEGER) END AS "{column.name}", {text}'
        case "postcode":
            return f"upper(replace({text}, ' ', '')) AS \"{column.name}\", {text}"
        case _:
            return f'{text} AS "{column.name}"'
