"""What `story` gives to the rooms below it: one event for each action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from kith.core import tell
from kith.core.actor import Actor
from kith.story.models import EventKind
from kith.story.writing import Telling, put


def tell_story(
    *,
    by: Actor,
    about: Iterable[UUID],
    title: str,
    facts: dict[str, Any] | None = None,
    covert: UUID | None = None,
) -> UUID:
    """Write one staff-only event about these people, as part of the action under way. Returns its id.

    `covert`: the concern (`access.NotYetTold`) that it arises from, if it arises from one.
    """
    telling = Telling(kind=EventKind.RECORD, title=title, facts=facts or {}, covert=covert)
    return put(by=by, persons=about, telling=telling).id


def fill() -> None:
    """Fill the ports of `core` (at start-up)."""
    tell.tell.fill(tell_story)
