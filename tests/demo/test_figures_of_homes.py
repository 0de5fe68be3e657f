"""The register of the demonstration against published figures, each with how far it may be from them (FIGURES 4).

A place in a children's home: 318,400 pounds a year, and 84 of 100 places private (found: National Audit Office, 2023-24).
Foster and supported places: orders of magnitude (recalled). From asking to approval: at most eight months (standard 14).
"""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from itertools import groupby
from statistics import mean, median
from uuid import UUID

import pytest

from kith.core.actor import Actor
from kith.demo.dice import Dice
from kith.demo.loading.register import RegisterMaker
from kith.homes.models import Approval, EnquiryStep, Home, Price, Registration

TODAY = date(2026, 11, 22)
WEEK = 318_400 / 52


@pytest.fixture(scope="module")
def made() -> RegisterMaker:
    read = tomllib.loads((files("kith.demo") / "data" / "homes.toml").read_text(encoding="utf-8"))
    nobody = Actor(id=UUID(int=1), role="command", channel="service")
    maker = RegisterMaker(nobody, Dice(7, "homes", 0), TODAY, read, 6.0)
    maker.gather()
    return maker


def prices(made: RegisterMaker, kind: str, provider: str = "") -> list[float]:
    return [
        float(each.pounds_a_week)
        for each in made.rows[Price]
        if each.home.kind == kind and (not provider or each.home.provider.kind == provider)
    ]


def test_a_place_in_a_childrens_home_costs_what_auditors_found(made: RegisterMaker) -> None:
    assert len(prices(made, "residential")) > 100
    assert mean(prices(made, "residential")) == pytest.approx(WEEK, rel=0.1)


@pytest.mark.parametrize(
    ("kind", "provider", "low", "high"),
    [("foster", "council", 650, 750), ("foster", "private", 1050, 1200), ("supported", "", 900, 1100)],
)
def test_other_places_cost_what_is_recalled(
    made: RegisterMaker, kind: str, provider: str, low: int, high: int
) -> None:
    found = prices(made, kind, provider)
    assert low <= min(found)
    assert max(found) <= high


def test_most_places_in_childrens_homes_are_private(made: RegisterMaker) -> None:
    homes = [each for each in made.rows[Home] if each.kind == "residential"]
    private = sum(each.places for each in homes if each.provider.kind == "private")
    assert private / sum(each.places for each in homes) == pytest.approx(0.84, abs=0.06)


def test_half_of_those_approved_were_within_eight_months(made: RegisterMaker) -> None:
    steps = sorted(made.rows[EnquiryStep], key=lambda each: (str(each.enquiry.id), each.on))
    waits = []
    for _, road in groupby(steps, key=lambda each: each.enquiry.id):
        told = {each.stage: each.on for each in road}
        if "approved" in told:
            waits.append((told["approved"] - told["enquiry"]).days)
    assert len(waits) >= 8
    assert 120 <= median(waits) <= 243


def test_two_homes_let_no_child_live_there_so_that_a_refusal_can_be_seen(made: RegisterMaker) -> None:
    law = {each.home.id: each for each in (*made.rows[Registration], *made.rows[Approval])}
    nobody = [
        each
        for each in made.rows[Home]
        if each.id not in law or (law[each.id].ends_on is not None and law[each.id].ends_on <= TODAY)
    ]
    assert [each.kind for each in nobody] == ["residential", "supported"]
