"""What somebody who is kept apart was already given, in words, as far as the worker may read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from kith.access.apart import Given, given_to
from kith.access.models import Account, Involvement
from kith.access.models.door import ReleasedKind
from kith.decisions.models import FamilyPlanLine, Invitation
from kith.design.dates import plain_date, today
from kith.help.models import HelpOffer, PracticalHelp
from kith.people.models import MayKnow
from kith.people.page_queries import who
from kith.plan.models import Change, Goal, Progress, Step, Strength
from kith.story.models import Document, Event, Passage
from kith.story.sealing import words_of

AT_MOST = 200
# What left by another way than their own page stays with them.
ALSO_SENT = {
    ReleasedKind.MEETING: "If it was also posted or said, that cannot be called back.",
    ReleasedKind.LETTER: "It was sent. It cannot be called back: only their page is.",
}


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One item: `words` is empty where the worker may not read it; then `by` is whom to ask."""

    release: UUID
    kind: str
    words: str
    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Somebody who may not know where the person lives, and all that was released to them and stands."""

    id: UUID
    name: str
    given: tuple[GivenLine, ...]


def kept_apart(ids: Sequence[UUID], person: UUID) -> list[KeptApart]:
    """Whoever is kept apart from the person today, by name, with what they were given. Two statements, and at most
    seventeen for each of them."""
    rulings = MayKnow.objects.filter(person_id__in=ids, may=False, during__contains=today())
    others = who(dict.fromkeys(rulings.values_list("other_id", flat=True)))
    return [
        KeptApart(other.id, other.name, tuple(_lines(given_to(person, other.id))))
        for other in sorted(others.values(), key=lambda each: each.name)
    ]


def _lines(given: Sequence[Given]) -> list[GivenLine]:
    words = _words([each.item for each in given])
    names = dict(
        Account.objects.filter(id__in={each.by for each in given if each.by}).values_list(
            "id", "display_name"
        )
    )
    kinds = dict(ReleasedKind.choices)
    return [
        GivenLine(
            each.release,
            str(kinds.get(each.kind, each.kind)),
            words.get(each.item, "")[:AT_MOST],
            each.at,
            names.get(each.by, "a colleague") if each.by else "a colleague",
            ALSO_SENT.get(ReleasedKind(each.kind), ""),
        )
        for each in given
    ]


def _words(items: Iterable[UUID]) -> dict[UUID, str]:
    """The words of items of every room, as far as the worker may read them. Twelve statements."""
    wanted = list(items)
    found: dict[UUID, str] = {}
    for model, words in _READERS:
        for row in model._default_manager.filter(id__in=wanted):
            found[row.pk] = words(row)
    return found


def _worker(row: Involvement) -> str:
    return f"{row.account.display_name}, {row.get_role_display()}"


def _invitation(row: Invitation) -> str:
    return ", ".join(each for each in (plain_date(row.come_at), row.place, row.words) if each)


_READERS: tuple[tuple[type[Model], Callable[..., str]], ...] = (
    (Event, lambda row: row.title),
    (Passage, words_of),
    (Document, lambda row: row.name),
    (Involvement, _worker),
    *((model, lambda row: row.words) for model in (Goal, Step, Strength, Change, Progress, FamilyPlanLine)),
    (Invitation, _invitation),
    *((model, lambda row: row.what) for model in (HelpOffer, PracticalHelp)),
)
