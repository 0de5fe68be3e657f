"""What was tried against family meetings by a father kept apart, a nosy worker and a coordinator who has gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account
from kith.decisions.models import FamilyPlanLine, Prepared, ReviewMeeting
from kith.people.models import ContactPoint, PersonIdentity
from tests.access.tries import reads, tries
from tests.decisions.world import DAY, World, save
from tests.support import make

pytestmark = pytest.mark.database
ANSWER = (
    "INSERT INTO decisions_authorityanswer (id, recorded_at, recorded_by, source, line_id, answer, reason, gives,"
    " decided_by_id, answered_on) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'yes', %s, %s, %s, current_date)"
)
MAY = "SELECT decisions_may_release(%s, %s)"
WHY_NOT = "SELECT decisions_why_not(%s, now() + interval '9 days', %s, %s)"


def answered(world: World, line: FamilyPlanLine, reason: str, gives: str = "") -> bool:
    by = world.manager.id
    return tries(world.manager, ANSWER, [by, line.id, reason, gives, by])


def ready() -> tuple[World, FamilyPlanLine]:
    """An agreed plan of one part, and a manager who answers it."""
    world = World()
    for each in (world.child, world.mum, world.dad):
        make.involved(world.manager, each)
    _plan, lines = world.plan("Nan Nora comes on Fridays.")
    return world, lines[0]


def test_the_councils_answer_tells_no_reader_of_the_part_where_another_lives() -> None:
    world, line = ready()
    world.release(line.id, world.dad)
    assert not answered(world, line, "Yes.", "A taxi from 4, Heron Close.")
    assert not answered(world, line, "The bus goes to zz99zz.")
    assert answered(world, line, "Yes, it is safe.", "A taxi.")
    assert len(reads(world.ex, "SELECT reason FROM decisions_authorityanswer")) == 1


def test_a_part_whose_answer_says_where_somebody_lives_goes_to_nobody_who_may_not_know() -> None:
    world, line = ready()
    assert answered(world, line, "Yes.", "A taxi from 4 Heron Close.")
    assert reads(world.coordinator, MAY, [line.id, world.dad.id]) == [(False,)]
    assert reads(world.coordinator, MAY, [line.id, world.mum.id]) == [(True,)]


def test_what_the_family_struck_out_before_it_agreed_is_the_coordinators_alone() -> None:
    world = World()
    plan, lines = world.plan("He hurt me.", "Nan Nora comes.", agreed=False)
    owner = FamilyPlanLine.objects.using(make.OWNER)
    owner.filter(id=lines[0].id).delete()
    owner.filter(id=lines[1].id).update(words="Nan Nora comes on Fridays.")
    type(plan).objects.using(make.OWNER).filter(id=plan.id).update(agreed_on=DAY)
    world.release(lines[1].id, world.dad)
    history = "SELECT words FROM decisions_familyplanlineevent"
    for account in (world.lead, world.manager, world.ex):
        said = {words for (words,) in reads(account, history)}
        assert not said & {"He hurt me.", "Nan Nora comes."}, account.role
    assert ("He hurt me.",) in reads(world.coordinator, history)


def test_an_address_kept_on_a_linked_record_and_a_kept_number_are_told_as_little() -> None:
    world = World()
    known_before = make.person("Mara", "Stone", born=None)
    since = timezone.now() - timedelta(days=9)
    save(
        PersonIdentity, person=known_before, canonical=world.mum, during=TimestamptzRange(since, None, "[)"),
        reason="One person.",
    )  # fmt: skip
    make.home(known_before, "9 Quarry Row, Kithton", "ZZ8 8ZZ", protected=True)
    save(
        ContactPoint, person=world.mum, channel="phone", value="01632 960 777", protected=True,
        during=make.always(),
    )  # fmt: skip
    for place, words in (("9 Quarry Row", ""), ("", "It is near zz88zz."), ("", "Ring 01632960777.")):
        found = reads(world.coordinator, WHY_NOT, [world.n_dad.id, place, words])
        assert found == [("address",)], (place, words)
    assert reads(world.coordinator, WHY_NOT, [world.n_dad.id, "The library", "Come in."]) == [(None,)]
    assert reads(world.coordinator, WHY_NOT, [world.n_mum.id, "", "Ring 01632960777."]) == [(None,)]


def test_the_day_of_looking_again_goes_to_nobody_who_is_kept_apart() -> None:
    world = World()
    again = save(ReviewMeeting, meeting=world.meeting, planned_for=DAY)
    assert reads(world.coordinator, MAY, [again.id, world.dad.id]) == [(True,)]
    save(Prepared, network=world.n_dad, safe_how="separate")
    assert reads(world.coordinator, MAY, [again.id, world.dad.id]) == [(False,)]
    assert reads(world.coordinator, MAY, [again.id, world.nan.id]) == [(True,)]


def test_a_coordinator_whose_time_here_is_over_reads_nothing() -> None:
    world = World()
    world.prepare()
    notes = "SELECT notes FROM decisions_prepared"
    assert len(reads(world.coordinator, notes)) == 4
    Account.objects.using(make.OWNER).filter(id=world.coordinator.id).update(
        supervisor=world.manager, until_on=timezone.localdate() - timedelta(days=1)
    )
    assert reads(world.coordinator, notes) == []
    assert reads(world.coordinator, "SELECT id FROM decisions_familymeeting") == []
