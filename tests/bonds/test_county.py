"""The figure of a county, night by night, and what leaders see of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kith.bonds.queries.county import apart_each_night
from kith.core.acting import acting
from kith.core.actor import Actor
from tests.bonds.home import Home, ago, sleeps, today
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def counted(first: int, last: int) -> list[tuple[int, int]]:
    from kith.law.tasks import COUNTER

    with worker_login(), acting(COUNTER):
        return [(each.known, each.apart) for each in apart_each_night(ago(first), ago(last))]


def test_every_night_counts_whoever_has_a_brother_or_sister_in_care_and_who_lives_apart(
    kith_database: None,
) -> None:
    home = Home()
    # A fortnight that no other test's children share.
    long_ago = 9_000
    sleeps(home.child, ago(long_ago), ago(long_ago - 14))
    sleeps(home.brother, ago(long_ago - 2), ago(long_ago - 5))
    sleeps(home.brother, ago(long_ago - 5), ago(long_ago - 9), postcode="ZZ9 9ZZ")
    alone = make.person("Only")
    sleeps(alone, ago(long_ago), ago(long_ago - 14))
    expected = [(0, 0)] * 2 + [(2, 0)] * 3 + [(2, 2)] * 4 + [(0, 0)] * 2
    assert counted(long_ago, long_ago - 11) == expected
    # A night in the middle of a run is counted as the run is.
    assert counted(long_ago - 6, long_ago - 7) == [(2, 2)]


def test_a_worker_counts_only_whose_records_are_open(kith_database: None) -> None:
    home = Home()
    sleeps(home.child, ago(5))
    sleeps(home.brother, ago(5), postcode="ZZ9 9ZZ")
    with acting(make.actor(home.lead)):
        (night,) = apart_each_night(today() - timedelta(days=1), today())
    assert (night.known, night.apart, night.in_a_hundred) == (2, 2, 100)
    stranger = make.account("analyst")
    with acting(Actor(stranger.id, "analyst")):
        (night,) = apart_each_night(today() - timedelta(days=1), today())
    assert (night.known, night.apart, night.in_a_hundred) == (0, 0, 0)
