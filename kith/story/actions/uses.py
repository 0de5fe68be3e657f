"""Ask before somebody's own words are used elsewhere; keep what they say, and tell them what came of it."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.story.models import About, Event, WordsUse
from kith.story.models.words_use import Say, Use
from kith.story.queries.names import may_be_readers
from kith.story.writing import clean_text

BESIDE = "it stands beside the words, which are on the story already"
NOT_NOW = "This cannot be said of it now, or not by you."
FOR_SOMEBODY = frozenset({Use.SHARED, Use.FILE})


@action("story.ask_for_use")
def ask_for_use(*, by: Actor, event: UUID, use: Use, for_what: str, reader: UUID | None = None) -> UUID:
    """Ask the writer whether their words may be used; the id of the asking. They are told `for_what`, in these words.

    Raises NotPermittedError for words that did not come by the family's door or are not open to the actor; CannotBeError
    without a purpose, and where a reader is missing.
    """
    about = _about(event)
    tell.permit(by=by, permission=Permission.RELEASE, persons=about)
    said = clean_text(for_what).strip()[:200]
    if not said:
        raise CannotBeError("Say for what, as you would tell them.", field="for_what")
    if (use in FOR_SOMEBODY) != (reader is not None):
        raise CannotBeError("Choose who would read them: for sharing and for the file only.", field="reader")
    if reader is not None and reader not in may_be_readers(about):
        raise CannotBeError("Choose somebody of this family or network.", field="reader")
    if not _said("SELECT story_from_the_door(%s)", event):
        raise NotPermittedError("These words did not come from the writer's own page.")
    made = WordsUse(event_id=event, use=use, for_what=said, reader_id=reader, recorded_by=by.id)
    made.save(force_insert=True)
    nothing_to_tell(BESIDE)
    concerns(about, event=event, use=use.value, asking=made.id)
    return made.id


@action("story.answer_use")
def answer_use(*, by: Actor, asking: UUID, says: Say, words: str = "") -> None:
    """What the writer says: in my words, in yours, not at all. By themselves, or to a worker, whose name is kept.

    A no takes back what was shared on a yes, stops letters and papers that did not leave yet, and may come at any time;
    a yes may be changed until something came of it. Raises NotPermittedError: for another's.
    """
    checked()
    if role_named(by.role).family:
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    if not _said("SELECT story_answer_use(%s, %s, %s)", asking, says.value, clean_text(words).strip()):
        raise NotPermittedError(NOT_NOW)
    nothing_to_tell(BESIDE)
    concerns([], asking=asking, says=says.value)


@action("story.judge_harm")
def judge_harm(*, by: Actor, asking: UUID, likely: bool, why: str) -> None:
    """For a parent's request: whether it would be likely to do serious harm to anybody's physical or mental health.

    Data Protection Act 2018, schedule 3, paragraphs 2 and 9. Raises CannotBeError without a reason, NotPermittedError.
    """
    checked()
    said = clean_text(why).strip()
    if not said:
        raise CannotBeError("Say why.", field="why")
    if not _said("SELECT story_use_harm(%s, %s, %s)", asking, likely, said):
        raise NotPermittedError(NOT_NOW)
    nothing_to_tell(BESIDE)
    concerns([], asking=asking, likely=likely)


@action("story.agree_as_second")
def agree_as_second(*, by: Actor, asking: UUID, agrees: bool) -> None:
    """A manager, chair or child protection lead who neither asked, heard nor judged says whether the words may go.

    Raises NotPermittedError: before the writer's view and the harm test are recorded, for anybody of those, and twice.
    """
    checked()
    if not _said("SELECT story_use_second(%s, %s)", asking, agrees):
        raise NotPermittedError(
            "A second person does this, once: a manager, chair or child protection lead who neither asked, heard the"
            " answer nor judged the harm; and only after both are recorded."
        )
    nothing_to_tell(BESIDE)
    concerns([], asking=asking, agrees=agrees)


@action("story.say_what_came_of_it")
def say_what_came_of_it(*, by: Actor, asking: UUID, words: str) -> None:
    """Tell the writer what came of their words. Raises CannotBeError without words, NotPermittedError."""
    checked()
    said = clean_text(words).strip()
    if not said:
        raise CannotBeError("Say what came of it.", field="words")
    if not _said("SELECT story_use_came_of(%s, %s)", asking, said):
        raise NotPermittedError(NOT_NOW)
    nothing_to_tell(BESIDE)
    concerns([], asking=asking)


def _about(event: UUID) -> list[UUID]:
    about = list(About.objects.filter(event_id=event).values_list("person_id", flat=True))
    if not about or not Event.objects.filter(id=event).exists():
        raise NotPermittedError("There are no such words, or they are not open to you.")
    return about


def _said(statement: str, *values: UUID | str | bool) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return bool(cursor.fetchone()[0])
