"""What was loaded is written again, fact for fact, in every form; and what is written reads as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.writing.making import CENSUS, SSDA903, YEAR, lines, plain, typed, window

pytestmark = pytest.mark.database
Take = Callable[..., Any]
FORMS = [("ssda903", "csv"), ("ssda903", "xml"), ("cin", "xml")]


@pytest.fixture
def given(write: Callable[..., Path], tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "census").mkdir()
    (tmp_path / "census" / "cin.xml").write_text(CENSUS)
    return {"ssda903": write(YEAR, **SSDA903), "cin": tmp_path / "census"}


def test_every_table_of_the_ssda903_comes_back_as_it_was(given: dict[str, Path], taken: Take) -> None:
    frames = taken("ssda903", YEAR, given["ssda903"]).frames
    from kith.returns.writing.ssda903_csv import FILES

    assert list(frames) == list(FILES)
    for table, name in FILES.items():
        told = SSDA903[name.removesuffix(".csv")]
        assert ",".join(frames[table].column_names) == told.splitlines()[0]
        expected = lines(told)
        if table == "Header":  # the care leaver, of whom OC3 alone tells
            expected.append(("3", "U", "07/07/2007", None, None, None, None))
        assert sorted(plain(frames[table]), key=str) == sorted(expected, key=str), table


def test_rows_of_the_census_say_which_row_they_are_part_of(given: dict[str, Path], taken: Take) -> None:
    frames = taken("cin", YEAR, given["cin"]).frames
    assert plain(frames["CINdetails"], "LAchildID", "CINreferralDate", "ReferralNFA") == [
        ("A1", "2026-05-06", "0"),
        ("A1", "2027-03-20", "1"),
        ("A2", "2026-12-01", "0"),
    ]
    assert plain(frames["Assessments"], "CINdetailsRow", "AssessmentActualStartDate") == [
        ("1", "2026-05-07"),
        ("1", "2026-08-07"),
        ("3", "2026-12-02"),
    ]
    assert plain(frames["AssessmentFactors"]) == [
        ("A1", "1", "1", "16A"),
        ("A1", "1", "1", "3B"),
        ("A2", "3", "3", "4A"),
    ]
    assert plain(frames["Reviews"]) == [("A1", "1", "1", "2026-09-01"), ("A1", "1", "1", "2027-02-01")]
    assert plain(
        frames["ChildIdentifiers"], "LAchildID", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate"
    ) == [
        ("A1", None, "2012-02-03", None),
        ("A2", "UN1", None, "2027-06-01"),
    ]
    assert plain(frames["Header"], "Collection", "Year", "ReferenceDate", "LEA") == [
        ("CIN", "2027", "2027-03-31", "199")
    ]


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_files_written_read_as_the_files_loaded_did(
    kind: str, form: str, given: dict[str, Path], officer: Any, tmp_path: Path
) -> None:
    from kith.returns.load import load
    from kith.returns.writing import write_return

    load([given[kind]])
    out = tmp_path / "out" / YEAR
    write_return(
        by=officer,
        kind=kind,
        window=window(),
        folder=out,
        form=form,
        progress=lambda _: None,  # type: ignore[arg-type]
    )
    before, after = typed(given[kind]), typed(out)
    if kind == "cin":
        before, after = ({t: rows for t, rows in each.items() if t != "Header"} for each in (before, after))
    else:
        after["Header"] = [row for row in after["Header"] if row["CHILD"] != "3"]
    assert after == before


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_return_that_is_loaded_again_changes_nothing(
    kind: str, form: str, given: dict[str, Path], officer: Any, tmp_path: Path
) -> None:
    from kith.returns.load import load
    from kith.returns.writing import write_return
    from tests.returns.load.making import counts

    load([given[kind]])
    out = tmp_path / "out" / YEAR
    write_return(
        by=officer,
        kind=kind,
        window=window(),
        folder=out,
        form=form,
        progress=lambda _: None,  # type: ignore[arg-type]
    )
    again = counts(load([out]))
    assert again["read"] == again["unchanged"] > 0


def test_old_years_have_the_columns_and_codes_of_their_time(given: dict[str, Path], taken: Take) -> None:
    frames = taken("cin", "2023-24", given["cin"]).frames
    assert "GenderCurrent" in frames["ChildIdentifiers"].column_names
    assert "Sex" not in frames["ChildIdentifiers"].column_names
    assert "PreProceedings" not in frames
    assert "Sex" in taken("cin", "2024-25").frames["ChildIdentifiers"].column_names
    assert "DoLo" not in taken("ssda903", "2025-26").frames
    assert "SWEpisodes" not in taken("ssda903", "2022-23").frames


@pytest.mark.parametrize("year", ["2017-18", "2022-23", "2023-24", "2024-25", "2025-26"])
def test_children_of_every_year_have_the_form_of_its_census(year: str, officer: Any, tmp_path: Path) -> None:
    from kith.returns.load import load
    from kith.returns.writing import write_return

    ends = int(year[:4]) + 1
    shifted = re.sub(r"20(26|27)-", lambda found: f"{ends - 2027 + 2000 + int(found[1])}-", CENSUS)
    (tmp_path / "cin.xml").write_text(shifted.replace("<Year>2027", f"<Year>{ends}"))
    load([tmp_path / "cin.xml"])
    out = tmp_path / "out"
    write_return(by=officer, kind="cin", window=window(year), folder=out, progress=lambda _: None)
    assert [each.name for each in out.iterdir()] == [f"cin-{year}.xml"]
    written = typed(out)
    assert [row["LAchildID"] for row in written["ChildIdentifiers"]] == ["A1", "A2"]
    sexes = [row["Sex"] or row["GenderCurrent"] for row in written["ChildIdentifiers"]]
    assert sexes == ["F", "U"]


def test_who_lacks_what_the_census_must_have_is_in_a_list_beside_it(officer: Any, tmp_path: Path) -> None:
    from kith.returns.load import load
    from kith.returns.writing import write_return

    (tmp_path / "cin.xml").write_text(
        CENSUS.replace(
            "<ReferralNFA>0</ReferralNFA></CINdetails></Child></Children>", "</CINdetails></Child></Children>"
        )
    )
    load([tmp_path / "cin.xml"])
    out = tmp_path / "out"
    done = write_return(by=officer, kind="cin", window=window(), folder=out, progress=lambda _: None)
    assert (out / "cin-2026-27.xml").read_text().count("<Child>") == 1
    told = (out / "cin-2026-27-cannot-be-sent-yet.txt").read_text()
    assert "A2: CINdetails of 2026-12-01 has no ReferralNFA." in told
    assert ("cannot_be_sent", 1) in [(each.what, each.count) for each in done.remarks]
