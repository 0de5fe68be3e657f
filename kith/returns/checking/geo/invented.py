"""The invented authorities of the demonstration, with their invented postcodes: fiction, see invented.csv.

Their postcode areas were never allocated, and their codes and numbers are nobody's: no return of a real child
is ever found there.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import pyarrow as pa

METRES_IN_MILE = 1609.3
SEA = (800_000, 400_000)
"""Easting and northing of the south-west corner of the invented grid: far off the coast, in the sea."""
SECTORS = range(1, 10)


@cache
def _rows() -> list[dict[str, str]]:
    text = (files("kith.returns.checking.geo") / "invented.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def invented_authorities() -> dict[str, str]:
    """The name and the DfE's number of each invented authority, to the ONS code that it would have."""
    return {row[by]: row["code"] for row in _rows() for by in ("name", "dfe")}


@cache
def invented_places() -> pa.Table:
    """The invented outcodes and their sectors, with the columns of `centroids`."""
    found: dict[str, list[object]] = {name: [] for name in ("place", "la", "east", "north", "sole")}
    for row in _rows():
        for place in (row["outcode"], *(f"{row['outcode']} {sector}" for sector in SECTORS)):
            found["place"].append(place)
            found["la"].append(row["code"])
            found["east"].append(SEA[0] + round(float(row["east"]) * METRES_IN_MILE))
            found["north"].append(SEA[1] + round(float(row["north"]) * METRES_IN_MILE))
            found["sole"].append(True)
    return pa.table(found)
