"""The boy in care of the demo, and whom he found again: as his sign-in and his worker read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.demo.loading.conftest import Rows
from tests.demo.loading.test_its_new_rooms import asks

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]


def test_he_reads_whom_he_found_and_not_a_word_of_where(make: Make, rows: Rows) -> None:
    make()
    mine = asks(
        "in-care", "SELECT name, stands, why <> '' AND look_again_on IS NOT NULL FROM bonds_my_links()", rows
    )
    assert mine == [("Coach Mo", "met", False), ("Uncle Dean", "not_safe", True)]
    read: list[Any] = asks("in-care", "SELECT * FROM bonds_my_links()", rows)
    assert "under-tens" not in str(read)
    assert asks("in-care", "SELECT 1 FROM bonds_linkperson", rows) == []
    (before, after) = asks("in-care", 'SELECT count(*) FROM bonds_linkdrawn GROUP BY "when" ORDER BY 1', rows)
    assert (before[0], after[0]) == (4, 6)
    bond = (
        "SELECT name FROM bonds_lifelongbond WHERE child_chose_on IS NOT NULL AND other_chose_on IS NOT NULL"
    )
    assert asks("in-care", bond, rows) == [("Coach Mo",)]


def test_one_return_home_lasted_its_year_and_one_did_not(make: Make, rows: Rows) -> None:
    make()
    ways = rows(
        "SELECT came_of_it, ended_on >= home_on + 365, skipped <> '' FROM bonds_goinghome ORDER BY home_on"
    )
    assert ways == [("lasted", True, False), ("came_back", False, True)]
    again = rows(
        "SELECT count(*) FROM bonds_goinghome w"
        " JOIN care_episode e ON e.person_id = w.child_id AND e.started_on = w.ended_on"
        " WHERE w.came_of_it = 'came_back' AND e.reason_new_episode = 'S'"
    )
    assert again == [(1,)]
    told = rows(
        "SELECT kind, count(*) FROM bonds_bondfact WHERE starts_with(kind, 'home') GROUP BY 1 ORDER BY 1"
    )
    assert told == [("home_again", 2), ("home_looked", 7)]


def test_he_reads_the_plan_that_was_shown_to_him_and_when_his_worker_came(make: Make, rows: Rows) -> None:
    make()
    parts = asks("in-care", "SELECT body ->> 'part' FROM care_my_care() WHERE what = 'part' ORDER BY 1", rows)
    assert [part for (part,) in parts] == ["family", "if_wrong", "permanence"]
    agreed = asks(
        "in-care",
        "SELECT p.text, e.facts -> 'sections' FROM story_passage p JOIN story_event e ON e.id = p.event_id"
        " WHERE e.kind = 'visit' AND e.title = 'A visit to Kian' ORDER BY e.happened_at",
        rows,
    )
    assert [(words.split()[0], parts) for words, parts in agreed] == [
        ("Kian", '["agreed"]'),
        ("The", '["agreed"]'),
    ]


def test_who_must_know_of_a_home_was_told_and_an_advocate_was_offered(make: Make, rows: Rows) -> None:
    make()
    found: dict[str, int] = dict(
        rows("SELECT kind, count(*) FROM care_carematter WHERE done_on IS NOT NULL GROUP BY 1")
    )
    assert found["detained"] == 1
    assert found["new_home"] >= found["advocate"] > 1
    told: dict[str, int] = dict(rows("SELECT kind, count(*) FROM care_carefact GROUP BY 1"))
    assert told["placement_notified"] == found["new_home"]
    assert told["detention_plan_made"] == 1
