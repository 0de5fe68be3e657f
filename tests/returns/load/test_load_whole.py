"""A run as a whole: all or nothing, plain words, one event a person, one audit entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kith.returns.load.errors import plainly
from tests.returns.load.making import EPISODES, HEADER, REVIEWS, counts, episode, header, reasons, text

Rows = Callable[..., list[tuple[Any, ...]]]
Write = Callable[..., Path]


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_each_person_has_one_event_and_the_run_one_audit_entry(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    folder = write(
        "2022-23",
        header=text(HEADER, header("1"), header("2")),
        episodes=text(EPISODES, episode("1", "01/06/2022"), episode("2", "01/06/2022")),
    )
    load([folder])
    assert rows("SELECT kind, action, title FROM story_event") == 2 * [
        ("loaded", "returns.load", "Loaded from the SSDA903 return, 2022-23")
    ]
    assert rows("SELECT count(DISTINCT person_id) FROM story_about") == [(2,)]
    load([folder])
    assert rows("SELECT count(*) FROM story_event") == [(2,)]
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("SET ROLE kith_audit")
        cursor.execute(
            "SELECT action, role, channel, cardinality(persons), summary ->> 'new' FROM core_auditentry"
            " ORDER BY id"
        )
        assert cursor.fetchall() == [
            ("returns.load", "loader", "service", 2, "4"),
            ("returns.load", "loader", "service", 0, "0"),
        ]
        cursor.execute("RESET ROLE")


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_every_row_read_has_one_outcome_and_refusals_keep_the_words_of_the_file(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    report = load(
        [
            write(
                "2022-23",
                header=text(HEADER, header("1"), header("2", "30/02/2010"), header("9" * 300)),
                episodes=text(EPISODES, episode("1", ""), episode("1", "01/06/2022")),
                reviews=text(REVIEWS, f"1,05/05/2010,20/06/2022,{'P' * 40}"),
                notes="nothing,of,ours\n1,2,3\n",
            )
        ]
    )
    total = counts(report)
    assert total["read"] == total["new"] + total["refused"] == 6
    assert {(field, row) for _, row, field, _ in reasons(report, "refused") if row} == {
        ("DOB", 2),
        ("CHILD", 3),
        ("DECOM", 1),
        ("REVIEW_CODE", 1),
    }
    assert any(row is None and "notes.csv" in file for file, row, _, _ in reasons(report, "refused"))
    assert rows("SELECT \"values\" ->> 'DOB' FROM returns_stagedrow WHERE field = 'DOB'") == [("30/02/2010",)]


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_a_failure_late_in_a_run_leaves_nothing(
    write: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kith.returns.load import load, story

    def full(*_: Any) -> int:
        raise psycopg.errors.DiskFull("could not extend file: No space left on device")

    monkeypatch.setattr(story, "tell", full)
    from kith.returns.load import LoadError

    with pytest.raises(LoadError, match=r"^The disk of the database is full.*Nothing was loaded\.$"):
        load([write("2022-23", header=text(HEADER, header("1")))])
    assert rows(
        "SELECT (SELECT count(*) FROM people_person) + (SELECT count(*) FROM returns_loadedfile)"
    ) == [(0,)]


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_two_loads_at_once_do_not_meet(write: Write) -> None:
    import os

    from kith.returns.load import LoadError, load

    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtext('kith.returns.load'))")
        with pytest.raises(LoadError, match="Another load is under way"):
            load([write("2022-23", header=text(HEADER, header("1")))])


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (psycopg.OperationalError("server closed the connection unexpectedly"), "went away"),
        (psycopg.errors.InsufficientPrivilege("permission denied"), "worker"),
        (psycopg.errors.LockNotAvailable("lock timeout"), "Wait for it"),
        (psycopg.errors.UndefinedTable("no such table"), "42P01"),
    ],
)
def test_what_stops_a_load_is_said_in_one_plain_line(error: Exception, says: str) -> None:
    line = str(plainly(error))
    assert says in line
    assert line.endswith("Nothing was loaded.")
    assert "\n" not in line


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_health_and_care_leaver_rows_without_a_year_wait(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    report = load([write("files", oc3=text("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "1,05/05/2004,YES,F1,B1"))])
    assert counts(report) == {"read": 1, "held": 1}
    assert "2017-18" in reasons(report)[0][3]
    assert rows("SELECT count(*) FROM care_careleavercontact") == [(0,)]


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
@pytest.mark.parametrize("damaged", [header("2\0"), header("2", "05/05\0/2010")])
def test_a_cell_with_a_nul_stops_its_own_row_and_no_other(damaged: str, write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    report = load([write("2022-23", header=text(HEADER, header("1"), damaged))])
    assert counts(report) == {"read": 2, "new": 1, "refused": 1}
    kept = "SELECT child, values ->> 'CHILD', values ->> 'DOB' FROM returns_stagedrow"
    assert rows(kept) == [("2", "2", "05/05/2010")]
