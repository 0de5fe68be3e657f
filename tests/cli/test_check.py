"""`kith check`: what it writes where, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.a_return import (
    CIN,
    KITH,
    TOO_YOUNG,
    kith,
    kith_alone,
    of_last_year,
    sheet,
    small_return,
)

ASKED = ("--year", "2026-27", "--rule", "389")
OLD_ENOUGH = {**TOO_YOUNG, "DEC": "02/05/2026"}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return small_return(tmp_path / "return")


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return small_return(tmp_path / "return", OLD_ENOUGH)


def test_a_return_with_an_error_ends_in_one_with_pure_json(wrong: Path) -> None:
    done = kith_alone("check", wrong, *ASKED, "--format", "json")
    assert (done.status, done.err) == (1, "")
    answer = json.loads(done.out)
    assert answer["files"] == [
        {"file": "header.csv", "table": "Header", "rows": 1},
        {"file": "episodes.csv", "table": "Episodes", "rows": 1},
    ]
    [rule] = answer["rules"]
    assert (rule["code"], rule["status"]) == ("389", "failed")
    assert rule["failures"] == [{"table": "Episodes", "row": 1, "child": "101", "columns": ["REC", "DEC"]}]
    assert answer["summary"] == {"passed": 0, "failed": 1, "not_run": 0, "rows_flagged": 1}


def test_a_return_without_one_ends_in_nought(right: Path) -> None:
    done = kith_alone("check", right, *ASKED)
    assert (done.status, done.err) == (0, "")
    assert "No error was found in what was checked." in done.out


def test_it_needs_neither_django_nor_a_database(wrong: Path) -> None:
    code = (
        f"import sys; sys.argv = {['kith', 'check', str(wrong), *ASKED]!r}\nfrom kith.cli.main import run\n"
    )
    code += "try:\n    run()\nexcept SystemExit as ended:\n"
    code += (
        "    print(ended.code, [name for name in sys.modules if name.split('.')[0] in ('django', 'psycopg')])"
    )
    done = subprocess.run([KITH[0], "-c", code], check=False, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "1 []"


def test_the_summary_says_what_was_checked_what_is_wrong_and_what_to_do(wrong: Path) -> None:
    said = " ".join(kith("check", wrong, *ASKED).out.split())
    assert said.startswith("SSDA903 2026-27: 1 child 1 rule: 0 passed, 1 failed, 0 not run")
    assert "episodes.csv Episodes 1 row" in said
    assert "Errors: put these right before you send it (1 rule) 389 Someone who moved" in said
    assert "episodes.csv 1 row: 1 (REC, DEC) To do: Check the date of birth" in said
    assert said.endswith("Not ready to send: 1 error rule in 1 place. 0 queries to look at.")


def test_rules_that_were_not_run_are_told_by_their_reason(wrong: Path) -> None:
    (wrong / "episodes.csv").unlink()
    done = kith("check", wrong, *ASKED)
    assert done.status == 0
    assert "There is no Episodes file. 1 rule: 389" in done.out


def test_a_fault_of_a_file_ends_in_one_although_no_rule_fails(right: Path) -> None:
    (right / "notes.csv").write_text("a,b\n1,2\n")
    done = kith("check", right, *ASKED)
    assert done.status == 1
    assert "Faults of the files (1)\n  notes.csv: Its first line" in done.out


def test_csv_has_a_line_for_each_failure_and_no_formula(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r", {**TOO_YOUNG, "CHILD": "=1+1"})
    sheet(folder / "header.csv", "Header", {"CHILD": "=1+1", "DOB": "02/05/2010"})
    (folder / "notes.csv").write_text("a,b\n1,2\n")
    done = kith("check", folder, *ASKED, "--format", "csv")
    [line] = csv.DictReader(io.StringIO(done.out))
    assert line["says"].startswith("Someone who moved")
    assert line["mend"].startswith("Check the date")
    short = {name: line[name] for name in ("code", "severity", "file", "table", "row", "child", "columns")}
    assert list(short.values()) == ["389", "error", "episodes.csv", "Episodes", "1", "'=1+1", "REC DEC"]
    assert done.err.startswith("notes.csv: Its first line")


def test_a_report_on_disk_is_its_owners_alone_and_says_what_it_holds(wrong: Path, tmp_path: Path) -> None:
    for name in ("report.html", "report.csv", "report.json", "report.txt"):
        done = kith("check", wrong, *ASKED, "--out", tmp_path / name)
        assert (done.status, done.out) == (1, "")
        assert "It holds personal data: only you can open it." in done.err
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert (tmp_path / "report.html").read_text().startswith("<!doctype html>")
    assert json.loads((tmp_path / "report.json").read_text())["kind"] == "ssda903"
    assert (tmp_path / "report.txt").read_text().startswith("SSDA903 2026-27")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_name_with_controls_is_shown_and_never_sent_raw_to_a_terminal(tmp_path: Path, form: str) -> None:
    folder = small_return(tmp_path / "return")
    (folder / "episodes.csv").rename(folder / "epi\x1b[31m\x07sodes.csv")
    (folder / "notes\x1b]0;x.txt").write_text("hello")
    (folder / "bad\x9bdate.csv").write_text("a,b\n")
    done = kith("check", folder, *ASKED, "--format", form)
    said = done.out + done.err
    assert not {"\x1b", "\x07", "\x9b"} & set(said)
    assert "epi[U+001B][31m[U+0007]sodes.csv" in said
    missing = kith("check", tmp_path / "no\x1b[2Jne")
    assert "no[U+001B][2Jne" in missing.err


def test_last_years_return_is_compared_and_this_years_given_for_it_is_said(
    wrong: Path, tmp_path: Path
) -> None:
    last = small_return(tmp_path / "last", *of_last_year())
    assert "last year's return" not in kith("check", wrong, *ASKED, "--last-year", last).out
    done = kith("check", last, "--year", "2025-26", "--rule", "389", "--last-year", last)
    assert done.status == 1
    assert "given as last year's return, 2024-25, but looks like that of 2025-26" in " ".join(
        done.out.split()
    )


def test_in_one_xml_a_place_is_told_by_its_table_and_what_is_lacking_is_no_file(tmp_path: Path) -> None:
    census = tmp_path / "cin.xml"
    bare = "<Child><ChildCharacteristics><Disabilities><Disability/></Disabilities></ChildCharacteristics></Child>"
    census.write_text(CIN.replace("<Children>", f"<Children>{bare}"))
    said = " ".join(kith("check", census).out.split())
    assert "cin.xml, ChildCharacteristics 1 row: 1 (Ethnicity)" in said
    assert "1 row of Disabilities has no LAchildID" in said
    census.write_text(CIN[: CIN.index("<CINdetails>")])
    said = " ".join(kith("check", census).out.split())
    assert "The XML is cut short or damaged" in said
    assert "The census has no CINdetails. " in said


def test_a_census_is_compared_with_no_other_years_and_says_so(tmp_path: Path) -> None:
    census = tmp_path / "cin.xml"
    census.write_text(CIN)
    said = kith("check", census, "--last-year", census).out
    assert "cin.xml: It was given as last year's. No rule of the census compares" in said
    assert "looks like" not in said


def test_last_years_return_given_as_this_years_is_said_and_every_rule_still_runs(tmp_path: Path) -> None:
    folder = small_return(tmp_path / "r", *of_last_year())
    done = kith("check", folder, *ASKED, "--format", "json")
    answer = json.loads(done.out)
    assert done.status == 1
    assert "looks like the return of 2025-26" in answer["structure"][0]["message"]
    assert answer["summary"] == {"passed": 1, "failed": 0, "not_run": 0, "rows_flagged": 0}


def test_lists_of_providers_and_postcodes_are_taken(right: Path, tmp_path: Path) -> None:
    one, two, posts = tmp_path / "one.csv", tmp_path / "two.csv", tmp_path / "onspd.csv"
    one.write_text("URN,POSTCODE\n1234567,B1 1AA\n")
    two.write_text("URN,POSTCODE\n1234568,B1 1AB\n")
    posts.write_text("pcds,oscty,oslaua,oseast1m,osnrth1m\nB1 1AA,E99999999,E08000025,406600,286500\n")
    done = kith("check", right, *ASKED, "--providers", one, two, "--postcodes", posts)
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Missing argument"),
        (("nowhere",), "There is nothing at nowhere."),
        (("return",), "Nothing tells the collection year of these files. Say it: --year 2026-27."),
        (("return", "--year", "soon"), "“soon” is not a collection year. Write it as 2026-27."),
        (("return", "--year", "2019-20"), "The rules of 2019-20 are not held: choose a year"),
        (("return", "--year", "2026-27", "--rule", "nope"), "There is no rule nope"),
        (("return", "--kind", "school"), "--kind is ssda903 or cin."),
        (("return", "--kind", "cin"), "no file is part of the cin return"),
        (("return", "--format", "pdf"), "--format is text, json, csv or html."),
        (("return", *ASKED, "--authority", "Birmingham"), "is not the ONS code of an authority"),
        (("return", *ASKED, "--out", "."), "--out . is a folder. Name a file in it."),
        (("return", *ASKED, "--out", "none/r.html"), "there is no folder"),
        (("return", *ASKED, "--out", "/dev/null"), "is not an ordinary file"),
        (("return", *ASKED, "--last-year", "nowhere"), "There is nothing at nowhere."),
        (("empty",), "This folder holds no files to read."),
        (("binary.csv",), "There is nothing to check. binary.csv: This is not text"),
        (("bomb.zip",), "as zip bombs do"),
        (("2021",), "These files look like the return of 2021-22. The rules of 2021-22 are not held"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    wrong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "binary.csv").write_bytes(bytes(range(256)) * 40)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("episodes.csv", "CHILD,DECOM\n" + "1,01/04/2026\n" * 600_000)
    small_return(tmp_path / "2021", *({**TOO_YOUNG, "DEC": f"0{day}/06/2021"} for day in range(1, 6)))
    done = kith("check", *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert done.err.count("\n") == 1


def test_a_reader_who_leaves_makes_no_traceback() -> None:
    command = f"{KITH[0]} -m kith.cli.main rule | head -1"
    done = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True)
    assert done.stdout.startswith("SSDA903: ")
    assert done.stderr == ""


@pytest.mark.parametrize("out", ["return/episodes.csv", "list.csv"])
def test_a_report_never_takes_the_place_of_what_it_is_about(out: str, right: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("URN\n")
    before = (tmp_path / out).read_bytes()
    done = kith("check", right, *ASKED, "--providers", tmp_path / "list.csv", "--out", tmp_path / out)
    assert (done.status, "Name another file" in done.err) == (2, True)
    assert (tmp_path / out).read_bytes() == before


def test_what_lies_beside_a_return_and_cannot_be_used_is_told_and_the_other_rules_run(
    wrong: Path, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "census.xml").write_text(CIN)
    (tmp_path / "plain.csv").write_text("A,B\n1,2\n")
    alone = json.loads(kith("check", wrong, "--year", "2026-27", "--format", "json").out)
    for option, beside, told in (
        ("--last-year", "nothing", "Last year’s return cannot be used"),
        ("--last-year", "census.xml", "Last year’s return cannot be used"),
        ("--providers", "plain.csv", "The lists of providers cannot be used"),
        ("--postcodes", "plain.csv", "The file of postcodes cannot be used"),
    ):
        done = kith("check", wrong, "--year", "2026-27", "--format", "json", option, tmp_path / beside)
        assert (done.status, done.err) == (1, "")
        answer = json.loads(done.out)
        assert answer["structure"][0]["file"] == beside
        assert told in answer["structure"][0]["message"]
        assert answer["rules"] == alone["rules"]
