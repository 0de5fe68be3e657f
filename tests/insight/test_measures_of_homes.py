"""What leaders see of children in care and of homes: one fact of each state, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from psycopg.types.range import DateRange

from kith.people.models import Person
from tests.insight.county import DAY
from tests.insight.test_each_measure import ON, put, states
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("kith_database")]


def episode(child: Person, began: date, until: date | None = None, **facts: Any) -> Any:
    from kith.care.models import Episode

    told = {
        "legal_status": "C2",
        "placement_type": "U6",
        "reason_new_episode": "S",
        "provider": "PR1",
    } | facts
    return put(
        Episode, person=child, started_on=began, ceased_on=until, during=DateRange(began, until, "[)"), **told
    )


def test_who_moved_once_twice_or_never_and_a_new_law_is_no_move() -> None:
    never, once, twice = (make.person(name) for name in ("Ada", "Bo", "Cy"))
    began = ON - timedelta(days=300)
    law = ON - timedelta(days=100)
    episode(never, began, law)
    episode(never, law, reason_new_episode="L")
    for child, moves in ((once, 1), (twice, 2)):
        days = [began, *(ON - timedelta(days=40 * n) for n in range(moves, 0, -1)), None]
        for n, (start, stop) in enumerate(pairwise(days)):
            assert start is not None
            episode(child, start, stop, reason_new_episode="P" if n else "S")
    assert states_of_last("moves") == ["more", "none", "one"]


def states_of_last(code: str) -> list[str]:
    from kith.core.acting import acting
    from kith.insight.counted import facts
    from kith.insight.measures import BY_CODE
    from kith.law.tasks import COUNTER
    from tests.support.worker import worker_login

    with worker_login(), acting(COUNTER):
        found = facts(BY_CODE[code], DAY)
    last = max(each.quarter for each in found)
    return sorted(each.state for each in found if each.quarter == last)


def test_near_is_within_twenty_miles_of_the_home_that_care_began_from() -> None:
    from kith.care.models import EpisodePlace

    # KH14 and KH10 lie at two ends of the invented county; ZZ is no postcode at all.
    for where, home in (
        ("KH1 2AA", "KH1 1AA"),
        ("KH2 1AA", "KH1 1AA"),
        ("KH10 9AA", "KH14 9AA"),
        ("", "KH1 1AA"),
        ("ZZ1 1AA", "KH1 1AA"),
    ):
        child = make.person("Ada")
        first = episode(child, ON - timedelta(days=60), ON)
        put(EpisodePlace, episode=first, person=child, home_postcode=home, placement_postcode="KH10 9AA")
        second = episode(child, ON, reason_new_episode="P")
        put(EpisodePlace, episode=second, person=child, placement_postcode=where)
    episode(make.person("At home"), ON, placement_type="P1")
    assert states_of_last("near") == ["away", "near", "near", "unknown", "unknown"]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        # 20.6 miles, by the invented grid.
        ("KH1 1AA>KH11 2AA", "away"),
        ("KH1 1AA>KH1 1AB", "near"),
        ("KH1 1AA>no", "unknown"),
        ("unknown", "unknown"),
    ],
)
def test_how_far_is_told_by_the_middles_of_two_postcodes(told: str, state: str) -> None:
    from kith.insight.distance import settle

    assert settle(told) == state


def test_everybody_somebody_or_nobody_was_thought_of_before_a_stranger() -> None:
    from kith.kinship.models import Exploration, Explored

    def named(child: Person, **facts: Any) -> Any:
        return put(Exploration, child=child, name="Nan", recorded_at=aware(ON - timedelta(days=9)), **facts)

    asked, half, nobody, kin = (make.person(name) for name in ("Ada", "Bo", "Cy", "Di"))
    put(Explored, exploration=named(asked), outcome="no", on=ON - timedelta(days=3))
    named(asked, may_ask="never")
    put(Explored, exploration=named(half), outcome="asked", on=ON + timedelta(days=1))
    for child in (asked, half, nobody):
        episode(child, ON)
    episode(kin, ON, placement_type="U3")
    assert states("explored") == ["all", "nobody", "some"]


def aware(day: date) -> Any:
    from datetime import UTC, datetime

    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_a_night_where_no_child_should_sleep_is_counted_while_it_lasts_and_after() -> None:
    from kith.care.models import Slept

    well, was, still = (make.person(name) for name in ("Ada", "Bo", "Cy"))
    for child in (well, was, still):
        episode(child, ON - timedelta(days=5))
    put(Slept, person=was, first_on=ON, last_on=ON, unlawful=["unregistered"], chosen_by="Duty")
    put(Slept, person=still, first_on=ON, unlawful=["unregistered"], chosen_by="Duty")
    assert states_of_last("unlawful") == ["is", "none", "was"]


def test_nights_in_a_home_that_lost_its_registration_count_though_nobody_marked_them() -> None:
    from kith.care.models import Stay, StayPlace
    from tests.homes import register

    was_, still = (make.person(name) for name in ("Ada", "Bo"))
    for child, until in ((was_, ON + timedelta(days=4)), (still, None)):
        home = register.a_home("residential")
        home.registrations.using(make.OWNER).update(ends_on=ON + timedelta(days=2))
        episode(child, ON - timedelta(days=5), None)
        nights = DateRange(ON - timedelta(days=5), until, "[)")
        stay = put(
            Stay, person=child, kind="K2", began_on=ON - timedelta(days=5), ended_on=until, during=nights
        )
        put(StayPlace, stay=stay, person=child, home=home.id)
    assert states_of_last("unlawful") == ["is", "was"]


def test_from_asking_to_approval_and_homes_gained_and_lost() -> None:
    from kith.homes.models import Enquiry, EnquiryStep, Home, Leaving, Provider

    council = put(Provider, name="Kithshire", kind="council")
    for n, (stage, days) in enumerate(
        (("approved", 100), ("approved", 200), ("stopped", 20), ("visit", 5), ("visit", 5))
    ):
        asked = ON - timedelta(days=220 if n in {1, 4} else 101)
        one = put(Enquiry, name=f"Somebody {n}", on=asked)
        put(
            EnquiryStep,
            enquiry=one,
            stage=stage,
            on=asked + timedelta(days=days),
            why="they" if stage == "stopped" else "",
        )
    assert states("approval") == ["later", "long", "soon", "stopped", "waiting"]
    for n in range(2):
        home = put(
            Home,
            kind="foster",
            name=f"Home {n}",
            reference=f"F-{n:04d}",
            provider=council,
            places=2,
            opened_on=ON,
        )
        if n:
            put(Leaving, home=home, told_on=ON, leaves_on=ON + timedelta(days=28), why="money")
    assert states("carers") == ["gained", "gained", "lost"]
