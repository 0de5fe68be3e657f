"""XML returns come out as the same tables, and unsafe XML does not come in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.returns.reading.making_returns import count, reasons, remarks, rows

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def test_a_cin_census_gives_every_table_tied_by_row_numbers(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_text(cin_text)
    assert [row["Disability"] for row in rows(path, table="Disabilities")] == ["MOB", "VIS"]
    (factor,) = rows(path, table="AssessmentFactors")
    assert (factor["LAchildID"], factor["CINdetailsRow"], factor["AssessmentsRow"]) == ("A1", 1, 1)
    assert [row["ChildProtectionPlansRow"] for row in rows(path, table="Reviews")] == [1, 1]
    (inquiry,) = rows(path, table="Section47")
    assert (inquiry["S47ActualStartDate"], inquiry["ICPCnotRequired"]) == (dt.date(2017, 6, 1), "0")
    first, second = rows(path, table="ChildIdentifiers")
    assert (first["GenderCurrent"], second["Sex"]) == ("F", "U")
    assert rows(path, table="CINdetails")[0]["ReferralNFA"] == "1"
    assert rows(path, table="ChildCharacteristics")[0]["Ethnicity"] == "WBRI"


def test_an_ssda903_xml_gives_the_tables_of_the_csvs(tmp_path: Path, ssda903_text: str) -> None:
    path = tmp_path / "903.xml"
    path.write_text(ssda903_text)
    tables = {c.table: c.read for c in count(path).counts.values() if c.table}
    assert tables == {
        **{"Header": 1, "Episodes": 2, "Reviews": 2, "UASC": 1, "OC2": 1},
        **{"OC3": 1, "PrevPerm": 1, "Missing": 1},
    }
    assert [row["PLACE"] for row in rows(path, table="Episodes")] == ["U4", "K2"]
    assert rows(path, table="Reviews")[1]["DOB"] == dt.date(2005, 2, 1)
    assert rows(path, table="UASC")[0]["DUC"] == dt.date(2023, 1, 31)


def test_a_census_year_that_disagrees_with_its_reference_date_is_said(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_text(cin_text.replace("<Year>2018", "<Year>2016"))
    assert {c.year for c in count(path).counts.values()} == {"2017-18"}
    assert "Year says 2016 but ReferenceDate is 31/03/2018" in remarks(path)


def test_stray_text_and_unknown_elements_are_said(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_text(cin_text.replace("</LAchildID>", "</LAchildID>stray<Colour>red</Colour>"))
    assert "“stray” stands between elements" in remarks(path)
    assert "“Colour” is not part of ChildIdentifiers" in remarks(path)


def test_an_element_given_twice_with_two_values_refuses_its_row(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    twice = "<GenderCurrent>2</GenderCurrent><GenderCurrent>1</GenderCurrent>"
    path.write_text(cin_text.replace("<GenderCurrent>2</GenderCurrent>", twice))
    assert "GenderCurrent stands here more than once" in reasons(path)
    assert [row["LAchildID"] for row in rows(path, table="ChildIdentifiers")] == ["A2"]


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!doctype x>"])
def test_document_types_and_entities_are_refused(tmp_path: Path, cin_text: str, doctype: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_text(cin_text.replace("<Message>", f"{doctype}<Message>").replace("A2", "&b;"))
    assert "document type or entities" in reasons(path)
    assert rows(path) == []


def test_a_document_type_far_into_the_file_is_refused_too(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_text(cin_text.replace("<Message>", f"<!--{' ' * 300_000}-->{OUTSIDE}<Message>"))
    assert "document type or entities" in reasons(path)
    assert rows(path) == []


def test_xml_cut_inside_an_element_keeps_the_whole_children_before_it(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_text(cin_text[: cin_text.index("A2")])
    assert [row["LAchildID"] for row in rows(path, table="ChildIdentifiers")] == ["A1"]
    assert "cut short or damaged at line" in reasons(path)


def test_other_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<html><body/></html>")
    assert "neither an SSDA903" in reasons(path)


def test_xml_that_names_another_encoding_is_read_by_it(tmp_path: Path, cin_text: str) -> None:
    path = tmp_path / "cin.xml"
    path.write_bytes(cin_text.replace("utf-8", "iso-8859-15").replace("A2", "Žo").encode("iso-8859-15"))
    assert rows(path, table="ChildIdentifiers")[1]["LAchildID"] == "Žo"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_xml_in_other_encodings_is_read(tmp_path: Path, cin_text: str, encoding: str) -> None:
    path = tmp_path / "cin.xml"
    declared = cin_text.replace('encoding="utf-8"', "" if encoding == "cp1252" else 'encoding="utf-16"')
    path.write_bytes(declared.replace("A2", "Zoë").encode(encoding))
    assert [row["LAchildID"] for row in rows(path, table="ChildIdentifiers")] == ["A1", "Zoë"]
