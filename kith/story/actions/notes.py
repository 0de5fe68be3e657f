"""Notes, visits, calls and meetings: written once, for everybody whom they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action
from kith.core.actor import Actor
from kith.story.marks import Marked
from kith.story.models import EventKind
from kith.story.writing import Telling, let_go, put

Sections = Mapping[str, Sequence[Marked]]
"""Parts of a text by their names, in order: `their_words`, `saw`, `agreed`, `text`."""


@action("story.write_note")
def write_note(
    *,
    by: Actor,
    persons: Sequence[UUID],
    title: str,
    text: Sequence[Marked],
    happened_at: datetime,
    all_day: bool = False,
    covert: UUID | None = None,
    draft: UUID | None = None,
) -> UUID:
    """Write a note about one or several people; the id of its event.

    Raises NotPermittedError; AlreadyWrittenError when `draft` has become an event before.
    """
    sections = {"text": text}
    telling = _telling(EventKind.NOTE, title, sections, facts={})
    return _write(
        by, persons, replace(telling, happened_at=happened_at, all_day=all_day, covert=covert), draft
    )


@action("story.record_visit")
def record_visit(
    *,
    by: Actor,
    persons: Sequence[UUID],
    seen: Sequence[UUID],
    alone: str,
    sections: Sections,
    next_time: str,
    happened_at: datetime,
    nobody: bool = False,
    why_not_alone: str = "",
    all_day: bool = False,
    title: str = "Visit",
    covert: UUID | None = None,
    draft: UUID | None = None,
) -> UUID:
    """Record a visit. `seen`: who of `persons` was seen; `alone`: yes, no, part or offered.
    `nobody`: it was tried, and nobody was seen; such a visit is not being in touch. `why_not_alone`: refused, age,
    unable or other, where it is said (SI 2010/959 regulation 29). With no `sections` it is still to be written up.

    Raises NotPermittedError, AlreadyWrittenError. Seeing a child alone: Working Together 2026, on visits and
    direct work.
    """
    facts: dict[str, Any] = {"seen": sorted(str(each) for each in seen), "alone": alone, "next": next_time}
    if nobody:
        facts |= {"nobody": True}
    if why_not_alone:
        facts |= {"why_not_alone": why_not_alone}
    telling = _telling(EventKind.VISIT, title, sections, facts=facts)
    return _write(
        by, persons, replace(telling, happened_at=happened_at, all_day=all_day, covert=covert), draft
    )


@action("story.record_call")
def record_call(
    *,
    by: Actor,
    persons: Sequence[UUID],
    with_whom: str,
    sections: Sections,
    next_time: str,
    happened_at: datetime,
    all_day: bool = False,
    title: str = "Phone call",
    covert: UUID | None = None,
    draft: UUID | None = None,
) -> UUID:
    """Record a phone or video call. `with_whom` is staff-only. Raises NotPermittedError, AlreadyWrittenError."""
    facts = {"with": with_whom, "next": next_time}
    telling = _telling(EventKind.CALL, title, sections, facts=facts)
    return _write(
        by, persons, replace(telling, happened_at=happened_at, all_day=all_day, covert=covert), draft
    )


@action("story.record_meeting")
def record_meeting(
    *,
    by: Actor,
    persons: Sequence[UUID],
    who_came: str,
    sections: Sections,
    next_time: str,
    happened_at: datetime,
    all_day: bool = False,
    title: str = "Meeting",
    covert: UUID | None = None,
    draft: UUID | None = None,
) -> UUID:
    """Record a meeting. `who_came` is staff-only. Raises NotPermittedError, AlreadyWrittenError."""
    facts = {"who_came": who_came, "next": next_time}
    telling = _telling(EventKind.MEETING, title, sections, facts=facts)
    return _write(
        by, persons, replace(telling, happened_at=happened_at, all_day=all_day, covert=covert), draft
    )


def _telling(kind: EventKind, title: str, sections: Sections, *, facts: dict[str, Any]) -> Telling:
    return Telling(
        kind=kind,
        title=title,
        passages=[marked for part in sections.values() for marked in part],
        facts=facts | {"sections": [name for name, part in sections.items() for _ in part]},
    )


def _write(by: Actor, persons: Sequence[UUID], telling: Telling, draft: UUID | None) -> UUID:
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=persons)
    event = put(by=by, persons=persons, telling=replace(telling, draft=draft))
    let_go(draft)
    return event.id
