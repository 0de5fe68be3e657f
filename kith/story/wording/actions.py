"""What a manager or the director decides about the list."""

from __future__ import annotations

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.wording.entry import Entry, faults
from kith.story.models import OtherWords
from kith.story.wording.queries import one


class WordsRefusedError(ValueError):
    """The list cannot take this. The message says why in words fit to be shown; `field` is what to mend."""

    def __init__(self, why: str, field: str) -> None:
        super().__init__(why)
        self.field = field


@action("story.add_words")
def add_words(*, by: Actor, entry: Entry, reason: str) -> OtherWords:
    """Add an entry to the list. Raises NotPermittedError; WordsRefusedError for a key that is taken, or a fault."""
    tell.permit(by=by, permission=Permission.SET_WORDS, persons=[])
    if one(entry.key) is not None:
        raise WordsRefusedError("These words are in the list already. Change that entry.", "phrases")
    return _decide(by, entry, reason)


@action("story.change_words")
def change_words(*, by: Actor, entry: Entry, reason: str) -> OtherWords:
    """Put an entry in the place of the one with its key; one that was ended is offered again.

    Raises NotPermittedError; WordsRefusedError for a key that is not there, or a fault.
    """
    tell.permit(by=by, permission=Permission.SET_WORDS, persons=[])
    if one(entry.key) is None:
        raise WordsRefusedError("This entry is not in the list.", "phrases")
    return _decide(by, entry, reason)


@action("story.end_words")
def end_words(*, by: Actor, key: str, reason: str) -> OtherWords:
    """Offer an entry no longer. Raises NotPermittedError; WordsRefusedError where it is not offered."""
    tell.permit(by=by, permission=Permission.SET_WORDS, persons=[])
    found = one(key)
    if found is None or not found.offered:
        raise WordsRefusedError("This entry is not offered.", "reason")
    return _decide(by, found.entry, reason, offered=False)


def _decide(by: Actor, entry: Entry, reason: str, *, offered: bool = True) -> OtherWords:
    for field, wrong, remedy in faults(entry):
        raise WordsRefusedError(f"{wrong[:1].upper()}{wrong[1:]}. {remedy}", field)
    if not reason.strip():
        raise WordsRefusedError("Say why, so that whoever reads this later understands.", "reason")
    made = OtherWords.objects.create(
        key=entry.key,
        phrases=list(entry.phrases),
        not_in=list(entry.not_in),
        why=entry.why,
        instead=list(entry.instead),
        cited=entry.source,
        link=entry.link,
        offered=offered,
        reason=reason.strip()[:500],
        recorded_by=by.id,
    )
    nothing_to_tell("A list of the council's, no person's record.")
    concerns([], words=made.id, key=made.key, offered=made.offered)
    return made
