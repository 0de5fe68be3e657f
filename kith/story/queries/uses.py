"""What somebody's own words were asked for: to staff beside the words, to the writer behind the door."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.urls import reverse

from kith.core.asked import Asked, Asks
from kith.core.models_base import Source
from kith.core.reads import ACCOUNT, AS_IT_IS, AT, DAY, ID, IDS, Called, Reads, Row
from kith.marked import marked
from kith.story.models import Event, EventKind, WordsUse
from kith.story.models.words_use import Say, Use

# On Today, at most.
MOST = 50
# As the writer is asked.
ASKS = {
    Use.SHARED: marked("May somebody of your family read what you said?"),
    Use.MEETING: marked("May we say at a meeting what you said?"),
    Use.PLAN: marked("May we put what you said in the plan?"),
    Use.LETTER: marked("May we put what you said in a letter or a report?"),
    Use.COURT: marked("May we put what you said in papers for a court?"),
    Use.FILE: marked("Somebody asked to see what is written about you. May they read what you said?"),
}
SAYS = {
    Say.OWN: marked("Yes, in my words"),
    Say.OTHER: marked("Yes, but in your words"),
    Say.NO: marked("Not at all"),
}


@dataclass(frozen=True, slots=True)
class MyUse:
    """One asking, as the writer reads it. `answer`: in words, empty while it waits for them."""

    id: UUID
    event: UUID
    asks: str
    for_what: str
    answer: str
    answer_words: str
    came_of: str
    came_of_on: date | None
    asked_at: datetime


def my_uses_read() -> Called:
    """What the acting family account is asked of its own words, the newest first."""
    return Called(
        "SELECT id, event, use, for_what, answer, answer_words, came_of, came_of_on, asked_at FROM story_my_uses()",
        (ID, ID, *[AS_IT_IS] * 5, DAY, AT),
    )


def my_uses_from(rows: Iterable[Sequence[Any]]) -> list[MyUse]:
    """Askings from the rows of `my_uses_read`."""
    return [
        MyUse(one, event, ASKS[Use(use)], for_what, SAYS[Say(said)] if said else "", words, came_of, on, at)
        for one, event, use, for_what, said, words, came_of, on, at in rows
    ]


_uses = Reads(uses=my_uses_read)


def my_uses() -> list[MyUse]:
    """What `my_uses_read` gives, by itself. One query."""
    return my_uses_from(_uses.run()["uses"])


def uses_of(event: UUID) -> list[WordsUse]:
    """Askings for these words, the newest first, to staff to whom they are open. One query."""
    return list(WordsUse.objects.filter(event_id=event).order_by("-recorded_at", "id"))


def says_of(events: Collection[UUID], use: Use) -> dict[UUID, str]:
    """Of those of these events that are own words from the family's door: what their writer last answered for this use.

    By the id of the event: a value of Say, empty where nobody answered. No query without events, else two.
    """
    if not events:
        return {}
    own = Event.objects.filter(id__in=list(events), kind=EventKind.OWN_WORDS, source=Source.FAMILY)
    found = dict.fromkeys(own.values_list("id", flat=True), "")
    if found:
        answered = WordsUse.objects.filter(event_id__in=list(found), use=use).exclude(answer="")
        found |= dict(
            answered.order_by("answered_at", "recorded_at", "-id").values_list("event_id", "answer")
        )
    return found


def may_go(event: UUID, reader: UUID) -> bool:
    """Whether own words may be released to this reader, as their writer was asked; all else may. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT story_words_may_go(%s, %s)", [event, reader])
        return bool(cursor.fetchone()[0])


def _refused_read() -> QuerySet[WordsUse, Row]:
    """Uses that the account asked for, or of its people's words, to which the writer said no by themselves.

    Until a worker says what came of it.
    """
    rows = WordsUse.objects.filter(answer=Say.NO, came_of="", heard_by=None).filter(
        Q(recorded_by=ACCOUNT) | Q(event__about__person_id__among=IDS)
    )
    return rows.order_by("answered_at", "id").values_list(
        "id", "event__about__person_id", "event_id", "for_what", "use", "answered_at", "recorded_at"
    )[:MOST]


def _refused_from(read: Mapping[str, Sequence[Row]]) -> list[Asked]:
    seen: dict[UUID, Asked] = {}
    for use, person, event, for_what, how, answered_at, recorded_at in read["refused words"]:
        seen.setdefault(
            use,
            Asked(
                f"No to using their own words: {for_what}",
                reverse("story_use", args=[person, event, use]),
                f"They were to be used {Use(how).label}. Do not use them there, and say what came of it.",
                answered_at or recorded_at,
            ),
        )
    return list(seen.values())


TODAY_ASKS = Asks({"refused words": _refused_read}, _refused_from)
"""Own words that were said no to."""
