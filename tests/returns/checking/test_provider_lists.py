"""Lists of providers in the layouts that councils hold them in, as CSV and as Excel workbooks."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import duckdb
import pytest

from kith.returns.checking.errors import CheckError
from kith.returns.checking.provider_lists import read_provider_lists, unknown_columns
from kith.returns.checking.providers import make_providers
from kith.returns.checking.typed import Presence

Rows = Sequence[Sequence[str | int | float | None]]
Write = Callable[[str, str | bytes], Path]
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def workbook(path: Path, *sheets: Rows) -> Path:
    """A workbook as Excel writes one: text in a table of strings, blank cells left out."""
    strings: list[str] = []

    def cell(at: int, row: int, value: str | int | float) -> str:
        place = f"{chr(65 + at)}{row}"
        if isinstance(value, str):
            strings.append(value)
            return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
        return f'<c r="{place}"><v>{value}</v></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{_SPACE}"/>')
        for number, rows in enumerate(sheets, 1):
            lines = "".join(
                f'<row r="{n}">'
                + "".join(cell(at, n, v) for at, v in enumerate(row) if v is not None)
                + "</row>"
                for n, row in enumerate(rows, 1)
            )
            sheet = f'<worksheet xmlns="{_SPACE}"><sheetData>{lines}</sheetData></worksheet>'
            book.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
        shared = "".join(f"<si><r><t>{escape(s)}</t></r><rPh><t>said</t></rPh></si>" for s in strings)
        book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_SPACE}">{shared}</sst>')
    return path


def test_as_ofsted_publishes_it(write: Write) -> None:
    path = write(
        "providers.csv",
        "Social care providers at 31 March,,,,,\nThis tab has each URN once.,,,,,\n,,,,,\n"
        "Web link,URN,Provision type,Sector,Local authority,Registration status,Registration date\n"
        "a,1234567,Children's home,Private,WORCESTERSHIRE,Active,01/02/2010\n"
        'b,SC012345,Independent fostering agency,Voluntary,"Bristol, City of",Active,01/02/2011\n'
        ",,,,,,\nTotal,2,,,,,\n",
    )
    found = read_provider_lists([path])
    assert found.to_pylist() == [
        {"URN": "1234567", "LA_CODE": "E10000034"},
        {"URN": "SC012345", "LA_CODE": "E06000023"},
    ]
    assert unknown_columns(found) == ["POSTCODE", "PLACE_CODES", "PROVIDER_CODES", "REG_END"]


def test_as_councils_get_it_with_the_guide(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "Look-up.xlsx",
        [["Guidance"], ["Read this first"]],
        [
            ["Provider’s look-up", None],
            [],
            [
                "Ofsted_URN",
                "Post Code",
                "LA",
                "Placement code 1",
                "Placement code 2",
                "Provider Code(s)",
                "Reg. end date",
            ],
            [1234567, "AL1 1AA", 919, "K2", "R5", "PR4/PR5", 46112],
            [1234568.0, "AL1 1AB", 801, "U1", None, "PR2", None],
        ],
    )
    assert read_provider_lists([path]).to_pylist() == [
        {
            "URN": "1234567",
            "POSTCODE": "AL1 1AA",
            "LA_CODE": "E10000015",
            "PLACE_CODES": "K2 R5",
            "PROVIDER_CODES": "PR4 PR5",
            "REG_END": "31/03/2026",
        },
        {
            "URN": "1234568",
            "POSTCODE": "AL1 1AB",
            "LA_CODE": "E06000023",
            "PLACE_CODES": "U1",
            "PROVIDER_CODES": "PR2",
            "REG_END": None,
        },
    ]


@pytest.mark.parametrize("form", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_in_kiths_own_layout(write: Write, form: str, mark: str) -> None:
    lines = [
        "URN|POSTCODE|LA_CODE|PLACE_CODES|PROVIDER_CODES|REG_END",
        "1234567|AL1 1AA|E09000027|K1 K2|PR1|5 May 2026",
    ]
    found = read_provider_lists([write("own.csv", "\n".join(lines).replace("|", mark).encode(form))])
    assert found.to_pylist()[0]["LA_CODE"] == "E09000027"
    assert found.to_pylist()[0]["REG_END"] == "05/05/2026"
    assert unknown_columns(found) == []


def test_a_list_without_end_dates_does_not_hide_those_of_another(write: Write) -> None:
    published = write("a.csv", "URN,Sector,Local authority\n1234567,Private,Kent\n7654321,Private,Kent\n")
    guide = write("b.csv", "URN,Placement codes,Registration end date\n1234567,K1,31/03/2026\n")
    with duckdb.connect(":memory:") as connection:
        make_providers(connection, read_provider_lists([published, guide]), Presence())
        rows: list[Any] = connection.sql(
            "SELECT URN, LA_CODE, PLACE_CODES, CAST(REG_END AS TEXT) FROM providers"
        ).fetchall()
    assert rows == [("1234567", "E10000016", ["K1"], "2026-03-31"), ("7654321", "E10000016", None, None)]


def test_commas_in_the_notes_are_not_what_parts_the_columns(write: Write) -> None:
    notes = "Homes, agencies, centres, and more, all of them\n" * 5
    path = write("tabs.txt", f"{notes}URN\tPostcode\n1234567\tAL1 1AA\n")
    assert read_provider_lists([path]).to_pylist() == [{"URN": "1234567", "POSTCODE": "AL1 1AA"}]


def test_kinds_in_words_are_not_codes(write: Write) -> None:
    path = write("words.csv", "URN,Placement type,Provider code\n1234567,Children's home,81221\n")
    assert read_provider_lists([path]).column_names == ["URN"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wrong.csv", "Name,Town\nOak House,Leeds\n"),
        ("none.csv", "URN,Postcode\n"),
        ("empty.csv", ""),
        ("old.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        ("return.xml", "<a/>"),
        ("broken.xlsx", b"PK\x03\x04" + b"\0" * 100),
    ],
)
def test_a_wrong_file_is_named_and_told_what_is_wanted(write: Write, name: str, content: str | bytes) -> None:
    with pytest.raises(CheckError, match=rf"(?s){name}.*URN"):
        read_provider_lists([write(name, content)])


def test_no_such_file_is_named() -> None:
    with pytest.raises(CheckError, match=r"nowhere\.csv"):
        read_provider_lists(["nowhere.csv"])


def test_a_zip_that_is_no_workbook_and_a_damaged_sheet(tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    for inside in ("list.csv", "xl/worksheets/sheet1.xml"):
        with zipfile.ZipFile(path, "w") as book:
            book.writestr(inside, f'<worksheet xmlns="{_SPACE}"><row><c>')
        with pytest.raises(CheckError, match=r"odd\.xlsx.*URN"):
            read_provider_lists([path])


def test_a_workbook_opens_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("1234567")
    sheet = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><worksheet xmlns="{_SPACE}"><sheetData>'
        '<row><c t="inlineStr"><is><t>URN</t></is></c></row>'
        '<row><c t="inlineStr"><is><t>&e;</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    with zipfile.ZipFile(tmp_path / "trap.xlsx", "w") as book:
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    with pytest.raises(CheckError, match="trap"):
        read_provider_lists([tmp_path / "trap.xlsx"])
