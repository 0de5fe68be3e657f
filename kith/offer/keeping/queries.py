"""The board of the directory, and a service as facts. Rows are those that row level security shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from kith.offer.freshness import SOON, Freshness, freshness
from kith.offer.models import Feed, Held, Nudge, Place, Report, Service
from kith.offer.shapes import ContactFacts, CostFacts, HoursFacts, PhoneFacts, PlaceFacts, ServiceFacts

PAGE = 50
STATES = ("mine", "nobodys", "stale", "soon", "never", "dropped", "draft", "secret", "all")


@dataclass(frozen=True, slots=True)
class Kept:
    """One service on a list of those who keep it."""

    id: UUID
    name: str
    provider: str
    published: bool
    confidential: bool
    fresh: Freshness
    asked_at: datetime | None
    to_ask: bool
    refused: bool
    dropped_on: date | None
    owner: str


@dataclass(frozen=True, slots=True)
class Waits:
    """A record from outside on which nobody has decided."""

    id: UUID
    name: str
    why: str
    words: str
    came_at: datetime
    like: UUID | None


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said of the directory."""

    id: UUID
    service: UUID | None
    name: str
    kind: str
    secret: bool
    words: str
    came_at: datetime


@dataclass(frozen=True, slots=True)
class Board:
    """Counts of services by how they stand, and what waits for a person."""

    counts: dict[str, int]
    told: tuple[Told, ...]
    waits: tuple[Waits, ...]
    feeds: tuple[tuple[str, datetime | None, dict[str, int], int, str, datetime | None], ...]


def board(today: date, me: UUID) -> Board:
    """How the directory stands, to one of those who keep it. Four statements."""
    states = {name: Count("id", filter=_state(name, today, me)) for name in STATES}
    told = Report.objects.filter(handled_at=None).select_related("service").order_by("came_at")[:PAGE]
    waits = Held.objects.filter(outcome="").order_by("came_at")[:PAGE]
    return Board(
        counts=Service.objects.aggregate(**states),
        # That a secret place shows comes before all else.
        told=tuple(sorted(map(_told, told), key=lambda each: (not each.secret, each.came_at))),
        waits=tuple(map(_waits, waits)),
        feeds=tuple(
            Feed.objects.order_by("name").values_list(
                "name", "read_at", "said", "failures", "trouble", "next_at"
            )
        ),
    )


def kept(state: str, text: str, today: date, page: int, me: UUID) -> tuple[Sequence[Kept], bool]:
    """Services that stand so, the longest stale first, and whether there are more. One statement."""
    rows = Service.objects.filter(_state(state, today, me)).select_related("provider", "owner")
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(provider__name__icontains=text))
    refused = Nudge.objects.filter(service=OuterRef("pk"), refused_at__isnull=False, answered_at=None)
    rows = rows.annotate(asked_at=Max("nudges__sent_at"), refused=Exists(refused)).order_by(
        "stale_after", "name", "id"
    )
    skip = (page - 1) * PAGE
    found = [_kept(each, today) for each in rows[skip : skip + PAGE + 1]]
    return found[:PAGE], len(found) > PAGE


def facts_of(row: Service) -> ServiceFacts:
    """A service as facts. Five statements."""
    # By name, so that places saved again keep their ids.
    by_name = ("place__name", "place__address", "place__postcode", "id")
    at = [each.place for each in row.at.select_related("place").order_by(*by_name)]
    return ServiceFacts(
        name=row.name, provider=row.provider.name, provider_says=row.provider.description,
        provider_website=row.provider.website, description=row.description, status=row.status, url=row.url,
        email=row.email, minimum_age=row.minimum_age, maximum_age=row.maximum_age, needs=tuple(row.needs),
        languages=tuple(row.languages), area=row.area, alert=row.alert, confidential=row.confidential,
        provider_email=row.provider_email, assured_on=row.assured_on,
        places=tuple(map(_place, at)),
        hours=tuple(
            HoursFacts(tuple(h.days), h.opens, h.closes, h.words)
            for h in row.hours.order_by("days", "opens", "id")
        ),
        costs=tuple(CostFacts(c.amount, c.words) for c in row.costs.order_by("amount", "words", "id")),
        phones=tuple(PhoneFacts(p.number, p.words) for p in row.phones.order_by("id")),
        contacts=tuple(ContactFacts(c.name, c.title) for c in row.contacts.order_by("name", "id")),
    )  # fmt: skip


def _place(p: Place) -> PlaceFacts:
    access = tuple(p.access)
    return PlaceFacts(
        p.name, p.address, p.town, p.county, p.postcode, p.latitude, p.longitude, access, p.getting_here
    )


def owner_of(row: Service) -> str:
    """Who keeps a service right here, by name; "" for nobody. One statement."""
    return row.owner.display_name if row.owner else ""


def services() -> QuerySet[Service]:
    """Every service, with who provides it."""
    return Service.objects.select_related("provider")


def _state(name: str, today: date, me: UUID) -> Q:
    soon = today + timedelta(days=SOON)
    return {
        "mine": Q(owner=me),
        "nobodys": Q(owner=None, published=True),
        "stale": Q(published=True, stale_after__lt=today),
        "soon": Q(published=True, stale_after__gte=today, stale_after__lte=soon),
        "never": Q(published=True, stale_after=None),
        "dropped": Q(dropped_on__isnull=False),
        "draft": Q(published=False),
        "secret": Q(confidential=True),
        "all": Q(),
    }[name]


def _kept(row: Service, today: date) -> Kept:
    fresh = freshness(row.assured_on, row.stale_after, today)
    asked: datetime | None = row.asked_at  # type: ignore[attr-defined]  # annotated above
    return Kept(
        row.id,
        row.name,
        row.provider.name,
        row.published,
        row.confidential,
        fresh,
        asked,
        not row.provider_email,
        row.refused,  # type: ignore[attr-defined]  # annotated above
        row.dropped_on,
        owner_of(row),
    )


def _told(row: Report) -> Told:
    name = row.service.name if row.service else ""
    return Told(
        row.id, row.service_id, name, row.get_kind_display(), row.kind == "secret", row.words, row.came_at
    )


def _waits(row: Held) -> Waits:
    return Waits(
        row.id, str(row.facts.get("name", "")), row.get_why_display(), row.words, row.came_at, row.like
    )
