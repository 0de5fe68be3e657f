"""What a person's page calls home, and the warning that where they live is kept safe."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.people.models import Address, Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
KEPT_SAFE = "Where they live is kept safe"


@pytest.fixture
def child() -> Person:
    return make.person("Ada")


@pytest.fixture
def manager(child: Person) -> Account:
    """One who may know a protected address."""
    made = make.account("manager")
    make.involved(made, child)
    return made


def address(
    child: Person, lines: str, kind: str, *, since: int, until: int | None = None, protected: bool = False
) -> None:
    """An address from and up to so many days from today."""
    today = timezone.localdate()
    first, last = (None if days is None else today + timedelta(days=days) for days in (since, until))
    Address.objects.using(make.OWNER).create(
        person=child, lines=lines, kind=kind, protected=protected, during=DateRange(first, last, "[)")
    )


def page(child: Person, manager: Account) -> str:
    return words_of(signed_in(manager).get(f"/people/{child.id}/"))


def test_where_letters_go_is_no_home_and_hides_no_warning(child: Person, manager: Account) -> None:
    make.home(child, "1 Hidden Lane", protected=True)
    address(child, "2 Letter Street", "correspondence", since=-10)
    words = page(child, manager)
    assert KEPT_SAFE in words
    assert "1 Hidden Lane" in words
    assert "2 Letter Street" not in words


def test_a_home_that_begins_next_month_is_no_home_yet(child: Person, manager: Account) -> None:
    address(child, "1 Hidden Lane", "home", since=-100, until=30, protected=True)
    address(child, "3 New Road", "home", since=30)
    words = page(child, manager)
    assert KEPT_SAFE in words
    assert "1 Hidden Lane" in words
    assert "3 New Road" not in words


def test_any_protected_address_that_is_not_over_warns(child: Person, manager: Account) -> None:
    make.home(child, "4 Open Road")
    assert KEPT_SAFE not in page(child, manager)
    address(child, "5 Refuge", "staying", since=7, protected=True)
    assert KEPT_SAFE in page(child, manager)


def test_one_that_is_over_warns_no_more(child: Person, manager: Account) -> None:
    address(child, "6 Old Road", "staying", since=-100, until=-1, protected=True)
    make.home(child, "4 Open Road")
    words = page(child, manager)
    assert "4 Open Road" in words
    assert KEPT_SAFE not in words


def test_staying_somewhere_for_now_is_shown_where_there_is_no_home(child: Person, manager: Account) -> None:
    address(child, "7 Sofa Street", "staying", since=-3)
    assert "7 Sofa Street" in page(child, manager)
    Address.objects.using(make.OWNER).update(during=DateRange(date(2020, 1, 1), date(2020, 2, 1), "[)"))
    assert "7 Sofa Street" not in page(child, manager)
