"""Letters and where they went, as lists. Row level security decides what is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.core.asked import Asked, Asks
from kith.core.reads import ACCOUNT, AS_IT_IS, AT, ID, IDS, Called, Row
from kith.letters.models import Delivery, ForWhom, Letter, LetterKind, Sending, State, Way
from kith.letters.models.delivery import Why

MOST = 200


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that Notify carries: how it goes, how it stands, since when, and why it waits or failed.

    `open_failure`: it failed, and no worker has said that they know.
    """

    id: UUID
    how: str
    goes_to: str
    state: str
    failed: bool
    at: datetime
    why: str
    tries: int
    open_failure: bool


@dataclass(frozen=True, slots=True)
class SendingLine:
    """One time that a letter left, and what Notify carries of it. `posted_on`: None until then, and by another way.

    `reader`: whom of the family it is addressed to, if it is.
    """

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
    file: str
    carried: tuple[Carried, ...]
    by_notify: bool
    reader: UUID | None


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
    """Letters about these ids of one person, newest first, at most 200. Three queries."""
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
    """Each time that this letter left, the first one first. Two queries."""
    return _lines(letter=letter)


def on_page(sendings: Sequence[UUID]) -> frozenset[UUID]:
    """Those of these sendings that stand on their reader's own page. One query."""
    found = Release.objects.filter(
        item__in=list(sendings), kind=ReleasedKind.LETTER, withdrawn_at__isnull=True
    )
    return frozenset(found.values_list("item", flat=True))


def to_post() -> list[SendingLine]:
    """Letters that wait to be printed and posted, of records open to the actor, oldest first. Two queries."""
    return _lines(way=Way.POST, posted__isnull=True)[:MOST]


def _lines(**which: object) -> list[SendingLine]:
    carried = Prefetch("deliveries", Delivery.objects.order_by("recorded_at", "id"))
    found = Sending.objects.filter(**which).select_related("letter", "posted").prefetch_related(carried)
    rows = found.order_by("recorded_at", "id")
    return [
        SendingLine(
            each.id, each.letter_id, each.person_id, each.get_way_display(), each.way == Way.POST, each.letter.to_name,
            each.goes_to, each.letter.subject, each.recorded_at, each.sent_by_name, tuple(each.contains),
            each.posted.posted_on if hasattr(each, "posted") else None, each.file,
            tuple(_carried(one) for one in each.deliveries.all()), each.way == Way.NOTIFY,
            each.letter.readers[0] if each.letter.for_whom == ForWhom.FAMILY else None,
        )
        for each in rows
    ]  # fmt: skip


def _carried(row: Delivery) -> Carried:
    failed = row.state == State.FAILED
    return Carried(
        row.id, row.get_by_display(), row.goes_to, row.get_state_display(), failed, row.state_at, row.get_why_display(),
        row.tries, failed and row.seen_at is None,
    )  # fmt: skip


def _failed_read() -> Called:
    """What did not arrive, of the account's own or their people's, until it is seen to."""
    # Named in the statement itself: the index of what failed is of these alone, and no value told later has it.
    return Called(
        "SELECT d.person_id, s.letter_id, l.kind, l.to_name, d.why, d.state_at FROM letters_delivery d"
        " JOIN letters_sending s ON s.id = d.sending_id JOIN letters_letter l ON l.id = s.letter_id"
        f" WHERE d.state = '{State.FAILED.value}' AND d.seen_at IS NULL"
        f" AND (d.recorded_by = %s OR d.person_id = ANY (%s::uuid[])) ORDER BY d.state_at, d.id LIMIT {MOST}",
        (ID, ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, AT),
        (ACCOUNT, IDS),
    )


def _refused_read() -> Called:
    """Letters of the actor's own or their people's with own words that were said no to since."""
    return Called(
        "SELECT letter, person, subject, at, gone FROM letters_refused_since(%s::uuid[])",
        (ID, ID, AS_IT_IS, AT, AS_IT_IS),
        (IDS,),
    )


GONE = {
    "kept": "It did not leave, and cannot now. Change it without these words.",
    "paper": "If it is not posted or handed over yet, keep it back. Change it without these words.",
    "sent": "It was sent before they said so, and cannot be called back. Tell them that.",
}


def _today_from(read: Mapping[str, Sequence[Row]]) -> list[Asked]:
    kinds, whys = dict(LetterKind.choices), dict(Why.choices)
    return [
        *(
            Asked(
                f"{kinds[kind]} to {to_name} did not arrive",
                reverse("letter", args=[person, letter]),
                str(whys.get(why, why)),
                at,
            )
            for person, letter, kind, to_name, why, at in read["failed"]
        ),
        *(
            Asked(
                f"No to their own words in “{subject}”",
                reverse("letter", args=[person, letter]),
                GONE[gone],
                at,
            )
            for letter, person, subject, at, gone in read["refused"]
        ),
    ]


TODAY_ASKS = Asks({"failed": _failed_read, "refused": _refused_read}, _today_from)
"""What did not arrive, and what left with own words that were said no to since."""
