"""Who waits, the nearest date first: what the desk's list shows, without a word of what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Case, IntegerField, Value, When

from kith.advice.models import Adviser, Channel, Chat, ChatState, Contact, DeadlineKind, State
from kith.advice.opening.clock import LONDON

AT_MOST = 200
SOON = timedelta(days=2)
LATER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the desk's list. `rank`: 0 comes before all others. `on_the_line`: they hold the telephone."""

    id: UUID
    reference: str
    channel: str
    asker: str
    topic: str
    asked_at: datetime
    deadline: str
    deadline_on: date | None
    ring: tuple[datetime, datetime] | None
    tried: int
    rank: int
    taken_by: str
    on_the_line: bool


def rank_of(deadline_on: date | None, ring: tuple[datetime, datetime] | None, moment: datetime) -> int:
    """0: a date in two days or gone by. 1: a call that is safe now. 2: a date in two weeks. 3: all others.

    A call whose time is still to come waits for it, last: 4.
    """
    today = moment.astimezone(LONDON).date()
    if deadline_on is not None and deadline_on <= today + SOON:
        return 0
    if ring is not None and ring[0] <= moment < ring[1]:
        return 1
    if deadline_on is not None and deadline_on <= today + LATER:
        return 2
    return 4 if ring is not None and moment < ring[0] else 3


def waiting(moment: datetime, *, state: str = State.WAITING) -> tuple[Sequence[Waiting], int]:
    """Those in this state, in the order in which they are to be helped, and how many more there are. Three statements.

    Whoever chats is in the list of chats.
    """
    every = Contact.objects.filter(state=state).exclude(channel=Channel.WEBCHAT)
    # Ranked before it is cut: however many wait, whoever must be in court tomorrow is on the page.
    rows = list(every.annotate(rank=_ranked(moment)).order_by("rank", "deadline_on", "asked_at")[:AT_MOST])
    names = dict(Adviser.objects.values_list("id", "display_name"))
    found = [_line(row, names, moment) for row in rows]
    far = date.max
    found.sort(key=lambda each: (each.rank, each.deadline_on or far, _begins(each, moment), each.asked_at))
    return found, max(0, every.count() - AT_MOST) if len(rows) == AT_MOST else 0


def leaving() -> Sequence[tuple[UUID, str, str, date]]:
    """What nobody ended and is soon destroyed: id, reference, topic and day, the nearest first. One statement."""
    rows = Contact.objects.filter(leaving_on__isnull=False).order_by("leaving_on", "asked_at")[:AT_MOST]
    return [
        (row.id, row.reference, row.get_topic_display(), row.leaving_on) for row in rows if row.leaving_on
    ]


def chats_waiting() -> int:
    """How many wait in the chat. One statement."""
    return Chat.objects.filter(state=ChatState.WAITING).count()


def _ranked(moment: datetime) -> Case:
    """`rank_of` as SQL; whoever holds the telephone comes first of all."""
    today = moment.astimezone(LONDON).date()
    return Case(
        When(channel=Channel.PHONE, ring_from=None, then=Value(-1)),
        When(deadline_on__lte=today + SOON, then=Value(0)),
        When(ring_from__lte=moment, ring_until__gt=moment, then=Value(1)),
        When(deadline_on__lte=today + LATER, then=Value(2)),
        When(ring_from__gt=moment, then=Value(4)),
        default=Value(3),
        output_field=IntegerField(),
    )


def _begins(each: Waiting, moment: datetime) -> datetime:
    return each.ring[0] if each.ring and each.rank == 4 else moment


def _line(row: Contact, names: dict[UUID, str], moment: datetime) -> Waiting:
    ring = (row.ring_from, row.ring_until) if row.ring_from and row.ring_until else None
    return Waiting(
        id=row.id,
        reference=row.reference,
        channel=row.get_channel_display(),
        asker=row.get_asker_display(),
        topic=row.get_topic_display(),
        asked_at=row.asked_at,
        deadline=str(DeadlineKind(row.deadline_kind).label) if row.deadline_kind else "",
        deadline_on=row.deadline_on,
        ring=ring,
        tried=row.tried,
        rank=rank_of(row.deadline_on, ring, moment),
        taken_by=names.get(row.taken_by, "") if row.taken_by else "",
        on_the_line=row.channel == Channel.PHONE and row.state == State.WAITING and ring is None,
    )
