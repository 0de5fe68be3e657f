"""What PostgreSQL lets each account read of a family meeting, whatever a page would ask for."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from kith.access.models import Account, NotYetTold
from kith.core.acting import acting
from kith.decisions.models import Invitation
from tests.access.tries import reads
from tests.decisions.world import SECRETS, World, concern, save
from tests.support import make

pytestmark = pytest.mark.database
TABLES = sorted(model._meta.db_table for model in apps.get_app_config("decisions").get_models())
LIVE = [name for name in TABLES if not name.endswith("event")]


def rows(account: Account, table: str) -> list[tuple[Any, ...]]:
    return reads(account, f"SELECT * FROM {table}")


def all_that(account: Account) -> dict[str, int]:
    """How many rows of which tables the account reads; those with none are left out."""
    found = {table: len(rows(account, table)) for table in TABLES}
    return {table: number for table, number in found.items() if number}


def full() -> World:
    """A world with something in every table that tells of somebody."""
    world = World()
    world.prepare()
    make.involved(world.lead, world.nan)
    return world


def test_with_no_actor_there_is_nothing() -> None:
    full()
    with acting(None), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table


def test_behind_the_door_nothing_is_there_before_it_is_released_by_name() -> None:
    world = full()
    world.never(world.n_dad)
    _plan, lines = world.plan("Nan Nora comes on Fridays.")
    save(apps.get_model("decisions", "AuthorityAnswer"), line=lines[0], answer="yes", reason="It is safe.",
         decided_by=world.manager, answered_on="2026-11-09")  # fmt: skip
    save(
        apps.get_model("decisions", "Stage"),
        meeting=world.meeting,
        stage="private",
        from_at="2026-12-03T15:00Z",
    )
    save(apps.get_model("decisions", "Exemption"), person=world.child, reason="x", authorised_by=world.manager,
         decided_on="2026-11-09")  # fmt: skip
    for account in world.families:
        assert all_that(account) == {}


def test_each_reads_their_own_invitation_and_nobody_elses() -> None:
    world = full()
    for who in (world.n_child, world.n_mum, world.n_nan):
        world.invite(who)
    world.invite(world.n_dad, place="")
    for account, who in ((world.parent, world.n_mum), (world.ex, world.n_dad), (world.gran, world.n_nan)):
        with acting(make.actor(account)):
            assert [each.network_id for each in Invitation.objects.all()] == [who.id]
        assert all_that(account) == {"decisions_invitation": 1}


def test_nobody_of_the_family_sees_anothers_answer() -> None:
    world = full()
    answer = apps.get_model("decisions", "InvitationAnswer")
    for who in (world.n_mum, world.n_dad):
        save(
            answer,
            invitation=world.invite(who, place=""),
            answer="yes",
            answered_on="2026-11-20",
            say_before=who.name,
        )
    offered = apps.get_model("decisions", "OfferAnswer")
    for person in (world.mum, world.dad):
        world.release(world.offer.id, person)
        save(
            offered,
            offer=world.offer,
            person=person,
            answer="accepted",
            answered_on="2026-11-03",
            words="Mine",
        )
    for account, who, person in ((world.parent, "Mara", world.mum), (world.ex, "Rhys", world.dad)):
        with acting(make.actor(account)):
            assert [each.say_before for each in answer.objects.all()] == [who]
            assert [each.person_id for each in offered.objects.all()] == [person.id]


def test_nothing_that_the_father_reads_says_where_they_are() -> None:
    world = full()
    for who in (world.n_child, world.n_mum, world.n_nan):
        world.invite(who)
    world.invite(world.n_dad, place="")
    plan, lines = world.plan("Nan Nora fetches Ada from Beech Lane School.", "Rhys goes to his group.")
    world.release(world.offer.id, world.dad)
    world.release(plan.id, world.dad)
    world.release(lines[1].id, world.dad)
    said = " ".join(str(row) for table in TABLES for row in rows(world.ex, table))
    assert "Rhys goes to his group." in said
    assert [secret for secret in SECRETS if secret in said] == []
    assert str(lines[0].id) not in said


@pytest.mark.parametrize("role", ["partner", "school", "analyst", "returns", "auditor", "admin", "reviewing"])
def test_those_outside_read_nothing(role: str) -> None:
    world = full()
    account = make.account(role)
    if role in {"partner", "school"}:
        make.involved(account, world.child, role=role)
    assert all_that(account) == {}


def test_a_charity_that_leads_reads_what_a_lead_reads_unless_it_comes_of_a_concern() -> None:
    world = full()
    partner = make.account("partner")
    make.involved(partner, world.child, role="lead_practitioner")
    assert all_that(partner)["decisions_meetingoffer"] == 1
    assert rows(partner, "decisions_prepared") == []
    hidden = World(covert=concern(world.child))
    make.involved(partner, hidden.child, role="lead_practitioner")
    assert [row for row in rows(partner, "decisions_meetingoffer") if hidden.offer.id in row] == []
    assert [row for row in rows(hidden.lead, "decisions_meetingoffer") if hidden.offer.id in row]


def test_what_prepares_a_person_and_what_they_say_alone_is_the_coordinators_only() -> None:
    world = full()
    for table in (
        "decisions_prepared",
        "decisions_privatecheck",
        "decisions_invitation",
        "decisions_invitationanswer",
    ):
        for account in (world.lead, world.manager, world.other_coordinator, *world.families):
            assert rows(account, table) == [], (table, account.role)
    assert len(rows(world.coordinator, "decisions_prepared")) == 4
    assert len(rows(world.coordinator, "decisions_privatecheck")) == 2


def test_the_history_of_it_is_the_coordinators_only_too() -> None:
    world = full()
    apps.get_model("decisions", "Prepared").objects.using(make.OWNER).update(notes="Changed")
    assert len(rows(world.coordinator, "decisions_preparedevent")) == 4
    for account in (world.lead, world.manager, world.ex):
        assert rows(account, "decisions_preparedevent") == []


def test_why_never_is_read_by_the_coordinator_and_a_manager_alone() -> None:
    world = full()
    world.never(world.n_dad)
    assert len(rows(world.coordinator, "decisions_neverreason")) == 1
    assert len(rows(world.manager, "decisions_neverreason")) == 1
    stranger = make.account("manager")
    for account in (world.lead, stranger, world.other_coordinator, *world.families):
        assert rows(account, "decisions_neverreason") == [], account.role


def test_a_coordinator_reads_their_own_meeting_and_nothing_of_the_record() -> None:
    world = full()
    make.home(world.dad)
    for table in (
        "people_person", "people_personname", "people_address", "people_contactpoint", "story_event", "story_about",
        "help_referral", "care_episode", "access_grant", "access_involvement", "people_relationship",
    ):  # fmt: skip
        assert rows(world.coordinator, table) == [], table
    assert all_that(world.other_coordinator) == {}
    assert (
        rows(world.coordinator, "decisions_meetingoffer")
        == rows(world.coordinator, "decisions_meetingperson")
        == []
    )
    assert len(rows(world.coordinator, "decisions_networkperson")) == 4


def test_once_the_meeting_is_closed_its_coordinator_reads_nothing() -> None:
    world = full()
    type(world.meeting).objects.using(make.OWNER).update(closed_on="2026-12-20")
    assert all_that(world.coordinator) == {}
    assert all_that(world.lead)["decisions_familymeeting"] == 1


def test_a_worker_who_holds_no_child_of_it_sees_nothing_and_neither_does_one_left_out_by_a_restriction() -> (
    None
):
    world = full()
    of_father = make.account("lead")
    make.involved(of_father, world.dad)
    assert all_that(of_father) == {}
    assert all_that(world.lead)["decisions_meetingoffer"] == 1
    make.restricted(world.mum, kind="relocated")
    assert all_that(world.lead) == {}


def test_a_draft_of_the_familys_plan_is_not_the_workers() -> None:
    world = full()
    world.plan("Nan Nora comes on Fridays.", agreed=False)
    assert rows(world.lead, "decisions_familyplan") == rows(world.lead, "decisions_familyplanline") == []
    assert len(rows(world.coordinator, "decisions_familyplanline")) == 1


def test_somebody_who_is_never_to_be_asked_reads_nothing_even_of_what_was_released_before() -> None:
    world = full()
    world.invite(world.n_dad, place="")
    plan, lines = world.plan("Rhys goes to his group.")
    for item in (plan.id, lines[0].id):
        world.release(item, world.dad)
    assert all_that(world.ex) == {
        "decisions_invitation": 1, "decisions_familyplan": 1, "decisions_familyplanline": 1
    }  # fmt: skip
    world.never(world.n_dad)
    assert all_that(world.ex) == {}


def test_what_comes_of_a_concern_is_not_there_behind_the_door_even_if_it_was_released_by_a_fault() -> None:
    world = World()
    worry = concern(world.child, world.mum)
    hidden = World(covert=worry)
    hidden.release(hidden.offer.id, hidden.mum)
    hidden.invite(hidden.n_mum)
    assert all_that(hidden.parent) == {}
    NotYetTold.objects.using(make.OWNER).update(ended_at="2026-11-20T10:00Z", ended_by=world.lead.id)
    assert all_that(hidden.parent) == {"decisions_meetingoffer": 1, "decisions_invitation": 1}


def test_see_it_as_they_will_shows_no_more_than_both_may_see() -> None:
    world = full()
    world.invite(world.n_mum)
    with (
        acting(make.actor(world.lead).seeing_as(world.parent.id), read_only=True),
        connection.cursor() as cursor,
    ):
        for table in LIVE:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table
