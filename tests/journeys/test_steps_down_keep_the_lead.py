"""When a child protection plan or a footing in law ends, help goes on with the same lead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kith.access.models import Involvement
from kith.access.working_with import who_works_with
from kith.core.acting import acting
from kith.help import actions as help_actions
from kith.help.models import FamilyHelp, LeadChange
from kith.protection.actions import record_plan
from tests.help.families import Mosses, does
from tests.support import make

pytestmark = pytest.mark.database


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


class Stepping(Mosses):
    """The Mosses have Family Help; a social worker protects Ada beside their lead."""

    def __init__(self) -> None:
        super().__init__()
        self.worker = make.account("social_worker", display_name="Lou Keep")
        make.involved(self.worker, self.ada, role="social_worker")
        make.involved(self.worker, self.mara, role="social_worker")
        FamilyHelp.objects.using(make.OWNER).create(family=self.family, started_on=ago(90))

    def lead(self) -> list[tuple[str, date | None, bool]]:
        with acting(make.actor(self.rosa)):
            found = who_works_with([self.ada.id])
        return [
            (each.name, each.since, each.current) for each in found if each.role_code == "lead_practitioner"
        ]


@pytest.fixture
def home(kith_database: None) -> Stepping:
    return Stepping()


def unchanged(home: Stepping, before: list[tuple[str, date | None, bool]]) -> None:
    assert home.lead() == before
    assert [name for name, _since, current in before if current] == ["Rosa Lindqvist"]
    assert not LeadChange.objects.using(make.OWNER).exists()
    assert Involvement.objects.using(make.OWNER).get(id=home.held.id).during == home.held.during


def test_the_end_of_a_child_protection_plan_keeps_the_lead(home: Stepping) -> None:
    before = home.lead()
    facts = {"person": home.ada.id, "persons": [home.ada.id], "started_on": ago(60)}
    plan = does(home.worker, record_plan, **facts)
    unchanged(home, before)
    does(home.worker, record_plan, **facts, of=plan, ended_on=ago(1))
    unchanged(home, before)
    assert FamilyHelp.objects.using(make.OWNER).get().ended_on is None, "and the help goes on"


def test_a_change_of_footing_in_law_keeps_the_lead(home: Stepping) -> None:
    before = home.lead()
    held = does(home.rosa, help_actions.set_basis, person=home.ada.id, basis="s17", on=ago(60))
    does(home.rosa, help_actions.end_basis, basis=held.id, on=ago(1))
    does(home.rosa, help_actions.set_basis, person=home.ada.id, basis="none", on=ago(1))
    unchanged(home, before)
