"""Two linked years that hold every kind of contradiction, and the counts that `kith load` prints of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.command import kith_load
from tests.returns.load.making import EPISODES, HEADER, REVIEWS, episode, header, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]

FIRST_YEAR = [
    # Across: the second began before the first had ended, and outlasted it.
    episode("1", "01/05/2021", "01/08/2021"),
    episode("1", "01/07/2021", "01/12/2021"),
    # Inside: the second began and ended within the first.
    episode("2", "01/05/2021", "01/12/2021"),
    episode("2", "01/07/2021", "01/08/2021"),
    # Both began on one day: two rows about one episode.
    episode("3", "01/05/2021", "01/08/2021"),
    episode("3", "01/05/2021", "01/12/2021"),
    # The first is still open in this year's file; the next year's ends it when the second began, and both load.
    episode("4", "01/05/2021"),
    episode("4", "01/07/2021", "01/12/2021"),
    # Both still open: nothing ever parts them.
    episode("5", "01/05/2021"),
    episode("5", "01/07/2021"),
    # One of the two is a short break.
    episode("6", "01/05/2021", "01/12/2021"),
    episode("6", "01/07/2021", "03/07/2021", status="V4"),
    # Dates that run backwards.
    episode("7", "01/08/2021", "01/07/2021"),
]
SECOND_YEAR = [
    episode("4", "01/05/2021", "01/07/2021"),
    episode("5", "01/05/2021"),
    episode("5", "01/07/2021"),
]
BECAUSE = {
    "overlaps another: that one has no end date, so it is still going on": 2,
    "overlaps another: this one lies wholly within that one": 2,
    "overlaps another: that one had not ended when this one began": 1,
    "its dates run backwards": 1,
    "two rows of a file tell of one fact, and differ": 2,
}


@pytest.fixture
def years(tmp_path: Path) -> Path:
    for year, born, rows in (("2021-22", "05/05/2010", FIRST_YEAR), ("2022-23", "05/05/2010", SECOND_YEAR)):
        folder = tmp_path / year
        folder.mkdir()
        (folder / "episodes.csv").write_text(text(EPISODES, *rows))
        (folder / "header.csv").write_text(text(HEADER, *(header(str(child), born) for child in range(1, 8))))
    (tmp_path / "2021-22" / "reviews.csv").write_text(
        text(REVIEWS, "1,05/05/2010,20/06/2021,PN1", "1,05/05/2010,20/06/2021,PN7")
    )
    return tmp_path


def test_every_kind_is_counted_and_again_the_same_rows_wait(years: Path) -> None:
    ran = kith_load(years)
    assert ran.status == 0
    assert {
        name: ran.total(name) for name in ("read", "new", "changed", "unchanged", "held", "refused")
    } == TOTALS
    assert ran.report["held_because"] == BECAUSE
    assert sum(BECAUSE.values()) == TOTALS["held"] == len(ran.report["held"])
    again = kith_load(years)
    assert (again.total("new"), again.total("changed"), again.total("held")) == (0, 0, TOTALS["held"])
    assert again.report["held_because"] == BECAUSE


TOTALS = {"read": 32, "new": 15, "changed": 1, "unchanged": 8, "held": 8, "refused": 0}


def test_the_screen_says_how_many_wait_for_each_reason(years: Path) -> None:
    said = kith_load(years, output="text").out
    for why, count in BECAUSE.items():
        assert f"held: {count} {'row' if count == 1 else 'rows'}: {why}\n" in said


def test_only_the_pair_that_a_later_file_parted_is_in_the_record_on_both_sides(
    years: Path, rows: Rows
) -> None:
    kith_load(years)
    assert rows(
        "SELECT i.value, count(*) FROM care_episode e JOIN people_identifier i ON i.person_id = e.person_id"
        " AND i.scheme = 'local' GROUP BY 1 ORDER BY 1"
    ) == [(str(child), 1) for child in range(1, 4)] + [("4", 2), ("5", 1), ("6", 1)]
