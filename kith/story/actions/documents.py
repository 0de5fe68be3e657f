"""Documents, drawings and voice files: taken in, told by their content, kept encrypted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import PurePath
from uuid import UUID

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.keys import Purpose
from kith.core.keystore import ring
from kith.core.labels import Label
from kith.core.models_base import Source
from kith.design.text import safe_text
from kith.story.files import store
from kith.story.models import About, Document, Event, EventKind
from kith.story.writing import Telling, put


@action("story.add_document")
def add_document(
    *,
    by: Actor,
    content: Iterable[bytes],
    name: str,
    declared: str = "",
    label: Label = Label.NORMAL,
    event: UUID | None = None,
    persons: Sequence[UUID] = (),
    happened_at: datetime | None = None,
) -> UUID:
    """Keep a file: with an event that there is, or as an event of its own about `persons`. Its id.

    Raises NotPermittedError; FileRefusedError, with words for the person who gave it, for a file that is
    empty, too large, of no kind that is taken, not what it says it is, or infected; FileStoreError when
    the store cannot keep it. Nothing is written of it in any of these.
    """
    shown = safe_name(name)
    if event is None:
        tell.permit(by=by, permission=Permission.WRITE_STORY, persons=persons)
        telling = Telling(EventKind.DOCUMENT, f"Document: {shown}", happened_at=happened_at, label=label)
        target, source = put(by=by, persons=persons, telling=telling), Source.WORKER
    else:
        target, source = _existing(by, event, shown, label)
    stored = store().save(content, name=shown, declared=declared)
    key_id, _ = ring().current(Purpose.FILES)
    document = Document(
        event=target,
        name=shown,
        media_type=stored.mime,
        size=stored.size,
        digest=stored.id,
        key_id=str(key_id),
        label=label.value,
        source=source,
        recorded_by=by.id,
    )
    document.save(force_insert=True)
    concerns([], document=str(document.id), size=stored.size, scanned=stored.scanned)
    return document.id


def _existing(by: Actor, event: UUID, name: str, label: Label) -> tuple[Event, Source]:
    found = Event.objects.filter(id=event).first()
    if found is None:
        raise NotPermittedError("There is nothing here to add a file to.")
    if role_named(by.role).family:
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
        if found.recorded_by != by.id:
            raise NotPermittedError("You can add a file to your own words only.")
        nothing_to_tell("part of own words that are on the story already")
        return found, Source.FAMILY
    about = list(About.objects.filter(event=found).values_list("person_id", flat=True))
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=about)
    telling = Telling(
        EventKind.RECORD,
        f"File added: {name}",
        facts={"of": str(found.id)},
        label=label,
        covert=found.covert_id,
    )
    put(by=by, persons=about, telling=telling)
    return found, Source.WORKER


def safe_name(name: str) -> str:
    """A file name fit to be shown and to be saved under: no folders, controls or reordering marks."""
    bare = PurePath(safe_text(name).replace("\\", "/")).name
    kept = "".join("-" if letter in '<>:"/|?*' else letter for letter in bare).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:150]}{dot}{ending[:20]}" if stem else (kept[:150] or "file")
