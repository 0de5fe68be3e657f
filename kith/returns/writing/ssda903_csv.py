"""The SSDA903 as a set of CSV, one a table, named as the DfE's guide names them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
from pyarrow import csv

FILES = {
    "Header": "header.csv",
    "Episodes": "episodes.csv",
    "Reviews": "reviews.csv",
    "UASC": "uasc.csv",
    "OC2": "oc2.csv",
    "OC3": "oc3.csv",
    "AD1": "ad1.csv",
    "PlacedAdoption": "placed_adoption.csv",
    "PrevPerm": "previous_permanence.csv",
    "Missing": "missing.csv",
    "SWEpisodes": "social_worker_episodes.csv",
    "DoLo": "dolo.csv",
}


def csv_files(frames: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file: the first line names the columns; UTF-8, quoted only where it has to be."""
    for table, name in FILES.items():
        if table in frames:
            yield name, _content(frames[table])


def _content(frame: Any) -> bytes:
    first = f"{','.join(frame.column_names)}\n".encode()
    try:
        return first + _rows(frame, "none")
    except pa.ArrowInvalid:  # a comma, a quote or a line break in some value
        return first + _rows(frame, "needed")


def _rows(frame: Any, quoting: str) -> bytes:
    buffer = io.BytesIO()
    csv.write_csv(frame, buffer, csv.WriteOptions(include_header=False, quoting_style=quoting))
    return buffer.getvalue()
