"""Releasing: an item to a named person, by a worker who says whether that person has been prepared."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from kith.access.apart import refuse_what_tells
from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.files import FileStoreError
from kith.core.labels import Label
from kith.core.prepared import refuse_unprepared
from kith.story.models import About, Document, Event, EventKind, Passage
from kith.story.queries.names import may_be_readers
from kith.story.queries.uses import may_go
from kith.story.sealing import words_of
from kith.story.sending import looked_through
from kith.story.writing import Telling, put

# Pictures whose hidden facts nobody here can take out.
KEEPS_ITS_PLACE = frozenset({"image/heic"})
# Kept by others' rules (who gave it, the court, the law): no worker releases these through a page.
NEVER = (
    Label.LEGAL_PRIVILEGE
    | Label.POLICE_SENSITIVE
    | Label.ADOPTION_SEALED
    | Label.STAFF_RESTRICTED
    | Label.LADO
    | Label.COUNSELLING
    | Label.ADDRESS_PROTECTED
)
ASK_THE_WRITER = (
    "These are somebody's own words. Ask them first whether this person may read them: “Ask to use them”."
    " They must say “in my words”. For a parent's request to see the file, their view, the harm test and a second person"
    " stand first."
)


@action("story.release")
def release(
    *,
    by: Actor,
    event: UUID,
    reader: UUID,
    prepared: bool,
    how_prepared: str,
    passages: Sequence[UUID] = (),
    documents: Sequence[UUID] = (),
    read_by_hand: bool = False,
) -> None:
    """Let `reader` read an event: its title, its plain passages, and those passages and documents named.

    Raises CannotBeError before they are prepared. Raises NotPermittedError: while a concern that it arises from is not
    yet told, for labels that no worker releases, for the child's private words to anybody but the child, for a reader who
    is nobody's kin, and for words, also inside a document, that name something of those whom the reader is kept apart
    from; and own words whose writer was not asked. `read_by_hand`: the worker's word that they read each document that
    could not be looked through; without it such a one is refused.
    """
    found, about = _found(event)
    tell.permit(by=by, permission=Permission.RELEASE, persons=about)
    if (found.covert is not None and found.covert.ended_at is None) or (
        found.covert_id and found.covert is None
    ):
        raise NotPermittedError(
            "This comes from something the family is not told of yet."
            " First record who was told what, and when."
        )
    how = refuse_unprepared(prepared=prepared, how=how_prepared)
    if reader not in may_be_readers(about):
        raise NotPermittedError("Choose somebody of this family or network.")
    chosen_passages = list(Passage.objects.filter(event=found, id__in=passages))
    chosen_documents = list(Document.objects.filter(event=found, id__in=documents))
    labels = [found.label, *(p.label for p in chosen_passages), *(d.label for d in chosen_documents)]
    if any(label & NEVER.value for label in labels):
        raise NotPermittedError("Part of this is kept by a rule that no worker can set aside here.")
    private = bool(found.label & Label.CHILD_PRIVATE) or any(
        p.label & Label.CHILD_PRIVATE for p in chosen_passages
    )
    if private and (reader not in about or len(about) != 1):
        raise NotPermittedError("These are a child's private words. Only that child may have them from here.")
    if not may_go(found.id, reader):
        raise NotPermittedError(ASK_THE_WRITER)
    plain = Passage.objects.filter(event=found, label=Label.NORMAL.value).exclude(id__in=passages)
    going = [words_of(each) for each in (*chosen_passages, *plain)]
    inside = _inside(chosen_documents, read_by_hand=read_by_hand)
    refuse_what_tells(reader, [found.title, *going, *(each.name for each in chosen_documents), *inside])
    items = [
        (ReleasedKind.EVENT, found.id),
        *((ReleasedKind.PASSAGE, each.id) for each in chosen_passages),
        *((ReleasedKind.DOCUMENT, each.id) for each in chosen_documents),
    ]
    already = set(
        Release.objects.filter(
            reader_id=reader, item__in=[item for _, item in items], withdrawn_at__isnull=True
        ).values_list("item", flat=True)
    )
    now = timezone.now()
    Release.objects.bulk_create(
        Release(
            reader_id=reader,
            kind=kind,
            item=item,
            prepared=prepared,
            how_prepared=how,
            released_at=now,
            recorded_by=by.id,
        )
        for kind, item in items
        if item not in already
    )
    by_hand = {"read_by_hand": True} if read_by_hand and chosen_documents else {}
    _say(found, about, reader, by=by, title="Released to somebody by name", prepared=prepared, **by_hand)


def _inside(documents: Sequence[Document], *, read_by_hand: bool) -> list[str]:
    """The words inside these files. Raises NotPermittedError for one that nobody read, or that keeps its place."""
    words = []
    for each in documents:
        if each.media_type in KEEPS_ITS_PLACE:
            raise NotPermittedError(
                f"“{each.name}” may say where it was taken, and that cannot be taken out. Save it as a JPEG first."
            )
        try:
            looked = looked_through(each)
        except FileStoreError as error:
            raise NotPermittedError(
                f"“{each.name}” could not be opened, so it cannot be shared now."
            ) from error
        if looked.why and not read_by_hand:
            raise NotPermittedError(
                f"“{each.name}” could not be looked through: {looked.why}. Somebody must read it, and say so."
            )
        words.append(looked.words)
    return words


@action("story.withdraw_release")
def withdraw_release(*, by: Actor, event: UUID, reader: UUID) -> int:
    """Take back what `reader` could read of an event; how many items. What was read stays read.

    Raises NotPermittedError.
    """
    found, about = _found(event)
    tell.permit(by=by, permission=Permission.RELEASE, persons=about)
    items = [
        found.id,
        *Passage.objects.filter(event=found).values_list("id", flat=True),
        *Document.objects.filter(event=found).values_list("id", flat=True),
    ]
    taken = Release.objects.filter(reader_id=reader, item__in=items, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now()
    )
    if not taken:
        raise NotPermittedError("There was nothing to take back, or only whoever released it can.")
    _say(found, about, reader, by=by, title="A release was taken back", items=taken)
    return taken


def _found(event: UUID) -> tuple[Event, list[UUID]]:
    found = Event.objects.select_related("covert").filter(id=event).first()
    about = list(About.objects.filter(event_id=event).values_list("person_id", flat=True)) if found else []
    if found is None or not about:
        raise NotPermittedError("There is nothing here to release.")
    return found, about


def _say(
    found: Event, about: Sequence[UUID], reader: UUID, *, by: Actor, title: str, **more: bool | int
) -> None:
    facts = {"of": str(found.id), "reader": str(reader), **more}
    telling = Telling(EventKind.RECORD, f"{title}: {found.title}", facts=facts, label=Label(found.label))
    put(by=by, persons=about, telling=telling)
    concerns([reader], of=str(found.id), reader=str(reader), **more)
