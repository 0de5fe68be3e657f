"""The collection year is told, or said not to be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.returns.codes.windows import year_of
from kith.returns.reading.years import decide, said_by_dates, said_by_name
from tests.returns.reading.making_returns import (
    EPISODES,
    MISSING,
    TODAY,
    count,
    episode,
    missing,
    remarks,
    write,
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2017-18/episodes.csv", (2017, None)),
        ("x/ep_2017_2018.csv", (2017, None)),
        ("x/ep201718.csv", (2017, None)),
        ("x/2017-episodes.csv", (None, 2017)),
        ("2017-18/2018.csv", (2017, None)),
        ("2017-18/2021.csv", (None, 2021)),
        ("x/20170401.csv", (None, None)),
        ("x/2018-04.csv", (None, 2018)),
    ],
)
def test_names_say_a_year_outright_or_only_mention_one(
    name: str, said: tuple[int | None, int | None]
) -> None:
    assert said_by_name(name) == said


@pytest.mark.parametrize("name", ["2017-episodes.csv", "2018-episodes.csv", "episodes.csv", "2017-18.csv"])
def test_dates_settle_what_a_name_leaves_open(tmp_path: Path, name: str) -> None:
    write(tmp_path / "set" / name, EPISODES, *[episode(str(n)) for n in range(5)])
    (counted,) = count(tmp_path / "set").counts.values()
    assert counted.year == "2017-18"


def test_a_name_that_disagrees_with_its_dates_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "2021-22 episodes.csv", EPISODES, *[episode(str(n)) for n in range(5)])
    assert [c.year for c in count(path).counts.values()] == ["2017-18"]
    assert "name says 2021-22 but its dates lie in 2017-18" in remarks(path)


def test_a_year_that_cannot_be_told_is_said_and_the_rows_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "set" / "2018-missing.csv", MISSING, missing())
    (counted,) = count(path).counts.values()
    assert (counted.year, counted.yielded) == (None, 1)
    assert "may be 2017-18 or 2018-19" in remarks(path)


@pytest.mark.parametrize(("name", "says"), [("2009-10.csv", "from 2017-18 on"), ("2031-32.csv", "not begun")])
def test_a_year_too_early_or_not_begun_is_said(name: str, says: str) -> None:
    assert says in (decide(f"x/{name}", None, TODAY).remark or "")


def test_few_or_scattered_dates_tell_nothing() -> None:
    assert said_by_dates([dt.date(2017, 5, 1)] * 2) is None
    assert said_by_dates([dt.date(year, 5, 1) for year in range(2010, 2020)]) is None


def test_where_few_episodes_ceased_the_last_year_in_which_several_began_tells(tmp_path: Path) -> None:
    open_since = [episode(str(at), start=f"0{at}/05/2025", end="") for at in range(1, 4)]
    older = [episode(str(at), start="01/05/2019", end="") for at in range(4, 9)]
    slip = episode("9", start="01/05/2026", end="")
    write(tmp_path / "set" / "episodes.csv", EPISODES, *older, *open_since, slip)
    assert [each.year for each in count(tmp_path / "set").counts.values()] == ["2025-26"]
    (tmp_path / "set" / "episodes.csv").rename(tmp_path / "set" / "2026-27 episodes.csv")
    assert [each.year for each in count(tmp_path / "set").counts.values()] == ["2026-27"]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))
def test_a_collection_year_runs_from_april_to_march(day: dt.date) -> None:
    start = year_of(day)
    assert dt.date(start, 4, 1) <= day <= dt.date(start + 1, 3, 31)
