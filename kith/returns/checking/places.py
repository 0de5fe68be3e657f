"""Where a placement is: its authority, in or out of the council's own area, and how far from home.

DfE works these out from exact grid references. From the middle of a postcode sector they are near, not exact,
so two columns beside them say how far to trust them, and no rule need accuse anybody on a guess:

- `pl_la_sure`: PL_LA, null too, is certain: given, exact, or the only authority of its sector. Where not, it
  is the authority of most of the sector, or null where the country too is in doubt. So is PL_LOCATION.
- `pl_distance_slack`: how many miles PL_DISTANCE may be off. 0: given or exact. Null: there may be a distance
  that cannot be told here. Where PL_DISTANCE is null and this is not, there certainly is none.
"""

from __future__ import annotations

import duckdb

from kith.returns.checking import geo
from kith.returns.checking.context import Asked
from kith.returns.checking.geo.locating import locate
from kith.returns.checking.given import Frame
from kith.returns.checking.typed import Presence

METRES_IN_MILE = 1609.3
"""As DfE reckons: kilometres divided by 1.6093."""

_REACH = "CASE WHEN {0}.post IS NULL THEN 0 ELSE {0}.reach END"
_SAME = "(h.post = p.post AND (p.east IS NOT NULL OR p.reach IS NULL))"


def add_places(
    connection: duckdb.DuckDBPyConnection, asked: Asked, presence: Presence, postcodes: Frame | None
) -> str | None:
    """Fill PL_LA, PL_LOCATION and PL_DISTANCE (miles) of Episodes_read and Episodes_last_read where lacking.

    `postcodes`: exact places, with POSTCODE, LA_CODE (ONS), EAST and NORTH (metres). Adds `pl_la_sure` and
    `pl_distance_slack` to both tables, and what was derived to `presence`. Gives a sentence where something
    is near and not exact, else None. Raises CheckError for postcodes that cannot be read or have no POSTCODE.
    """
    wanted = {name: _derivable(name, asked, presence) for name in ("Episodes", "Episodes_last")}
    located = any(columns & {"PL_LA", "PL_DISTANCE"} for columns in wanted.values())
    if located:
        locate(connection, asked.authority, postcodes)
    near = 0
    for name, columns in wanted.items():
        _fill(connection, f'"{name}_read"', columns, asked.authority, located)
        presence.columns |= {f"{name}.{column}" for column in columns}
        near += _near(connection, f'"{name}_read"') if located else 0
    connection.execute("DROP TABLE IF EXISTS postcode_places")
    if not near:
        return None
    placed = "1 placement is" if near == 1 else f"{near:,} placements are"
    return (
        f"{placed} found by the middle of a postcode sector, for want of exact postcodes: their distances "
        "are near, and nothing is flagged that this cannot decide."
    )


def _derivable(name: str, asked: Asked, presence: Presence) -> set[str]:
    """Which of the three columns are not given and can be worked out from what is."""
    found = set()
    if not presence.lacks(f"{name}.PL_POST"):
        found.add("PL_LA")
        if not presence.lacks(f"{name}.HOME_POST"):
            found.add("PL_DISTANCE")
    if asked.authority and (found or not presence.lacks(f"{name}.PL_LA")):
        found.add("PL_LOCATION")
    return {column for column in found if presence.lacks(f"{name}.{column}")}


def _fill(
    connection: duckdb.DuckDBPyConnection, table: str, columns: set[str], own: str | None, located: bool
) -> None:
    la = "p.la" if "PL_LA" in columns else "e.PL_LA"
    better = {"PL_LA": la}
    if own:
        codes = ", ".join(f"'{code}'" for code in geo.same_authority(own))
        better["PL_LOCATION"] = (
            f"CASE WHEN {la} IS NULL THEN NULL WHEN {la} IN ({codes}) THEN 'IN' ELSE 'OUT' END"
        )
    miles = f"round(sqrt((p.east - h.east) ** 2 + (p.north - h.north) ** 2) / {METRES_IN_MILE}, 1)"
    better["PL_DISTANCE"] = f"CASE WHEN {_SAME} THEN 0.0 ELSE {miles} END"
    replaced = ", ".join(f"{sql} AS {column}" for column, sql in better.items() if column in columns)
    sure = "coalesce(p.la_sure, true)" if "PL_LA" in columns else "true"
    slack = (
        f"CASE WHEN {_SAME} THEN 0 ELSE {_REACH.format('p')} + {_REACH.format('h')} END"
        if "PL_DISTANCE" in columns
        else "0"
    )
    joins = (
        "LEFT JOIN postcode_places AS p ON p.post = e.PL_POST "
        "LEFT JOIN postcode_places AS h ON h.post = e.HOME_POST"
        if located
        else ""
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE {table} AS "
        f"SELECT e.* {f'REPLACE ({replaced})' if replaced else ''}, {sure} AS pl_la_sure, "
        f"CAST({slack} AS DOUBLE) AS pl_distance_slack FROM {table} AS e {joins} ORDER BY e.row"
    )


def _near(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows have an authority that is not certain, or a distance that is not exact."""
    doubt = "NOT pl_la_sure OR (pl_distance_slack > 0 AND PL_DISTANCE IS NOT NULL)"
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {doubt}").fetchall()[0][0])
