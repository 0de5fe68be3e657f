"""What a young person, and a carer, write at their own door: what matters, and what they say to what was shown."""

from __future__ import annotations

from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.homes.models import Said, Speaker, Wish
from kith.homes.queries.mine import me, my_shown
from kith.marked import marked
from kith.story.actions import write_own_words
from kith.story.marks import Marked
from kith.story.writing import clean_text

STANDS = "it stands where a home is chosen, and went to those who work with them in their own words"
NOT_YOURS = marked("There is nothing like this, or it is not open to you.")
WRITE = marked("Write what you want to say.")
CHOOSE = marked("Choose one.")


@action("homes.wish")
def wish(*, by: Actor, words: str, whose: str) -> UUID:
    """A young person says what matters to them where they live; the id.

    Raises NotPermittedError; CannotBeError without words.
    """
    person = me()
    if person is None:
        raise NotPermittedError(NOT_YOURS)
    tell.permit(by=by, permission=Permission.OWN_CARE, persons=[person])
    said = _needed(words)
    made = Wish(person_id=person, words=said, on=today(), recorded_by=by.id, source=Source.FAMILY.value)
    made.save(force_insert=True)
    _also(by, person, whose, "What matters to me where I live", said)
    concerns([person], wish=made.id)
    return made.id


@action("homes.say_mine")
def say_mine(
    *, by: Actor, shown: UUID, words: str, whose: str, yes: bool | None = None, needs: str = ""
) -> UUID:
    """What somebody says to what was shown to them; the id. They may say more later: what was said stays.

    A carer says yes or no, and what they would need. Raises NotPermittedError; CannotBeError without words, and of a
    carer without yes or no.
    """
    person = me()
    found = next((each for each in my_shown() if each.id == shown), None)
    if found is None or person is None:
        raise NotPermittedError(NOT_YOURS)
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[person])
    if found.as_carer and yes is None:
        raise CannotBeError(CHOOSE, field="yes")
    said, more = _needed(words), clean_text(needs).strip()[:1000]
    made = Said(
        choice_id=found.choice, child_id=found.child, who=Speaker.CARERS if found.as_carer else Speaker.CHILD, yes=yes,
        words=said, needs=more, on=today(), shown_id=shown, author=whose[:120], recorded_by=by.id,
        source=Source.FAMILY.value,
    )  # fmt: skip
    made.save(force_insert=True)
    about = "To a child who needs a home" if found.as_carer else "To a home that is thought of for me"
    _also(by, person, whose, about, "\n".join(each for each in (said, more) if each))
    concerns([person], said=made.id, shown=shown)
    return made.id


def _needed(words: str) -> str:
    said = clean_text(words).strip()[:1000]
    if not said:
        raise CannotBeError(WRITE, field="words")
    return said


def _also(by: Actor, person: UUID, whose: str, about: str, words: str) -> None:
    """To those who work with them as well, so that it is read, and passes to duty where nobody does."""
    write_own_words(by=by, persons=[person], text=[Marked(about), Marked(words)], whose=whose)
    nothing_to_tell(STANDS)
