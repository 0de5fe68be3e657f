"""Ids that a spreadsheet took for numbers: 123 in one file, 00123 in another, so that no rule sees one child."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from kith.returns.checking.result import Structure
from kith.returns.codes import layout

_WHY = (
    "as when a spreadsheet opens the file. They are taken for two children. Export it again with ids as text."
)
# Where a table has both writings, they are two children.
_LOST = """
WITH ids AS ({ids}),
own AS (SELECT "table", id, ltrim(id, '0') AS plain, min(row) AS row FROM ids GROUP BY "table", id),
long AS (
    SELECT plain, max_by(id, (length(id), -place)) AS id, max_by("table", (length(id), -place)) AS "table"
      FROM own JOIN (VALUES {places}) AS p("table", place) USING ("table")
     GROUP BY plain HAVING count(DISTINCT id) > 1 AND count(*) = count(DISTINCT "table"))
SELECT own."table", count(*), min(own.row), arg_min(own.id, own.row), arg_min(long.id, own.row),
       arg_min(long."table", own.row)
  FROM own JOIN long USING (plain)
 WHERE own.id <> long.id
 GROUP BY own."table"
"""
# Whoever has one writing this year and another last year, unless two days of birth tell two children.
_LOST_BETWEEN = """
WITH ids AS ({ids}), ids_last AS ({ids_last}),
now AS ({one_now}), before AS ({one_before}),
births AS (SELECT CHILD AS id, min(DOB) AS day FROM "Header_read" GROUP BY CHILD),
births_last AS (SELECT CHILD AS id, min(DOB) AS day FROM "Header_last_read" GROUP BY CHILD)
SELECT now.at[1], count(*), min(now.at[2]), arg_min(now.id, now.at[2]), arg_min(before.id, now.at[2]),
       arg_min(before.at[1], now.at[2])
  FROM now JOIN before USING (plain) LEFT JOIN births b ON b.id = now.id LEFT JOIN births_last l ON l.id = before.id
 WHERE now.id <> before.id AND (b.day = l.day OR b.day IS NULL OR l.day IS NULL)
 GROUP BY now.at[1]
"""
_ONE = """
SELECT ltrim(id, '0') AS plain, min(id) AS id, arg_min(("table", row), (place, row)) AS at
  FROM {ids} JOIN (VALUES {places}) AS p("table", place) USING ("table")
 GROUP BY 1 HAVING count(DISTINCT id) = 1
"""


def lost_zeros(connection: duckdb.DuckDBPyConnection, names: Mapping[str, str]) -> list[Structure]:
    """A fault for each table of the SSDA903 with ids that have more or fewer noughts than elsewhere, with the first row.

    Elsewhere is another table of this year, or last year's return.
    """
    tables = list(layout("ssda903"))
    ids, last = _ids(tables, ""), _ids(tables, "_last")
    if not any(connection.execute(_begins(tables, suffix)).fetchall() for suffix in ("", "_last")):
        return []
    places = ", ".join(f"('{name}', {place})" for place, name in enumerate(tables))
    found: list[Structure] = []
    for table, count, row, short, long, where in _in_order(connection, _LOST.format(ids=ids, places=places)):
        message = f"The child {short} is {long} in {names.get(where, where)}{_more(count)}: noughts were lost, {_WHY}"
        found.append({"file": names.get(table, table), "row": row, "column": "CHILD", "message": message})
    one_now, one_before = (_ONE.format(ids=each, places=places) for each in ("ids", "ids_last"))
    between = _LOST_BETWEEN.format(ids=ids, ids_last=last, one_now=one_now, one_before=one_before)
    for table, count, row, here, there, where in _in_order(connection, between):
        message = (
            f"The child {here} is {there} in last year's {where}{_more(count)}: noughts were lost in one of the"
            f" years, {_WHY}"
        )
        found.append({"file": names.get(table, table), "row": row, "column": "CHILD", "message": message})
    return found


def _begins(tables: list[str], suffix: str) -> str:
    """SQL that gives a row where any id begins with a nought."""
    some = (f"SELECT 1 FROM \"{name}{suffix}_read\" WHERE starts_with(CHILD, '0')" for name in tables)
    return f"SELECT 1 FROM ({' UNION ALL '.join(some)}) LIMIT 1"


def _ids(tables: list[str], suffix: str) -> str:
    return " UNION ALL ".join(
        f'SELECT \'{name}\' AS "table", row, CHILD AS id FROM "{name}{suffix}_read"'
        " WHERE regexp_full_match(CHILD, '[0-9]+')"
        for name in tables
    )


def _in_order(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[str, int, int, str, str, str]]:
    tables = list(layout("ssda903"))
    return sorted(connection.execute(sql).fetchall(), key=lambda each: tables.index(each[0]))


def _more(count: int) -> str:
    return "" if count == 1 else f", and {count - 1:,} more like it"
