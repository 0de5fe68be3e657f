"""Row level security on the plan: families by name and by line, partners by share, nobody without an actor."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from kith.access.models import Account, Involvement
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.plan.models import Plan, PlanPerson, PlanShare
from tests.access.tries import reads, tries
from tests.plan.street import Street, organisation
from tests.support import make

pytestmark = pytest.mark.database
TABLES = (
    "plan_plan", "plan_planperson", "plan_planbasis", "plan_goal", "plan_step", "plan_strength", "plan_change",
    "plan_progress", "plan_answer", "plan_planshare", "plan_planversion", "plan_planreview",
)  # fmt: skip


def seen(who: Account) -> set[str]:
    """The words of every line that this account reads, with SQL of its own."""
    return {
        words
        for table in ("plan_goal", "plan_step", "plan_strength", "plan_change", "plan_my_lines()")
        for (words,) in reads(who, f"SELECT words FROM {table}")
    }


def everything(who: Account) -> int:
    """How many rows of all tables of the plan, and of their histories, this account reads."""
    return sum(len(reads(who, f"SELECT 1 FROM {table}{log}")) for table in TABLES for log in ("", "event"))


def share(street: Street, plan: Plan, item: object, name: str, by: Account | None = None) -> None:
    worker = by or street.lead
    with acting(make.actor(worker)):
        PlanShare(
            plan_id=plan.id,
            item=item,
            organisation_id=organisation(name, "charity").id,
            recorded_by=worker.id,
        ).save(force_insert=True)


def test_the_database_knows_the_same_roles_as_the_classes() -> None:
    for code, role in ROLES.items():
        with acting(make.actor(make.account(code))), connection.cursor() as cursor:
            cursor.execute("SELECT plan_role_plans(kith_actor_role())")
            assert cursor.fetchone() == (Permission.PLAN in role.may,), code
    assert {code for code, role in ROLES.items() if Permission.AGREE_PLAN in role.may} == {"manager"}


def test_with_no_actor_there_is_no_row() -> None:
    street = Street()
    street.goal(street.plan())
    for table in TABLES:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table


def test_every_family_account_reads_nothing_of_a_plan_until_a_line_is_released_to_it_by_name() -> None:
    street = Street()
    plan = street.plan()
    for_mum, kept = street.goal(plan, "For Mara alone."), street.step(plan, "Kept.")
    for account in street.doors:
        assert everything(account) == 0
    assert street.release(for_mum.id, street.mum)
    assert seen(street.mother) == {"For Mara alone."}
    for account in (street.father, street.young, street.sibling):
        assert everything(account) == 0, account
    # By the function alone: a row of a line has columns that are not hers.
    assert everything(street.mother) == 0
    assert kept.words not in seen(street.mother)


def test_who_causes_harm_reads_only_what_is_theirs_and_nobody_reads_who_that_is() -> None:
    street = Street()
    plan = street.plan()
    his = street.step(plan, "Go to the course.", "person_causing_harm", person_id=street.dad.id)
    assert street.release(his.id, street.dad)
    assert seen(street.father) == {"Go to the course."}
    for account in street.doors:
        assert reads(account, "SELECT part FROM plan_planperson") == []
        assert reads(account, "SELECT id FROM plan_plan") == []


def test_staff_who_hold_nobody_of_it_see_nothing_and_one_child_shows_the_whole() -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan)
    stranger, beside = make.account("social_worker"), make.account("health")
    make.involved(stranger, make.person("Zed"))
    make.involved(beside, street.brother, role="health")
    assert everything(stranger) == 0
    assert seen(beside) == {"We eat together."}
    assert not tries(beside, "UPDATE plan_goal SET words = 'x'")
    for role in ("analyst", "auditor", "admin", "returns", "director"):
        assert everything(make.account(role)) == 0, role


def test_a_restriction_on_anybody_of_it_bars_whom_it_does_not_name() -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan)
    beside = make.account("health")
    make.involved(beside, street.child, role="health")
    assert seen(beside)
    make.restricted(street.mum, "relocated")
    assert everything(beside) == 0
    # The mother's own worker is not named either, so the plan is kept from her until she is.
    assert everything(street.lead) == 0


def test_a_line_with_a_label_is_read_by_who_holds_the_label() -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan, "Take the tablets.", label=64)
    plain = make.account("school")
    make.involved(plain, street.child, role="lead_practitioner")
    doctor = make.account("health")
    make.involved(doctor, street.child, role="health")
    assert seen(plain) == set()
    assert seen(doctor) == {"Take the tablets."}
    assert street.release(street.goal(plan, "b", label=64).id, street.mum)
    for label in (8, 32, 256, 1024, 2048):
        assert not street.release(street.goal(plan, "kept", label=label).id, street.mum)


@pytest.mark.parametrize("role", ["partner", "school", "coordinator"])
def test_outside_roles_read_what_was_shared_with_their_organisation_or_the_whole_where_they_lead(
    role: str,
) -> None:
    street = Street()
    plan = street.plan()
    shared = street.step(plan, "Shared.")
    street.step(plan, "Not shared.")
    outside = street.outside(role)
    other = street.outside(role, "Another")
    assert everything(outside) == len(reads(outside, "SELECT 1 FROM plan_planperson"))
    share(street, plan, shared.id, "The Harbour")
    assert seen(outside) == {"Shared."}
    assert seen(other) == set()
    assert {part for (part,) in reads(outside, "SELECT part FROM plan_planperson")} == {"child"}
    assert reads(outside, "SELECT id FROM plan_plan") == []
    leader = make.account(role, organisation=organisation("Third", "charity"))
    make.involved(leader, street.child, role="lead_practitioner")
    assert seen(leader) == {"Shared.", "Not shared."}


def test_who_shares_with_a_partner_holds_the_role_and_the_line() -> None:
    street = Street()
    plan = street.plan()
    item = street.goal(plan)
    outside = street.outside("partner")
    statement = (
        "INSERT INTO plan_planshare (id, recorded_at, recorded_by, source, plan_id, item, organisation_id)"
        " VALUES (gen_random_uuid(), now(), %s, 'worker', %s, %s, %s)"
    )
    assert not tries(outside, statement, [outside.id, plan.id, item.id, outside.organisation_id])
    health = make.account("health")
    make.involved(health, street.child, role="health")
    assert not tries(health, statement, [health.id, plan.id, item.id, outside.organisation_id])
    assert tries(street.lead, statement, [street.lead.id, plan.id, item.id, outside.organisation_id])


def test_a_former_worker_does_not_add_somebody_of_theirs_to_read_it_again() -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan)
    Involvement.objects.using(make.OWNER).filter(account=street.lead).delete()
    mine = make.person("Zed")
    make.involved(street.lead, mine)
    assert not tries(
        street.lead,
        "INSERT INTO plan_planperson (id, recorded_at, recorded_by, source, plan_id, person_id, part)"
        " VALUES (gen_random_uuid(), now(), %s, 'worker', %s, %s, 'child')",
        [street.lead.id, plan.id, mine.id],
    )
    assert everything(street.lead) == 0


def test_a_plan_is_put_together_of_people_who_are_open() -> None:
    street = Street()
    stranger = make.person("Zed")
    with acting(make.actor(street.lead)):
        plan = Plan(family_id=street.family.id, started_on="2026-01-05", recorded_by=street.lead.id)
        plan.save(force_insert=True)
    for part in ("child", "network", "causes_harm"):
        with pytest.raises(Exception, match="row-level security"), acting(make.actor(street.lead)):
            PlanPerson(plan_id=plan.id, person_id=stranger.id, part=part, recorded_by=street.lead.id).save(
                force_insert=True
            )
