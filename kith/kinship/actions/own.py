"""What a carer writes behind their own door: asking, answering a notice, their own answer, speaking against."""

from __future__ import annotations

from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.kinship.actions.common import written
from kith.kinship.door import Item, my_door
from kith.kinship.models import LookChallenge, NoticeAnswer, OwnAnswer, Request, RequestKind, Said
from kith.kinship.rules.lists import asked_for
from kith.marked import marked
from kith.story.actions import write_own_words
from kith.story.marks import Marked

STANDS = "it stands beside what it answers, and went to those who work with them in their own words"
NOT_YOURS = marked("There is nothing like this, or it is not open to you.")
WRITE = marked("Write what you want to say.")


@action("kinship.ask_for")
def ask_for(*, by: Actor, caring: UUID, kind: str, words: str, whose: str) -> UUID:
    """A carer asks for something; the id. Raises NotPermittedError."""
    item, me = _mine(by, "caring", caring)
    made = Request(
        caring_id=caring, person_id=me, kind=RequestKind(kind).value, kind_then=item.body["kind"],
        words=written(words), asked_on=today(), recorded_by=by.id, source=Source.FAMILY.value,
    )  # fmt: skip
    made.save(force_insert=True)
    _also(by, me, whose, f"Asked for: {RequestKind(kind).label}", made)
    return made.id


@action("kinship.answer_notice")
def answer_notice(*, by: Actor, notice: UUID, words: str, whose: str) -> UUID:
    """A carer answers a notice to pay less; the id. Raises NotPermittedError; CannotBeError without words or too late."""
    item, me = _mine(by, "notice", notice)
    if item.body["decided_on"]:
        raise CannotBeError(marked("This was decided already. You can still complain."), field="words")
    kept = written(words, field="words", asks=WRITE, most=2000)
    made = NoticeAnswer(
        notice_id=notice, words=kept, on=today(), recorded_by=by.id, source=Source.FAMILY.value
    )
    made.save(force_insert=True)
    _also(by, me, whose, "Answers a notice to pay less", made)
    return made.id


@action("kinship.speak_against")
def speak_against(*, by: Actor, told: UUID, words: str, whose: str) -> UUID:
    """Somebody says that what they were told is wrong; the id. Raises NotPermittedError, CannotBeError."""
    _, me = _mine(by, "told", told)
    kept = written(words, field="words", asks=WRITE, most=2000)
    made = LookChallenge(
        told_id=told, person_id=me, words=kept, on=today(), recorded_by=by.id, source=Source.FAMILY.value
    )
    made.save(force_insert=True)
    _also(by, me, whose, "Says that a first look is wrong", made)
    return made.id


@action("kinship.answer_my_assessment")
def answer_my_assessment(*, by: Actor, assessment: UUID, words: str, whose: str) -> UUID:
    """Somebody answers their own assessment; the id. Raises NotPermittedError, CannotBeError."""
    _, me = _mine(by, "assessment", assessment)
    kept = written(words, field="words", asks=WRITE, most=4000)
    made = OwnAnswer(
        assessment_id=assessment,
        person_id=me,
        words=kept,
        on=today(),
        recorded_by=by.id,
        source=Source.FAMILY.value,
    )
    made.save(force_insert=True)
    _also(by, me, whose, "Answers their own assessment", made)
    return made.id


@action("kinship.say_for_my_assessment")
def say_for_my_assessment(*, by: Actor, assessment: UUID, question: str, words: str) -> UUID:
    """Somebody answers a question of their assessment themselves; the id. Raises NotPermittedError, CannotBeError."""
    item, me = _mine(by, "assessment", assessment)
    if item.body["finished_on"] or question not in {each.id for each in asked_for(item.body["route"])}:
        raise NotPermittedError(NOT_YOURS)
    kept = written(words, field="words", asks=WRITE, most=4000)
    made = Said(
        assessment_id=assessment, person_id=me, question=question, words=kept, on=today(), recorded_by=by.id,
        source=Source.FAMILY.value,
    )  # fmt: skip
    made.save(force_insert=True)
    nothing_to_tell(STANDS)
    concerns([me], assessment=str(assessment), question=question)
    return made.id


def _mine(by: Actor, kind: str, item: UUID) -> tuple[Item, UUID]:
    """The item as its reader has it, and who they are. Raises NotPermittedError where it is not theirs."""
    door = my_door()
    found = next((each for each in door.items if each.kind == kind and each.id == item), None)
    if found is None or door.me is None:
        raise NotPermittedError(NOT_YOURS)
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[door.me])
    return found, door.me


def _also(
    by: Actor, me: UUID, whose: str, about: str, made: Request | NoticeAnswer | LookChallenge | OwnAnswer
) -> None:
    """To those who work with them as well, so that it is read, and passes to duty where nobody does."""
    write_own_words(
        by=by, persons=[me], text=[Marked(about), Marked(made.words or "(nothing more)")], whose=whose
    )
    nothing_to_tell(STANDS)
    concerns([me], item=str(made.id))
