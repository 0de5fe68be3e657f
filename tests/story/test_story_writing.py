"""What happened is written once, for everybody it is about, and stays as it was believed."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.labels import Label
from kith.people.models import Person
from kith.story import actions, queries
from kith.story.marks import Marked
from kith.story.models import About, Event, Passage
from tests.support import make

pytestmark = pytest.mark.database
AT = datetime(2026, 11, 17, 15, 30, tzinfo=UTC)


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    return account


def note(by: Account, *persons: Person, text: str = "We talked.", label: Label = Label.NORMAL) -> UUID:
    with acting(make.actor(by)):
        return actions.write_note(
            by=make.actor(by),
            persons=[each.id for each in persons],
            title="A talk",
            text=[Marked(text, label)],
            happened_at=AT,
        )


def texts(by: Account, person: Person) -> list[str]:
    with acting(make.actor(by), read_only=True):
        lines = queries.timeline([person.id]).lines
        return [passage.text for line in lines for passage in line.passages]


def test_one_visit_to_three_siblings_is_written_once(lead: Account, ada: Person) -> None:
    bo, cy = make.person("Bo"), make.person("Cy")
    for sibling in (bo, cy):
        make.involved(lead, sibling)
    with acting(make.actor(lead)):
        actions.record_visit(
            by=make.actor(lead),
            persons=[ada.id, bo.id, cy.id],
            seen=[ada.id, bo.id],
            alone="part",
            sections={
                "their_words": [Marked("I like it here", person=ada.id, whose_words="Ada")],
                "saw": [Marked("The house was warm.")],
            },
            next_time="Tuesday after school",
            happened_at=AT,
        )
    assert Event.objects.using(make.OWNER).count() == 1
    assert About.objects.using(make.OWNER).count() == 3
    with acting(make.actor(lead), read_only=True):
        (line,) = queries.timeline([cy.id]).lines
    assert set(line.people.values()) == {"Ada Example", "Bo Example", "Cy Example"}
    assert [(p.section, p.text) for p in line.passages] == [
        ("In their words", "I like it here"),
        ("What I saw", "The house was warm."),
    ]
    assert "Seen alone for part of it" in line.seen
    assert line.by == "Rosa Lindqvist"


def test_nobody_writes_about_somebody_whose_record_is_not_open_to_them(lead: Account) -> None:
    with pytest.raises(NotPermittedError, match="not open to you"):
        note(lead, make.person("Stranger"))
    assert Event.objects.using(make.OWNER).count() == 0


@pytest.mark.parametrize("label", [Label.CHILD_PRIVATE, Label.LEGAL_PRIVILEGE, Label.ADOPTION_SEALED])
def test_private_words_never_reach_the_database_unsealed(lead: Account, ada: Person, label: Label) -> None:
    note(lead, ada, text="nobody must know this", label=label)
    passage = Passage.objects.using(make.OWNER).get()
    assert passage.text == ""
    assert b"nobody" not in bytes(passage.sealed or b"")
    assert texts(lead, ada) == ["nobody must know this"], "whoever wrote it reads it again"
    colleague = make.account("partner")
    make.involved(colleague, ada, role="partner")
    assert texts(colleague, ada) == []


def test_the_database_itself_refuses_private_words_in_the_clear(lead: Account, ada: Person) -> None:
    event = note(lead, ada)
    with pytest.raises(IntegrityError, match="passage_sealed_by_label"):
        Passage.objects.using(make.OWNER).create(
            event_id=event, position=9, label=Label.CHILD_PRIVATE.value, text="plain"
        )


def test_a_correction_is_a_new_event_and_the_old_one_stays(lead: Account, ada: Person) -> None:
    old = note(lead, ada, text="It was Monday.")
    with acting(make.actor(lead)):
        new = actions.correct_event(
            by=make.actor(lead),
            event=old,
            title="A talk",
            sections={"text": [Marked("It was Tuesday.")]},
            happened_at=AT,
            all_day=False,
            why="Wrong day.",
        )
    with acting(make.actor(lead), read_only=True):
        lines = {line.id: line for line in queries.timeline([ada.id]).lines}
    assert lines[old].passages[0].text == "It was Monday."
    assert lines[old].corrected_by == new
    assert lines[new].corrects == old
    with acting(make.actor(lead)), pytest.raises(NotPermittedError, match="put right already"):
        actions.correct_event(
            by=make.actor(lead),
            event=old,
            title="x",
            sections={},
            happened_at=AT,
            all_day=False,
            why="Again.",
        )


def test_nobody_puts_right_what_they_cannot_read_whole(lead: Account, ada: Person) -> None:
    event = note(lead, ada, text="Her neighbour rang.", label=Label.THIRD_PARTY)
    school = make.account("school")
    make.involved(school, ada, role="school")
    with acting(make.actor(school)), pytest.raises(NotPermittedError):
        actions.correct_event(
            by=make.actor(school), event=event, title="x", sections={}, happened_at=AT, all_day=False, why="y"
        )
    assert texts(lead, ada) == ["Her neighbour rang."]


def test_third_party_passages_open_only_to_those_whose_label_reaches_them(lead: Account, ada: Person) -> None:
    note(lead, ada, text="Her neighbour rang.", label=Label.THIRD_PARTY)
    school = make.account("school")
    make.involved(school, ada, role="school")
    assert texts(lead, ada) == ["Her neighbour rang."]
    assert texts(school, ada) == []


@pytest.mark.parametrize(
    "hard", ["<script>alert(1)</script>", "אני גר כאן עם סבתא", "Ada \u202eecila\u202c here", "x\x00y" * 3]
)
def test_scripts_and_marks_that_turn_text_round_are_kept_as_harmless_words(
    lead: Account, ada: Person, hard: str
) -> None:
    note(lead, ada, text=hard)
    (kept,) = texts(lead, ada)
    assert not set("\u202e\u202c\x00") & set(kept)
    assert kept.replace(" ", "") == hard.translate({0x202E: None, 0x202C: None, 0: None}).replace(" ", "")
