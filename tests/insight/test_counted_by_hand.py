"""The figures of a county that can be counted by hand, who is in none of them, and who reads which."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError

from kith.core.acting import acting
from kith.insight.measures import MEASURES
from kith.insight.models import HelpFigure
from tests.insight.county import QUARTER, County, child_of, count, leads, looked_into, make_county
from tests.support import make

pytestmark = pytest.mark.database
STATES = ("accepted", "declined", "waiting", "not_made")


@pytest.fixture
def county(kith_database: None) -> County:
    return make_county()


def line(by: str, key: str = "", team: object = None, measure: str = "worry") -> tuple[Any, ...]:
    found = HelpFigure.objects.using(make.OWNER).filter(
        team_id=team, quarter=QUARTER, by=by, key=key, measure=measure
    )
    numbers = dict(found.values_list("state", "number"))
    [asked] = [each for each in MEASURES if each.code == measure]
    return tuple(numbers[state.code] for state in asked.states)


def all_lines() -> list[tuple[Any, ...]]:
    found = HelpFigure.objects.using(make.OWNER).order_by("team", "measure", "quarter", "by", "key", "state")
    return list(found.values_list("team", "measure", "quarter", "by", "key", "state", "number"))


def test_offers_in_all_by_area_by_group_and_by_team(county: County) -> None:
    count()
    assert line("total") == (17, 7, 0, 8)
    # Two of South had no offer: hidden, and North's six with them, or 8 - 6 would tell.
    assert line("area", "AB1") == (8, 7, 0, None)
    assert line("area", "AB2") == (9, 0, 0, None)
    assert line("team", str(county.teams["south"].id)) == (9, 0, 0, None)
    # Two Black children in all: every figure of their line is hidden, and that of another line with it.
    assert line("group", "black")[0] is None
    assert line("group", "black")[3] is None
    assert line("group", "white")[0] is None


def test_each_team_by_itself_and_never_broken_down_by_team(county: County) -> None:
    count()
    assert line("total", team=county.teams["north"].id) == (8, 7, 0, 6)
    assert line("total", team=county.teams["south"].id) == (9, 0, 0, None)
    teams = HelpFigure.objects.using(make.OWNER).exclude(team=None)
    assert set(teams.values_list("by", flat=True)) == {"total", "area", "group"}


def test_six_brothers_and_sisters_are_one_family_and_are_hidden(kith_database: None) -> None:
    county = make_county()
    children = [make.person(f"Sib{n}", "Large", ethnicity="WBRI") for n in range(6)]
    leads(county.leads["north"], make.family(*children))
    for child in children:
        make.home(child, postcode="AB9 9ZZ")
        looked_into(child, "accepted")
    count()
    assert line("area", "AB9")[0] is None
    assert line("total")[0] == 23


def test_whoever_is_restricted_is_in_no_figure_nor_is_their_family(county: County) -> None:
    count()
    before = all_lines()
    cy = child_of(county, "north", "accepted", "Cy")
    sister = make.person("Di", "North", ethnicity="WBRI")
    family = make.family(cy, sister)
    leads(county.leads["north"], family)
    looked_into(sister, "declined")
    make.restricted(cy)
    count()
    assert all_lines() == before


def test_a_home_that_is_kept_safe_is_in_no_area(county: County) -> None:
    for n in range(7):
        child = make.person(f"Safe{n}", "North", ethnicity="WBRI")
        leads(county.leads["north"], make.family(child))
        make.home(child, postcode="AB7 7ZZ", protected=True)
        looked_into(child, "accepted")
    count()
    assert line("area", "unknown")[0] == 7
    assert not HelpFigure.objects.using(make.OWNER).filter(key="AB7").exists()


def test_the_database_gives_each_role_its_own_figures_and_nobody_anything_else(county: County) -> None:
    count()
    north, south = county.managers["north"], county.managers["south"]
    reads = {
        north: {county.teams["north"].id},
        south: {county.teams["south"].id},
        make.account("manager"): set(),
        make.account("director"): {None},
        make.account("auditor"): {None},
    } | {make.account(role): set() for role in ("lead", "analyst", "returns", "admin", "partner", "parent")}
    for account, teams in reads.items():
        with acting(make.actor(account)):
            assert set(HelpFigure.objects.values_list("team_id", flat=True)) == teams, account.role
    with acting(None):
        assert not HelpFigure.objects.exists()


def test_nobody_but_the_worker_writes_a_figure(county: County) -> None:
    count()
    director = make.actor(make.account("director"))
    row = HelpFigure.objects.using(make.OWNER).values().first()
    assert row is not None
    with acting(director):
        assert HelpFigure.objects.update(number=0) == 0
    with pytest.raises(DatabaseError), acting(director):
        HelpFigure.objects.create(**row | {"id": None, "key": "made up"})
    with pytest.raises(DatabaseError), acting(director):
        HelpFigure.objects.all().delete()


def test_a_second_night_takes_the_place_of_the_first(county: County) -> None:
    assert count() == count() == len(all_lines())


def test_the_worker_counts_every_night_after_the_duties(county: County) -> None:
    from procrastinate.contrib.django import app

    name = "insight.count_all.nightly"
    (found,) = [each for each in app.periodic_registry.periodic_tasks.values() if each.task.name == name]
    assert found.cron == "45 3 * * *"
