"""What the law is told of referrals, assessments, enquiries and protection plans."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kith.law.facts import Fact
from tests.support import make

pytestmark = pytest.mark.database


def told(person: Any) -> dict[str, Fact]:
    """Facts by kind, as somebody sees them who works with the person."""
    from kith.core.acting import acting
    from kith.law.recorded import facts_of

    worker = make.account("social_worker")
    make.involved(worker, person)
    with acting(make.actor(worker)):
        return {fact.kind: fact for fact in facts_of([person.id])}


def test_an_assessment_is_tied_to_its_referral_and_counts_once_it_is_authorised() -> None:
    from kith.help.models import Assessment, Referral

    child = make.person()
    referral = Referral.objects.using(make.OWNER).create(
        person=child, referred_on=date(2024, 1, 2), closed_on=date(2024, 6, 1), no_further_action=False
    )
    for authorised in (None, date(2024, 2, 20)):
        Assessment.objects.using(make.OWNER).create(
            person=child, referral=referral, started_on=date(2024, 1, 3), authorised_on=authorised
        )
    found = told(child)
    assert (found["referral"].on, found["referral"].until) == (date(2024, 1, 2), date(2024, 6, 1))
    assert found["assessment_finished"].on == date(2024, 2, 20)
    assert found["assessment_finished"].ref == found["referral"].ref == str(referral.id)
    assert "referral_no_further_action" not in found


def test_a_conference_is_tied_to_its_enquiry() -> None:
    from kith.protection.models import Section47

    child = make.person()
    Section47.objects.using(make.OWNER).create(
        person=child,
        started_on=date(2024, 3, 1),
        conference_on=date(2024, 3, 15),
        conference_not_required=False,
    )
    found = told(child)
    assert found["initial_conference"].ref == found["section_47_started"].ref != ""
    assert "conference_not_required" not in found


def test_a_review_is_tied_to_its_protection_plan_and_a_letter_to_the_meeting_it_offers() -> None:
    from kith.protection.models import ChildProtectionPlan, PreProceedings, ProtectionPlanReview

    child = make.person()
    plan = ChildProtectionPlan.objects.using(make.OWNER).create(person=child, started_on=date(2024, 3, 15))
    ProtectionPlanReview.objects.using(make.OWNER).create(
        person=child, plan=plan, reviewed_on=date(2024, 6, 1)
    )
    PreProceedings.objects.using(make.OWNER).create(
        person=child,
        started_on=date(2024, 7, 1),
        letter_sent_on=date(2024, 7, 4),
        family_meeting_offered=True,
    )
    found = told(child)
    assert found["child_protection_review"].ref == found["child_protection_plan"].ref
    assert found["child_protection_plan"].until is None
    assert found["family_meeting_offered_in_letter"].on == found["letter_before_proceedings"].on
