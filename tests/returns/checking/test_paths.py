"""From paths to the tables that are checked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kith.returns.checking.errors import CheckError
from kith.returns.checking.file_years import weigh_last
from kith.returns.checking.gathered import Gathered
from kith.returns.checking.paths import gather
from kith.returns.codes import ReturnKind
from tests.cli.a_return import CIN, TOO_YOUNG, of_last_year, sheet, small_return

YEAR = "2026-27"


def faults(found: Gathered) -> list[tuple[str, int | None, str | None]]:
    return [(each["file"], each["row"], each["column"]) for each in found.structure]


def test_a_folder_gives_each_table_as_text_with_its_rows_and_file(tmp_path: Path) -> None:
    found = gather([small_return(tmp_path / "r")], year=YEAR)
    assert (found.kind, found.year, found.file_format, found.structure) == ("ssda903", YEAR, "csv", [])
    assert found.names == {"Episodes": "episodes.csv", "Header": "header.csv"}
    assert found.tables["Episodes"].select(["row", "CHILD", "DEC"]).to_pylist() == [
        {"row": 1, "CHILD": "101", "DEC": "01/05/2026"}
    ]


def test_a_zip_and_files_named_one_by_one_give_the_same(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r")
    with zipfile.ZipFile(tmp_path / "r.zip", "w") as packed:
        for file in folder.iterdir():
            packed.write(file, file.name)
    whole = gather([folder], year=YEAR).tables
    assert gather([tmp_path / "r.zip"], year=YEAR).tables == whole
    assert gather(sorted(folder.iterdir()), year=YEAR).tables == whole


def test_a_column_that_the_file_lacks_is_lacking_in_the_table(tmp_path: Path) -> None:
    found = gather(
        [sheet(tmp_path / "episodes.csv", "Episodes", TOO_YOUNG, without=("URN", "DEC"))], year=YEAR
    )
    assert {"URN", "DEC"}.isdisjoint(found.tables["Episodes"].column_names)
    assert "REC" in found.tables["Episodes"].column_names


def test_columns_that_the_engine_would_derive_are_taken_as_they_are(tmp_path: Path) -> None:
    path = sheet(tmp_path / "episodes.csv", "Episodes", TOO_YOUNG, pl_la="E09000027", COLOUR="red")
    found = gather([path], year=YEAR)
    assert found.tables["Episodes"]["PL_LA"].to_pylist() == ["E09000027"]
    assert "COLOUR" not in found.tables["Episodes"].column_names
    assert any("“COLOUR” is not part of Episodes" in message for message in found.notes)


def test_a_value_of_the_wrong_kind_is_for_rules_and_a_ragged_row_is_a_fault(tmp_path: Path) -> None:
    path = sheet(tmp_path / "reviews.csv", "Reviews", {"CHILD": "1", "REVIEW": "soon"}, {"CHILD": "2"})
    path.write_text(path.read_text() + "3,01/05/2026\n")
    found = gather([path], year=YEAR)
    assert found.tables["Reviews"]["REVIEW"].to_pylist()[0] == "soon"
    assert faults(found) == [("reviews.csv", 3, None)]


def test_a_file_that_cannot_be_read_is_a_fault_and_the_rest_is_checked(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r")
    (folder / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    found = gather([folder], year=YEAR)
    assert faults(found) == [("picture.csv", None, None)]
    assert set(found.tables) == {"Header", "Episodes"}


def test_what_lies_beside_the_return_is_named_and_is_no_fault(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r")
    (folder / "README").write_text("Ask Ada.")
    (folder / "plan.pdf").write_bytes(b"%PDF-1.7")
    (folder / "episodes.txt").write_text("no columns here")
    found = gather([folder], year=YEAR)
    assert sorted(found.notes["It is no part of the return, and was not read."]) == ["README", "plan.pdf"]
    assert faults(found) == [("episodes.txt", None, None)]
    with pytest.raises(CheckError, match="does not name the columns"):
        gather([folder / "README"], year=YEAR)


def test_of_two_files_for_one_table_the_first_is_checked_and_the_other_is_a_fault(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r")
    sheet(folder / "more_episodes.csv", "Episodes", {"CHILD": "102"}, {"CHILD": "103"})
    found = gather([folder], year=YEAR)
    assert found.tables["Episodes"]["CHILD"].to_pylist() == ["101"]
    assert faults(found) == [("more_episodes.csv", None, None)]
    assert "a second file of Episodes: episodes.csv was checked" in found.structure[0]["message"]


def test_the_year_is_told_by_the_dates_and_another_year_than_asked_is_said_first(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r", *of_last_year())
    sheet(folder / "reviews.csv", "Reviews").write_text("CHILD,REVIEW\n1\n")
    assert gather([folder]).year == "2025-26"
    found = gather([folder], year="2026/27")
    assert found.year == YEAR
    assert "looks like the return of 2025-26" in found.structure[0]["message"]
    assert "So do header.csv, reviews.csv." in found.structure[0]["message"]
    assert len(found.structure) == 2


def test_last_years_files_given_again_as_this_years_are_asked_about(tmp_path: Path) -> None:
    found = gather([small_return(tmp_path / "now")], year=YEAR)
    weigh_last(found, gather([tmp_path / "now"], kind="ssda903"))
    (told,) = [note for note in found.notes if "the very rows that last year's holds" in note]
    assert found.notes[told] == ["episodes.csv", "header.csv"]
    other = small_return(tmp_path / "last")
    sheet(other / "header.csv", "Header", {"CHILD": "102"})
    found = gather([tmp_path / "now"], year=YEAR)
    weigh_last(found, gather([other], kind="ssda903"))
    assert not [note for note in found.notes if "the very rows" in note]


def test_where_nothing_tells_the_year_it_is_not_guessed(tmp_path: Path) -> None:
    assert gather([small_return(tmp_path / "r")]).year is None


def test_last_year_has_to_be_the_year_before(tmp_path: Path) -> None:
    found = gather([small_return(tmp_path / "now")], year=YEAR)
    weigh_last(found, gather([small_return(tmp_path / "last", *of_last_year())], kind="ssda903"))
    assert found.structure == []
    found = gather([small_return(tmp_path / "now")], year="2025-26")
    weigh_last(found, gather([tmp_path / "last"], kind="ssda903"))
    assert "last year's return, 2024-25, but looks like that of 2025-26" in found.structure[0]["message"]


def test_a_census_says_whose_it_is_and_has_all_tables(tmp_path: Path) -> None:
    (tmp_path / "cin.xml").write_text(CIN)
    found = gather([tmp_path / "cin.xml"])
    assert (found.kind, found.year, found.file_format) == ("cin", YEAR, "xml")
    assert found.authority == "E09000002"
    assert found.tables["Section47"].num_rows == 0
    assert "S47ActualStartDate" in found.tables["Section47"].column_names
    assert found.structure == []


def test_a_census_of_another_authority_than_asked_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "cin.xml").write_text(CIN)
    found = gather([tmp_path / "cin.xml"], authority="E09000027")
    assert found.authority == "E09000027"
    assert faults(found) == [("cin.xml", 1, "LEA")]


def test_a_census_cut_short_does_not_say_that_there_is_no_more(tmp_path: Path) -> None:
    (tmp_path / "cin.xml").write_text(CIN.partition("</Children>")[0])
    found = gather([tmp_path / "cin.xml"])
    assert faults(found) == [("cin.xml", None, None)]
    assert "Section47" not in found.tables


def test_an_xml_without_the_groups_named_by_us_does_not_say_that_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(
        "<EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><DOB>01/02/2012</DOB></HEADER></CHILD></EXPSSDA903>"
    )
    found = gather([tmp_path / "r.xml"], year=YEAR)
    assert found.file_format == "xml"
    assert {"Header", "Episodes", "AD1"} <= set(found.tables)
    assert {"SWEpisodes", "DoLo"}.isdisjoint(found.tables)


def test_social_workers_and_liberty_orders_are_read_back_from_xml(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(
        "<EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><DOB>05/05/2010</DOB><ASWEPISODE><SW_ID>SW1</SW_ID>"
        "<SW_DECOM>01/05/2026</SW_DECOM></ASWEPISODE><ADOLO><DOLO_START>02/05/2026</DOLO_START></ADOLO></HEADER>"
        "</CHILD></EXPSSDA903>"
    )
    found = gather([tmp_path / "r.xml"], year=YEAR)
    assert not found.notes
    (worker,) = found.tables["SWEpisodes"].to_pylist()
    assert (worker["CHILD"], worker["SW_ID"], worker["SW_DECOM"]) == ("7", "SW1", "01/05/2026")
    (order,) = found.tables["DoLo"].to_pylist()
    assert (order["CHILD"], order["DOB"], order["DOLO_START"]) == ("7", "05/05/2010", "02/05/2026")


def test_both_returns_together_need_a_kind(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r")
    (folder / "cin.xml").write_text(CIN)
    with pytest.raises(CheckError, match=r"episodes\.csv is SSDA903 and cin\.xml is a CIN"):
        gather([folder])
    found = gather([folder], kind="ssda903", year=YEAR)
    assert faults(found) == [("cin.xml", None, None)]
    assert found.authority is None


@pytest.mark.parametrize(
    ("kind", "name", "content", "says"),
    [
        (None, "empty.csv", b"", "There is nothing to check. empty.csv: The file is empty."),
        (None, "program.csv", b"\x7fELF\x02\x01\x01" + bytes(500), "not a return but a program"),
        ("cin", "uasc.csv", b"CHILD,DUC\n1,\n", "no file is part of the cin return"),
    ],
)
def test_where_nothing_can_be_checked_one_line_says_why(
    tmp_path: Path, kind: ReturnKind | None, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CheckError) as why:
        gather([tmp_path / name], kind=kind)
    assert says in str(why.value)
    assert "\n" not in str(why.value)
