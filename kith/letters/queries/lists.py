"""Letters and where they went, as lists. Row level security decides what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.letters.models import Letter, Sending, Way

MOST = 200


@dataclass(frozen=True, slots=True)
class SendingLine:
    """One time that a letter left. `posted_on` is None until it is posted, and where it goes another way."""

    id: UUID
    letter: UUID
    person: UUID
    way: str
    by_post: bool
    to: str
    goes_to: str
    subject: str
    at: datetime
    by: str
    contains: tuple[str, ...]
    posted_on: date | None


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter as it was filed, and each time that it left, the first one first."""

    id: UUID
    kind: str
    subject: str
    to: str
    at: datetime
    by: str
    changed_later: bool
    sent: tuple[SendingLine, ...]


def letters_of(ids: Sequence[UUID]) -> list[LetterLine]:
    """Letters about these ids of one person, newest first, at most 200. Two queries."""
    found = list(Letter.objects.filter(person_id__in=list(ids)).order_by("-recorded_at", "id")[:MOST])
    sent: dict[UUID, list[SendingLine]] = {}
    for line in _lines(letter__in=[each.id for each in found]):
        sent.setdefault(line.letter, []).append(line)
    replaced = {each.replaces_id for each in found}
    return [
        LetterLine(
            each.id, each.get_kind_display(), each.subject, each.to_name, each.recorded_at, each.written_by_name,
            each.id in replaced, tuple(sent.get(each.id, ())),
        )
        for each in found
    ]  # fmt: skip


def sendings_of(letter: UUID) -> list[SendingLine]:
    """Each time that this letter left, the first one first. One query."""
    return _lines(letter=letter)


def to_post() -> list[SendingLine]:
    """Letters that wait to be printed and posted, of the records that are open to the actor, oldest first. One query."""
    return _lines(way=Way.POST, posted__isnull=True)[:MOST]


def _lines(**which: object) -> list[SendingLine]:
    rows = Sending.objects.filter(**which).select_related("letter", "posted").order_by("recorded_at", "id")
    return [
        SendingLine(
            each.id, each.letter_id, each.person_id, each.get_way_display(), each.way == Way.POST, each.letter.to_name,
            each.goes_to, each.letter.subject, each.recorded_at, each.sent_by_name, tuple(each.contains),
            each.posted.posted_on if hasattr(each, "posted") else None,
        )
        for each in rows
    ]  # fmt: skip
