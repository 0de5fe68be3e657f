"""A child lives there already when the register comes to refuse the home: marked, and told to the director at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kith.care.models import Stay, StayPlace
from kith.homes import actions as homes
from kith.homes.models import Home
from tests.access.tries import reads
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.homes import register
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
TOLD = "A child slept where no child should"


class There:
    """Robin has lived in a home of the register for a month; it was lawful when he came."""

    def __init__(self, kind: str = "residential") -> None:
        self.child, self.worker = child_and_worker()
        self.home: Home = register.a_home(kind, name="Harbour View", places=3)
        came(self.worker, self.child, days_ago(30), kind="K2" if kind == "residential" else "U6")
        stay = Stay.objects.using(make.OWNER).get(person=self.child)
        StayPlace.objects.using(make.OWNER).filter(stay=stay).delete()
        StayPlace.objects.using(make.OWNER).create(stay=stay, person=self.child, home=self.home.id)
        self.director = make.account("director")
        self.manager = make.account("manager")
        assert stay.unlawful == []
        assert TOLD not in self.told()

    def told(self) -> str:
        return words_of(signed_in(self.director).get("/"))

    def page(self) -> str:
        return words_of(signed_in(self.worker).get(f"/people/{self.child.id}/in-care/"))


def ended(there: There) -> None:
    doing(there.worker, homes.end_registration, home=there.home.id, on=days_ago(0))


def suspended(there: There) -> None:
    doing(there.worker, homes.end_registration, home=there.home.id, on=days_ago(0), suspended=True)


def barred(there: There) -> None:
    doing(
        there.worker,
        homes.exclude,
        home=there.home.id,
        what_says_so="ofsted",
        said="No child.",
        starts_on=days_ago(0),
    )


def for_none(there: There) -> None:
    doing(
        there.manager,
        homes.approve_carers,
        home=there.home.id,
        starts_on=days_ago(0),
        places=0,
        why="An enquiry.",
    )


def ran_out(there: There) -> None:
    there.home.registrations.using(make.OWNER).update(ends_on=days_ago(0))


@pytest.mark.parametrize(
    ("kind", "happens", "says"),
    [
        ("residential", ended, "the home is not registered"),
        ("residential", suspended, "the home is not registered"),
        ("residential", ran_out, "the home is not registered"),
        ("residential", barred, "the home is not registered"),
        ("foster", for_none, "the carers are not approved for this child"),
        ("foster", barred, "the carers are not approved for this child"),
    ],
)
def test_the_director_is_told_the_same_day_and_the_childs_page_marks_it(
    kith_database: None, kind: str, happens: Callable[[There], Any], says: str
) -> None:
    there = There(kind)
    happens(there)
    told = there.told()
    assert TOLD in told
    assert says in told
    assert "Robin" not in told
    assert "Harbour View" not in told
    page = there.page()
    assert "should not be" in page
    assert says.capitalize() in page


def test_what_is_made_right_is_told_four_weeks_more_and_marks_no_page(kith_database: None) -> None:
    there = There()
    register.lawfully(there.home, places=3)
    there.home.registrations.using(make.OWNER).all().update(ends_on=days_ago(10))
    assert "since" in there.page()
    terms = {"urn": "SC990123", "places": 3, "starts_on": days_ago(2)}
    doing(there.worker, homes.register_home, home=there.home.id, **terms)
    assert "should not be" not in there.page()
    assert TOLD in there.told()
    first, until = nights(there)
    assert (first, until) == (days_ago(10), days_ago(2))


def nights(there: There) -> tuple[Any, ...]:
    asked = "SELECT lower(nights), upper(nights) FROM care_homes_unlawful(NULL)"
    (found,) = reads(there.worker, asked)
    return tuple(found)


def test_of_a_record_kept_among_few_the_director_is_told_that_there_is_one(kith_database: None) -> None:
    there = There()
    ended(there)
    make.restricted(there.child)
    told = there.told()
    assert TOLD in told
    assert "The record is kept among few" in told
    assert str(there.child.id) not in signed_in(there.director).get("/").content.decode()


def test_it_goes_by_what_the_caller_may_read(kith_database: None) -> None:
    there = There()
    ended(there)
    asked = "SELECT stay FROM care_homes_unlawful(NULL)"
    assert len(reads(there.worker, asked)) == 1
    for role in ("social_worker", "partner", "school", "parent", "young_person", "carer"):
        assert reads(make.account(role), asked) == [], role
