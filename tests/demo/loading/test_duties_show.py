"""The demo says that its record is kept live, so the law may tell what is due and what was missed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest

from kith.demo.loading.care import homes_kept
from kith.demo.shapes import DemoEpisode
from tests.demo.loading.conftest import TODAY, Rows

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]
AsWorker = Callable[[], AbstractContextManager[None]]


def test_one_file_says_since_when_the_record_is_kept_live(make: Make, rows: Rows) -> None:
    from kith.returns.staging.coverage import LIVE

    make()
    assert rows(
        "SELECT kind, collection_year, rows_read FROM returns_loadedfile WHERE kind <> 'ssda903'"
    ) == [(LIVE, "2021-22", 0)]


def test_every_child_who_is_looked_after_has_a_duty_due(make: Make, as_worker: AsWorker, rows: Rows) -> None:
    from kith.core.acting import acting
    from kith.demo.loading.make import SERVICE
    from kith.law.due import open_obligations

    make()
    looked_after = {
        person
        for (person,) in rows(
            "SELECT DISTINCT person_id FROM care_episode WHERE ceased_on IS NULL"
            " AND legal_status NOT IN ('V3', 'V4')"
        )
    }
    assert len(looked_after) > 5
    with as_worker(), acting(SERVICE, read_only=True):
        found = open_obligations(sorted(looked_after), as_at=TODAY)
    due = [one for one in found if one.state == "due"]
    assert {one.person for one in due} == looked_after
    assert len(due) > len(found) / 2, "most of what is open is not late"


def test_a_home_is_the_one_before_by_postcode_and_number_whatever_the_order_of_the_episodes() -> None:
    def stay(month: int, home: str, *, status: str = "C2", child: int = 1) -> DemoEpisode:
        start, end = date(2024, month, 1), date(2024, month + 1, 1)
        codes = ("P", status, "N1", "U1", "PR1", end, "X1", "", "KH9 9AA", home, "")
        return DemoEpisode(UUID(int=child), start, *codes, 1.0, True, None, None)

    told = [
        stay(3, "KH2 2AA"),
        stay(1, "KH1 1AA"),
        stay(2, "KH1 1AA"),
        stay(2, "KH1 1AA", child=2),
        stay(4, "KH1 1AA", status="V3"),
        stay(5, "KH2 2AA"),
    ]
    assert homes_kept(told) == [False, None, True, None, None, True]
