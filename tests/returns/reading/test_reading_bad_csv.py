"""Bad CSV ends in a clear message that names the file, the row and the field, and the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.returns.reading.making_returns import (
    EPISODES,
    MISSING,
    count,
    episode,
    missing,
    reasons,
    remarks,
    rows,
    write,
)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "blank"),
        (b" \r\n\r\n", "blank"),
        (bytes(range(256)) * 50, "not text"),
        (b"%PDF-1.7 rest", "a PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel"),
        (b"name,age\nx,1\n", "does not name the columns"),
        (b"DECOM,RNE,LS\n01/01/2017,S,C2\n", "no CHILD column"),
        (b"CHILD,DECOM" + b"x" * 2_000_000, "a line of more than"),
        (b'{"kind": "' + b"x" * 200_000 + b'"}\n', "does not name columns"),
    ],
)
def test_files_that_are_no_return_are_refused_whole(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "episodes.csv"
    path.write_bytes(content)
    (refusal,) = count(path).refusals
    assert says in refusal.reason
    assert (refusal.file, refusal.row) == ("episodes.csv", None)


@pytest.mark.parametrize("day", ["30/02/2015", "31/12/0001", "2015-13-01", "soon", "42000", "01/02/17"])
def test_a_date_that_is_none_refuses_its_row_alone(tmp_path: Path, day: str) -> None:
    path = write(tmp_path / "m.csv", MISSING, missing("1"), missing("2", end=day), missing("3"))
    assert [row["CHILD"] for row in rows(path)] == ["1", "3"]
    (refusal,) = count(path).refusals
    assert (refusal.file, refusal.row, refusal.field) == ("m.csv", 2, "MIS_END")
    assert day in refusal.reason


@pytest.mark.parametrize(
    ("child", "says"),
    [
        ("x" * 300, "too long"),
        ("", "blank"),
        ("<script>alert(1)</script>", "holds < or >"),
        ("10\u202e1", "[U+202E]"),
        ("10\u200f", "[U+200F]"),
        ("3.98768E+05", "a spreadsheet rounded"),
    ],
)
def test_an_id_that_is_none_refuses_its_row_alone(tmp_path: Path, child: str, says: str) -> None:
    path = write(tmp_path / "m.csv", MISSING, missing(child), missing("3"))
    assert [row["CHILD"] for row in rows(path)] == ["3"]
    (refusal,) = count(path).refusals
    assert (refusal.row, refusal.field) == (1, "CHILD")
    assert says in refusal.reason
    assert "\u202e" not in refusal.reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8-sig"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "m.csv", MISSING, missing("Zoë"), missing("2"), encoding=encoding)
    assert [row["CHILD"] for row in rows(path)] == ["Zoë", "2"]


def test_windows_1252_far_into_a_file_is_read_beside_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path / "m.csv", MISSING, *[missing(str(n)) for n in range(20_000)], missing("Zoë"))
    path.write_bytes(path.read_bytes() + f"{missing('Noël')}\n".encode("cp1252"))
    assert [row["CHILD"] for row in rows(path)][-2:] == ["Zoë", "Noël"]
    assert "Windows-1252" in remarks(path)


def test_a_row_cut_short_is_refused_and_the_missing_line_break_said(tmp_path: Path) -> None:
    path = write(tmp_path / "e.csv", EPISODES, episode("1"), episode("2"))
    path.write_bytes(path.read_bytes()[:-30])
    assert [row["CHILD"] for row in rows(path)] == ["1"]
    assert "cut short" in reasons(path)
    assert "does not end with a line break" in remarks(path)


def test_rows_too_long_are_refused_unless_what_is_over_is_blank(tmp_path: Path) -> None:
    path = write(tmp_path / "m.csv", MISSING, missing("1") + ",,", missing("2") + ",x", missing("3"))
    assert [row["CHILD"] for row in rows(path)] == ["1", "3"]
    assert count(path).refusals[0].row == 2


def test_a_comma_too_many_in_the_first_line_does_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path / "m.csv", MISSING + ",,", missing("1"), missing("2") + ",,")
    assert [row["CHILD"] for row in rows(path)] == ["1", "2"]


def test_columns_named_twice_are_read_where_they_agree(tmp_path: Path) -> None:
    path = write(
        tmp_path / "m.csv", MISSING + ",DOB", missing("1") + ",02/05/2007", missing("2") + ",03/05/2007"
    )
    assert [row["CHILD"] for row in rows(path)] == ["1"]
    assert "column DOB twice" in reasons(path)


def test_a_nul_refuses_its_row(tmp_path: Path) -> None:
    path = write(tmp_path / "m.csv", MISSING, missing("1"), missing("2\0"), missing("3"))
    assert [row["CHILD"] for row in rows(path)] == ["1", "3"]
    assert "NUL" in reasons(path)


def test_quoted_values_may_hold_commas_and_line_breaks(tmp_path: Path) -> None:
    path = write(
        tmp_path / "e.csv", EPISODES, episode("1"), '"2"' + episode("")[:-7] + '"16\n79"', "", episode("3")
    )
    assert [(row["row"], row["CHILD"]) for row in rows(path)] == [(1, "1"), (3, "3")]
    (refusal,) = count(path).refusals
    assert (refusal.row, refusal.field) == (2, "URN")


def test_quotes_never_closed_or_out_of_place_refuse_their_row_alone(tmp_path: Path) -> None:
    lines = [missing(str(n)) for n in range(100)]
    path = write(tmp_path / "m.csv", MISSING, '"' + missing("a"), *lines, '"b"c,02/05/2007,M,26/02/2018,')
    assert len(rows(path)) == 100
    assert [refusal.row for refusal in count(path).refusals] == [1, 102]
    assert "not closed" in reasons(path)
    assert "middle of a value" in reasons(path)


def test_line_ends_of_every_kind_are_read(tmp_path: Path) -> None:
    for at, end in enumerate(["\r\n", "\r", "\n"]):
        path = tmp_path / f"{at}.csv"
        path.write_bytes(f"{MISSING}{end}{missing('1')}{end}{end}{missing('2')}{end}".encode())
        assert [row["row"] for row in rows(path)] == [1, 2]


def test_column_names_without_rows_are_said(tmp_path: Path) -> None:
    assert "no rows" in remarks(write(tmp_path / "m.csv", MISSING))
