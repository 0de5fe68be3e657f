"""Going home and staying home: worked by hand, by age at the return and time in care, and none of a few families."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.insight.home import Homecomings, homecomings, shown
from kith.people.models import Person
from tests.bonds.home import sleeps
from tests.insight.county import DAY
from tests.insight.test_each_measure import found, states
from tests.support import make
from tests.support.visit import signed_in, words_of


def returned(
    came: date, went: date, born: date = date(2014, 5, 1), *, again: date | None = None, how: str = "E4A"
) -> Person:
    child = make.person("Cy", born=born)
    sleeps(child, came, went, reason_new_episode="S", reason_ceased=how)
    if again is not None:
        sleeps(child, again, reason_new_episode="S")
    return child


@pytest.mark.database
def test_a_return_counts_when_a_year_is_over_and_by_what_came_of_it(kith_database: None) -> None:
    went = DAY - timedelta(days=380)
    came = went - timedelta(days=200)
    stayed = returned(came, went)
    back = returned(came, went, again=went + timedelta(days=364), how="E4B")
    late = returned(came, went, again=went + timedelta(days=366))
    # Neither a return of less than a year ago, nor one who was 18 within it, nor another end.
    returned(came, DAY - timedelta(days=300))
    returned(came, went, born=went.replace(year=went.year - 17, month=1, day=2))
    returned(came, went, how="E11")
    counted = sorted((state, str(person)) for state, person in found("home"))
    assert counted == sorted(
        (state, str(one.id)) for state, one in (("stayed", stayed), ("back", back), ("stayed", late))
    )


@pytest.mark.database
def test_a_night_of_a_short_break_is_no_coming_back(kith_database: None) -> None:
    went = DAY - timedelta(days=380)
    child = returned(went - timedelta(days=90), went)
    sleeps(
        child, went + timedelta(days=30), went + timedelta(days=31), legal_status="V3", reason_new_episode="S"
    )
    assert states("home") == ["stayed"]


@pytest.mark.database
def test_the_database_counts_by_age_and_by_time_in_care_for_those_who_answer_for_all(
    kith_database: None,
) -> None:
    today = timezone.localdate()
    went = today - timedelta(days=500)
    for n in range(7):
        # Seven of nine years, in care for a year and a half; one of them came back after 100 days.
        again = went + timedelta(days=100) if n == 0 else None
        returned(went - timedelta(days=550), went, went - timedelta(days=9 * 366), again=again)
    returned(went - timedelta(days=100), went, went - timedelta(days=200), again=went + timedelta(days=9))
    director = make.account("director")
    span = today - timedelta(days=1500), today - timedelta(days=365)

    def rows(role: str) -> list[tuple[str, str, str, int]]:
        from django.db import connection

        with (
            acting(make.actor(director if role == "director" else make.account(role))),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT by, key, state, returns FROM insight_home(%s, %s) ORDER BY 1, 2, 3", span)
            return [(by, key, state, n) for by, key, state, n in cursor.fetchall()]

    assert rows("director") == [
        ("age", "0", "back", 1), ("age", "5", "back", 1), ("age", "5", "stayed", 6),
        ("time", "0", "back", 1), ("time", "12", "back", 1), ("time", "12", "stayed", 6),
        ("total", "", "back", 2), ("total", "", "stayed", 6),
    ]  # fmt: skip
    assert rows("manager") == []
    assert rows("social_worker") == []
    with acting(make.actor(director)):
        # Two families came back: neither the whole nor any line may be shown.
        few = homecomings(*span)
    assert (few.total.stayed, few.total.back) == (None, None)
    assert {each.stayed for each in (*few.ages, *few.times)} == {None}
    page = words_of(signed_in(director).get("/insight/going-home/"))
    assert "How it is counted" in page
    assert "of the whole council" in words_of(signed_in(make.account("manager")).get("/insight/going-home/"))


def county(**ages: tuple[int, int]) -> Homecomings:
    """Lines of ages by (stayed, back), each return of a family of its own; all with one time in care."""
    rows = [
        ("age", key.removeprefix("a"), state, n, n)
        for key, both in ages.items()
        for state, n in zip(("stayed", "back"), both, strict=True)
    ]
    stayed, back = (sum(both[i] for both in ages.values()) for i in (0, 1))
    whole = [
        (by, key, state, n, n)
        for by, key in (("total", ""), ("time", "0"))
        for state, n in (("stayed", stayed), ("back", back))
    ]
    return shown([*rows, *whole])


def test_rates_stand_where_nobody_can_be_told() -> None:
    seen = county(a1=(40, 20), a5=(60, 20), a10=(30, 30))
    assert [(each.name, each.of_100) for each in seen.ages] == [
        ("1 to 4", 67),
        ("5 to 9", 75),
        ("10 to 15", 50),
    ]
    assert (seen.total.stayed, seen.total.back, seen.total.of_100) == (130, 70, 65)


def test_a_line_of_a_few_is_hidden_and_another_with_it() -> None:
    seen = county(a1=(40, 3), a5=(60, 20), a10=(30, 30))
    hidden = {each.name for each in seen.ages if each.stayed is None}
    assert "1 to 4" in hidden
    assert len(hidden) >= 2
    assert seen.total.of_100 == 71


def test_all_of_a_few_families_alike_are_hidden_too() -> None:
    seen = county(a1=(4, 0), a5=(60, 20), a10=(30, 30))
    assert next(each.stayed for each in seen.ages if each.name == "1 to 4") is None
