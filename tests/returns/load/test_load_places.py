"""Where a home is goes beside the episode, and the episode says whether the home is the one before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.making import EPISODES, counts, episode, reasons, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]
Write = Callable[..., Path]
KEPT = "SELECT same_home_as_before FROM care_episode ORDER BY started_on, ceased_on"
HISTORY = (
    "SELECT (SELECT count(*) FROM care_episodeevent), (SELECT count(*) FROM care_episodeplaceevent),"
    " (SELECT count(*) FROM care_episodeplace)"
)


def stays(*homes: str) -> str:
    """Episodes of one child, a month each from June 2022, in these homes; a hyphen is no postcode."""
    rows = [
        episode("1", f"01/{5 + n:02d}/2022", f"01/{6 + n:02d}/2022", why="P", to=home)
        for n, home in enumerate(homes, 1)
    ]
    return text(EPISODES, *rows).replace(",-,", ",,")


def write_by_hand(sql: str) -> None:
    from django.db import connection

    from kith.core.acting import acting
    from kith.returns.load import loader

    with acting(loader()), connection.cursor() as cursor:
        cursor.execute(sql)


def test_each_episode_says_whether_the_home_is_the_one_before(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    folder = write("2022-23", episodes=stays("KH1 1AD", "KH1 1AD", "KH2 2AD", "-", "KH2 2AD"))
    load([folder])
    assert rows(KEPT) == [(None,), (True,), (False,), (None,), (None,)]
    assert rows(HISTORY) == [(0, 0, 5)]
    assert counts(load([folder])) == {"read": 5, "unchanged": 5}
    assert rows(HISTORY) == [(0, 0, 5)]


def test_a_corrected_postcode_is_a_change_with_history_and_the_neighbour_is_told(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    load([write("first", **{"2022-23_episodes": stays("KH1 1AD", "KH2 2AD", "KH3 3AD")})])
    corrected = write("then", **{"2022-23_episodes": stays("KH1 1AD", "KH3 3AD", "KH3 3AD")})
    assert counts(load([corrected])) == {"read": 3, "changed": 1, "unchanged": 2}
    assert rows("SELECT placement_postcode FROM care_episodeplaceevent") == [("KH2 2AD",)]
    assert rows(KEPT) == [(None,), (False,), (True,)]
    assert counts(load([corrected])) == {"read": 3, "unchanged": 3}


def test_an_earlier_year_loaded_late_moves_nobody(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2022-23", episodes=stays("KH1 1AD"))])
    assert counts(load([write("2021-22", episodes=stays("KH9 9AD"))])) == {"read": 1, "unchanged": 1}
    assert rows("SELECT placement_postcode FROM care_episodeplace") == [("KH1 1AD",)]


def test_a_short_break_is_nobody_s_home_before(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    inside = [
        episode("1", "01/06/2022", "01/07/2022", to="KH1 1AD"),
        episode("1", "01/07/2022", "03/07/2022", status="V3", why="P", to="KH2 2AD"),
        episode("1", "03/07/2022", why="P", to="KH1 1AD"),
    ]
    load([write("2022-23", episodes=text(EPISODES, *inside))])
    assert rows(KEPT) == [(None,), (None,), (True,)]


@pytest.mark.parametrize("which", ["care_episodeplace", "care_episode"])
def test_where_somebody_wrote_otherwise_it_stays_and_the_difference_is_listed(
    write: Write, rows: Rows, which: str
) -> None:
    from kith.returns.load import load

    folder = write("2022-23", episodes=stays("KH1 1AD", "KH1 1AD"))
    load([folder])
    write_by_hand("UPDATE care_episodeplace SET placement_postcode = 'KH5 5AD'")
    write_by_hand(f"UPDATE {which} SET source = 'worker'")
    for _ in range(2):
        report = load([folder])
        assert counts(report) == {"read": 2, "held": 2}
        assert reasons(report)[0][2] == "PL_POST"
    assert rows("SELECT DISTINCT placement_postcode FROM care_episodeplace") == [("KH5 5AD",)]
    listed = rows(
        "SELECT d.fact_table, d.field FROM returns_difference d JOIN care_episodeplace b ON b.id = d.fact"
    )
    assert listed == 2 * [("care_episodeplace", "placement_postcode")]


def test_an_episode_that_a_worker_wrote_without_a_place_gets_none_from_a_file(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    folder = write("2022-23", episodes=stays("KH1 1AD"))
    load([folder])
    write_by_hand("DELETE FROM care_episodeplace")
    assert counts(load([folder])) == {"read": 1, "changed": 1}
    write_by_hand("DELETE FROM care_episodeplace")
    write_by_hand("UPDATE care_episode SET source = 'worker'")
    assert counts(load([folder])) == {"read": 1, "held": 1}
    assert rows("SELECT count(*) FROM care_episodeplace") == [(0,)]
    assert ("care_episodeplace", "urn", "", "1234567") in rows(
        "SELECT fact_table, field, recorded, given FROM returns_difference"
    )


def test_what_waited_in_staging_brings_its_place_when_it_loads(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    open_one = episode("1", "01/06/2021", to="KH1 1AD")
    waits = episode("1", "10/09/2021", "12/12/2021", why="P", to="KH1 1AD")
    load([write("2021-22", episodes=text(EPISODES, open_one, waits))])
    closed = episode("1", "01/06/2021", "10/09/2021", to="KH1 1AD")
    load([write("2022-23", episodes=text(EPISODES, closed))])
    assert rows("SELECT placement_postcode FROM care_episodeplace") == 2 * [("KH1 1AD",)]
    assert rows(KEPT) == [(None,), (True,)]
