"""Filing a letter or document, word for word. It is on the story; it has gone nowhere yet."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.design.dates import today
from kith.design.text import safe_text
from kith.letters.facts import council
from kith.letters.fields import BROKEN, GAP
from kith.letters.laid_out import ending
from kith.letters.models import ForWhom, Letter, LetterKind
from kith.letters.own_words import refuse_unasked, use_of
from kith.letters.parts import Part, parts_of, words_in
from kith.story.models import EventKind
from kith.story.queries.names import may_be_readers
from kith.story.writing import Telling, clean_text, let_go, put

MOST = 40_000
# Letters and digits that nobody takes for another, read out on a telephone.
SIGNS = "23456789ACDEFGHJKMNPQRTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Worded:
    """What is to be filed. `typed`: a letter's words; `content`: a document's parts, in their stead.

    `draft`: in which it was typed; it is done with. `word`: the council's Word file that it is made of, with the values
    of its `fields`; its words as parts are the `content`.
    """

    for_whom: str
    to_name: str
    subject: str
    typed: str = ""
    content: Sequence[Part] = ()
    kind: str = LetterKind.LETTER.value
    readers: Sequence[UUID] = ()
    template: tuple[str, int] = ("", 0)
    made_of: Sequence[UUID] = ()
    labels: int = Label.NORMAL.value
    replaces: UUID | None = None
    draft: UUID | None = None
    word: UUID | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    reference: str = ""


@action("letters.keep")
def keep(*, by: Actor, persons: Sequence[UUID], worded: Worded) -> Letter:
    """File it as it stands. `persons`: all ids of the person whom it is about, the one of the page first.

    Raises NotPermittedError: without the right to release, for a reader who is nobody's kin, for a letter to a family
    without a reader, for events not yet told; CannotBeError for words that are missing or too many, and for own words
    that came by the family's door, unless their writer said yes to it.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=persons[:1])
    readers = list(dict.fromkeys(worded.readers))
    if worded.for_whom == ForWhom.FAMILY and not readers:
        raise CannotBeError("Choose whom it is for.", field="reader")
    if not set(readers) <= may_be_readers(persons):
        raise NotPermittedError("Choose somebody of this family or network.")
    to_name, subject = safe_text(worded.to_name).strip()[:120], safe_text(worded.subject).strip()[:120]
    typed = clean_text(worded.typed).strip()
    parts = list(worded.content) or parts_of(typed)
    if not to_name:
        raise CannotBeError("Say whom it is for.", field="to_name")
    if not parts or not subject:
        raise CannotBeError("Write something first.", field="words")
    if sum(len(each) for each in words_in(parts)) > MOST:
        raise CannotBeError("This is too long for one letter.", field="words")
    said = [subject, *words_in(parts), *worded.fields.values()]
    if worded.kind == LetterKind.LETTER and any(GAP in each or BROKEN.search(each) for each in said):
        raise CannotBeError(f"Fill in every gap that is marked {GAP}, or take it out.", field="words")
    quotes = refuse_unasked(worded.made_of, use_of(worded.kind, readers=bool(readers)), said)
    writer = Account.objects.get(id=by.id)
    made = Letter(
        person_id=persons[0],
        kind=LetterKind(worded.kind).value,
        for_whom=ForWhom(worded.for_whom).value,
        template=worded.template[0],
        template_version=worded.template[1],
        reference=worded.reference or new_reference(),
        to_name=to_name,
        readers=readers,
        subject=subject,
        content=[_head(worded.fields), *parts, *ending(worded.for_whom)],
        typed=typed,
        made_of=list(worded.made_of),
        quotes=quotes,
        labels=worded.labels | Label.NORMAL.value,
        written_on=today(),
        written_by_name=writer.display_name,
        replaces_id=worded.replaces,
        word_id=worded.word,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    put(
        by=by,
        persons=persons[:1],
        telling=Telling(
            EventKind.RECORD,
            f"{made.get_kind_display()} written, not sent yet: {made.subject}",
            facts={"letter": str(made.id)},
            label=made.strictest,
        ),
    )
    let_go(worded.draft)
    concerns(readers, letter=str(made.id))
    return made


def new_reference() -> str:
    """Eight random letters and digits: numbering would tell how many letters went to others."""
    return "".join(secrets.choice(SIGNS) for _ in range(8))


def _head(fields: Mapping[str, str]) -> Part:
    """The letterhead: the same whoever reads it, with no team, office or worker in it.

    `fields`: what a Word file is filled with, kept to be looked through and filled in again.
    """
    said = {"part": "head", "council": council(), "phone": settings.DUTY_PHONE}
    return {**said, "fields": dict(fields)} if fields else said
