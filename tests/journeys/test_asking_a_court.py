"""Section 31ZA before court: advisory until the register says that it begins, required from that day on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.decisions import actions as decisions
from kith.journeys import court
from kith.law.register import Register, shipped
from kith.people.actions import CannotBeError
from kith.protection import actions as protection
from kith.protection.models import OrderApplication, PreProceedings
from kith.protection.queries import without_meeting
from tests.support import make

pytestmark = pytest.mark.database
DAY = date(2026, 6, 1)


@contextmanager
def in_force(since: date) -> Iterator[None]:
    """The register with one edit: the day on which section 31ZA begins."""
    duties = tuple(
        each.model_copy(update={"commences_on": since}) if each.id == court.OFFER else each
        for each in shipped().duties
    )
    register = Register(duties, shipped().areas)
    with patch.object(court, "effective_register", lambda on: register):
        yield


class Family:
    def __init__(self) -> None:
        self.child = make.person("Ada", born=date(2014, 5, 1))
        self.mum, self.dad = make.person("Mara", born=None), make.person("Rhys", born=None)
        for each in (self.mum, self.dad):
            make.tied(self.child, each)
        self.worker, self.senior = make.account("social_worker"), make.account("manager")
        self.coordinator = make.account("coordinator")
        for each in (self.child, self.mum, self.dad):
            make.involved(self.worker, each, role="social_worker")
        make.involved(self.senior, self.child, role="reviewing_officer")
        self.by = make.actor(self.worker)

    def offered(self) -> Any:
        with acting(self.by):
            return decisions.offer_meeting(
                by=self.by, children=[self.child.id], offered_to=[self.mum.id, self.dad.id], kind="conference",
                on=DAY, how_explained="At home, with a leaflet.", stage="before_court", in_letter=True,
            )  # fmt: skip

    def answered(self, offer: Any, person: Any, answer: str) -> None:
        with acting(self.by):
            decisions.record_answer(by=self.by, offer=offer.id, person=person.id, answer=answer, on=DAY)

    def held(self, offer: Any) -> None:
        with acting(self.by):
            meeting = decisions.ask_coordinator(
                by=self.by, offer=offer.id, coordinator=self.coordinator.id, on=DAY, why_agreed="To plan."
            )
        by = make.actor(self.coordinator)
        with acting(by):
            decisions.hold_meeting(by=by, meeting=meeting.id, on=DAY + timedelta(days=20))

    def apply(self, **more: Any) -> OrderApplication:
        given = {"kind": "care", "on": DAY + timedelta(days=40)} | more
        with acting(self.by):
            return court.apply_for_order(by=self.by, ids=[self.child.id], **given)


def test_until_it_begins_a_missing_meeting_needs_a_reason_and_from_that_day_it_stops_the_application() -> (
    None
):
    family = Family()
    with pytest.raises(CannotBeError, match="Say why"):
        family.apply()
    made = family.apply(why_without="He was taken to hospital.")
    assert (made.meeting_stood, made.binding) == ("missing", False)
    with in_force(DAY + timedelta(days=41)):
        family.apply(why_without="The day before it begins.")
    with in_force(DAY + timedelta(days=40)), pytest.raises(CannotBeError, match="The law asks"):
        family.apply(why_without="On the day.")


def test_an_accepted_offer_that_is_not_held_stops_it_until_it_is_held() -> None:
    family = Family()
    offer = family.offered()
    family.answered(offer, family.mum, "accepted")
    family.answered(offer, family.dad, "declined")
    with in_force(DAY):
        with pytest.raises(CannotBeError, match="not held yet"):
            family.apply()
        family.held(offer)
        assert family.apply().meeting_stood == "held"


def test_everybody_saying_no_opens_the_way_and_one_who_has_not_answered_does_not() -> None:
    family = Family()
    offer = family.offered()
    family.answered(offer, family.mum, "declined")
    with in_force(DAY):
        with pytest.raises(CannotBeError, match="Not everybody"):
            family.apply()
        family.answered(offer, family.dad, "declined")
        assert family.apply().meeting_stood == "declined"


def test_a_senior_s_exemption_with_its_reason_opens_the_way() -> None:
    family = Family()
    senior = make.actor(family.senior)
    with acting(senior):
        decisions.exempt(by=senior, person=family.child.id, reason="He threatens to kill her.", on=DAY)
    with in_force(DAY):
        assert family.apply().meeting_stood == "exempt"


def test_what_was_done_is_always_recordable_and_only_a_director_is_told() -> None:
    family = Family()
    with in_force(DAY):
        with pytest.raises(CannotBeError, match="Say why"):
            family.apply(made_already=True)
        made = family.apply(made_already=True, why_without="It was sent in error.")
    assert (made.meeting_stood, made.binding) == ("missing", True)
    director = make.account("director")
    for account, lines in ((director, 1), (family.worker, 0), (family.senior, 0)):
        with acting(make.actor(account)):
            assert len(without_meeting()) == lines


def test_the_time_before_court_gets_the_day_and_that_the_meeting_was_held() -> None:
    family = Family()
    with acting(family.by):
        matter = protection.begin_pre_proceedings(by=family.by, person=family.child.id, on=DAY)
    offer = family.offered()
    family.answered(offer, family.mum, "accepted")
    family.held(offer)
    family.apply()
    now = PreProceedings.objects.using(make.OWNER).get(id=matter.id)
    assert (now.family_meeting_held, now.applied_to_court_on) == (True, DAY + timedelta(days=40))


def test_nobody_else_asks_a_court() -> None:
    family = Family()
    for role in ("lead", "partner", "coordinator", "parent"):
        account = make.account(role)
        if role != "parent":
            make.involved(account, family.child)
        by = make.actor(account)
        with acting(by), pytest.raises(NotPermittedError):
            court.apply_for_order(by=by, ids=[family.child.id], kind="care", on=DAY, why_without="x")
