"""Plans that protect a child, and reviews: what was is recorded, what cannot be is refused, nothing reaches a family."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.help.models import Referral
from kith.protection.actions import correct_enquiry, record_plan, record_plan_review
from kith.protection.models import ChildProtectionPlan, ProtectionPlanReview
from kith.story.models import Event
from tests.protection.test_enquiries import DAY, Family, strip
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
BEGAN = DAY + timedelta(days=14)


def plan(family: Family, **more: Any) -> Any:
    with acting(family.by):
        return record_plan(
            **{"by": family.by, "person": family.child.id, "persons": [family.child.id], "started_on": BEGAN}
            | more
        )


def reviewed(family: Family, of_plan: Any, on: date, **more: Any) -> Any:
    with acting(family.by):
        return record_plan_review(
            by=family.by,
            person=family.child.id,
            persons=[family.child.id],
            plan_id=of_plan,
            reviewed_on=on,
            **more,
        )


def test_a_new_plan_belongs_to_the_referral_that_was_open_and_is_the_worker_s() -> None:
    family = Family()
    referral = Referral.objects.using(make.OWNER).create(person=family.child, referred_on=DAY)
    made = ChildProtectionPlan.objects.using(make.OWNER).get(id=plan(family, initial_category="NEG"))
    assert (made.referral_id, made.source, made.recorded_by) == (referral.id, "worker", family.worker.id)


def test_a_second_plan_on_the_same_days_is_refused_and_the_first_is_named() -> None:
    family = Family()
    first = plan(family)
    with pytest.raises(
        CannotBeError, match=r"began on .* and has not ended covers some of these days"
    ) as refused:
        plan(family, started_on=BEGAN + timedelta(days=3))
    assert refused.value.field == "started_on"
    # Once the first has ended, the next may begin that day.
    plan(family, of=first, ended_on=BEGAN + timedelta(days=3))
    plan(family, started_on=BEGAN + timedelta(days=3))
    with pytest.raises(CannotBeError, match="and ended on"):
        plan(family, started_on=BEGAN, ended_on=BEGAN + timedelta(days=1))
    # One that began and ended on a single day overlaps nothing.
    plan(family, started_on=BEGAN, ended_on=BEGAN)
    assert ChildProtectionPlan.objects.using(make.OWNER).count() == 3


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"started_on": date(2999, 1, 1)}, "started_on"),
        ({"ended_on": date(2999, 1, 1)}, "ended_on"),
        ({"ended_on": BEGAN - timedelta(days=1)}, "ended_on"),
    ],
)
def test_what_cannot_be_names_its_field(facts: dict[str, Any], field: str) -> None:
    family = Family()
    with pytest.raises(CannotBeError) as refused:
        plan(family, **facts)
    assert refused.value.field == field
    assert not ChildProtectionPlan.objects.using(make.OWNER).exists()


def test_a_review_outside_its_plan_is_recorded_as_it_was_and_once_for_a_day() -> None:
    family = Family()
    made = plan(family)
    early = BEGAN - timedelta(days=2)
    review = reviewed(family, made, early)
    with pytest.raises(CannotBeError, match="for this day already") as refused:
        reviewed(family, made, early)
    assert refused.value.field == "reviewed_on"
    reviewed(family, made, BEGAN + timedelta(days=60), of=review)
    (kept,) = ProtectionPlanReview.objects.using(make.OWNER).all()
    assert kept.reviewed_on == BEGAN + timedelta(days=60)
    with pytest.raises(CannotBeError, match="still to come"):
        reviewed(family, made, date(2999, 1, 1))


def test_a_plan_review_or_referral_of_somebody_else_is_none() -> None:
    family, stranger = Family(), make.person("Cy")
    theirs = ChildProtectionPlan.objects.using(make.OWNER).create(person=stranger, started_on=BEGAN)
    other = Referral.objects.using(make.OWNER).create(person=stranger, referred_on=DAY)
    with pytest.raises(CannotBeError, match="not recorded any more"):
        plan(family, of=theirs.id)
    with pytest.raises(CannotBeError, match="one of the plans"):
        reviewed(family, theirs.id, BEGAN)
    with pytest.raises(CannotBeError, match="one of the referrals"):
        plan(family, referral_id=other.id)
    with pytest.raises(NotPermittedError):
        plan(family, person=stranger.id, persons=[stranger.id])


@pytest.mark.parametrize(
    "role", ["lead", "partner", "school", "health", "coordinator", "reviewing", "front_door"]
)
def test_only_those_who_protect_children_record_a_plan(role: str) -> None:
    family = Family()
    account = make.account(role)
    make.involved(account, family.child, role="partner")
    family.by = make.actor(account)
    with pytest.raises(NotPermittedError):
        plan(family)
    base = f"/people/{family.child.id}/facts/"
    for table in ("protection_childprotectionplan", "protection_protectionplanreview"):
        assert signed_in(account).get(f"{base}{table}/").status_code == 404


def test_while_the_family_is_not_told_their_door_is_the_same_to_the_byte() -> None:
    family = Family()
    family.begun()
    doors = ("/my/", "/my/by-when/")
    client = signed_in(family.parent)
    before = [strip(client.get(each).content) for each in doors]
    made = plan(family, initial_category="NEG")
    reviewed(family, made, BEGAN + timedelta(days=20))
    assert [strip(client.get(each).content) for each in doors] == before
    with acting(family.by):
        told = list(Event.objects.filter(title__contains="child protection plan"))
        assert len(told) == 2
        assert all(each.covert for each in told)


def test_an_enquiry_is_corrected_with_its_history_and_not_past_its_decision() -> None:
    family = Family()
    enquiry = family.begun()
    family.decided(enquiry, "conference")

    def correct(on: date) -> None:
        with acting(family.by):
            correct_enquiry(
                by=family.by, person=family.child.id, persons=[family.child.id], of=enquiry.id, started_on=on,
                conference_on=DAY - timedelta(days=30), conference_not_required=True,
            )  # fmt: skip

    with pytest.raises(CannotBeError, match="decided before that day") as refused:
        correct(DAY + timedelta(days=11))
    assert refused.value.field == "started_on"
    # A conference before the beginning, and one that was held though none was needed: odd, and recorded as it was.
    correct(DAY - timedelta(days=2))
    page = words_of(signed_in(family.worker).get(f"/people/{family.child.id}/enquiries/"))
    assert "Began Saturday 30 May 2026" in page
    assert "Correct what is written down of the one begun Saturday 30 May 2026" in page
    history = type(enquiry).pgh_event_model.objects.using(make.OWNER)
    assert DAY in set(history.filter(pgh_obj_id=enquiry.id).values_list("started_on", flat=True))
