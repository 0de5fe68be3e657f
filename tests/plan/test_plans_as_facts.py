"""The one plan as the law reads it of each child: as Family Help, pathway or care plan; and what is due because of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from kith.access.models import Account
from kith.core.acting import acting
from kith.law.due import obligations
from kith.law.recorded import facts_of
from kith.people.models import Person
from kith.plan.models import Plan, PlanBasis, PlanFact, PlanPerson, PlanReview, PlanVersion
from tests.plan.street import Street, ago
from tests.support import make

pytestmark = pytest.mark.database
KINDS = {
    "family_help_plan",
    "family_help_plan_reviewed",
    "pathway_plan",
    "pathway_plan_reviewed",
    "care_plan_made",
}


def facts(by: Account, person: Person) -> list[tuple[str, date, date | None]]:
    with acting(make.actor(by)):
        found = facts_of([person.id])
    return sorted((each.kind, each.on, each.until) for each in found if each.kind in KINDS)


def states(by: Account, person: Person, duty: str) -> list[str]:
    with acting(make.actor(by)):
        return [each.state for each in obligations([person.id], duty=duty)]


def plan_of(street: Street, started: date, *children: Person) -> Plan:
    made = Plan.objects.using(make.OWNER).create(family=street.family, started_on=started)
    for each in children:
        PlanPerson.objects.using(make.OWNER).create(plan=made, person=each, part="child")
    PlanPerson.objects.using(make.OWNER).create(plan=made, person=street.mum, part="parent")
    return made


def stands(plan: Plan, basis: str, since: date, until: date | None = None) -> PlanBasis:
    from psycopg.types.range import DateRange

    return PlanBasis.objects.using(make.OWNER).create(
        plan=plan, basis=basis, during=DateRange(since, until, "[)")
    )


@pytest.fixture
def street() -> Street:
    return Street()


def test_a_plan_without_a_footing_is_a_family_help_plan_of_each_child_and_of_no_parent(
    street: Street,
) -> None:
    plan = plan_of(street, ago(60), street.child, street.brother)
    PlanReview.objects.using(make.OWNER).create(plan=plan, on=ago(20), who_came="All", what_changed="Better")
    held = [("family_help_plan", ago(60), None), ("family_help_plan_reviewed", ago(20), None),
            ("pathway_plan_reviewed", ago(20), None)]  # fmt: skip
    assert facts(street.lead, street.child) == held == facts(street.lead, street.brother)
    assert facts(street.lead, street.mum) == []
    assert states(street.lead, street.child, "FH-02") == ["met", "due"]
    Plan.objects.using(make.OWNER).filter(id=plan.id).update(ended_on=ago(1), why_ended="Done.")
    assert ("family_help_plan", ago(60), ago(1)) in facts(street.lead, street.child)


def test_without_a_review_it_is_late_and_not_while_a_protection_plan_runs(street: Street) -> None:
    from kith.protection.models import ChildProtectionPlan

    plan_of(street, ago(60), street.child)
    assert states(street.lead, street.child, "FH-02") == ["late"]
    ChildProtectionPlan.objects.using(make.OWNER).create(person=street.child, started_on=ago(40))
    assert states(street.lead, street.child, "FH-02") == ["excused"]


def test_its_footing_says_what_the_plan_is(street: Street) -> None:
    plan = plan_of(street, ago(300), street.child)
    early = stands(plan, "early_help", ago(300), ago(200))
    leaving = stands(plan, "care_leaver", ago(200))
    assert facts(street.lead, street.child) == [
        ("family_help_plan", ago(300), ago(200)), ("pathway_plan", ago(200), None),
    ]  # fmt: skip
    assert states(street.lead, street.child, "LC-05") == ["late"]
    leaving.delete(using=make.OWNER)
    assert facts(street.lead, street.child) == [("family_help_plan", ago(300), ago(200))]
    early.delete(using=make.OWNER)
    assert facts(street.lead, street.child) == [("family_help_plan", ago(300), None)]


def test_a_care_plan_is_made_when_it_is_agreed_on_that_footing(street: Street) -> None:
    plan = plan_of(street, ago(90), street.child)
    stands(plan, "looked_after", ago(50))
    for number, day in ((1, ago(60)), (2, ago(45))):
        PlanVersion.objects.using(make.OWNER).create(
            plan=plan, number=number, content=[], labels=1, agreed_on=day, agreed_by=street.manager
        )
    made = [each for each in facts(street.lead, street.child) if each[0] == "care_plan_made"]
    assert made == [("care_plan_made", ago(45), None)], "what was agreed before was another plan"


def test_a_school_that_does_not_lead_reads_nothing_of_a_plan(street: Street) -> None:
    plan_of(street, ago(60), street.child)
    school = make.account("school")
    make.involved(school, street.child, role="school")
    assert facts(school, street.child) == []


def test_nobody_writes_these_by_hand(street: Street) -> None:
    plan = plan_of(street, ago(60), street.child)
    row = PlanFact(
        plan_id=plan.id, person_id=street.child.id, kind="reviewed", happened_on=ago(1) - timedelta(1)
    )
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)
