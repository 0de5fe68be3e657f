"""Contradictory rows wait in staging with a reason that names the other; the rest loads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.making import EPISODES, REVIEWS, counts, episode, reasons, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]
Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (("01/05/2022", "01/12/2022"), ("01/06/2022", "01/07/2022"), "this one lies wholly within that one"),
        (
            ("01/05/2022", "01/08/2022"),
            ("01/06/2022", "01/12/2022"),
            "that one had not ended when this one began",
        ),
        (("01/05/2022", ""), ("01/06/2022", "01/12/2022"), "that one has no end date"),
    ],
)
def test_each_kind_of_overlap_is_worded(
    write: Write, rows: Rows, first: tuple[str, str], second: tuple[str, str], kind: str
) -> None:
    from kith.returns.load import load

    report = load([write("2022-23", episodes=text(EPISODES, episode("1", *first), episode("1", *second)))])
    assert counts(report) == {"read": 2, "new": 1, "held": 1}
    ((file, row, field, reason),) = reasons(report)
    assert (file.rsplit("/", 1)[-1], row, field) == ("episodes.csv", 2, "DECOM")
    assert "overlaps row 1 of this file" in reason
    assert kind in reason
    assert rows("SELECT child, row, outcome, person_id IS NOT NULL FROM returns_stagedrow") == [
        ("1", 2, "held", True)
    ]


def test_a_row_that_waits_is_staged_once_however_often_it_comes(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    folder = write(
        "2022-23",
        episodes=text(EPISODES, episode("1", "01/05/2022"), episode("1", "01/06/2022", "01/07/2022")),
    )
    load([folder])
    assert counts(load([folder])) == {"read": 2, "unchanged": 1, "held": 1}
    assert rows("SELECT count(*) FROM returns_stagedrow") == [(1,)]
    assert rows("SELECT count(*) FROM returns_stagedrowevent") == [(0,)]


def test_an_agreement_to_short_breaks_beside_an_episode_waits_for_a_worker(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    agreement = episode("1", "01/04/2022", status="V4")
    stay = episode("1", "01/06/2022", "01/07/2022")
    assert counts(load([write("2022-23", episodes=text(EPISODES, agreement, stay))])) == {
        "read": 2,
        "new": 1,
        "held": 1,
    }
    # The record would take both, from a worker who knows that both were true.
    from django.db import connection

    from kith.core.acting import acting
    from kith.returns.load import loader

    with acting(loader()), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO care_episode SELECT (e).* FROM (SELECT jsonb_populate_record(c, jsonb_build_object("
            "'id', gen_random_uuid(), 'legal_status', 'V2', 'source', 'worker', 'started_on', '2022-06-01',"
            " 'ceased_on', '2022-07-01', 'during', '[2022-06-01,2022-07-01)')) AS e FROM care_episode c) x"
        )
    assert rows("SELECT count(*) FROM care_episode") == [(2,)]


def test_a_correction_that_would_overlap_waits_and_the_record_stays(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    first = write(
        "2021-22",
        episodes=text(
            EPISODES, episode("1", "01/05/2021", "01/07/2021"), episode("1", "01/07/2021", "01/09/2021")
        ),
    )
    wrong = write("2022-23", episodes=text(EPISODES, episode("1", "01/05/2021", "01/08/2021")))
    load([first])
    assert counts(load([wrong])) == {"read": 1, "held": 1}
    assert rows("SELECT ceased_on::text FROM care_episode ORDER BY started_on") == [
        ("2021-07-01",),
        ("2021-09-01",),
    ]


def test_two_answers_about_one_review_leave_the_second_waiting_and_a_repeat_is_nothing_new(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    one = "1,05/05/2010,20/06/2022,"
    report = load([write("2022-23", reviews=text(REVIEWS, one + "PN1", one + "PN3", one + "PN1"))])
    assert counts(report) == {"read": 3, "new": 1, "held": 1, "unchanged": 1}
    assert reasons(report)[0][1] == 2
    assert "Row 1 of this file" in reasons(report)[0][3]
    assert rows("SELECT participation FROM care_review") == [("PN1",)]


def test_an_episode_that_ends_before_it_begins_waits(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    report = load([write("2022-23", episodes=text(EPISODES, episode("1", "01/06/2022", "01/05/2022")))])
    assert reasons(report)[0][2] == "DEC"
    assert "01/05/2022" in reasons(report)[0][3]
    assert rows("SELECT count(*) FROM care_episode") == [(0,)]


def test_a_row_that_a_worker_settled_is_told_no_more(write: Write, rows: Rows) -> None:
    from django.db import connection

    from kith.core.acting import acting
    from kith.returns.load import load, loader

    folder = write(
        "2022-23",
        episodes=text(EPISODES, episode("1", "01/05/2022"), episode("1", "01/06/2022", "01/07/2022")),
    )
    load([folder])
    with acting(loader()), connection.cursor() as cursor:
        cursor.execute("UPDATE returns_stagedrow SET settlement = 'rejected', settled_at = now()")
    assert counts(load([folder])) == {"read": 2, "unchanged": 2}


def test_what_a_worker_wrote_stays_and_the_difference_is_listed_once(write: Write, rows: Rows) -> None:
    from django.db import connection

    from kith.core.acting import acting
    from kith.returns.load import load, loader

    folder = write("2022-23", episodes=text(EPISODES, episode("1", "01/05/2022")))
    load([folder])
    with acting(loader()), connection.cursor() as cursor:
        cursor.execute("UPDATE care_episode SET source = 'worker', placement_type = 'U1'")
    for _ in range(2):
        report = load([folder])
        assert counts(report) == {"read": 1, "held": 1}
        assert reasons(report)[0][2] == "PLACE"
    assert rows("SELECT placement_type, source FROM care_episode") == [("U1", "worker")]
    assert rows("SELECT field, recorded, given FROM returns_difference") == [("placement_type", "U1", "U4")]
