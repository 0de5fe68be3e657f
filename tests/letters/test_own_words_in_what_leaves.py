"""A child's own words are in a letter, a report or court papers as the child said: in theirs, in ours, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db.utils import DatabaseError
from django.test import override_settings
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.letters import actions
from kith.letters.actions.keeping import Worded, new_reference
from kith.letters.models import Letter
from kith.letters.parts import text
from kith.story import actions as story
from kith.story.actions import uses
from kith.story.marks import Marked
from kith.story.models.words_use import Say, Use
from tests.letters.test_papers_from_the_record import page, ready
from tests.letters.world import Apart
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WORDS = "I want to see Nan. He shouts at night, and I hide."
FIRST = "Ask them first"


class Wrote(Apart):
    """Ada wrote on her own page."""

    def __init__(self) -> None:
        super().__init__()
        with acting(actor := make.actor(self.young)):
            self.event = story.write_own_words(
                by=actor, persons=[self.child.id], text=[Marked(WORDS)], whose="Ada"
            )

    def says(self, use: Use, *answers: Say) -> None:
        """Asked once for each answer; they stand in this order."""
        for each in answers:
            with acting(actor := make.actor(self.lead)):
                asking = uses.ask_for_use(by=actor, event=self.event, use=use, for_what="the review")
            with acting(actor := make.actor(self.young)):
                uses.answer_use(by=actor, asking=asking, says=each)

    def files(self, said: str, kind: str, **more: object) -> Letter:
        worded = Worded("professional", "Whoever reads it", "About Ada", content=[text(said)], kind=kind,
                        made_of=[self.event], **more)  # type: ignore[arg-type]  # fmt: skip
        with acting(make.actor(self.lead)):
            return actions.keep(by=make.actor(self.lead), persons=[self.child.id], worded=worded)


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Wrote]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield Wrote()


@pytest.mark.parametrize("kind", ["letter", "chronology", "conference", "evidence"])
def test_unasked_or_after_not_at_all_they_are_in_nothing_that_leaves(street: Wrote, kind: str) -> None:
    asked, another = (Use.COURT, Use.LETTER) if kind == "evidence" else (Use.LETTER, Use.COURT)
    with pytest.raises(CannotBeError, match=FIRST):
        street.files("She misses her grandmother.", kind)
    street.says(another, Say.OWN)
    with pytest.raises(CannotBeError, match=f"{FIRST}: “Ada, in their own words”, .* did not say yes yet"):
        street.files("She misses her grandmother.", kind)
    street.says(asked, Say.OWN, Say.NO)
    with pytest.raises(CannotBeError, match=f"{FIRST}.*said “Not at all”.*or leave this out"):
        street.files("She misses her grandmother.", kind)
    street.says(asked, Say.OWN)
    assert street.files(WORDS, kind).made_of == [street.event]


@pytest.mark.parametrize(
    "quoted",
    [WORDS, "Ada: “i want to see nan”, she says", "He shouts at night, and\nI hide!", WORDS[:30] + "…"],
)
def test_in_your_words_is_worded_anew_and_never_quoted(street: Wrote, quoted: str) -> None:
    street.says(Use.LETTER, Say.OTHER)
    with pytest.raises(CannotBeError, match="Say it in your own words"):
        street.files(f"We met. {quoted}", "chronology")
    assert street.files("She misses her grandmother, and is afraid at night.", "chronology")


def test_what_workers_alone_read_takes_them_and_a_copy_to_the_family_does_not(street: Wrote) -> None:
    for kind in ("handover", "supervision"):
        assert street.files(WORDS, kind)
        with pytest.raises(CannotBeError, match=FIRST):
            street.files(WORDS, kind, readers=[street.mum.id])


def test_what_a_worker_took_down_waits_for_none_of_it(street: Wrote) -> None:
    with acting(actor := make.actor(street.lead)):
        street.event = story.write_own_words(
            by=actor, persons=[street.child.id], text=[Marked(WORDS)], whose="Ada"
        )
    assert street.files(WORDS, "evidence")


def test_the_database_asks_the_same(street: Wrote) -> None:
    def inserted(kind: str, made_of: list[UUID]) -> None:
        with acting(make.actor(street.lead)):
            Letter(
                person_id=street.child.id, kind=kind, for_whom="professional", template="", template_version=0,
                reference=new_reference(), to_name="x", readers=[], subject="x", content=[], made_of=made_of,
                written_on=timezone.localdate(), written_by_name="x", recorded_by=street.lead.id,
            ).save(force_insert=True)  # fmt: skip

    inserted("handover", [street.event])
    inserted("evidence", [])
    with pytest.raises(DatabaseError, match="row-level security"):
        inserted("evidence", [street.event])
    street.says(Use.COURT, Say.OTHER)
    inserted("evidence", [street.event])
    street.says(Use.COURT, Say.NO)
    with pytest.raises(DatabaseError, match="row-level security"):
        inserted("evidence", [street.event])


def test_such_lines_are_not_picked_beforehand_say_why_and_refused_lose_nothing(street: Wrote) -> None:
    client = signed_in(street.lead)

    def opened() -> tuple[bool, str]:
        answer = client.get(page(street, "evidence", "?new"))
        return any(each.startswith("said-") for each in ready(answer.content.decode())), words_of(answer)

    picked, body = opened()
    assert (picked, "Ask them first if it may be in court papers" in body) == (False, True)
    lines = client.get(page(street, "evidence", "?new")).content.decode()
    (line,) = re.findall('name="pick" value="(said-[^"]+)"', lines)
    box = "say-what-has-harmed-them-and-what-keeps-them-safe-0"
    form = {"to_name": "The court", "pick": [line], box: "He shouts, they say.", "do": "finish"}
    answer = client.post(page(street, "evidence"), form)
    assert answer.status_code == 200
    assert FIRST in words_of(answer)
    assert "He shouts, they say." in answer.content.decode()
    assert line in ready(answer.content.decode())
    street.says(Use.COURT, Say.OTHER)
    picked, body = opened()
    assert (picked, "They said: yes, but in your words." in body) == (False, True)
    assert "Say it in your own words" in words_of(client.post(page(street, "evidence"), form))
    street.says(Use.COURT, Say.NO)
    assert "They said: not at all in court papers" in opened()[1]
    street.says(Use.COURT, Say.OWN)
    picked, body = opened()
    assert (picked, "court papers" in body) == (True, False)
    assert client.post(page(street, "evidence"), form).status_code == 302
    handed = client.get(page(street, "handover", "?new")).content.decode()
    assert line in ready(handed)


def test_nor_are_they_among_the_latest_or_the_new_of_a_paper_that_leaves(street: Wrote) -> None:
    form = {"name": "Evidence", "subject": "x", "words": "# New\n{{ record.latest }}\n{{ record.changed }}"}
    assert signed_in(street.manager).post("/letters/templates/evidence/", form).status_code == 302

    def picked() -> set[str]:
        body = signed_in(street.lead).get(page(street, "evidence", "?new")).content.decode()
        assert body.count(f"event-{street.event}") == 2
        return {each for each in ready(body) if str(street.event) in each}

    assert picked() == set()
    street.says(Use.COURT, Say.OWN)
    assert picked() == {f"event-{street.event}", f"staff-event-{street.event}"}
