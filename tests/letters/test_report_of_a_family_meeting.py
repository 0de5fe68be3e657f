"""The report of a family meeting: their plan word for word, and nothing of what was said in private."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db.utils import DatabaseError
from django.test import override_settings

from kith.access.models import Release
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.decisions import actions as meetings
from kith.decisions.models import (
    FamilyPlanLine,
    MeetingOffer,
    NeverReason,
    OfferAnswer,
    Prepared,
    PrivateCheck,
)
from kith.letters import actions
from kith.letters.models import Letter, Sending
from kith.letters.reaching import ways_to
from kith.people.models import Person
from tests.decisions.tale import Tale, today
from tests.decisions.world import concern, save
from tests.letters.test_papers_from_the_record import ready
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PLAN = ("Nan has Ada on Mondays — “no fuss”, she says.", "Mum rings Aunt Bea  when it gets 2 much")


class Held(Tale):
    """A conference that was prepared with secrets, held, agreed and answered."""

    def __init__(self) -> None:
        super().__init__()
        self.asks_coordinator()
        mum, dad = self.of("Mara"), self.of("Rhys")
        save(Prepared, network=mum, notes="I am afraid of Rhys", safe_how="together", prepared_on=today())
        save(PrivateCheck, network=mum, when="before", asked_on=today(), could_say="no", words="He hurt me")
        type(dad).objects.using(make.OWNER).filter(id=dad.id).update(may_ask="never")
        save(NeverReason, network=dad, reason="He broke her arm")
        type(mum).objects.using(make.OWNER).filter(id=mum.id).update(may_ask="may")
        save(
            OfferAnswer, offer_id=self.lived.id, person_id=self.mum.id, answer="accepted", answered_on=today(),
            words="Only if Rhys stays away.",
        )  # fmt: skip
        self.lives_through_the_day()
        self.plan_id = self.agrees(*PLAN)
        self.parts = list(
            FamilyPlanLine.objects.using(make.OWNER).filter(plan_id=self.plan_id).order_by("position")
        )
        with acting(by := make.actor(self.manager)):
            meetings.answer_plan(
                by=by, line=self.parts[0].id, answer="yes", reason="It is a good plan.", gives="The bus", on=today()
            )  # fmt: skip

    @property
    def page(self) -> str:
        return f"/people/{self.child.id}/letters/made/conference/"

    def report(self, *copies: Person) -> tuple[int, str]:
        client = signed_in(self.lead)
        body = client.get(self.page, {"new": ""}).content.decode()
        form = {
            "to_name": "The review",
            "pick": ready(body),
            "copies": [str(each.id) for each in copies],
            "do": "finish",
        }
        answer = client.post(self.page, form)
        return answer.status_code, words_of(answer)

    def shows(self, line: UUID, to: Person) -> None:
        save(
            Release, reader=to, kind="meeting", item=line, prepared=True, how_prepared="x",
            released_at=self.parts[0].recorded_at, recorded_by=self.coordinator.id,
        )  # fmt: skip

    def sends(self, letter: Letter) -> Sending:
        with acting(by := make.actor(self.lead)):
            return actions.send(by=by, letter=letter.id, reached=ways_to([])[0])


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield Held()


def filed() -> Letter:
    return Letter.objects.using(make.OWNER).order_by("-recorded_at")[0]


def test_the_plan_stands_word_for_word_and_the_answer_beside_it(held: Held) -> None:
    assert held.report()[0] == 302
    letter = filed()
    points = next(part["points"] for part in letter.content if "shown-" in str(part.get("ids")))
    assert points == [each.words for each in held.parts]
    words = str(letter.content)
    for said in (
        "Cora Bell prepared it",
        "Private family time: from",
        "It is a good plan.",
        "We give: The bus",
    ):
        assert said in words, said
    assert letter.kind == "conference"


def test_nothing_said_in_private_is_on_the_page_or_in_the_report(held: Held) -> None:
    body = words_of(signed_in(held.lead).get(held.page))
    held.report()
    words = str(filed().content)
    for kept in ("afraid", "He hurt me", "broke her arm", "never", "Rhys has hurt", "stays away"):
        assert kept not in body, kept
        assert kept not in words, kept


def test_a_reader_of_the_family_gets_no_part_that_was_not_shown_to_them(held: Held) -> None:
    code, says = held.report(held.mum)
    assert (code, "was not shown to everybody" in says) == (200, True)
    for each in held.parts:
        held.shows(each.id, held.mum)
    assert held.report(held.mum)[0] == 302
    assert held.sends(filed())
    assert held.report(held.mum, held.nan)[0] == 200


def test_a_part_that_was_taken_back_leaves_no_more_nor_past_the_database(held: Held) -> None:
    for each in held.parts:
        held.shows(each.id, held.mum)
    held.report(held.mum)
    letter = filed()
    Release.objects.using(make.OWNER).filter(item=held.parts[1].id).update(withdrawn_at=letter.recorded_at)
    with pytest.raises(NotPermittedError, match="was not shown"):
        held.sends(letter)
    with acting(make.actor(held.lead)), pytest.raises(DatabaseError, match="row-level security"):
        Sending(
            letter_id=letter.id, person_id=held.child.id, way="hand", contains=[], sent_by_name="Rosa Lindqvist",
            recorded_by=held.lead.id,
        ).save(force_insert=True)  # fmt: skip


def test_a_meeting_that_comes_of_something_untold_is_in_no_report(held: Held) -> None:
    untold = concern(held.child)
    MeetingOffer.objects.using(make.OWNER).filter(id=held.lived.id).update(covert=untold)
    body = words_of(signed_in(held.lead).get(held.page))
    assert "Cora Bell prepared it" not in body
    assert "Nan has Ada" not in body
