"""The database's functions, asked by a family's account of what it may not know: the same answers as of nobody."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Address
from kith.story import actions
from kith.story.models import About, Event
from kith.story.writing import Marked
from tests.access.tries import reads
from tests.support import make

pytestmark = pytest.mark.database
OF_EVENTS = (
    "SELECT story_about_open(%(event)s, 4095, %(who)s), story_event_seen(%(event)s, %(who)s),"
    " story_written_by(%(event)s, %(who)s, false), story_reading_counts(%(event)s, %(who)s),"
    " story_sent_to(%(event)s, %(who)s), story_with_duty(%(event)s, %(who)s)"
)


class Home:
    """A father behind the family door, his child, the child's lead, and a note that he was never told of."""

    def __init__(self) -> None:
        self.child, dad = make.person("Ada"), make.person("Dean")
        make.tied(self.child, dad, "father")
        self.father = make.account("parent")
        make.door(self.father, dad)
        make.door(self.father, self.child, "parent")
        self.lead = make.account("lead")
        make.involved(self.lead, self.child)
        self.note = Event.objects.using(make.OWNER).create(
            kind="note", title="x", happened_at=timezone.now(), recorded_by=self.lead.id, label=1
        )
        About.objects.using(make.OWNER).create(event=self.note, person=self.child, happened_at=timezone.now())


@pytest.fixture
def home() -> Home:
    return Home()


def of(account: Account, statement: str, values: Any) -> Any:
    [row] = reads(account, statement, values)
    return row


def of_event(asker: Account, event: UUID, who: Account) -> Any:
    with acting(make.actor(asker)), connection.cursor() as cursor:
        cursor.execute(OF_EVENTS, {"event": event, "who": who.id})
        return cursor.fetchone()


def test_own_words_are_no_key_to_who_works_with_a_child(home: Home) -> None:
    with acting(make.actor(home.father)):
        mine = actions.write_own_words(
            by=make.actor(home.father), persons=[home.child.id], text=[Marked("Mine.")], whose="Dean"
        )
    assert of_event(home.father, mine, home.lead) == (False,) * 6
    assert of_event(home.lead, mine, home.lead)[:2] == (True, True)
    assert of_event(home.lead, mine, home.lead)[3] is True


def test_of_a_note_never_told_they_answer_as_of_none(home: Home) -> None:
    for who in (home.lead, home.father):
        assert of_event(home.father, home.note.id, who) == of_event(home.father, uuid4(), who)
    assert of_event(home.lead, home.note.id, home.lead)[:3] == (True, True, True)


def test_whether_a_home_is_kept_safe_is_said_to_the_returns_officer_alone(home: Home) -> None:
    safe = make.person("Mara")
    make.home(safe, protected=True)
    asked = "SELECT returns_home_kept_safe(%s)"
    for account in (home.father, make.account("partner"), make.account("analyst")):
        answers = {of(account, asked, [each]) for each in (safe.id, home.child.id, uuid4())}
        assert answers == {(True,)}, account.role
    officer = make.account("returns")
    assert of(officer, asked, [safe.id]) == of(officer, asked, [uuid4()]) == (True,)
    assert of(officer, asked, [home.child.id]) == (False,)


def test_labels_that_a_row_has_borne_are_told_where_its_person_is_open(home: Home) -> None:
    make.home(home.child, protected=True)
    row = Address.objects.using(make.OWNER).get(person=home.child)
    stranger = make.account("lead")
    for table, obj in (("people_address", row.id), ("story_event", home.note.id)):
        for account in (home.father, stranger):
            asked = "SELECT core_labels_borne(%s, %s)"
            assert of(account, asked, [table, obj]) == of(account, asked, [table, uuid4()]) == (0,)
        assert of(home.lead, asked, [table, obj])[0] > 0


def test_the_role_of_an_account_is_said_to_who_gives_work(home: Home) -> None:
    boss = make.account("manager")
    fits = "SELECT access_fits_role(%s, 95)"
    assert of(home.father, fits, [boss.id]) == of(home.father, fits, [uuid4()]) == (False,)
    assert of(make.account("manager"), fits, [boss.id]) == (True,)


def test_that_a_role_waits_is_said_to_who_gives_roles(home: Home) -> None:
    by = make.account("admin")
    with acting(make.actor(by)):
        waiting = Account(login="new@kithshire.example", display_name="New", role="lead")
        waiting.set_unusable_password()
        waiting.save(force_insert=True)
    asked = "SELECT access_role_waits(%s)"
    assert of(home.father, asked, [waiting.id]) == (False,)
    assert of(by, asked, [waiting.id]) == (True,)
