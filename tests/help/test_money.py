"""Money set aside for practical help: a manager names it, and what is left counts all families."""

from __future__ import annotations

from datetime import date

import pytest

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.actions.money import set_money_aside
from kith.help.families.page import pots
from kith.help.models import Pot
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
DAY = date(2026, 11, 2)


def test_what_is_left_counts_every_family_though_each_worker_sees_only_their_own() -> None:
    manager = make.actor(make.account("manager"))
    with acting(manager):
        pot = set_money_aside(
            by=manager, name="Beds", pays_for="Beds.", pence=100_00, from_on=date(2026, 4, 1)
        )
    for pence in (30_00, 80_00):
        child, lead = make.person(), make.account("lead")
        family = make.family(child)
        make.involved(lead, child)
        by = make.actor(lead)
        with acting(by):
            actions.give_practical_help(
                by=by, family=family.id, what="A bed", pence=pence, pot=pot.id, on=DAY
            )
            line = pots()[0]
    assert (line.spent, line.left) == (110_00, -10_00)


def test_a_manager_sets_it_aside_on_a_page_and_the_same_name_twice_is_said() -> None:
    client = signed_in(make.account("manager"))
    day = {"from_on_day": "1", "from_on_month": "4", "from_on_year": "2026"}
    sent = {"name": "Beds", "pays_for": "Beds and cots", "pounds": "1,200.50", **day}
    assert client.post("/help/money/", sent).status_code == 302
    assert Pot.objects.using(make.OWNER).get().pence == 120_050
    page = client.get("/help/money/").content.decode()
    assert "£1,200.50 set aside, £0.00 spent, £1,200.50 left" in page
    again = client.post("/help/money/", sent | {"pays_for": "Other things"})
    assert "Other money is called that already" in again.content.decode()
    assert "Other things" in again.content.decode()


@pytest.mark.parametrize("role", ["lead", "partner", "director", "parent"])
def test_nobody_else_sets_it_aside(role: str) -> None:
    account = make.account(role)
    assert signed_in(account).get("/help/money/").status_code == 404
    by = make.actor(account)
    with acting(by), pytest.raises(NotPermittedError):
        set_money_aside(by=by, name="Beds", pays_for="Beds.", pence=1, from_on=DAY)


@pytest.mark.parametrize("role", ["partner", "school", "analyst", "parent"])
def test_who_gives_no_practical_help_reads_no_pot(role: str) -> None:
    Pot.objects.using(make.OWNER).create(name="Beds", pays_for="Beds.", pence=1, from_on=DAY)
    with acting(make.actor(make.account(role))):
        assert pots() == []
