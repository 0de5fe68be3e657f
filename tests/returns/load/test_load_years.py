"""Several years make one history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.making import EPISODES, HEADER, REVIEWS, counts, episode, header, reasons, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]
Write = Callable[..., Path]
SPANS = "SELECT started_on::text, ceased_on::text FROM care_episode ORDER BY started_on, ceased_on"


def test_a_second_run_changes_nothing(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    folder = write(
        "2022-23",
        header=text(HEADER, header("1"), header("2", upn="A123456789012")),
        episodes=text(
            EPISODES, episode("1", "01/06/2022", "01/09/2022"), episode("1", "01/09/2022", why="P")
        ),
        reviews=text(REVIEWS, "1,05/05/2010,20/06/2022,PN1"),
    )
    first = load([folder])
    history = "SELECT (SELECT count(*) FROM care_episodeevent) + (SELECT count(*) FROM people_personevent)"
    before = (
        rows(history),
        rows("SELECT count(*) FROM story_event"),
        rows("SELECT count(*) FROM people_person"),
    )
    second = load([folder])
    assert counts(first) == {"read": 5, "new": 5}
    assert counts(second) == {"read": 5, "unchanged": 5}
    assert before == (
        rows(history),
        rows("SELECT count(*) FROM story_event"),
        rows("SELECT count(*) FROM people_person"),
    )


def test_a_later_year_closes_an_open_episode_and_the_history_keeps_what_was_thought(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    first = write("2021-22", episodes=text(EPISODES, episode("1", "01/06/2021")))
    later = write(
        "2022-23",
        episodes=text(
            EPISODES, episode("1", "01/06/2021", "04/08/2022"), episode("1", "04/08/2022", why="P")
        ),
    )
    report = load([later, first])
    assert [file["file"].rsplit("/", 1)[-1] for file in report["files"]] == ["episodes.csv", "episodes.csv"]
    assert counts(report) == {"read": 3, "new": 2, "changed": 1}
    assert rows(SPANS) == [("2021-06-01", "2022-08-04"), ("2022-08-04", None)]
    assert rows("SELECT ceased_on, reported_year FROM care_episodeevent") == [(None, "2021-22")]
    assert rows("SELECT pgh_context ->> 'role' FROM care_episodeevent") == [("loader",)]


def test_an_earlier_year_loaded_late_reopens_nothing(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    first = write("2021-22", episodes=text(EPISODES, episode("1", "01/06/2021")))
    later = write("2022-23", episodes=text(EPISODES, episode("1", "01/06/2021", "04/08/2022")))
    load([later])
    assert counts(load([first])) == {"read": 1, "unchanged": 1}
    assert rows(SPANS) == [("2021-06-01", "2022-08-04")]


def test_what_waited_behind_an_episode_left_open_loads_when_a_later_year_closes_it(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    first = write(
        "2021-22",
        episodes=text(
            EPISODES,
            episode("1", "01/06/2021"),
            episode("1", "10/09/2021", "12/12/2021", why="P", to="ZZ1 1ZZ"),
        ),
    )
    later = write("2022-23", episodes=text(EPISODES, episode("1", "01/06/2021", "10/09/2021")))
    alone = load([first])
    assert counts(alone) == {"read": 2, "new": 1, "held": 1}
    assert "no end date" in reasons(alone)[0][3]
    load([later])
    assert rows(SPANS) == [("2021-06-01", "2021-09-10"), ("2021-09-10", "2021-12-12")]
    assert rows("SELECT settlement FROM returns_stagedrow") == [("loaded",)]
    assert counts(load([first, later])) == {"read": 3, "unchanged": 3}


def test_years_given_together_end_as_years_given_one_by_one(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    years = [
        write("2020-21", episodes=text(EPISODES, episode("1", "01/05/2020"), episode("2", "02/05/2020"))),
        write(
            "2021-22",
            episodes=text(EPISODES, episode("1", "01/05/2020", "01/05/2021"), episode("2", "02/05/2020")),
        ),
        write("2022-23", episodes=text(EPISODES, episode("2", "02/05/2020", "02/05/2022"))),
    ]
    load(reversed(years))
    assert rows(SPANS) == [("2020-05-01", "2021-05-01"), ("2020-05-02", "2022-05-02")]
    assert counts(load(years)) == {"read": 5, "unchanged": 5}


def test_an_episode_of_one_day_and_the_next_one_that_day_are_both_kept(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    folder = write(
        "2022-23",
        episodes=text(
            EPISODES,
            episode("1", "01/06/2022", "01/06/2022"),
            episode("1", "01/06/2022", "09/06/2022", why="P"),
        ),
    )
    assert counts(load([folder])) == {"read": 2, "new": 2}
    assert counts(load([folder])) == {"read": 2, "unchanged": 2}
    assert rows("SELECT during::text FROM care_episode ORDER BY during") == [
        ("[2022-06-01,2022-06-09)",),
        (None,),
    ]
