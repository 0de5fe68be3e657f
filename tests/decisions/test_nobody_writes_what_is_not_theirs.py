"""What PostgreSQL lets each account write of a family meeting, with any SQL, through the app's own login."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import Error

from kith.access.models import Account, Release
from kith.decisions.models import FamilyPlan, FamilyPlanLine, MeetingFact, NetworkPerson, OfferAnswer
from kith.people.models import Person
from tests.access.tries import reads, tries
from tests.decisions.world import AT, DAY, World, concern, save
from tests.support import make

pytestmark = pytest.mark.database
RELEASE = (
    "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
    " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'meeting', %s, true, 'x', now())"
)
NEW = "(id, recorded_at, recorded_by, source"
VALUES = "VALUES (gen_random_uuid(), now(), %s, %s"


def releases(account: Account, item: UUID, to: Person) -> bool:
    return tries(account, RELEASE, [account.id, to.id, item])


def invites(account: Account, who: NetworkPerson, place: str = "", words: str = "") -> bool:
    return tries(
        account,
        f"INSERT INTO decisions_invitation {NEW}, network_id, way, language, come_at, place, words, sent_on)"
        f" {VALUES}, %s, 'letter', '', %s, %s, %s, %s)",
        [account.id, "worker", who.id, AT, place, words, DAY],
    )


def answers_offer(account: Account, world: World, person: Person, source: str = "family") -> bool:
    return tries(
        account,
        f"INSERT INTO decisions_offeranswer {NEW}, offer_id, person_id, answer, answered_on, words)"
        f" {VALUES}, %s, %s, 'accepted', %s, '')",
        [account.id, source, world.offer.id, person.id, DAY],
    )


def test_an_offer_is_released_by_a_worker_who_may_read_it_to_those_it_was_made_to() -> None:
    world, stranger = World(), make.account("lead")
    for account in (stranger, world.coordinator, *world.families):
        assert not releases(account, world.offer.id, world.mum), account.role
    assert not releases(world.lead, world.offer.id, world.nan)
    assert releases(world.lead, world.offer.id, world.mum)
    assert not tries(world.lead, "UPDATE access_release SET reader_id = %s", [world.dad.id])
    assert tries(world.lead, "UPDATE access_release SET withdrawn_at = now()")


def test_nothing_that_comes_of_a_concern_is_released_to_anybody() -> None:
    hidden = World(covert=concern(make.person("Bo")))
    invitation = hidden.invite(hidden.n_mum)
    Release.objects.using(make.OWNER).all().delete()
    assert not releases(hidden.lead, hidden.offer.id, hidden.mum)
    assert not releases(hidden.coordinator, invitation.id, hidden.mum)


def test_an_invitation_goes_to_whom_it_is_for_and_to_nobody_else() -> None:
    world = World()
    invitation = world.invite(world.n_mum)
    Release.objects.using(make.OWNER).all().delete()
    assert not releases(world.coordinator, invitation.id, world.dad)
    assert not releases(world.lead, invitation.id, world.mum)
    assert not releases(world.other_coordinator, invitation.id, world.mum)
    assert releases(world.coordinator, invitation.id, world.mum)


def test_a_part_of_the_plan_goes_to_nobody_who_is_never_asked_or_may_not_know_where_it_says_somebody_lives() -> (
    None
):
    world = World()
    plan, lines = world.plan("We meet at 4 Heron Close.", "Rhys goes to his group.")
    assert releases(world.coordinator, plan.id, world.dad)
    assert not releases(world.coordinator, lines[0].id, world.dad)
    assert releases(world.coordinator, lines[1].id, world.dad)
    assert releases(world.coordinator, lines[0].id, world.mum)
    world.never(world.n_nan)
    assert not releases(world.coordinator, lines[1].id, world.nan)
    assert not releases(world.lead, lines[1].id, world.mum)


def test_a_draft_of_the_plan_is_shown_to_nobody() -> None:
    world = World()
    _plan, lines = world.plan("Rhys goes to his group.", agreed=False)
    assert not releases(world.coordinator, lines[0].id, world.mum)


def test_each_answers_the_offer_for_themselves_alone_and_only_once_it_is_theirs_to_see() -> None:
    world = World()
    assert not answers_offer(world.ex, world, world.dad)
    world.release(world.offer.id, world.dad)
    assert not answers_offer(world.ex, world, world.mum)
    assert not answers_offer(world.ex, world, world.dad, source="worker")
    assert answers_offer(world.ex, world, world.dad)
    assert not tries(world.ex, "UPDATE decisions_offeranswer SET answer = 'declined'")
    assert not tries(world.lead, "UPDATE decisions_offeranswer SET answer = 'declined'")
    assert OfferAnswer.objects.using(make.OWNER).get().answer == "accepted"


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"may_ask": "never"}, "never"),
        ({"may_ask": "not_yet"}, "not settled"),
        ({"orders": "not_checked"}, "orders"),
        ({"orders": "some"}, "orders: what they allow"),
    ],
)
def test_nobody_is_invited_before_it_is_settled_and_orders_are_checked(
    facts: dict[str, str], why: str
) -> None:
    world = World()
    who = world.in_network(None, "Uncle Jo", **facts)
    assert not invites(world.coordinator, who), why
    NetworkPerson.objects.using(make.OWNER).filter(id=who.id).update(
        may_ask="may", orders="some", orders_allow="May come by phone."
    )
    assert invites(world.coordinator, who)


def test_nobody_is_invited_by_anybody_but_the_meetings_coordinator() -> None:
    world = World()
    for account in (world.lead, world.manager, world.other_coordinator, *world.families):
        assert not invites(account, world.n_nan), account.role


@pytest.mark.parametrize("said", ["4 Heron Close", "4, heron-close", "zz99zz", "Come by ZZ9 9ZZ please"])
def test_no_invitation_says_a_kept_address_to_somebody_who_may_not_know_it(said: str) -> None:
    world = World()
    assert not invites(world.coordinator, world.n_dad, place=said)
    assert not invites(world.coordinator, world.n_dad, words=said)
    assert invites(world.coordinator, world.n_mum, place=said)


def test_who_is_kept_apart_is_told_neither_the_place_nor_the_day_of_the_others() -> None:
    world = World()
    world.prepare()
    assert invites(world.coordinator, world.n_mum, place="Town Hall, room 4")
    for place in ("Town Hall, room 4", "town hall", "Town Hall, room 9"):
        assert not invites(world.coordinator, world.n_dad, place=place), place
    assert not invites(world.coordinator, world.n_dad, place=""), "it is the same day"
    assert not invites(world.coordinator, world.n_dad, words="We are in the Town Hall.")


def test_nor_are_the_others_told_theirs_when_they_were_asked_first() -> None:
    world = World()
    world.prepare()
    world.invite(world.n_dad, place="Town Hall", at=AT.replace(day=10))
    assert not invites(world.coordinator, world.n_mum, place="Town Hall, room 4")
    assert invites(world.coordinator, world.n_mum, place="The library")


def test_a_coordinator_ties_nobody_of_the_record_to_the_network() -> None:
    world = World()
    add = (
        f"INSERT INTO decisions_networkperson {NEW}, meeting_id, person_id, name, tie, named_by, part, may_ask,"
        f" agreed_with, orders, orders_checked_with, orders_allow) {VALUES}, %s, %s, 'X', '', '', 'other', 'not_yet', '',"
        " 'not_checked', '', '')"
    )
    stranger = make.person("Bo")
    assert not tries(world.coordinator, add, [world.coordinator.id, "worker", world.meeting.id, stranger.id])
    assert tries(world.coordinator, add, [world.coordinator.id, "worker", world.meeting.id, None])
    assert not tries(world.coordinator, "UPDATE decisions_networkperson SET person_id = %s", [stranger.id])
    assert not tries(world.lead, add, [world.lead.id, "worker", world.meeting.id, stranger.id])


def test_a_plan_that_the_family_agreed_is_changed_by_nobody() -> None:
    world = World()
    plan, lines = world.plan("Nan Nora comes on Fridays.")
    assert not tries(world.coordinator, "UPDATE decisions_familyplanline SET words = 'x'")
    assert not tries(world.coordinator, "DELETE FROM decisions_familyplanline")
    assert not tries(world.coordinator, "UPDATE decisions_familyplan SET agreed_on = NULL")
    with pytest.raises(Error):
        FamilyPlanLine.objects.using(make.OWNER).filter(id=lines[0].id).update(words="x")
    with pytest.raises(Error):
        FamilyPlan.objects.using(make.OWNER).filter(id=plan.id).update(agreed_on=None)
    with pytest.raises(Error):
        save(FamilyPlanLine, plan=plan, position=9, words="One more")


def test_only_a_manager_who_may_read_it_answers_a_part_of_the_plan() -> None:
    world = World()
    _plan, lines = world.plan("Nan Nora comes on Fridays.")
    answer = (
        f"INSERT INTO decisions_authorityanswer {NEW}, line_id, answer, reason, gives, decided_by_id, answered_on)"
        f" {VALUES}, %s, 'yes', 'Safe.', '', %s, %s)"
    )
    for account, may in (
        (world.lead, False), (world.coordinator, False), (make.account("manager"), False), (world.ex, False),
        (world.manager, True),
    ):  # fmt: skip
        assert tries(account, answer, [account.id, "worker", lines[0].id, account.id, DAY]) is may, (
            account.role
        )


def test_an_exemption_is_a_seniors_and_never_of_who_asked() -> None:
    world = World()
    add = (
        f"INSERT INTO decisions_exemption {NEW}, person_id, reason, asked_by_id, authorised_by_id, decided_on)"
        f" {VALUES}, %s, 'x', %s, %s, %s)"
    )
    person = world.child.id
    assert not tries(world.lead, add, [world.lead.id, "worker", person, None, world.lead.id, DAY])
    assert not tries(
        world.manager, add, [world.manager.id, "worker", person, world.manager.id, world.manager.id, DAY]
    )
    assert not tries(world.manager, add, [world.manager.id, "worker", person, None, world.lead.id, DAY])
    assert tries(
        world.manager, add, [world.manager.id, "worker", person, world.lead.id, world.manager.id, DAY]
    )


def test_the_facts_that_the_law_reads_are_nobodys_to_write() -> None:
    world = World()
    assert [each.kind for each in MeetingFact.objects.using(make.OWNER).all()] == ["offered"]
    assert not tries(world.lead, "UPDATE decisions_meetingfact SET kind = 'held'")
    assert not tries(
        world.lead,
        f"INSERT INTO decisions_meetingfact {NEW}, offer_id, person_id, kind, happened_on, in_letter)"
        f" {VALUES}, %s, %s, %s, %s, false)",
        [world.lead.id, "worker", world.offer.id, world.child.id, "held", DAY],
    )


def test_the_functions_within_cannot_be_asked_of_anything_one_likes() -> None:
    world = World()
    for call in (
        "SELECT decisions_tells_where(%s, 'ZZ9 9ZZ')", "SELECT decisions_offer_of('network', %s)",
        "SELECT decisions_untold(%s)",
    ):  # fmt: skip
        assert reads(world.coordinator, call, [world.n_dad.id]) == []
    other = [world.meeting.id, world.coordinator.id]
    assert reads(world.ex, "SELECT decisions_coordinates('meeting', %s, %s)", other) == [(False,)]
    assert reads(world.ex, "SELECT decisions_is_me(%s, %s)", [world.mum.id, world.parent.id]) == [(False,)]
    assert reads(world.ex, "SELECT decisions_tell(%s, 'at_risk', 'x')", [world.meeting.id]) == []
    assert reads(world.lead, "SELECT decisions_tell(%s, 'held', '')", [uuid4()]) == []
    # Whom one does not coordinate for, it says the same of as of nobody.
    assert reads(
        world.other_coordinator, "SELECT decisions_why_not(%s, now(), '', '')", [world.n_dad.id]
    ) == [("not_yours",)]
    assert reads(world.other_coordinator, "SELECT decisions_why_not(%s, now(), '', '')", [uuid4()]) == [
        ("not_yours",)
    ]
