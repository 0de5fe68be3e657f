"""How an event is put on the story: once, with its people and passages, within the action under way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.access.models import Account, NotYetTold
from kith.core.action import NotPermittedError, doing
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.models_base import Source
from kith.design.text import REORDERING, safe_text
from kith.story.marks import Marked
from kith.story.models import About, Draft, Event, EventKind, Passage
from kith.story.sealing import kept

TITLE = 200
FROM_DRAFTS = UUID("5f0c1a52-8f0e-4b3c-9a51-0d6f1d3c7e11")


class AlreadyWrittenError(Exception):
    """The draft has become an event already: another tab, or a colleague, was first. `event`: its id."""

    def __init__(self, event: UUID) -> None:
        super().__init__("This draft is on the story already.")
        self.event = event


class PutRightAlreadyError(NotPermittedError):
    """The event was put right before, perhaps at this very moment. The message is fit to be shown."""

    def __init__(self) -> None:
        super().__init__("This has been put right already. Open the newer one and put that right.")


def event_of(draft: UUID) -> UUID:
    """The id of the event that a draft becomes: so a draft can become one, and no more."""
    return uuid5(FROM_DRAFTS, str(draft))


@dataclass(frozen=True, slots=True)
class Telling:
    """What happened, as an action hands it over. With `all_day` only the day of `happened_at` counts."""

    kind: EventKind
    title: str
    passages: Sequence[Marked] = ()
    happened_at: datetime | None = None
    all_day: bool = False
    facts: dict[str, Any] = field(default_factory=dict)
    label: Label = Label.NORMAL
    covert: UUID | None = None
    replaces: UUID | None = None
    source: Source = Source.WORKER
    draft: UUID | None = None


def put(*, by: Actor, persons: Iterable[UUID], telling: Telling) -> Event:
    """Write one staff-only event about these people.

    Raises NotPermittedError where nobody is named, AlreadyWrittenError for a draft that is an event already.
    """
    current, about = doing(), sorted(set(persons), key=str)
    if not about:
        raise NotPermittedError("Say whom this is about.")
    if telling.covert is not None and not NotYetTold.objects.filter(id=telling.covert).exists():
        raise NotPermittedError("There is no such concern for the people whom this is about.")
    event = Event(
        id=event_of(telling.draft) if telling.draft else uuid4(),
        kind=telling.kind,
        action=current.name,
        happened_at=telling.happened_at or timezone.now(),
        all_day=telling.all_day,
        title=safe_text(telling.title)[:TITLE],
        facts=telling.facts,
        label=telling.label.value,
        written_by_name=name_of(by),
        covert_id=telling.covert,
        replaces_id=telling.replaces,
        source=telling.source,
        recorded_by=by.id,
    )
    _save(event, telling)
    common = {"event": event, "recorded_by": by.id, "source": telling.source}
    About.objects.bulk_create(
        About(person_id=each, happened_at=event.happened_at, **common) for each in about
    )
    Passage.objects.bulk_create(
        _passage(number, marked, common) for number, marked in enumerate(telling.passages)
    )
    current.told = True
    current.persons.update(about)
    current.summary["event"] = str(event.id)
    return event


def _save(event: Event, telling: Telling) -> None:
    """PostgreSQL itself lets one event come of a draft, and one correction of an event.

    Raises AlreadyWrittenError, PutRightAlreadyError.
    """
    try:
        with transaction.atomic():
            event.save(force_insert=True)
    except IntegrityError as error:
        broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        if broken == "story_event_pkey":
            raise AlreadyWrittenError(event.id) from error
        if broken == "event_replaced_once":
            raise PutRightAlreadyError from error
        raise


def _passage(number: int, marked: Marked, common: dict[str, Any]) -> Passage:
    passage = uuid4()
    text, sealed = kept(marked.label.value, passage, clean_text(marked.text))
    return Passage(
        id=passage,
        position=number,
        person_id=marked.person,
        label=marked.label.value,
        text=text,
        sealed=sealed,
        whose_words=safe_text(marked.whose_words)[:120],
        **common,
    )


def clean_text(text: str) -> str:
    """Words of several lines without marks that reorder what stands beside them, and without controls."""
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in "\n\t" or (letter not in REORDERING and (letter >= " ") and letter != "\x7f")
    )


def name_of(by: Actor) -> str:
    """The name of whoever writes, as it is today; empty for a service."""
    return Account.objects.filter(id=by.id).values_list("display_name", flat=True).first() or ""


def let_go(draft: UUID | None) -> None:
    """The draft has become an event."""
    if draft is not None:
        Draft.objects.filter(id=draft).delete()
