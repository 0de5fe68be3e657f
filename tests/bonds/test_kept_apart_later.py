"""Somebody is kept apart only later: time that they were shown is gone at once; and no kind of release is forgotten."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from kith.access.apart import given_to
from kith.access.models.door import ReleasedKind
from kith.bonds import actions
from kith.core.acting import acting
from kith.pages.apart.given import kept_apart
from kith.people.actions import rule_who_may_know
from tests.bonds.home import today
from tests.bonds.test_time_is_safe import SHOWN, Times, places
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
# What is released by these and is held back by no search, and why.
NEEDS_NONE = {
    ReleasedKind.LETTER: "letters ask at each reading",
    ReleasedKind.DUTY: "a duty holds no words of anybody's",
    ReleasedKind.INVOLVEMENT: "a worker's name; whose are withheld from whom is asked where they are named",
}


@pytest.fixture
def times(kith_database: None) -> Times:
    return Times()


def keep_apart(times: Times, person: UUID) -> None:
    times.does(
        rule_who_may_know,
        person=person,
        other=times.dad.id,
        may=False,
        reason="He hurt her.",
        from_on=today(),
    )


def held(times: Times, person: UUID) -> list[tuple[str, bool]]:
    with acting(make.actor(times.lead)):
        return [(each.kind, each.held is not None) for each in given_to(person, times.dad.id)]


def test_a_father_who_is_kept_apart_from_the_child_keeps_neither_where_nor_when_nor_whom(
    times: Times,
) -> None:
    assert places(times.seen(times.father)) == ["The Gallery café"]
    keep_apart(times, times.child.id)
    assert times.seen(times.father).times == ()
    page = words_of(signed_in(times.father).get("/my/time/"))
    for word in ("Gallery", "Ada", "twice", "2 times"):
        assert word not in page
    assert held(times, times.child.id) == [("time", True)]
    # The worker reads what it was, not only that something of time was shown.
    with acting(make.actor(times.lead)):
        (line,) = kept_apart([times.child.id], times.child.id)[0].held
    assert line.words == "Together, 2 a month"


def test_kept_apart_from_the_mother_with_whom_the_child_lives_is_kept_apart_from_the_child(
    times: Times,
) -> None:
    for each in (times.mum, times.child):
        make.home(each, lines="9 Safe Street, Town", postcode="ZZ7 7ZZ")
    keep_apart(times, times.mum.id)
    assert times.seen(times.father).times == ()
    assert held(times, times.mum.id) == [("time", True)]


def test_kept_apart_from_somebody_who_is_not_of_it_it_stays(times: Times) -> None:
    make.home(times.mum, lines="9 Safe Street, Town", postcode="ZZ7 7ZZ")
    keep_apart(times, times.mum.id)
    assert places(times.seen(times.father)) == ["The Gallery café"]
    assert held(times, times.mum.id) == [("time", False)]


def test_the_childs_own_page_stays_as_it_was(times: Times) -> None:
    keep_apart(times, times.child.id)
    assert places(times.seen(times.young)) == ["The Gallery café"]


def test_whoever_decides_that_it_goes_on_takes_it_back_and_shows_it_anew(times: Times) -> None:
    keep_apart(times, times.child.id)
    facts: dict[str, Any] = {"plan": times.dads, "reader": times.dad.id}
    times.does(actions.take_back_time, **facts)
    times.does(actions.show_time, **facts, **SHOWN)
    assert places(times.seen(times.father)) == ["The Gallery café"]


def test_every_kind_of_release_is_looked_through_or_is_said_to_need_none(kith_database: None) -> None:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'access_item_gives_away'")
        ((source,),) = cursor.fetchall()
    looked = {kind for kind in ReleasedKind if f"'{kind.value}'" in source}
    assert looked | set(NEEDS_NONE) == set(ReleasedKind)
    assert not looked & set(NEEDS_NONE)
