"""Values, tables and years of well-made returns come out as they should."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.returns.reading.making_returns import (
    EPISODES,
    HEADER,
    MISSING,
    batches,
    count,
    episode,
    missing,
    remarks,
    rows,
    write,
)


def test_a_csv_gives_typed_rows_and_the_text_they_came_from(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", EPISODES, episode(" 101 ", "09/04/2017", "").replace("C2", "c2"))
    (batch,) = batches(path)
    assert batch.typed is not None
    assert batch.raw is not None
    row = batch.typed.to_pylist()[0]
    assert (row["row"], row["CHILD"], row["DECOM"], row["DEC"]) == (1, "101", dt.date(2017, 4, 9), None)
    assert (row["LS"], row["HOME_POST"], row["URN"]) == ("C2", "AB1 2CD", "1679094")
    assert batch.raw.to_pylist()[0]["LS"] == "c2"
    assert batch.raw.to_pylist()[0]["CHILD"] == " 101 "


def test_columns_may_come_in_any_order_case_and_spacing_with_a_byte_order_mark(tmp_path: Path) -> None:
    line = "mis start; Child ;Dob;MIS_END;missing;Ward"
    path = write(tmp_path / "x.csv", line, "01/05/2017;9;02/05/2007;;a;North", encoding="utf-8-sig")
    (row,) = rows(path)
    assert (row["CHILD"], row["MISSING"], row["MIS_START"]) == ("9", "A", dt.date(2017, 5, 1))
    assert "“Ward” is not part of Missing" in remarks(path)


def test_a_missing_column_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", "CHILD,DOB,MISSING,MIS_START", "1,02/05/2007,M,01/05/2017")
    assert rows(path)[0]["MIS_END"] is None
    assert "no column MIS_END" in remarks(path)


@pytest.mark.parametrize(("written", "read"), [("1", "M"), ("2", "F"), ("F", "F"), ("u", "U"), ("2.0", "F")])
def test_sex_of_every_year_becomes_a_letter(tmp_path: Path, written: str, read: str) -> None:
    path = write(tmp_path / "h.csv", HEADER, f"5,{written},17/12/1999,BCRB,UN1,1.0,21/11/2017")
    (row,) = rows(path)
    assert (row["SEX"], row["MOTHER"]) == (read, "1")


def test_whole_numbers_and_ids_lose_the_point_that_a_spreadsheet_gave_them(tmp_path: Path) -> None:
    path = write(tmp_path / "o.csv", "CHILD,DOB,SDQ_SCORE,TEETH_CHECK", "398768.0,02/05/2007,12.0,yes")
    (row,) = rows(path)
    assert (row["CHILD"], row["SDQ_SCORE"], row["TEETH_CHECK"]) == ("398768", 12, "1")
    assert "as spreadsheets do" in remarks(path)


def test_a_code_that_nobody_knows_is_kept_and_counted(tmp_path: Path) -> None:
    lines = [f"{n},02/05/2000,YES,F1,01" for n in range(3)]
    path = write(tmp_path / "oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", *lines)
    assert [row["ACCOM"] for row in rows(path)] == ["01"] * 3
    (notice,) = [notice for notice in count(path).notices if notice.field == "ACCOM"]
    assert (notice.row, notice.count) == (1, 3)


def test_a_partial_date_keeps_what_is_known_and_refuses_what_is_none(tmp_path: Path) -> None:
    path = write(
        tmp_path / "p.csv",
        "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
        "1,02/05/2000,P1,WAL,ZZ/03/2012",
        "2,02/05/2000,P1,301,31/02/2012",
    )
    assert rows(path)[0]["DATE_PERM"] == "zz/03/2012"
    (refusal,) = count(path).refusals
    assert (refusal.row, refusal.field) == (2, "DATE_PERM")


def test_several_years_and_kinds_in_one_go(tmp_path: Path, cin_text: str, ssda903_text: str) -> None:
    write(tmp_path / "2017-episodes.csv", EPISODES, *[episode(str(n)) for n in range(5)])
    write(tmp_path / "2017-missing.csv", MISSING, missing())
    write(tmp_path / "2018-19" / "missing.csv", MISSING, missing(start="01/05/2018"))
    (tmp_path / "census.xml").write_text(cin_text)
    with ZipFile(tmp_path / "903 2019-20.zip", "w") as archive:
        archive.writestr("missing.csv", f"{MISSING}\n{missing()}\n")
        archive.writestr("all.xml", ssda903_text)
    found = {(c.file, c.table): (c.year, c.read) for c in count(tmp_path).counts.values() if c.table}
    assert found["2017-missing.csv", "Missing"] == ("2017-18", 1)
    assert found["2018-19/missing.csv", "Missing"] == ("2018-19", 1)
    assert found["903 2019-20.zip/missing.csv", "Missing"] == ("2019-20", 1)
    assert found["903 2019-20.zip/all.xml", "Episodes"] == ("2019-20", 2)
    assert found["census.xml", "ChildIdentifiers"] == ("2017-18", 2)
