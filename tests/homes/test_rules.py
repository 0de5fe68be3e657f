"""What the law refuses when a home is chosen: pure, so tried with anything that may come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.homes.rules import Coming, Lawfully, Lives, TermsOf, against, age_on

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
AGES = st.integers(0, 17)
OPEN = date(2000, 1, 1)
DAY = date(2026, 6, 1)


def home(kind: str = "foster", *, places: int = 3, ends_on: date | None = None, **more: object) -> Lawfully:
    terms = (TermsOf(OPEN, ends_on, places),)
    return replace(Lawfully(kind, OPEN, None, terms), **more)  # type: ignore[arg-type]


def codes(where: Lawfully, *children: Coming, day: date = DAY, **more: object) -> set[str]:
    return {each.code for each in against(where, children or [Coming(years=9)], day, **more)}  # type: ignore[arg-type]


@given(born=st.dates(date(2000, 1, 1), date(2030, 12, 31)), years=st.integers(1, 30))
def test_a_birthday_is_reached_with_its_day_and_not_the_night_before(born: date, years: int) -> None:
    try:
        birthday = born.replace(year=born.year + years)
    except ValueError:
        birthday = date(born.year + years, 3, 1)
    assert age_on(born, birthday) == years
    assert age_on(born, birthday - timedelta(days=1)) == years - 1


@given(day=DAYS)
def test_supported_accommodation_is_refused_until_the_night_of_the_sixteenth_birthday(day: date) -> None:
    born = date(day.year - 16, day.month, min(day.day, 28))
    birthday = date(day.year, born.month, born.day)
    place = home("supported", places=20)
    assert "under_16" in codes(place, Coming(born), day=birthday - timedelta(days=1))
    assert codes(place, Coming(born), day=birthday) == set()


@given(kind=st.sampled_from(["foster", "residential", "supported"]), day=DAYS)
def test_nobody_comes_to_a_home_for_children_on_their_eighteenth_birthday(kind: str, day: date) -> None:
    born = date(day.year - 18, day.month, min(day.day, 28))
    birthday = date(day.year, born.month, born.day)
    assert "adult" in codes(home(kind), Coming(born), day=birthday)
    assert codes(home(kind), Coming(born), day=birthday - timedelta(days=1)) == set()


@given(kind=st.sampled_from(["residential", "supported"]), day=DAYS, age=AGES)
def test_what_is_not_registered_is_refused_at_every_age_and_on_every_day(
    kind: str, day: date, age: int
) -> None:
    never, gone = home(kind, terms=()), home(kind, ends_on=day)
    assert "unregistered" in codes(never, Coming(years=age), day=day)
    assert "expired" in codes(gone, Coming(years=age), day=day)


@given(day=DAYS, age=AGES, sex=st.sampled_from(["", "F", "M"]), emergency=st.booleans())
def test_carers_approved_for_none_take_nobody_however_pressing(
    day: date, age: int, sex: str, emergency: bool
) -> None:
    assert "none" in codes(home(places=0), Coming(years=age, sex=sex), day=day, emergency=emergency)


@given(there=st.integers(0, 6), coming=st.integers(1, 4), places=st.integers(1, 9), related=st.booleans())
def test_more_than_three_are_brothers_and_sisters_or_are_refused(
    there: int, coming: int, places: int, related: bool
) -> None:
    family = uuid4()
    lives = [Lives(uuid4(), family if related else None) for _ in range(there)]
    come = [Coming(years=9, id=uuid4(), family=family) for _ in range(coming)]
    found = codes(home(places=places), *come, there=lives)
    alone_related = not there or related
    assert ("usual_limit" in found) == (there + coming > 3 and not alone_related)
    assert ("full" in found) == (there + coming > places)
    assert (found == set()) == (there + coming <= places and (there + coming <= 3 or alone_related))


def test_a_fourth_child_may_come_where_they_are_exempt_by_name() -> None:
    lives = [Lives(uuid4()) for _ in range(3)]
    child = Coming(years=9, id=uuid4())
    roomy = home(places=6)
    assert codes(roomy, child, there=lives) == {"usual_limit"}
    assert codes(replace(roomy, exempt=frozenset([_id(child)])), child, there=lives) == set()
    assert codes(replace(roomy, exempt=frozenset([uuid4()])), child, there=lives) == {"usual_limit"}


def test_twins_are_counted_as_two_and_kept_apart_as_people() -> None:
    family, born = uuid4(), date(2018, 2, 28)
    twins = [Coming(born, sex="F", id=uuid4(), family=family) for _ in range(2)]
    assert codes(home(places=1), *twins) == {"full"}
    assert codes(home(places=2), *twins) == set()


def test_outside_their_terms_carers_may_be_used_tonight_alone() -> None:
    babies = home(terms=(TermsOf(OPEN, None, 1, 0, 2),))
    assert codes(babies, Coming(years=9)) == {"age"}
    assert codes(babies, Coming(years=9), emergency=True) == set()
    assert codes(home("residential", terms=babies.terms), Coming(years=9), emergency=True) == {"age"}


@pytest.mark.parametrize(
    ("where", "code"),
    [
        (home(opened_on=date(2026, 6, 2)), "not_open"),
        (home(closed_on=DAY), "closed"),
        (home(barred="A court says so"), "barred"),
        (home(terms=(TermsOf(OPEN, None, 3, sex="M"),)), "sex"),
        (home("residential", terms=(TermsOf(OPEN, None, 3, suspended=True),)), "suspended"),
        (home(terms=()), "not_approved"),
        (home(ends_on=DAY), "approval_ended"),
    ],
)
def test_each_hard_rule_refuses_and_says_why(where: Lawfully, code: str) -> None:
    found = against(where, [Coming(years=9, sex="F")], DAY)
    assert [each.code for each in found] == [code]
    assert str(found[0]).endswith((".", "so"))


def test_the_last_terms_hold_and_those_of_another_time_do_not() -> None:
    terms = (TermsOf(OPEN, None, 1), TermsOf(date(2026, 5, 1), None, 2), TermsOf(date(2027, 1, 1), None, 0))
    twins = [Coming(years=3), Coming(years=3)]
    assert codes(home(terms=terms), *twins) == set()
    assert codes(home(terms=terms), *twins, day=date(2026, 4, 30)) == {"full"}
    assert codes(home(terms=terms), day=date(2027, 1, 1)) == {"none"}


def _id(child: Coming) -> UUID:
    assert child.id is not None
    return child.id
