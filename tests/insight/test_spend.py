"""What homes and allowances cost by kind, worked out by hand, beside the needs that they are said to meet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from psycopg.types.range import DateRange

from kith.core.acting import acting
from kith.design.dates import today
from kith.insight.spend import Spend, spend
from kith.law.accountability.periods import quarters
from kith.people.models import Person
from tests.insight.test_each_measure import put
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("kith_database")]
FIRST = quarters(today())[1]
UNTIL = quarters(today())[0]


def lives_in_a_home(child: Person, home: Any) -> None:
    from kith.care.models import Stay, StayPlace

    until = FIRST + timedelta(days=7)
    stay = put(Stay, person=child, kind="H5", provider="PR4", began_on=FIRST, ended_on=until,
               during=DateRange(FIRST, until, "[)"))  # fmt: skip
    put(StayPlace, stay=stay, person=child, home=home.id)


def a_home(children: int, *, one_family: bool = False) -> list[Person]:
    from kith.homes.models import Home, Price, Provider

    provider = put(Provider, name=f"Oaks {children}", kind="private")
    home = put(
        Home,
        kind="residential",
        name="The Oaks",
        reference=f"R-{children:04d}",
        provider=provider,
        places=9,
        opened_on=FIRST,
    )
    put(Price, home=home, pounds_a_week="6123.45", in_contract=True, starts_on=FIRST - timedelta(days=400))
    made = [make.person(f"Child {n}") for n in range(children)]
    for child in made:
        lives_in_a_home(child, home)
    if one_family:
        make.family(*made)
    return made


def read(role: str = "director") -> list[Spend]:
    with acting(make.actor(make.account(role))):
        return spend(FIRST, UNTIL)


def test_a_week_of_seven_children_in_a_home_and_how_many_of_their_needs_are_met() -> None:
    from kith.homes.models import Choice, Home, Met, Need, Profile, Search

    children = a_home(7)
    home = Home.objects.using(make.OWNER).get()
    for n, child in enumerate(children):
        profile = put(Profile, reference=f"X-{n}", born_on=child.born_on, strengths="Kind.", asked_on=FIRST)
        search = put(Search, child=child, profile=profile, why="No home.")
        choice = put(
            Choice,
            search=search,
            child=child,
            home=home,
            state="agreed",
            on=FIRST,
            why="It fits.",
            level="5_home",
        )
        for rank in (1, 2):
            need = put(Need, search=search, child=child, words="A garden", rank=rank)
            if rank == 1:
                put(Met, choice=choice, need=need, child=child, how="There is one.")
    pounds = 612345 * 7 // 100
    assert read() == [Spend("Children’s homes", pounds, 7, pounds // 7, 50)]


@pytest.mark.parametrize("one_family", [False, True])
def test_what_few_families_cost_is_hidden(one_family: bool) -> None:
    a_home(7 if one_family else 5, one_family=one_family)
    assert read() == [Spend("Children’s homes", None, None, None, None)]


@pytest.mark.parametrize("role", ["manager", "lead", "payments", "analyst", "returns", "carer"])
def test_nobody_else_reads_a_sum(role: str) -> None:
    a_home(7)
    assert read(role) == []


def test_the_page_says_it_and_what_it_cannot_know() -> None:
    a_home(7)
    page = words_of(signed_in(make.account("director")).get(f"/insight/spend/?quarter={FIRST}"))
    assert "Children’s homes 7 £42,864" in page
    assert "not known" in page
    assert "never a reason why family and friends" in page
    assert "read by those who answer for it" in words_of(
        signed_in(make.account("manager")).get("/insight/spend/")
    )


def test_allowances_are_summed_by_kind() -> None:
    from kith.money.models import PaymentLine, PaymentRun

    officer = make.account("payments")
    totals = {"lines_count": 6, "payees_count": 6, "total_pence": 6_002_50, "held_count": 0, "digest": "x"}
    period = DateRange(FIRST, FIRST + timedelta(days=14), "[)")
    second = make.account("director").id
    run = put(
        PaymentRun,
        period=period,
        pay_on=UNTIL,
        state="approved",
        recorded_by=officer.id,
        answered_by=second,
        **totals,
    )
    told = {
        "run": run,
        "kind": "kinship_fostering",
        "what": "regular",
        "nights": DateRange(FIRST, UNTIL, "[)"),
    }
    for n in range(7):
        nan, child = make.person(f"Nan {n}"), make.person(f"Child {n}")
        pence = 1_000_00 + (50 if n else 0)
        put(PaymentLine, payee=nan, child=child, pence=pence, held="no_bank" if n == 6 else "", **told)
    assert read() == [Spend("Family and friends who foster", 6_002, 6, 1_000, None)]
