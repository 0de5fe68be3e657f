"""Somebody says that an outcome is wrong; and what was answered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text
from kith.kinship.actions.exploring import NOT_HERE, explored_for
from kith.kinship.models import Challenge, Explored
from kith.story.writing import clean_text


@action("kinship.challenge")
def challenge(*, by: Actor, explored: UUID, by_whom: str, words: str, on: date) -> UUID:
    """Somebody says that an outcome is wrong: they themselves, the child, the family; the id.

    Raises NotPermittedError; CannotBeError without a name or words, and for a day to come.
    """
    found = Explored.objects.filter(id=explored).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    about = explored_for(by, found.exploration_id)
    who, said = safe_text(by_whom)[:120], clean_text(words).strip()[:1000]
    if not who:
        raise CannotBeError("Say who says so.", field="by_whom")
    if not said:
        raise CannotBeError("Write what they say.", field="words")
    if on > today():
        raise CannotBeError("This day is still to come.", field="on")
    made = Challenge.objects.create(explored=found, by_whom=who, words=said, on=on, recorded_by=by.id)
    concerns([about.child_id], challenge=made.id)
    tell.tell(by=by, about=[about.child_id], title="Somebody spoke against an outcome of who could care")
    return made.id


@action("kinship.answer_challenge")
def answer_challenge(*, by: Actor, challenge: UUID, answer: str, on: date) -> None:
    """What was answered, and why; once.

    Raises NotPermittedError; CannotBeError for a day before it was said or to come.
    """
    found = Challenge.objects.filter(id=challenge, answered_on=None).select_related("explored").first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    about = explored_for(by, found.explored.exploration_id)
    said = clean_text(answer).strip()[:1000]
    if not said:
        raise CannotBeError("Write what was answered, and why.", field="answer")
    if not found.on <= on <= today():
        raise CannotBeError("An answer comes after what it answers, and not in days to come.", field="on")
    Challenge.objects.filter(id=challenge).update(answer=said, answered_on=on)
    concerns([about.child_id], challenge=challenge)
    tell.tell(by=by, about=[about.child_id], title="It was answered what somebody said of who could care")
