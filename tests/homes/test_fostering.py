"""The road of foster carers, and what the register keeps of homes: each step, and what it refuses."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.homes import actions
from kith.homes.models import Home, Price
from kith.homes.queries import lawful_on
from kith.homes.queries.funnel import funnel
from kith.homes.queries.money import compared, prices
from kith.homes.queries.one import one_home
from tests.homes import register
from tests.homes.finding import Finding, today
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def finding(kith_database: None) -> Finding:
    return Finding()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def asks(finding: Finding, days: int = 200) -> UUID:
    made: UUID = finding.does(actions.enquire, name="Noor and Tom", on=ago(days))
    return made


def moves(finding: Finding, enquiry: UUID, stage: str, days: int, **facts: Any) -> None:
    finding.does(actions.move_on, enquiry=enquiry, stage=stage, on=ago(days), **facts)


def test_the_road_is_counted_with_its_waits(finding: Finding) -> None:
    enquiry = asks(finding)
    moves(finding, enquiry, "visit", 190)
    moves(finding, enquiry, "applied", 150)
    asks(finding, 30)
    with acting(make.actor(finding.worker)):
        told = funnel(today(), ago(400))
    lines = {line.stage: line for line in told.stages}
    assert (lines["enquiry"].came, lines["enquiry"].waiting, lines["enquiry"].middle_days) == (2, 1, 10)
    assert (lines["visit"].middle_days, lines["applied"].longest) == (40, 150)
    assert [one.days for one in told.on_the_way] == [150, 30]
    assert told.approved_days is None


def test_a_panel_stands_on_the_road_until_a_rule_says_otherwise(finding: Finding) -> None:
    enquiry, home = asks(finding), register.a_home(name="Noor and Tom")
    moves(finding, enquiry, "assessed", 60)
    with pytest.raises(CannotBeError, match="panel has to look"):
        moves(finding, enquiry, "approved", 10, home=home.id)
    with pytest.raises(CannotBeError, match="what says so"):
        finding.does(
            actions.set_panel_rule, finding.manager, starts_on=ago(20), needed=False, source_of_law=" "
        )
    finding.does(
        actions.set_panel_rule, finding.manager, starts_on=ago(20), needed=False, source_of_law="SI 2026/1"
    )
    with pytest.raises(CannotBeError, match="panel has to look"):
        moves(finding, enquiry, "approved", 30, home=home.id)
    moves(finding, enquiry, "approved", 10, home=home.id)
    with acting(make.actor(finding.worker)):
        told = funnel(today(), ago(400))
    assert told.approved_days == 190
    assert "panel" not in {line.stage for line in told.stages}


def test_what_cannot_be_on_the_road_is_refused(finding: Finding) -> None:
    enquiry, unapproved = asks(finding), register.a_home(lawful=False)
    for stage, days, says in (
        ("visit", -1, "still to come"),
        ("visit", 300, "stage before was on"),
        ("stopped", 1, "Choose why"),
        ("enquiry", 1, "passed this stage"),
    ):
        with pytest.raises(CannotBeError, match=says):
            moves(finding, enquiry, stage, days)
    moves(finding, enquiry, "panel", 20)
    for home, says in ((None, "Choose the home"), (unapproved.id, "decided on an approval")):
        with pytest.raises(CannotBeError, match=says):
            moves(finding, enquiry, "approved", 10, home=home)
    moves(finding, enquiry, "stopped", 5, why="slow")
    with pytest.raises(CannotBeError, match="This road has ended"):
        moves(finding, enquiry, "approved", 1)


def test_an_approval_begins_when_it_says_and_ends_the_one_before(finding: Finding) -> None:
    home = register.a_home(places=1)
    told = {"home": home.id, "starts_on": today(), "places": 3, "why": "They have a bigger house now."}
    with pytest.raises(NotPermittedError):
        finding.does(actions.approve_carers, **told)
    with pytest.raises(CannotBeError, match="Say why"):
        finding.does(actions.approve_carers, finding.manager, **told | {"why": ""})
    with pytest.raises(CannotBeError, match="end before it begins"):
        finding.does(actions.approve_carers, finding.manager, **told, ends_on=today())
    with pytest.raises(CannotBeError, match="youngest age is above"):
        finding.does(actions.approve_carers, finding.manager, **told, age_from=9, age_to=3)
    finding.does(actions.approve_carers, finding.manager, **told)
    with acting(make.actor(finding.worker)):
        held = one_home(home.id, today())
    assert held is not None
    assert [(terms.places, terms.ends_on) for terms in held.terms] == [(3, None), (1, today())]


def test_a_registration_that_ended_makes_the_home_unlawful_from_that_day(finding: Finding) -> None:
    home = register.a_home("residential")
    finding.does(actions.end_registration, home=home.id, on=ago(1))
    with acting(make.actor(finding.worker)):
        assert lawful_on(home.id, 12, ago(2)) == []
        assert [each.code for each in lawful_on(home.id, 12, ago(1))] == ["expired"]
    with pytest.raises(CannotBeError, match="not registered on that day"):
        finding.does(actions.end_registration, home=home.id, on=today())
    foster = register.a_home()
    with pytest.raises(CannotBeError, match="approved, not registered"):
        finding.does(actions.register_home, home=foster.id, urn="SC1", starts_on=today(), places=1)


def test_a_review_keeps_what_the_carers_and_the_children_said(finding: Finding) -> None:
    home = register.a_home()
    told = {
        "home": home.id,
        "on": ago(3),
        "outcome": "kept",
        "carers_said": "Ring us back.",
        "why": "All is well.",
    }
    with pytest.raises(CannotBeError, match="what the carers said"):
        finding.does(actions.review_carers, **told | {"carers_said": " "})
    finding.does(actions.review_carers, **told, children_said="I have a key.")
    with acting(make.actor(finding.worker)):
        held = one_home(home.id, today())
    assert held is not None
    assert held.reviews[0].children_said == "I have a key."
    assert held.review_by == ago(3) + timedelta(days=365)


def test_carers_leave_28_days_after_their_notice_and_why_is_counted(finding: Finding) -> None:
    home = register.a_home()
    ends = finding.does(
        actions.carers_leave, home=home.id, told_on=ago(2), why="support", said="Nobody rang."
    )
    assert ends == ago(2) + timedelta(days=28)
    kept = Home.objects.using(make.OWNER).get(id=home.id)
    assert (kept.closed_on, kept.free) == (ends, 0)
    with acting(make.actor(finding.worker)):
        assert lawful_on(home.id, 9, ends - timedelta(days=1)) == []
        assert [each.code for each in lawful_on(home.id, 9, ends)] == ["closed"]
        assert funnel(today(), ago(400)).left == (("not enough support", 1),)


def test_prices_follow_each_other_and_stay_hidden_until_the_needs_are_ranked(finding: Finding) -> None:
    home = register.a_home()
    for days, pounds in ((100, 700), (0, 740)):
        told = {
            "home": home.id,
            "pounds_a_week": Decimal(pounds),
            "in_contract": True,
            "starts_on": ago(days),
        }
        finding.does(actions.set_price, finding.manager, **told)
    assert Price.objects.using(make.OWNER).get(pounds_a_week=700).ends_on == today()
    with acting(make.actor(finding.manager)):
        assert prices([home.id], today(), ranked=False) == {}
        assert prices([home.id], today(), ranked=True)[home.id].pounds_a_week == 740
        assert [(each.homes, each.middle) for each in compared(ago(1))] == [(1, Decimal(700))]
    with acting(make.actor(finding.worker)):
        assert prices([home.id], today(), ranked=True) == {}


def test_a_home_says_no_more_room_than_it_has_and_codes_come_from_the_lists(finding: Finding) -> None:
    home = register.a_home(places=2)
    with pytest.raises(CannotBeError, match="2 at most"):
        finding.does(actions.tell_room, home=home.id, free=3, on=today())
    finding.does(actions.tell_room, home=home.id, free=0, on=today())
    run_by = register.provider()
    told = {"kind": "foster", "name": "The Lindens", "provider": run_by.id, "places": 2, "opened_on": ago(9)}
    with pytest.raises(CannotBeError, match="Choose from the list"):
        finding.does(actions.add_home, **told, skills=["juggling"])
    made = finding.does(
        actions.add_home, **told, skills=["trauma", "siblings"], postcode="kh11ab", lines="1 Row"
    )
    kept = Home.objects.using(make.OWNER).get(id=made)
    assert kept.skills == ["siblings", "trauma"]
    assert kept.east is not None
    assert kept.place.postcode == "KH1 1AB"
