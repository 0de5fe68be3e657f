"""The bench's own return: shaped as the real one, the same for the same seed."""

from __future__ import annotations

import csv
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from kith.bench.returned import ROWS_A_CHILD, write_return
from kith.returns.codes.layouts import layout

TABLES = {"header": "Header", "episodes": "Episodes", "reviews": "Reviews", "oc2": "OC2"}


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_same_seed_writes_the_same_files(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        write_return(folder, rows=500, seed=3)
    for name in TABLES:
        assert (one / f"{name}.csv").read_bytes() == (other / f"{name}.csv").read_bytes()


def test_rows_are_counted_as_they_are_written(tmp_path: Path) -> None:
    files, written = write_return(tmp_path, rows=900, seed=1)
    assert written == sum(len(rows_of(file)) for file in files) == 900 // ROWS_A_CHILD * ROWS_A_CHILD


def test_every_column_is_one_that_the_return_has(tmp_path: Path) -> None:
    for file in write_return(tmp_path, rows=90, seed=1)[0]:
        known = set(layout("ssda903")[TABLES[file.stem]].column_names)
        assert set(rows_of(file)[0]) <= known


def test_a_child_s_episodes_follow_on_and_the_last_is_open(tmp_path: Path) -> None:
    write_return(tmp_path, rows=900, seed=1)
    by_child: dict[str, list[dict[str, str]]] = {}
    for row in rows_of(tmp_path / "episodes.csv"):
        by_child.setdefault(row["CHILD"], []).append(row)
    for rows in by_child.values():
        for one, after in pairwise(rows):
            assert one["DEC"] == after["DECOM"]
            assert day(one["DEC"]) > day(one["DECOM"])
        assert rows[-1]["DEC"] == ""


def day(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y")  # noqa: DTZ007 - a day, without a place
