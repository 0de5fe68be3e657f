"""Finds the postcodes of a return: exactly where exact places were given, else by their sector or outcode."""

from __future__ import annotations

from importlib.resources import files

import duckdb
import pyarrow as pa

from kith.returns.checking import geo
from kith.returns.checking.errors import CheckError
from kith.returns.checking.geo.invented import invented_places
from kith.returns.checking.given import Frame, take

SECTOR_REACH, OUTCODE_REACH = 5, 15
"""Miles from its middle within which nearly every postcode lies: generous, so as not to accuse on a guess."""

_NOWHERE = (
    "CREATE TABLE postcode_places (post TEXT, la TEXT, la_sure BOOLEAN, east DOUBLE, north DOUBLE, reach INT)"
)
_EMPTY = "SELECT '' AS post, '' AS written, 0.0 AS east, 0.0 AS north WHERE false"


def locate(connection: duckdb.DuckDBPyConnection, own: str | None, postcodes: Frame | None) -> None:
    """Make postcode_places (see places.sql) of every postcode in Episodes_read and Episodes_last_read.

    `own`: the council's ONS code; its places are given under that code where it has two. Raises CheckError
    for postcodes that cannot be read or have no POSTCODE.
    """
    some = "SELECT 1 FROM {}_read WHERE PL_POST IS NOT NULL"
    both = " UNION ALL ".join(some.format(name) for name in ("Episodes", "Episodes_last"))
    if not connection.execute(f"{both} LIMIT 1").fetchall():
        connection.execute(_NOWHERE)
        return
    connection.execute(f"CREATE VIEW given_places AS {_given(connection, postcodes)}")
    written = connection.execute(
        "SELECT DISTINCT written FROM given_places WHERE written IS NOT NULL"
    ).fetchall()
    pairs = [(code, geo.authority_of(code, own)) for (code,) in written]
    connection.register("authority_names", _mapping(pairs))
    alike = [(code, geo.authority_of(code, own)) for code in geo.same_authority(own)] if own else []
    connection.register("own_names", _mapping(alike))
    connection.register("all_centroids", geo.centroids())
    connection.register("invented_places", invented_places())
    sql = (files("kith.returns.checking.geo") / "places.sql").read_text(encoding="utf-8")
    for word, value in (("sector_reach", SECTOR_REACH), ("outcode_reach", OUTCODE_REACH)):
        sql = sql.replace("{{" + word + "}}", str(value))
    connection.execute(sql)
    connection.execute("DROP VIEW given_places")
    for name in ("authority_names", "own_names", "all_centroids", "invented_places", "given_postcodes"):
        connection.unregister(name)


def _given(connection: duckdb.DuckDBPyConnection, postcodes: Frame | None) -> str:
    """SQL of the exact places: `post` packed, its authority as `written`, `east` and `north`."""
    if postcodes is None:
        return _EMPTY
    given = take(connection, "postcodes", postcodes)
    actual = {column.lower(): column for column in given.columns}
    if "postcode" not in actual:
        raise CheckError("The postcodes have no column POSTCODE: give POSTCODE, LA_CODE, EAST and NORTH.")

    def text(name: str) -> str:
        at = actual.get(name)
        return given.text(at) if at is not None else "CAST(NULL AS VARCHAR)"

    return (
        f"SELECT upper(regexp_replace({text('postcode')}, '\\s', '', 'g')) AS post, "
        f"{text('la_code')} AS written, "
        f"TRY_CAST({text('east')} AS DOUBLE) AS east, TRY_CAST({text('north')} AS DOUBLE) AS north "
        f'FROM "{given.source}"'
    )


def _mapping(pairs: list[tuple[str, str | None]]) -> pa.Table:
    columns = [pa.array([pair[at] for pair in pairs], pa.string()) for at in (0, 1)]
    return pa.table({"written": columns[0], "la": columns[1]})
