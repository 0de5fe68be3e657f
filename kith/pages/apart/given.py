"""What somebody who is kept apart was already given, in words, as far as the worker may read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Model

from kith.access.apart import Given, given_to
from kith.access.models import Account, Involvement
from kith.access.models.door import ReleasedKind
from kith.bonds.models import TimePlan
from kith.care.models import (
    Agreement,
    Ask,
    CarePlanPart,
    HealthCheck,
    NotDelegated,
    PlacementPlan,
    ReviewPlanned,
    Stay,
)
from kith.decisions.models import FamilyPlanLine, Invitation
from kith.design.dates import plain_date, today
from kith.help.models import HelpOffer, PracticalHelp
from kith.homes.models import Shown
from kith.kinship.models import NeedToKnow, SupportLine
from kith.people.models import MayKnow
from kith.people.page_queries import who
from kith.plan.models import Change, Goal, Progress, Step, Strength
from kith.story.models import Document, Event, Passage
from kith.story.sealing import words_of

AT_MOST = 200
UNNAMED = "Somebody whose record is not open to you"
# What left by another way than their own page stays with them.
ALSO_SENT = {
    ReleasedKind.MEETING: "If it was also posted or said, that cannot be called back.",
    ReleasedKind.LETTER: "It was sent. It cannot be called back: only their page is.",
}


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One item: `words` is empty where the worker may not read it; then `by` is whom to ask.

    `held`: it is held back, and `says` why; `by_hand`: a worker who reads it may give it back.
    """

    release: UUID
    kind: str
    words: str
    at: datetime
    by: str
    note: str
    held: UUID | None = None
    says: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Somebody who may not know where the person lives: the ruling, and all that was released to them and stands."""

    id: UUID
    name: str
    ruling: UUID
    reason: str
    came_from: str
    by: str
    review_on: date | None
    held: tuple[GivenLine, ...]
    given: tuple[GivenLine, ...]

    @property
    def review_due(self) -> bool:
        """Whether its day to be looked at again has come."""
        return self.review_on is not None and self.review_on <= today()


def kept_apart(ids: Sequence[UUID], person: UUID) -> list[KeptApart]:
    """Whoever is kept apart from the person today, by name, with what they were given. Three statements,
    and at most twenty-five for each of them."""
    rulings = MayKnow.objects.filter(person_id__in=ids, may=False, during__contains=today())
    by_other = {row.other_id: row for row in rulings.order_by("recorded_at", "id")}
    names = {each.id: each.name for each in who(by_other).values()}
    authors = account_names(row.recorded_by for row in by_other.values())
    return [
        _of(other, names.get(other, UNNAMED), row, person, authors)
        for other, row in sorted(by_other.items(), key=lambda pair: names.get(pair[0], UNNAMED))
    ]


def _of(other: UUID, name: str, row: MayKnow, person: UUID, authors: Mapping[UUID, str]) -> KeptApart:
    lines = _lines(given_to(person, other))
    by = authors.get(row.recorded_by, "a colleague") if row.recorded_by else "a colleague"
    return KeptApart(
        other, name, row.id, row.reason, row.came_from, by, row.review_on,
        tuple(each for each in lines if each.held), tuple(each for each in lines if not each.held),
    )  # fmt: skip


def account_names(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    return dict(
        Account.objects.filter(id__in={each for each in ids if each}).values_list("id", "display_name")
    )


def _lines(given: Sequence[Given]) -> list[GivenLine]:
    words = words_of_items((each.kind, each.item) for each in given)
    names = account_names(each.by for each in given)
    kinds = dict(ReleasedKind.choices)
    return [
        GivenLine(
            each.release,
            str(kinds.get(each.kind, each.kind)),
            words.get(each.item, "")[:AT_MOST],
            each.at,
            names.get(each.by, "a colleague") if each.by else "a colleague",
            ALSO_SENT.get(ReleasedKind(each.kind), ""),
            each.held,
            _says(each),
            bool(each.held and each.looked and each.why and not each.found and each.item in words),
        )
        for each in given
    ]


def _says(given: Given) -> str:
    """Why it is held back, and what to do."""
    if given.found:
        return f"In it stands: {'; '.join(given.found)}. Take it back, or release it anew in other words."
    if given.why:
        return f"It could not be looked through: {given.why}. Somebody must open it and read it."
    return "Not looked through yet. Press “Look through it again” below." if given.held else ""


def words_of_items(items: Iterable[tuple[str, UUID]]) -> dict[UUID, str]:
    """The words of items of every room, by kind and id, as far as the worker may read them.

    Asks for the kinds that are there alone: twenty-two statements at most.
    """
    wanted: dict[str, list[UUID]] = {}
    for kind, item in items:
        wanted.setdefault(kind, []).append(item)
    found: dict[UUID, str] = {}
    for kind, ids in wanted.items():
        for model, words in _READERS.get(ReleasedKind(kind), ()):
            for row in model._default_manager.filter(id__in=ids):
                found[row.pk] = words(row)
    return found


def _worker(row: Involvement) -> str:
    return f"{row.account.display_name}, {row.get_role_display()}"


def _invitation(row: Invitation) -> str:
    return ", ".join(each for each in (plain_date(row.come_at), row.place, row.words) if each)


def _time(row: TimePlan) -> str:
    often = f"{row.get_how_display()}, {row.times} {row.get_every_display()}"
    return ": ".join(each for each in (often, row.what) if each)


Reader = tuple[type[Model], Callable[..., str]]
_READERS: Mapping[ReleasedKind, tuple[Reader, ...]] = {
    ReleasedKind.EVENT: ((Event, lambda row: row.title),),
    ReleasedKind.PASSAGE: ((Passage, words_of),),
    ReleasedKind.DOCUMENT: ((Document, lambda row: row.name),),
    ReleasedKind.INVOLVEMENT: ((Involvement, _worker),),
    ReleasedKind.PLAN: tuple(
        (model, lambda row: row.words) for model in (Goal, Step, Strength, Change, Progress)
    ),
    ReleasedKind.MEETING: ((FamilyPlanLine, lambda row: row.words), (Invitation, _invitation)),
    ReleasedKind.HELP: tuple((model, lambda row: row.what) for model in (HelpOffer, PracticalHelp)),
    ReleasedKind.KINSHIP: ((NeedToKnow, lambda row: row.words), (SupportLine, lambda row: row.what)),
    ReleasedKind.CARE: (
        (CarePlanPart, lambda row: row.words),
        (ReviewPlanned, lambda row: ": ".join(e for e in (plain_date(row.planned_for), row.for_family) if e)),
        (HealthCheck, lambda row: f"{row.get_kind_display()}, {plain_date(row.on)}. {row.words}"),
        (PlacementPlan, lambda row: " ".join((row.days, row.school, row.health, row.family_time)).strip()),
        (NotDelegated, lambda row: f"{row.get_matter_display()}: {row.reason}"),
        (Ask, lambda row: f"{row.get_matter_display()}: {row.reason}"),
        (Agreement, lambda row: f"What {row.name} said on {plain_date(row.on)}"),
        (Stay, lambda _row: "What the carer decides"),
    ),
    ReleasedKind.TIME: ((TimePlan, _time),),
    ReleasedKind.HOME: ((Shown, lambda row: row.words),),
}
