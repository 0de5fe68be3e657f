"""Other words for what somebody wrote, on the page of it: for its writer alone."""

from __future__ import annotations

from uuid import UUID

from kith.design.wording import Hint, hints
from kith.story.actions.corrections import CORRECTABLE
from kith.story.queries import EventPage
from kith.story.wording.queries import in_use

AT_MOST = 5


def another_way(page: EventPage, reader: UUID) -> tuple[Hint, ...]:
    """Other words for what the reader wrote themselves; nothing for anybody else. One statement at most.

    Somebody's own words, and what was put right since, are left alone.
    """
    line = page.line
    if page.writer != reader or line.kind not in CORRECTABLE or line.corrected_by is not None:
        return ()
    mine = [each.text for each in line.passages if each.part != "their_words" and not each.whose_words]
    text = "\n\n".join([line.title, *mine])
    return hints(text, in_use())[:AT_MOST]
