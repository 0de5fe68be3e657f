"""Nothing is dropped in silence, and the quick way and the careful way agree."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.returns.codes import table
from kith.returns.reading import (
    Batch,
    connect,
    copy_csv,
    csv_records,
    decoding,
    raw_of_yielded,
    with_raw_json,
)
from kith.returns.reading.cleaning import Cleaner
from kith.returns.reading.csv_records import RecordReader
from kith.returns.reading.plain_text import Texture, texture
from tests.returns.reading.making_returns import MISSING, batches, count, missing, rows, write

LETTERS = st.sampled_from(list("aZ09/.,;\" \t'<>+-é\u202e\u00a0\n"))
VALUES = st.text(LETTERS, max_size=12) | st.sampled_from(
    ["101", "02/05/2007", "30/02/2015", "2017-04-01", "M", "1.0", "", "3.9E+05", " M ", "0", "2026-02-29"]
)
GRID = st.lists(st.lists(VALUES, min_size=5, max_size=5), min_size=1, max_size=25)


def as_csv(grid: list[list[str]], quoting: int) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="\n").writerows(grid)  # type: ignore[arg-type]
    return out.getvalue().encode()


@settings(max_examples=80, deadline=None)
@given(GRID, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_every_row_written_is_yielded_or_refused_with_its_number(grid: list[list[str]], quoting: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "missing.csv"
        path.write_bytes(f"{MISSING}\n".encode() + as_csv(grid, quoting))
        found = batches(path)
    written = len(grid)
    numbers = [row["row"] for batch in found if batch.typed is not None for row in batch.typed.to_pylist()]
    refused = [refusal.row for batch in found for refusal in batch.refusals]
    assert sorted([*numbers, *[row for row in refused if row]]) == list(range(1, written + 1))
    assert sum(batch.rows_read for batch in found) == written


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_at_all_bring_it_down(tail: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for head in (b"", f"{MISSING}\n".encode(), b"<Message><Children>", b"PK\x03\x04"):
            path = Path(folder) / "any"
            path.write_bytes(head + tail)
            for counted in count(path).counts.values():
                assert counted.read == counted.yielded + counted.refused


PLAIN = ["101", "02/05/2007", "30/02/2015", "2017-04-01", "M", "", " m", "x" * 300, "31/12/0001", "a b "]
PRINTABLE = [*PLAIN, "1.0", "3.9E+05", "<b>", "02.05.2007"]


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from(["plain", "printable"]))
def test_rows_are_cleaned_alike_with_and_without_the_checks_left_out(
    data: st.DataObject, kind: Texture
) -> None:
    values = st.sampled_from(PLAIN if kind == "plain" else PRINTABLE)
    grid = data.draw(st.lists(st.lists(values, min_size=5, max_size=5), min_size=1, max_size=10))
    chunk = as_csv(grid, csv.QUOTE_MINIMAL)
    assert texture(chunk, ",") in ("plain", kind)
    missing_table = table("ssda903", "Missing")
    records = RecordReader(5, ",").parse(chunk, last=True)
    raw = records.table.rename_columns([*missing_table.column_names, "row"])
    cleaner = Cleaner(connect(), "m.csv", missing_table, frozenset(missing_table.column_names))
    quick = cleaner.clean(raw, records.faults, None, texture=kind)
    careful = cleaner.clean(raw, records.faults, None)
    assert quick.typed is not None
    assert careful.typed is not None
    assert quick.typed.to_pylist() == careful.typed.to_pylist()
    assert quick.refusals == careful.refusals


@settings(max_examples=80, deadline=None)
@given(GRID, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_the_quick_and_the_careful_parser_agree(grid: list[list[str]], quoting: int) -> None:
    chunk = as_csv(grid, quoting)
    quick, careful = RecordReader(5, ","), RecordReader(5, ",")
    careful._fast = lambda chunk: None  # type: ignore[method-assign]
    one, other = quick.parse(chunk, last=True), careful.parse(chunk, last=True)
    assert one.table.to_pylist() == other.table.to_pylist()
    assert one.faults == other.faults


def test_rows_keep_their_numbers_over_many_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "CHUNK_BYTES", 64)
    lines = [missing(f'"{n}\n"' if n % 7 == 0 else str(n)) for n in range(1, 60)]
    path = write(tmp_path / "m.csv", MISSING, *lines)
    assert len(batches(path)) > 10
    assert [(row["row"], row["CHILD"]) for row in rows(path)] == [(n, str(n)) for n in range(1, 60)]


def test_an_open_quote_at_a_piece_s_end_is_carried_over_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "CHUNK_BYTES", 64)
    monkeypatch.setattr(csv_records, "MAX_LINES_IN_ROW", 5)
    path = write(tmp_path / "m.csv", MISSING, '"' + missing("a"), *[missing(str(n)) for n in range(30)])
    assert [row["CHILD"] for row in rows(path)] == [str(n) for n in range(30)]
    assert [refusal.row for refusal in count(path).refusals] == [1]


def one_batch(tmp_path: Path) -> Batch:
    path = write(tmp_path / "m.csv", MISSING, missing("1"), missing("", end="x"), missing("3 "))
    (batch,) = batches(path)
    return batch


def test_a_batch_is_ready_to_copy_with_its_text_beside_it(tmp_path: Path) -> None:
    batch = one_batch(tmp_path)
    assert raw_of_yielded(batch)["CHILD"].to_pylist() == ["1", "3 "]
    lines = list(csv.reader(io.StringIO(copy_csv(with_raw_json(batch, connect())).decode())))
    assert lines[1][:6] == ["3", "3", "2007-05-02", "M", "2018-02-26", ""]
    assert '"CHILD":"3 "' in lines[1][6]


def test_a_refused_row_names_its_first_bad_field_and_the_others(tmp_path: Path) -> None:
    (refusal,) = one_batch(tmp_path).refusals
    assert (refusal.row, refusal.field) == (2, "CHILD")
    assert "Also: MIS_END" in refusal.reason
