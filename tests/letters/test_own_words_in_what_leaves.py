"""A child's own words are in a letter, a report or court papers as the child said: in theirs, in ours, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.test import override_settings
from django.utils import timezone

from kith.access.models import Release
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.letters import actions
from kith.letters.actions.keeping import Worded, new_reference
from kith.letters.models import Delivery, Letter, Sending
from kith.letters.parts import text
from kith.letters.tasks import POSTMAN
from kith.story import actions as story
from kith.story.actions import uses
from kith.story.marks import Marked
from kith.story.models import WordsUse
from kith.story.models.words_use import Say, Use
from kith.story.queries.uses import may_go
from tests.access.tries import reads
from tests.letters.test_papers_from_the_record import page, ready
from tests.letters.world import Apart
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.notify import notify_answers
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

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


def changes_mind(street: Wrote, to: Say = Say.NO) -> None:
    """She answers the last asking anew, behind her own door."""
    asking = WordsUse.objects.using(make.OWNER).latest("recorded_at")
    with acting(actor := make.actor(street.young)):
        uses.answer_use(by=actor, asking=asking.id, says=to)


def held(street: Wrote) -> Letter:
    street.says(Use.LETTER, Say.OWN)
    return street.files(WORDS, "chronology", readers=[street.mum.id])


@pytest.mark.parametrize("to", [Say.NO, Say.OTHER])
def test_a_no_after_it_was_filed_stops_it_from_leaving_and_the_worker_is_told(street: Wrote, to: Say) -> None:
    letter = held(street)
    changes_mind(street, to)
    with pytest.raises(NotPermittedError, match="now says"):
        street.send(letter)
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError), transaction.atomic():
        Sending(
            letter=letter, person_id=letter.person_id, way="hand", contains=[], file="", sent_by_name="x",
            recorded_by=street.lead.id,
        ).save(force_insert=True)  # fmt: skip
    page = words_of(signed_in(street.lead).get("/"))
    assert "No to their own words in “About Ada”" in page
    assert "It did not leave, and cannot now." in page
    assert "No to their own words" not in words_of(signed_in(make.account("lead")).get("/"))


def test_in_your_words_said_later_stops_what_quotes_them_and_not_what_was_worded_anew(street: Wrote) -> None:
    street.says(Use.LETTER, Say.OWN)
    hers = "She misses her grandmother, and is afraid at night."
    quoting, worded = (street.files(each, "chronology", readers=[street.mum.id]) for each in (WORDS, hers))
    assert (quoting.quotes, worded.quotes) == ([street.event], [])
    changes_mind(street, Say.OTHER)
    with pytest.raises(NotPermittedError, match="now says"):
        street.send(quoting)
    assert street.send(worded)
    page = words_of(signed_in(street.lead).get("/"))
    assert page.count("No to their own words in “About Ada”") == 1
    changes_mind(street, Say.NO)
    with pytest.raises(NotPermittedError, match="now says"):
        street.send(worded)


def test_what_was_filed_before_quotations_were_kept_is_stopped_as_before(street: Wrote) -> None:
    street.says(Use.LETTER, Say.OWN)
    with acting(make.actor(street.lead)):
        old = Letter(
            person_id=street.child.id, kind="chronology", for_whom="professional", template="", template_version=0,
            reference=new_reference(), to_name="x", readers=[], subject="x", content=[], made_of=[street.event],
            written_on=timezone.localdate(), written_by_name="x", recorded_by=street.lead.id,
        )  # fmt: skip
        old.save(force_insert=True)
    changes_mind(street, Say.OTHER)
    assert reads(street.lead, "SELECT answer FROM letters_words_stop(%s)", [old.id]) == [("other",)]


def test_nobody_asks_by_sql_what_a_letter_that_is_not_open_to_them_is_stopped_by(street: Wrote) -> None:
    letter = held(street)
    sending = street.send(letter)
    changes_mind(street)
    asks = {
        "SELECT answer FROM letters_words_stop(%s)": (letter.id, [("no",)], []),
        "SELECT letters_words_may_leave(%s)": (letter.id, [(False,)], [(False,)]),
        "SELECT letters_sent_words_may_leave(%s)": (sending.id, [(False,)], [(False,)]),
    }
    for asked, (about, hers, others) in asks.items():
        assert reads(street.lead, asked, [about]) == hers
        for other in (make.account("lead"), make.account("director"), street.father, street.mother):
            assert reads(other, asked, [about]) == others
    changes_mind(street, Say.OWN)
    may = "SELECT letters_words_may_leave(%s)"
    assert reads(street.lead, may, [letter.id]) == [(True,)]
    assert (
        reads(make.account("lead"), may, [letter.id]) == reads(street.father, may, [letter.id]) == [(False,)]
    )


def test_a_no_after_it_was_printed_says_to_keep_it_back_and_its_file_is_dead(street: Wrote) -> None:
    letter = held(street)
    street.send(letter)
    worker, to = signed_in(street.lead), f"/people/{street.child.id}/letters/{letter.id}/letter.pdf"
    assert worker.get(to).status_code == 200
    changes_mind(street)
    assert worker.get(to).status_code == 404
    assert "If it is not posted or handed over yet, keep it back." in words_of(worker.get("/"))
    sent = Sending.objects.using(make.OWNER).get(letter=letter)
    with acting(actor := make.actor(street.lead)), pytest.raises(NotPermittedError):
        actions.release(by=actor, sending=sent.id, prepared=True, how_prepared="Together.")
    with acting(actor), pytest.raises(DatabaseError), transaction.atomic():
        Release.objects.bulk_create(
            [
                Release(
                    reader_id=street.mum.id, kind="letter", item=sent.id, prepared=True, how_prepared="x",
                    released_at=timezone.now(), recorded_by=actor.id,
                )
            ]
        )  # fmt: skip


def test_a_no_holds_back_what_notify_was_given(street: Wrote) -> None:
    with notify_answers() as fake:
        street.says(Use.LETTER, Say.OWN)
        with acting(make.actor(street.lead)):
            letter = actions.keep(
                by=make.actor(street.lead), persons=[street.child.id],
                worded=Worded("family", "Mara Example", "About Ada", content=[text(WORDS)], made_of=[street.event],
                              readers=[street.mum.id]),
            )  # fmt: skip
        sending = street.send(letter, way="notify")
        changes_mind(street)
        delivery = Delivery.objects.using(make.OWNER).get(sending_id=sending.id)
        with worker_login(), acting(POSTMAN):
            actions.carry_on(by=POSTMAN, delivery=delivery.id, now=None)
        delivery.refresh_from_db()
        assert (delivery.state, delivery.why) == ("failed", "words")
        assert fake.sent == []


def test_a_yes_again_lets_it_leave_and_a_changed_letter_leaves_without_the_words(street: Wrote) -> None:
    letter = held(street)
    changes_mind(street)
    changes_mind(street, Say.OWN)
    assert street.send(letter)
    assert "No to their own words in" not in words_of(signed_in(street.lead).get("/"))


def test_a_no_may_come_after_something_came_of_the_words_and_after_a_second_person(street: Wrote) -> None:
    letter = held(street)
    asking = WordsUse.objects.using(make.OWNER).latest("recorded_at")
    with acting(actor := make.actor(street.lead)):
        uses.say_what_came_of_it(by=actor, asking=asking.id, words="It is in the report.")
    her, to = signed_in(street.young), f"/my/words/asks/{asking.id}/"
    assert "It is in the report." in words_of(her.get(to))
    assert her.post(to, {"says": "own"}).status_code == 200
    assert her.post(to, {"says": "no"}).status_code == 302
    asking.refresh_from_db()
    assert (asking.answer, asking.came_of) == ("no", "")
    with pytest.raises(NotPermittedError):
        street.send(letter)
    page = words_of(signed_in(street.lead).get("/"))
    assert "No to using their own words: the review" in page
    with acting(actor):
        uses.say_what_came_of_it(by=actor, asking=asking.id, words="We took it out.")
    assert "No to using their own words" not in words_of(signed_in(street.lead).get("/"))


def test_a_no_after_the_second_person_agreed_asks_that_person_again(street: Wrote) -> None:
    with acting(actor := make.actor(street.lead)):
        asking = uses.ask_for_use(
            by=actor, event=street.event, use=Use.FILE, for_what="your mum asked", reader=street.mum.id
        )
    with acting(young := make.actor(street.young)):
        uses.answer_use(by=young, asking=asking, says=Say.OWN)
    with acting(actor):
        uses.judge_harm(by=actor, asking=asking, likely=False, why="She knows.")
    manager = make.account("manager", in_team=street.team)
    make.involved(manager, street.child)
    with acting(second := make.actor(manager)):
        uses.agree_as_second(by=second, asking=asking, agrees=True)
        assert may_go(street.event, street.mum.id)
    with acting(young):
        uses.answer_use(by=young, asking=asking, says=Say.NO)
    with acting(second):
        assert not may_go(street.event, street.mum.id)
