"""The family's first page: what is happening, and who do I ask? Made only from what was released by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account, DoorAccess, Release
from kith.access.models.door import Capacity, ReleasedKind
from kith.access.working_with import ToldWorker, workers_told
from kith.pages.my.by_when import Waiting, by_when, waiting
from kith.people.page_queries import Who, who
from kith.story.models import Event

LEADS = ("lead_practitioner", "social_worker", "personal_adviser")


@dataclass(frozen=True, slots=True)
class MyWorker:
    """Somebody who works with us, as far as we were told."""

    name: str
    role: str
    phone: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that was shared with me."""

    id: UUID
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MyHome:
    """The page."""

    me: Who | None
    children: list[Who]
    workers: list[MyWorker]
    shared: list[Shared]
    waiting: list[Waiting]
    today: date


def my_home(account: Account) -> MyHome:
    """Read as the family account itself: row level security leaves only what was released to it."""
    today = timezone.localdate()
    now = timezone.now()
    known = list(
        DoorAccess.objects.filter(account_id=account.id, during__contains=now).values_list(
            "person_id", "capacity"
        )
    )
    people = who([person for person, _capacity in known])
    me = next((people[p] for p, capacity in known if capacity == Capacity.SELF and p in people), None)
    children = [
        people[p] for p, capacity in known if capacity in {Capacity.PARENT, Capacity.CARER} and p in people
    ]
    items = Release.objects.filter(kind=ReleasedKind.EVENT, withdrawn_at__isnull=True).values_list(
        "item", flat=True
    )
    events = Event.objects.filter(id__in=list(items)).order_by("-happened_at")[:5]
    return MyHome(
        me=me,
        children=sorted(children, key=lambda child: (child.born_on or today, child.name)),
        workers=_workers(workers_told()),
        shared=[Shared(each.id, each.get_kind_display(), each.happened_at) for each in events],
        waiting=waiting(by_when(account, today)),
        today=today,
    )


def _workers(told: Sequence[ToldWorker]) -> list[MyWorker]:
    # The one trusted worker comes first.
    leads = sorted(
        told, key=lambda each: LEADS.index(each.role_code) if each.role_code in LEADS else len(LEADS)
    )
    return list(dict.fromkeys(MyWorker(each.name, each.role, each.phone) for each in leads))
