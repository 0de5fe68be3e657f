"""What looks through words before they go answers yes or no: nobody finds an address by asking it again and again.

A family's account, a stranger and a connection that is nobody's get one answer whatever the words are, and whatever was
recorded: with SQL of their own, through the pages' login.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import Error, connection
from django.utils import timezone

from kith.access.models import Account
from kith.bonds.models import TimeLimit, TimePlan, TimeWith
from kith.core.acting import acting
from kith.people.models import MayKnow
from kith.story.models import About, Event, WordsUse
from tests.decisions.world import World
from tests.letters.world import SAFE_CODE, Apart
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def street() -> Apart:
    found = Apart()
    found.keep_apart()
    return found


def asked(by: Account | None, function: str, *values: Any) -> object:
    """What it answers; "refused" where the login may not call it."""
    places = ", ".join(["%s"] * len(values))
    try:
        with acting(make.actor(by) if by else None), connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}({places})", list(values))
            return cursor.fetchone()[0]
    except Error:
        return "refused"


def others(street: Apart) -> tuple[Account | None, ...]:
    return street.father, street.mother, make.account("school"), make.account("analyst"), None


def note(street: Apart, words: str, **more: Any) -> UUID:
    event = Event.objects.using(make.OWNER).create(
        action="story.note", happened_at=timezone.now(), title=words, recorded_by=street.father.id,
        **({"kind": "note"} | more),
    )  # fmt: skip
    About.objects.using(make.OWNER).create(event=event, person=street.child, happened_at=event.happened_at)
    return event.id


def test_words_of_ones_own_are_no_way_to_guess_where_somebody_lives(street: Apart) -> None:
    plan = street.plan()
    for function, right, wrong, first in (
        ("plan_gives_away", *(street.goal(plan, each).id for each in (SAFE_CODE, "ZZ1 7AB")), ()),
        ("story_gives_away", note(street, SAFE_CODE), note(street, "ZZ1 7AB"), ("event",)),
    ):
        told = [asked(street.lead, function, *first, each, street.dad.id) for each in (right, wrong)]
        assert told == [True, False], function
        for other in others(street):
            answers = {asked(other, function, *first, each, street.dad.id) for each in (right, wrong)}
            assert answers == {True}, (function, other)


def test_an_invitation_is_no_way_to_guess_either(kith_database: None) -> None:
    world = World()
    MayKnow.objects.using(make.OWNER).create(
        person=world.mum, other=world.dad, may=False, reason="He hurt her.", during=make.always()
    )
    sent = [
        world.invite(who, place=place).id
        for who, place in ((world.n_dad, "4 Heron Close"), (world.n_nan, "The library"))
    ]
    told = [asked(world.coordinator, "decisions_gives_away", each, world.dad.id) for each in sent]
    assert told == [True, False]
    for other in (*world.families, make.account("school"), None):
        assert {asked(other, "decisions_gives_away", each, world.dad.id) for each in sent} == {True}


def test_a_place_to_meet_and_what_stands_between_two_are_answered_to_whoever_writes_of_the_child(
    street: Apart,
) -> None:
    now = timezone.localdate()
    plan = TimePlan.objects.using(make.OWNER).create(
        child=street.child, tie="parent", how="together", times=1, every="week", what="Play", travel="Bus",
        agreed_with="Ada", orders_checked_on=now, from_on=now,
    )  # fmt: skip
    TimeWith.objects.using(make.OWNER).create(plan=plan, person=street.dad)
    street.released_by_a_fault(plan.id, street.dad)
    TimeLimit.objects.using(make.OWNER).create(
        child=street.child, other=street.dad, kind="forbidden", allows="nothing", words="x", from_on=now,
        covert_id=street.concern(),
    )  # fmt: skip
    places = [asked(street.lead, "bonds_place_tells", plan.id, each) for each in (SAFE_CODE, "The library")]
    assert places == [True, False]
    pairs = [(street.child.id, each.id, "together", now) for each in (street.dad, street.mum)]
    assert [asked(street.lead, "bonds_may_not", *each) for each in pairs] == [True, False]
    for other in others(street):
        assert {asked(other, "bonds_place_tells", plan.id, each) for each in (SAFE_CODE, "x")} == {True}
        assert {asked(other, "bonds_may_not", *each) for each in pairs} == {True}
        assert asked(other, "bonds_forbids", *pairs[0], True) == "refused"
    assert asked(street.lead, "bonds_forbids", *pairs[0], True) == "refused"


def test_who_is_kept_apart_from_whom_is_told_to_whoever_writes_of_them(street: Apart) -> None:
    pairs = [(street.mum.id, street.dad.id, None), (street.brother.id, street.child.id, None)]
    assert [asked(street.lead, "bonds_may_not_link", *each) for each in pairs] == [True, False]
    for other in others(street):
        assert {asked(other, "bonds_may_not_link", *each) for each in pairs} == {True}
        assert asked(other, "bonds_link_barred", *pairs[0], True) == "refused"


def test_what_a_young_person_answered_and_who_is_kin_are_told_to_whoever_works_with_them(
    street: Apart,
) -> None:
    said = note(street, "Mine", kind="own_words", source="family")
    Event.objects.using(make.OWNER).filter(id=said).update(recorded_by=street.young.id)
    plain = note(street, "Not mine")
    WordsUse.objects.using(make.OWNER).create(
        event_id=said, use="letter", for_what="x", answer="no", answered_at=timezone.now()
    )
    for function, values, told in (
        ("story_words_may_go", [(each, street.dad.id) for each in (said, plain)], [False, True]),
        (
            "letters_own_words_may",
            [("letter", [street.dad.id], [each]) for each in (said, plain)],
            [False, True],
        ),
        (
            "letters_kin",
            [(street.child.id, [each]) for each in (make.person("Zed").id, street.mum.id)],
            [False, True],
        ),
    ):
        assert [asked(street.lead, function, *each) for each in values] == told, function
        for other in (street.father, street.mother, None):
            assert {asked(other, function, *each) for each in values} == {False}, (function, other)


def test_where_a_worker_works_and_with_whom_is_no_answer_of_the_databases(street: Apart) -> None:
    outside = street.outside("partner")
    world = World()
    assert asked(outside, "access_works_outside", outside.id) is True
    assert asked(world.lead, "decisions_independent", world.offer.id, world.other_coordinator.id) is True
    for other in (*others(street), *world.families):
        assert asked(other, "access_works_outside", outside.id) is False
        assert not asked(other, "decisions_independent", world.offer.id, world.other_coordinator.id)
        assert asked(other, "help_with_nobody", world.offer.id) == "refused"
