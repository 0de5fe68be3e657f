"""`kith return`, as it is typed: what it writes, says and logs, and how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.returns.writing.making import CENSUS, SSDA903
from tests.support import make

pytestmark = pytest.mark.database
YEAR = "2025-26"


def kith_return(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kith.cli.main", "return", *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        # As typed: the command starts with the settings that it chooses, not with those of the tests.
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
    )


@pytest.fixture
def loaded(write: Callable[..., Path], officer: Any) -> None:
    from kith.returns.load import load

    load([write("2025-26", **{name: told.replace("/2026", "/2025") for name, told in SSDA903.items()})])


def fetch(sql: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(os.environ["KITH_OWNER_URL"]) as owner:
        owner.execute("SET ROLE kith_audit")
        return owner.execute(sql).fetchall()


@pytest.mark.usefixtures("loaded")
def test_it_writes_logs_each_look_and_says_so_on_standard_error(tmp_path: Path) -> None:
    done = kith_return("ssda903", "--year", YEAR, "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (0, "")
    assert "3 children" in done.stderr
    assert (tmp_path / "out" / "header.csv").read_text().count("\n") == 4
    assert fetch("SELECT DISTINCT role, page, reason, channel FROM access_look") == [
        ("returns", "return ssda903", "demo", "command")
    ]
    assert fetch("SELECT count(*) FROM access_look") == [(3,)]
    assert fetch(
        "SELECT summary ->> 'kind', summary ->> 'year', summary ->> 'children' FROM core_auditentry"
        " WHERE action = 'returns.write'"
    ) == [("ssda903", YEAR, "3")]
    again = kith_return("ssda903", "--year", YEAR, "--out", str(tmp_path / "out"))
    assert again.returncode == 2
    assert again.stderr.splitlines()[-1].startswith("kith: ")
    assert "nothing is overwritten" in again.stderr


@pytest.mark.usefixtures("loaded")
def test_it_starts_without_the_rooms_and_writes_and_logs_the_same(officer: Any, tmp_path: Path) -> None:
    from kith.returns.writing import write_return
    from tests.returns.writing.making import window

    def files(folder: Path) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    def logged() -> list[tuple[Any, ...]]:
        told = fetch(
            "SELECT summary - 'reason' FROM core_auditentry WHERE action = 'returns.write' ORDER BY id"
        )
        return [*told, *fetch("SELECT page, count(*) FROM access_look GROUP BY page")]

    assert kith_return("ssda903", "--year", YEAR, "--out", str(tmp_path / "alone")).returncode == 0
    (alone, looks) = logged()
    write_return(
        by=officer, kind="ssda903", window=window(YEAR), folder=tmp_path / "rooms", progress=lambda _: None
    )
    assert files(tmp_path / "alone") == files(tmp_path / "rooms")
    assert logged() == [alone, alone, (looks[0], looks[1] * 2)]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("what", ["log", "_note"])
def test_nothing_is_written_where_it_cannot_be_logged(
    what: str, officer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kith.returns.writing import run, write_return
    from tests.returns.writing.making import window

    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("no log")

    monkeypatch.setattr(run, what, fails)
    with pytest.raises(RuntimeError, match="no log"):
        write_return(
            by=officer, kind="ssda903", window=window(YEAR), folder=tmp_path / "out", progress=lambda _: None
        )
    assert not list((tmp_path / "out").rglob("*"))


@pytest.mark.usefixtures("officer")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("school", "--year", YEAR), "is not a return that can be written"),
        (("cin", "--year", "2025"), "is not a collection year"),
        (("cin", "--year", "2098-99"), "has not begun"),
        (("ssda903", "--year", YEAR, "--format", "pdf"), "--format is csv or xml"),
        (("ssda903", "--year", YEAR, "--as", "nobody@kithshire.example"), "There is no account"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = kith_return(*words, "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("officer")
def test_where_nobody_is_in_it_the_files_have_no_rows_and_there_is_no_census(tmp_path: Path) -> None:
    done = kith_return("ssda903", "--year", YEAR, "--out", str(tmp_path / "out"))
    assert done.returncode == 0
    assert "0 children, 0 rows" in done.stderr
    assert {each.read_text().count("\n") for each in (tmp_path / "out").iterdir()} == {1}
    done = kith_return("cin", "--year", YEAR, "--out", str(tmp_path / "census"))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "kith: No child has a referral in the census of 2025-26: nothing was written."
    )
    assert not (tmp_path / "census").exists()


def test_a_census_that_nobody_can_be_sent_in_is_said_not_to_be_there(officer: Any, tmp_path: Path) -> None:
    from kith.returns.load import load

    # The form has no blank for whether a referral led to nothing.
    (tmp_path / "cin.xml").write_text(re.sub(r"<ReferralNFA>.</ReferralNFA>", "", CENSUS))
    load([tmp_path / "cin.xml"])
    done = kith_return("cin", "--year", "2026-27", "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    said = done.stderr.splitlines()[-1]
    assert said.startswith(
        "kith: No cin return of 2026-27 was written: none of its 2 children can be sent yet."
    )
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["cin-2026-27-cannot-be-sent-yet.txt"]


@pytest.mark.usefixtures("officer")
def test_a_database_that_does_not_answer_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "KITH_WORKER_URL", "KITH_OWNER_URL"):
        monkeypatch.setenv(name, "postgres://a:b@127.0.0.1:9/kith")
    done = kith_return("cin", "--year", YEAR, "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert re.fullmatch(r"kith: The database does not answer .*\n", done.stderr)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("officer")
def test_of_a_year_that_is_not_over_it_is_said(tmp_path: Path) -> None:
    from django.utils import timezone

    from kith.returns.reading.years import collection_year, year_of

    now = year_of(timezone.localdate())
    said = {
        year: kith_return(
            "ssda903", "--year", collection_year(year), "--out", str(tmp_path / str(year))
        ).stderr
        for year in (now - 1, now)
    }
    assert "is not over" not in said[now - 1]
    assert f"Note: the year {collection_year(now)} is not over." in said[now]


@pytest.mark.usefixtures("officer")
def test_only_who_may_write_returns_does(tmp_path: Path) -> None:
    make.account("director", login="director@kithshire.example")
    done = kith_return(
        "cin", "--year", YEAR, "--as", "director@kithshire.example", "--out", str(tmp_path / "out")
    )
    assert done.returncode == 2
    assert "may not read identified return rows" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lea", ["", "19", "E09000027"])
def test_a_census_says_whose_it_is(lea: str, officer: Any, tmp_path: Path) -> None:
    from django.test import override_settings

    from kith.returns.writing import WriteError, write_return
    from tests.returns.writing.making import window

    with override_settings(LEA=lea), pytest.raises(WriteError, match="KITH_LEA"):
        write_return(
            by=officer, kind="cin", window=window(), folder=tmp_path / "out", progress=lambda _: None
        )
    assert not (tmp_path / "out").exists()
