"""What is on the story, through the app's own login with any SQL: not moved, changed or signed falsely."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.labels import Label
from kith.people.models import Person
from kith.story import actions
from kith.story.models import About, Event, Passage
from kith.story.writing import Marked
from tests.access.tries import reads, tries
from tests.support import make

pytestmark = pytest.mark.database
EVENT = (
    "INSERT INTO story_event (id, recorded_at, recorded_by, source, kind, action, happened_at, all_day, title, facts,"
    " label, written_by_name, replaces_id) VALUES (%s, now(), %s, %s, %s, 'x', now(), false, 'x', '{}', 1, %s, %s)"
)
ABOUT = (
    "INSERT INTO story_about (id, recorded_at, recorded_by, source, happened_at, part, person_id, event_id)"
    " VALUES (gen_random_uuid(), now(), %s, %s, now(), 'subject', %s, %s)"
)
PASSAGE = (
    "INSERT INTO story_passage (id, recorded_at, recorded_by, source, position, label, text, whose_words, event_id)"
    " VALUES (gen_random_uuid(), now(), %s, %s, 99, 1, 'She made it all up.', '', %s)"
)
DOCUMENT = (
    "INSERT INTO story_document (id, recorded_at, recorded_by, source, name, media_type, size, digest, key_id, label,"
    " event_id) VALUES (gen_random_uuid(), now(), %s, %s, 'x.pdf', 'application/pdf', 1, 'x', 'x', 1, %s)"
)


class Home:
    """A child, her father with an account, her lead, and the lead's note with words kept for workers."""

    def __init__(self) -> None:
        self.child, self.dad = make.person("Ada"), make.person("Dean")
        make.tied(self.child, self.dad, "father")
        self.father = make.account("parent", display_name="Dean Example")
        make.door(self.father, self.dad)
        make.door(self.father, self.child, "parent")
        self.lead = make.account("lead", display_name="Morwen Ashbeck")
        make.involved(self.lead, self.child)
        self.note = Event.objects.using(make.OWNER).create(
            kind="note", title="A note", happened_at=timezone.now(), recorded_by=self.lead.id, label=1
        )
        told = {"event": self.note, "recorded_by": self.lead.id}
        About.objects.using(make.OWNER).create(person=self.child, happened_at=timezone.now(), **told)
        Passage.objects.using(make.OWNER).create(
            position=0, text="Where they live", label=Label.ADDRESS_PROTECTED.value, **told
        )


@pytest.fixture
def home() -> Home:
    return Home()


def words(by: Account, about: Person) -> UUID:
    """What a family writes by their page."""
    with acting(make.actor(by)):
        return actions.write_own_words(
            by=make.actor(by), persons=[about.id], text=[Marked("Mine.")], whose="Dean"
        )


def writes(account: Account, event: UUID | None = None, **other: Any) -> bool:
    """Whether the account writes an event of its own by SQL; `other` is what it says falsely."""
    family = account.role == "parent"
    told = {
        "by": account.id,
        "source": "family" if family else "worker",
        "kind": "own_words" if family else "note",
        "name": account.display_name,
        "replaces": None,
    } | other
    return tries(account, EVENT, [event or uuid4(), *told.values()])


def test_words_are_not_read_by_moving_them_into_an_event_of_ones_own(home: Home) -> None:
    mine = words(home.father, home.child)
    assert not tries(home.father, "UPDATE story_passage SET event_id = %s, position = 50", [mine])
    assert not tries(home.lead, "UPDATE story_passage SET event_id = %s, position = 50", [mine])
    assert [text for (text,) in reads(home.father, "SELECT text FROM story_passage")] == ["Mine."]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE story_event SET title = 'gone'",
        "UPDATE story_event SET recorded_by = NULL",
        "UPDATE story_passage SET text = 'gone'",
        "UPDATE story_passage SET label = 1",
        "UPDATE story_document SET label = 1",
        "UPDATE story_about SET part = 'subject'",
        "UPDATE story_addressed SET recorded_by = NULL",
    ],
)
def test_nothing_on_the_story_changes_not_even_by_whoever_wrote_it(home: Home, statement: str) -> None:
    words(home.father, home.child)
    assert not tries(home.father, statement)
    assert not tries(home.lead, statement)


def test_an_event_bears_its_writers_own_name_and_door(home: Home) -> None:
    assert writes(home.father)
    assert writes(home.lead)
    for false in (
        {"by": home.lead.id},
        {"source": "worker"},
        {"kind": "visit"},
        {"name": "Morwen Ashbeck"},
    ):
        assert not writes(home.father, **false), false
    assert not writes(home.lead, source="family")
    assert not writes(home.lead, by=home.father.id)
    assert not writes(home.lead, name="Dean Example")


def test_nobody_puts_another_under_an_event_or_signs_for_them(home: Home) -> None:
    mine = words(home.father, home.child)
    assert not tries(home.father, ABOUT, [home.lead.id, "family", home.dad.id, mine])
    assert tries(home.father, ABOUT, [home.father.id, "family", home.dad.id, mine])


def test_nothing_is_added_to_what_another_wrote(home: Home) -> None:
    mine = words(home.father, home.child)
    for account, source in ((home.father, "family"), (home.father, "worker")):
        for signed in (account, home.lead):
            assert not tries(account, PASSAGE, [signed.id, source, home.note.id])
            assert not tries(account, DOCUMENT, [signed.id, source, home.note.id])
    assert not tries(home.lead, PASSAGE, [home.lead.id, "worker", mine])
    assert tries(home.father, DOCUMENT, [home.father.id, "family", mine])


def test_a_worker_adds_a_file_in_their_own_name_where_the_whole_is_open(home: Home) -> None:
    other, stranger = make.account("social_worker"), make.account("social_worker")
    make.involved(other, home.child, role="social_worker")
    assert tries(other, DOCUMENT, [other.id, "worker", home.note.id])
    assert not tries(other, DOCUMENT, [home.lead.id, "worker", home.note.id])
    assert not tries(stranger, DOCUMENT, [stranger.id, "worker", home.note.id])


def test_nobody_puts_right_what_is_not_open_to_them(home: Home) -> None:
    stranger = make.account("lead")
    assert not writes(home.father, replaces=home.note.id)
    assert not writes(stranger, replaces=home.note.id)
    assert writes(home.lead, replaces=home.note.id)


def test_an_account_that_is_closed_writes_nothing(home: Home) -> None:
    home.lead.is_active = False
    home.lead.save(using=make.OWNER)
    assert not writes(home.lead)
    with acting(make.actor(home.lead)), connection.cursor() as cursor:
        cursor.execute("SELECT kith_actor_role()")
        assert cursor.fetchone() == (None,)
