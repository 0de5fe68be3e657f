"""A child's brothers and sisters: who shares their home tonight, since when not, why, and the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kith.bonds.actions.siblings import BROTHERS_AND_SISTERS
from kith.bonds.models import ApartBecause, LookedAfterElsewhere, Reunite, SiblingNights, WhyApart
from kith.design.dates import today
from kith.people.models import PersonIdentity, Relationship
from kith.people.models.relationship import RelationshipKind
from kith.people.page_queries import Who, who


@dataclass(frozen=True, slots=True)
class Nights:
    """A run of nights on which both were in care. `together`: in one home; None: not known."""

    since: date
    until: date | None
    together: bool | None

    @property
    def nights(self) -> int:
        """How many, up to last night."""
        return max(0, ((self.until or today()) - self.since).days)


@dataclass(frozen=True, slots=True)
class Because:
    """What was last written of why they live apart."""

    id: UUID
    reason: str
    words: str
    their_view: str
    reunite: str
    plan: str
    by_when: date | None
    look_again_on: date
    on: date

    @property
    def to_look_again(self) -> bool:
        return self.look_again_on <= today()

    @property
    def plan_late(self) -> bool:
        return self.by_when is not None and self.by_when < today()


@dataclass(frozen=True, slots=True)
class Sibling:
    """One brother or sister. `runs`: nights both in care, the latest first; `council`: who else looks after them."""

    person: Who
    tie: str
    runs: tuple[Nights, ...]
    because: Because | None
    council: str

    @property
    def tonight(self) -> Nights | None:
        return self.runs[0] if self.runs and self.runs[0].until is None else None

    @property
    def apart(self) -> bool:
        return self.tonight is not None and self.tonight.together is False

    @property
    def owes_why(self) -> bool:
        """They live apart, and nobody wrote why since they do."""
        run = self.tonight
        return self.apart and run is not None and (self.because is None or self.because.on < run.since)


def siblings_of(ids: Sequence[UUID]) -> list[Sibling]:
    """Brothers and sisters of a child (all ids of the record), apart first, then by age. Six statements at most."""
    rows = Relationship.objects.filter(
        Q(person_id__in=ids) | Q(other_id__in=ids), kind__in=BROTHERS_AND_SISTERS
    ).values_list("person_id", "other_id", "kind")
    mine = set(ids)
    ties: dict[UUID, str] = {}
    for person, other, kind in rows:
        them = other if person in mine else person
        if them not in mine:
            ties[them] = str(RelationshipKind(kind).label)
    if not ties:
        return []
    same = dict(
        PersonIdentity.objects.filter(person_id__in=ties, during__endswith__isnull=True).values_list(
            "person_id", "canonical_id"
        )
    )
    ties = {same.get(them, them): kind for them, kind in ties.items()}
    runs: dict[UUID, list[Nights]] = {}
    for sibling, since, until, together in (
        SiblingNights.objects.filter(person_id__in=ids)
        .order_by("-from_on")
        .values_list("sibling_id", "from_on", "until", "together")
    ):
        runs.setdefault(sibling, []).append(Nights(since, until, together))
    said = _said(mine)
    elsewhere = dict(
        LookedAfterElsewhere.objects.filter(person_id__in=ties, during__contains=today()).values_list(
            "person_id", "council"
        )
    )
    names = who(ties)
    found = [
        Sibling(names[them], kind, tuple(runs.get(them, ())), said.get(them), elsewhere.get(them, ""))
        for them, kind in ties.items()
        if them in names
    ]
    return sorted(found, key=lambda each: (not each.apart, each.person.born_on or today(), each.person.name))


def _said(mine: set[UUID]) -> dict[UUID, Because]:
    """The last that was written of each, from either side."""
    last: dict[UUID, Because] = {}
    both = ApartBecause.objects.filter(Q(child_id__in=mine) | Q(sibling_id__in=mine))
    for row in both.order_by("recorded_at", "id"):
        them = row.sibling_id if row.child_id in mine else row.child_id
        last[them] = Because(
            row.id,
            str(WhyApart(row.reason).label),
            row.words,
            row.their_view if row.child_id in mine else "",
            str(Reunite(row.reunite).label),
            row.plan,
            row.by_when,
            row.look_again_on,
            row.on,
        )
    return last
