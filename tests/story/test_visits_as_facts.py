"""A visit on the story is a fact for the law: of whom it says was seen, by whoever may visit for the council."""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.law.calendar import LONDON
from kith.law.recorded import facts_of
from kith.people.models import Person
from kith.story import actions
from kith.story.models import Visited
from tests.support import make

pytestmark = pytest.mark.database
SEEN = date(2026, 11, 3)


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), LONDON)


def visit(by: Account, *persons: Person, seen: tuple[Person, ...], on: date = SEEN, **more: Any) -> UUID:
    actor = make.actor(by)
    with acting(actor):
        return actions.record_visit(
            by=actor,
            persons=[each.id for each in persons],
            seen=[each.id for each in seen],
            alone="yes",
            sections={},
            next_time="",
            happened_at=at(on),
            **more,
        )


def seen_on(by: Account, *persons: Person) -> list[tuple[UUID, date]]:
    with acting(make.actor(by)):
        found = facts_of([each.id for each in persons])
    return sorted((each.person, each.on) for each in found if each.kind == "visit_to_child")


@pytest.fixture
def ada() -> Person:
    return make.person("Ada", born=date(2014, 5, 1))


@pytest.fixture
def worker(ada: Person) -> Account:
    made = make.account("social_worker")
    make.involved(made, ada)
    return made


def test_only_whom_it_says_was_seen_was_visited(worker: Account, ada: Person) -> None:
    ben = make.person("Ben", born=date(2016, 5, 1))
    make.involved(worker, ben)
    visit(worker, ada, ben, seen=(ada,))
    assert seen_on(worker, ada, ben) == [(ada.id, SEEN)]


def test_a_door_that_nobody_opened_and_a_note_are_no_visit(worker: Account, ada: Person) -> None:
    visit(worker, ada, seen=(), nobody=True)
    by = make.actor(worker)
    with acting(by):
        actions.write_note(by=by, persons=[ada.id], title="A note", text=[], happened_at=at(SEEN))
    assert seen_on(worker, ada) == []


@pytest.mark.parametrize("role", ["partner", "school", "health", "reviewing"])
def test_whoever_does_not_visit_for_the_council_meets_no_duty_of_it(
    ada: Person, worker: Account, role: str
) -> None:
    other = make.account(role)
    make.involved(other, ada)
    visit(other, ada, seen=(ada,))
    assert seen_on(worker, ada) == []


def test_a_visit_that_was_put_right_was_when_it_really_was_and_what_was_believed_is_kept(
    worker: Account, ada: Person
) -> None:
    event = visit(worker, ada, seen=(ada,))
    before, by = timezone.now(), make.actor(worker)
    with acting(by):
        actions.correct_event(
            by=by, event=event, title="Visit", sections={}, happened_at=at(SEEN + timedelta(days=1)), all_day=False,
            why="It was the day after.",
        )  # fmt: skip
    assert seen_on(worker, ada) == [(ada.id, SEEN + timedelta(days=1))]
    with acting(make.actor(worker)):
        believed = facts_of([ada.id], believed=before)
    assert [each.on for each in believed if each.kind == "visit_to_child"] == [SEEN], (
        "what was believed is kept"
    )


def test_a_visit_that_another_role_puts_right_is_still_a_visit(worker: Account, ada: Person) -> None:
    event, officer = visit(worker, ada, seen=(ada,)), make.account("reviewing")
    make.involved(officer, ada, role="reviewing_officer")
    by = make.actor(officer)
    with acting(by):
        actions.correct_event(
            by=by, event=event, title="Visit", sections={}, happened_at=at(SEEN + timedelta(days=2)), all_day=False,
            why="It was two days later.",
        )  # fmt: skip
    assert seen_on(worker, ada) == [(ada.id, SEEN + timedelta(days=2))]


def test_visits_that_come_in_one_statement_are_told_the_earlier_first(worker: Account, ada: Person) -> None:
    """An officer's visit counts where it puts a worker's right: whatever the order of the rows, that is told before."""
    first, officer = visit(worker, ada, seen=(ada,)), make.account("reviewing")
    make.involved(officer, ada, role="reviewing_officer")
    by = make.actor(officer)
    with acting(by):
        actions.correct_event(
            by=by, event=first, title="Visit", sections={}, happened_at=at(SEEN + timedelta(days=2)), all_day=False,
            why="It was two days later.",
        )  # fmt: skip
    with psycopg.connect(os.environ["KITH_OWNER_URL"]) as owner:
        owner.execute("SELECT set_config('kith.migrating', 'on', true)")
        owner.execute("CREATE TEMP TABLE gone ON COMMIT DROP AS SELECT * FROM story_about")
        owner.execute("DELETE FROM story_about")
        owner.execute("DELETE FROM story_visited")
        owner.execute(
            "INSERT INTO story_about SELECT g.* FROM gone g JOIN story_event e ON e.id = g.event_id"
            " ORDER BY e.recorded_at DESC"
        )
        told = owner.execute("SELECT seen_on FROM story_visited ORDER BY seen_on").fetchall()
    assert told == [(SEEN,), (SEEN + timedelta(days=2),)]


def test_a_charity_learns_of_no_visit_that_a_concern_brought(worker: Account, ada: Person) -> None:
    charity, by = make.account("partner"), make.actor(worker)
    make.involved(charity, ada)
    with acting(by):
        concern = actions.start_not_yet_told(
            by=by, persons=[ada.id], reason="Police ask.", since=timezone.now() - timedelta(days=60)
        )
    visit(worker, ada, seen=(ada,), covert=concern)
    assert seen_on(worker, ada) == [(ada.id, SEEN)]
    assert seen_on(charity, ada) == []


def test_nobody_writes_down_a_visit_without_the_story(worker: Account, ada: Person) -> None:
    event = visit(worker, ada, seen=())
    row = Visited(event_id=event, person_id=ada.id, seen_on=SEEN, recorded_by=worker.id)
    with pytest.raises(DatabaseError), acting(make.actor(worker)):
        row.save(force_insert=True)
