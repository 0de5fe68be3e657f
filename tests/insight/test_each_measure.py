"""Each measure's facts, one of each state: what is counted, when, and how it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.insight.counted import facts
from kith.insight.measures import BY_CODE
from kith.law.tasks import COUNTER
from kith.people.models import Family, Person
from tests.insight.county import DAY
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
ON = date(2026, 10, 12)
WITHIN = timedelta(days=3)


class Mosses:
    """A family of two, and a lead."""

    def __init__(self) -> None:
        self.ada, self.mara = make.person("Ada", "Moss"), make.person("Mara", "Moss", born=date(1990, 1, 1))
        self.family: Family = make.family(self.ada, self.mara)
        self.rosa, self.sam = make.account("lead"), make.account("lead")


@pytest.fixture
def mosses(kith_database: None) -> Mosses:
    return Mosses()


def put(model: Any, **row: Any) -> Any:
    return model.objects.using(make.OWNER).create(**row)


def found(code: str, day: date = DAY) -> list[tuple[str, Person | None]]:
    with worker_login(), acting(COUNTER):
        return sorted((each.state, each.person) for each in facts(BY_CODE[code], day))


def states(code: str) -> list[str]:
    return [state for state, _ in found(code)]


def test_a_family_counts_with_its_youngest_member(mosses: Mosses) -> None:
    from kith.help.models import FamilyHelp

    put(FamilyHelp, family=mosses.family, started_on=ON)
    assert found("leads") == [("same", mosses.ada.id)]


def test_a_change_of_lead_counts_in_its_quarter_and_not_in_the_next(mosses: Mosses) -> None:
    from kith.help.models import FamilyHelp, LeadChange

    put(FamilyHelp, family=mosses.family, started_on=ON - timedelta(days=60))
    for on in (date(2026, 8, 20), date(2026, 8, 27)):
        put(
            LeadChange, family=mosses.family, old=mosses.rosa, new=mosses.sam, on=on, reason="Moved.",
            family_view="Sad.", view_of="Mara", no_visit_why="Gone.",
        )  # fmt: skip
    with worker_login(), acting(COUNTER):
        told = {each.quarter: each.state for each in facts(BY_CODE["leads"], DAY)}
    assert told == {date(2026, 7, 1): "more", date(2026, 10, 1): "same"}


def test_help_within_a_week_a_month_later_none_and_closed(mosses: Mosses) -> None:
    from kith.help.models import ChildInNeedPlan, Referral

    asked = date(2026, 10, 1)
    for after, closed in ((3, None), (20, None), (40, None), (None, None), (None, date(2026, 10, 9))):
        child = make.person("Cy", str(after))
        put(Referral, person=child, referred_on=asked, closed_on=closed)
        if after:
            put(ChildInNeedPlan, person=child, started_on=asked + timedelta(days=after))
    put(Referral, person=mosses.ada, referred_on=asked, no_further_action=True)
    assert states("waits") == ["closed", "later", "month", "none", "week"]


def test_help_that_begins_after_the_day_of_counting_is_not_there_yet(mosses: Mosses) -> None:
    from kith.help.models import ChildInNeedPlan, Referral

    put(Referral, person=mosses.ada, referred_on=ON)
    put(ChildInNeedPlan, person=mosses.ada, started_on=DAY + timedelta(days=1))
    assert states("waits") == ["none"]


def test_a_request_is_taken_refused_once_refused_twice_or_never_handed_on(mosses: Mosses) -> None:
    from kith.help.models import HelpRequest, RequestHolder

    at = datetime(2026, 10, 12, 9, tzinfo=UTC)
    for n, (noes, taken) in enumerate([(0, False), (0, True), (1, True), (2, False)]):
        with transaction.atomic(using=make.OWNER):
            one = put(HelpRequest, reference=f"AB{n}", asked_at=at, how="self")
            put(RequestHolder, request=one, given_at=at, accepted_at=at, ended_at=at if taken else None)
            for _ in range(noes):
                put(RequestHolder, request=one, account=mosses.sam, given_at=at, refused_at=at, why="Full.")
            if taken:
                put(RequestHolder, request=one, account=mosses.rosa, given_at=at, accepted_at=at)
    assert found("handovers") == [("first", None), ("kept", None), ("more", None), ("once", None)]


def test_what_was_known_what_was_asked_and_what_was_asked_again(mosses: Mosses) -> None:
    from kith.help.models import AssessmentAnswer, FamilyAssessment

    before = put(FamilyAssessment, family=mosses.family, started_on=date(2025, 1, 1), finished_on=ON)
    old = put(AssessmentAnswer, assessment=before, question="q1", words="Yes.", answered_on=ON)
    now = put(FamilyAssessment, family=mosses.family, started_on=ON)
    put(AssessmentAnswer, assessment=now, question="q1", words="Yes.", answered_on=ON, came_from=old)
    put(AssessmentAnswer, assessment=now, question="q2", words="Yes.", answered_on=ON)
    put(AssessmentAnswer, assessment=now, question="q3", words="Yes.", answered_on=ON, asked_again=True)
    assert states("asked") == ["again", "known", "new"]


def test_steps_that_services_owe_and_nobody_elses(mosses: Mosses) -> None:
    from kith.plan.models import Plan, PlanVersion, Step

    plan = put(Plan, family=mosses.family, started_on=ON)
    owed: list[dict[str, Any]] = [
        {"done_on": ON}, {"done_on": ON + WITHIN}, {"not_done_on": ON, "not_done_why": "Full."}, {},
    ]  # fmt: skip
    for how in owed:
        put(Step, plan=plan, words="A step.", does_it="council", by_on=ON, **how)
    put(Step, plan=plan, words="Theirs.", does_it="parent", by_on=ON)
    put(Step, plan=plan, words="To come.", does_it="council", by_on=DAY + WITHIN)
    assert states("owed") == ["done", "late", "not_done", "overdue"]
    for number, why in ((1, ""), (2, "They asked for that.")):
        put(
            PlanVersion, plan=plan, number=number, content={}, labels=1, agreed_on=ON, agreed_by=mosses.sam,
            why_only_parents=why,
        )  # fmt: skip
    assert states("plans") == ["both", "parents"]


def test_needs_of_grown_ups_met_and_unmet(mosses: Mosses) -> None:
    from kith.help.models import AdultNeed

    put(AdultNeed, person=mosses.mara, kind="money", since=ON, until=ON + WITHIN)
    put(AdultNeed, person=mosses.mara, kind="housing", since=ON)
    put(AdultNeed, person=mosses.mara, kind="alcohol", since=date(2026, 7, 2))
    assert found("needs") == [("long", mosses.mara.id), ("met", mosses.mara.id), ("short", mosses.mara.id)]


def offered(mosses: Mosses, child: Person, *answers: str, on: date = ON) -> None:
    from kith.decisions.models import MeetingOffer, MeetingPerson, OfferAnswer

    offer = put(
        MeetingOffer, family=mosses.family, kind="conference", offered_by=mosses.rosa, offered_on=on,
        how_explained="At home.", stage="early",
    )  # fmt: skip
    put(MeetingPerson, offer=offer, person=child, part="child")
    for answer in answers:
        put(OfferAnswer, offer=offer, person=mosses.mara, answer=answer, answered_on=on)


def before_court(**more: Any) -> Person:
    from kith.protection.models import PreProceedings

    child = make.person("Bo", "Moss")
    put(PreProceedings, person=child, started_on=ON, **more)
    return child


def test_meetings_offered_answered_and_not_offered(mosses: Mosses) -> None:
    from kith.decisions.models import Exemption

    offered(mosses, before_court(), "accepted")
    offered(mosses, before_court(), "declined")
    offered(mosses, before_court())
    before_court()
    offered(mosses, before_court(), "accepted", on=ON - timedelta(days=200))  # too long ago
    before_court(family_meeting_offered=True)  # as a return told it
    put(
        Exemption, person=before_court(), reason="Harm.", authorised_by=make.account("manager"), decided_on=ON
    )
    assert states("meetings") == [
        "accepted", "declined", "exempt", "not_made", "not_made", "waiting", "waiting",
    ]  # fmt: skip


def meeting(mosses: Mosses, coordinator: Account) -> Any:
    from kith.decisions.models import FamilyMeeting, MeetingOffer

    offer = put(
        MeetingOffer, family=mosses.family, kind="conference", offered_by=mosses.rosa, offered_on=ON,
        how_explained="At home.", stage="early",
    )  # fmt: skip
    return put(
        FamilyMeeting, offer=offer, kind="conference", coordinator=coordinator, asked_on=ON, why_agreed="."
    )


def test_what_families_say_of_the_meeting_and_of_the_plan(mosses: Mosses) -> None:
    from kith.decisions.models import Feedback
    from kith.plan.models import Plan, Progress

    held = meeting(mosses, make.account("coordinator"))
    for score in (5, 3, 1):
        put(Feedback, meeting=held, person=mosses.mara, score=score)
    today = timezone.localdate()
    assert [state for state, _ in found("feedback", today)] == ["bad", "good", "middling"]
    plan = put(Plan, family=mosses.family, started_on=ON)
    for side, how in (("family", "well"), ("family", "stuck"), ("services", "some")):
        put(Progress, plan=plan, item=plan.id, side=side, how=how, on=ON)
    assert states("going") == ["stuck", "well"]


def test_a_child_in_care_lives_with_all_of_them_or_apart_with_why_a_plan_or_nothing(mosses: Mosses) -> None:
    from kith.bonds.models import ApartBecause
    from tests.bonds.home import sleeps

    def pair(postcode: str, **why: Any) -> Person:
        child, other = make.person("Sib"), make.person("Ling")
        make.tied(child, other, "sibling")
        sleeps(child, ON)
        sleeps(other, ON, postcode=postcode)
        if why:
            told = {"reason": "no_home", "words": "No home.", "look_again_on": DAY, "on": ON}
            put(ApartBecause, child=child, sibling=other, **(told | why))
        return child

    pair("ZZ1 1ZZ")
    pair("ZZ9 9ZZ")
    pair("")
    pair("ZZ9 9ZZ", reunite="not_now")
    pair("ZZ9 9ZZ", reunite="plan", plan="One home.", by_when=DAY)
    expected = ["apart", "planned", "together", "unknown", "written"]
    assert sorted(states("siblings")) == sorted(expected * 2)
