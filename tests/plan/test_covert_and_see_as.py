"""What arises from a concern not told leaves no trace outside; seeing as somebody shows what they read and no more."""

from __future__ import annotations

import pytest

from kith.access.models import Release
from kith.core.acting import acting
from kith.plan.models import Goal, Plan, PlanPerson, PlanShare, Step
from tests.access.tries import reads, tries
from tests.plan.street import Street
from tests.plan.test_who_reads_a_plan import everything, seen, share
from tests.support import make

pytestmark = pytest.mark.database


def test_a_line_of_an_open_concern_is_released_to_nobody_and_read_behind_no_door() -> None:
    street = Street()
    plan, concern = street.plan(), street.concern()
    covert = street.step(plan, "Watch the house.", covert_id=concern)
    assert not street.release(covert.id, street.mum)
    # Even where a fault released it.
    street.released_by_a_fault(covert.id, street.mum)
    assert everything(street.mother) == 0
    assert "Watch the house." in seen(street.lead)
    street.tell(concern)
    assert seen(street.mother) == {"Watch the house."}


def test_a_covert_plan_stands_beside_the_familys_own_and_none_of_its_lines_leaves() -> None:
    street = Street()
    own, concern = street.plan(), street.concern()
    covert = street.plan(covert=concern)
    line = street.goal(covert, "Hidden goal.")
    assert not street.release(line.id, street.mum)
    street.released_by_a_fault(line.id, street.mum)
    assert everything(street.mother) == 0
    assert street.release(street.goal(own).id, street.mum)
    assert seen(street.mother) == {"We eat together."}


@pytest.mark.parametrize("role", ["partner", "school", "coordinator"])
def test_outside_roles_learn_nothing_of_a_concern(role: str) -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan)
    leader = make.account(role)
    make.involved(leader, street.child, role="lead_practitioner")
    before = everything(leader)
    concern = street.concern()
    street.step(plan, "Watch the house.", covert_id=concern)
    street.goal(street.plan(covert=concern), "Hidden goal.")
    assert everything(leader) == before
    assert seen(leader) == {"We eat together."}


def test_a_covert_line_is_not_shared_with_a_partner_and_a_share_made_by_a_fault_shows_nothing() -> None:
    street = Street()
    plan, concern = street.plan(), street.concern()
    covert = street.step(plan, "Watch the house.", covert_id=concern)
    outside = street.outside("partner")
    with pytest.raises(Exception, match="row-level security"):
        share(street, plan, covert.id, "The Harbour")
    PlanShare.objects.using(make.OWNER).create(
        plan_id=plan.id, item=covert.id, organisation_id=outside.organisation_id
    )
    assert seen(outside) == set()


def test_a_family_account_writes_nothing_but_answers_of_its_own_to_what_it_reads() -> None:
    street = Street()
    plan = street.plan()
    mine, kept = street.goal(plan, "Mine."), street.goal(plan, "Kept.")
    assert street.release(mine.id, street.mum)
    answer = (
        "INSERT INTO plan_answer (id, recorded_at, recorded_by, source, plan_id, item, person_id, words, agrees)"
        " VALUES (gen_random_uuid(), now(), %s, 'family', %s, %s, %s, 'No.', false)"
    )
    assert tries(street.mother, answer, [street.mother.id, plan.id, mine.id, street.mum.id])
    # Not to what it does not read, not for somebody else, not under another's name.
    assert not tries(street.mother, answer, [street.mother.id, plan.id, kept.id, street.mum.id])
    assert not tries(street.mother, answer, [street.mother.id, plan.id, mine.id, street.dad.id])
    assert not tries(street.mother, answer, [street.lead.id, plan.id, mine.id, street.mum.id])
    assert not tries(street.father, answer, [street.father.id, plan.id, mine.id, street.dad.id])
    assert not tries(street.mother, "UPDATE plan_answer SET words = 'x'")
    assert not tries(street.lead, "UPDATE plan_answer SET words = 'x'")
    assert not tries(street.mother, "UPDATE plan_goal SET words = 'x'")
    assert not tries(street.mother, "DELETE FROM plan_goal")
    assert reads(street.mother, "SELECT words FROM plan_answer") == [("No.",)]
    assert reads(street.lead, "SELECT words FROM plan_answer") == [("No.",)]
    for account in (street.father, street.young, street.sibling):
        assert everything(account) == 0


def test_seeing_as_the_mother_shows_her_lines_and_as_the_father_none() -> None:
    street = Street()
    plan = street.plan()
    line = street.goal(plan, "For Mara alone.")
    street.step(plan, "Kept.")
    assert street.release(line.id, street.mum)
    with acting(make.actor(street.lead).seeing_as(street.mother.id), read_only=True):
        assert [each.words for each in Goal.objects.all()] == ["For Mara alone."]
        assert not Step.objects.exists()
        assert not Plan.objects.exists()
        assert not PlanPerson.objects.exists()
    with acting(make.actor(street.lead).seeing_as(street.father.id), read_only=True):
        assert not Goal.objects.exists()


def test_other_words_take_a_release_back() -> None:
    street = Street()
    plan = street.plan()
    line = street.goal(plan, "We eat together.")
    assert street.release(line.id, street.mum)
    assert tries(street.lead, "UPDATE plan_goal SET reached_on = '2026-01-05'")
    assert seen(street.mother) == {"We eat together."}
    assert tries(street.lead, "UPDATE plan_goal SET words = 'We live at 4 Mill Lane.'")
    assert seen(street.mother) == set()
    assert Release.objects.using(make.OWNER).get(item=line.id).withdrawn_at is not None


def test_neither_label_nor_concern_nor_plan_of_a_line_is_changed() -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan, "kept", label=256)
    for statement in (
        "UPDATE plan_goal SET label = 1",
        "UPDATE plan_goal SET covert_id = NULL",
        "UPDATE plan_goal SET plan_id = plan_id",
        "UPDATE plan_plan SET covert_id = NULL",
        "UPDATE plan_planperson SET person_id = person_id",
    ):
        assert not tries(street.lead, statement), statement


def test_who_releases_holds_the_role_the_people_and_a_reader_of_the_network() -> None:
    street = Street()
    plan = street.plan()
    line = street.goal(plan)
    stranger = make.person("Zed")
    make.involved(street.lead, stranger)
    assert not street.release(line.id, stranger)
    beside = make.account("social_worker")
    make.involved(beside, street.child)
    assert not street.release(line.id, street.mum, by=beside)
    outside = street.outside("partner")
    assert not street.release(line.id, street.child, by=outside)
    assert street.release(line.id, street.mum)
    assert not tries(beside, "UPDATE access_release SET withdrawn_at = now()")
    assert tries(street.lead, "UPDATE access_release SET withdrawn_at = now()")
    assert seen(street.mother) == set()
