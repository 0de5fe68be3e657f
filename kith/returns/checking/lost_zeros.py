"""Ids that a spreadsheet took for numbers: 123 in one file, 00123 in another, so that no rule sees one child."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from kith.returns.checking.result import Structure
from kith.returns.codes import layout

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


def lost_zeros(connection: duckdb.DuckDBPyConnection, names: Mapping[str, str]) -> list[Structure]:
    """A fault for each table of the SSDA903 whose ids lack noughts that they have elsewhere, with the first such row."""
    if not connection.execute("SELECT count(*) FROM every_child WHERE child LIKE '0%'").fetchall()[0][0]:
        return []
    tables = list(layout("ssda903"))
    ids = " UNION ALL ".join(
        f"SELECT '{name}' AS \"table\", row, CHILD AS id FROM \"{name}_read\" WHERE regexp_full_match(CHILD, '[0-9]+')"
        for name in tables
    )
    places = ", ".join(f"('{name}', {place})" for place, name in enumerate(tables))
    found: list[Structure] = []
    for table, count, row, short, long, where in sorted(
        connection.execute(_LOST.format(ids=ids, places=places)).fetchall(),
        key=lambda each: tables.index(each[0]),
    ):
        more = "" if count == 1 else f", and {count - 1:,} more like it"
        message = (
            f"The child {short} is {long} in {names.get(where, where)}{more}: noughts were lost, as when a"
            " spreadsheet opens the file. They are taken for two children. Export it again with ids as text."
        )
        found.append({"file": names.get(table, table), "row": row, "column": "CHILD", "message": message})
    return found
