"""Reading holds a piece of a file at a time, however long the file is."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pyarrow as pa
import pytest

from kith.returns.reading import decoding, limits, read, xml_rows
from tests.returns.reading.making_returns import MISSING, TODAY, missing, write


def most_held(path: Path) -> int:
    """The most bytes that Arrow held at the end of any batch of a file."""
    return max(int(pa.total_allocated_bytes()) for _ in read([path], today=TODAY))


def test_a_csv_eight_times_as_long_holds_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "CHUNK_BYTES", 64 * limits.MIB // 1024)
    lines = [missing(str(n)) for n in range(100_000, 106_000)]
    short = write(tmp_path / "short.csv", MISSING, *lines)
    long = write(tmp_path / "long.csv", MISSING, *lines * 8)
    before = most_held(short)
    assert most_held(long) < 1.5 * before


def test_rows_of_an_xml_come_before_its_end_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cin_text: str
) -> None:
    monkeypatch.setattr(xml_rows, "XML_ROWS_PER_BATCH", 10)
    start = cin_text.index("<Child>")
    end = cin_text.index("</Children>")
    path = tmp_path / "cin.xml"
    path.write_text(cin_text[:start] + cin_text[start:end] * 50 + "<broken")
    for batch in islice(read([path], today=TODAY), 5):
        assert batch.refusals == []
        assert 0 < batch.rows_read < 50
