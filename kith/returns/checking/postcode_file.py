"""Reads an ONS postcode file (ONSPD or NSPL, as CSV) into exact places for `check_tables`."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from kith.returns.checking.errors import CheckError
from kith.returns.checking.geo import authority_of

# Headings of ONSPD and NSPL over the years; the newest name districts by year, as lad25cd.
_POSTCODE = ("pcds", "pcd", "pcd2", "pcd7", "pcd8", "postcode")
_COUNTY = r"utla(\d\dcd|_code|cd)?|oscty|ctyua\d\dcd"
_DISTRICT = r"lad(\d\dcd|_code|cd)?|oslaua|laua|la_code"
_EAST, _NORTH = ("oseast1m", "east1m", "east", "eastings"), ("osnrth1m", "north1m", "north", "northings")


def read_postcodes(path: Path) -> pa.Table:
    """POSTCODE (without its space), LA_CODE (of the upper-tier authority), EAST and NORTH in metres.

    Raises CheckError where the file cannot be read or lacks one of these. Source of the headings: the user
    guides of the ONS Postcode Directory and the National Statistics Postcode Lookup.
    """
    try:
        with path.open(encoding="utf-8-sig") as stream:
            headings = {
                name.strip().lower(): name for name in next(csv.reader([stream.readline(100_000)]), [])
            }
        post = next((headings[name] for name in _POSTCODE if name in headings), None)
        county = next((headings[name] for name in headings if re.fullmatch(_COUNTY, name)), None)
        district = next((headings[name] for name in headings if re.fullmatch(_DISTRICT, name)), None)
        east = next((headings[name] for name in _EAST if name in headings), None)
        north = next((headings[name] for name in _NORTH if name in headings), None)
        if not (post and (district or county) and east and north):
            raise CheckError(
                f"{path.name} is not an ONS postcode file: it has not the headings pcds, lad25cd (or laua), "
                "east1m (or oseast1m) and north1m (or osnrth1m)."
            )
        wanted = [name for name in (post, county, district, east, north) if name]
        found = pa_csv.read_csv(
            path,
            convert_options=pa_csv.ConvertOptions(
                include_columns=wanted,
                column_types={name: pa.int64() if name in (east, north) else pa.string() for name in wanted},
                null_values=[""],
            ),
        )
    except (OSError, UnicodeDecodeError, csv.Error, pa.ArrowInvalid) as why:
        reason = getattr(why, "strerror", None) or str(why).splitlines()[0]
        raise CheckError(f"{path.name} cannot be read as a postcode file: {reason}.") from why
    return pa.table(
        {
            "POSTCODE": pc.replace_substring(pc.utf8_upper(found[post]), " ", ""),
            "LA_CODE": _upper_tier(found, county, district),
            "EAST": found[east],
            "NORTH": found[north],
        }
    )


def _upper_tier(found: pa.Table, county: str | None, district: str | None) -> pa.ChunkedArray:
    """The district's authority, and its county's where that is written; E99 stands for no county."""
    columns = [_known(found[name]) for name in (district, county) if name]
    return pc.coalesce(*columns)


def _known(codes: pa.ChunkedArray) -> pa.ChunkedArray:
    distinct = pc.unique(codes.drop_null())
    known = pa.array([authority_of(code) for code in distinct.to_pylist()], pa.string())
    return pc.take(known, pc.index_in(codes, value_set=distinct))
