"""The family's first page: what is happening, and who do I ask? Made only from what was released by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext

from kith.access.models import Account
from kith.access.models.door import Capacity, ReleasedKind
from kith.access.photographs.queries import faces_told
from kith.access.released import released_to_me
from kith.access.working_with import ToldWorker, workers_told
from kith.core.models_base import Source
from kith.design.dates import plain_date
from kith.marked import marked
from kith.pages.my.by_when import Waiting, by_when, door_of, waiting
from kith.people.page_queries import Who, who
from kith.plan.queries import MyLine, MyRow, my_plan_in_short
from kith.story.models import Event, EventKind
from kith.story.queries.shared import kind_for_families
from kith.story.queries.uses import my_uses
from kith.story.queries.words import readings_told

LEADS = ("lead_practitioner", "social_worker", "personal_adviser")
# What each does, as one would tell a nine-year-old.
WHAT_THEY_DO = {
    "lead_practitioner": marked("Your main worker. Ask them first"),
    "social_worker": marked("Your social worker"),
    "lead_protection": marked("Works to keep children safe"),
    "reviewing_officer": marked("Checks that the plan is right for you"),
    "conference_chair": marked("Leads the big meetings"),
    "coordinator": marked("Helps your family meet and make a plan"),
    "family_support": marked("Helps you and your family at home"),
    "personal_adviser": marked("Your personal adviser"),
    "health": marked("Helps with health"),
    "school": marked("Helps at school"),
    "partner": marked("Works for a charity that helps"),
    "screener": marked("Answers when somebody asks for help"),
}


@dataclass(frozen=True, slots=True)
class MyWorker:
    """Somebody who works with us, as far as we were told. `photograph`: whose, where it may be seen."""

    name: str
    role: str
    phone: str
    photograph: UUID | None


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that was shared with me: what it is called, and what kind of thing it is."""

    id: UUID
    title: str
    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MyHome:
    """The page. `waiting`: what they wait for; `promised`: of it, what we must do; `asked`: what we ask of them."""

    me: Who | None
    children: list[Who]
    workers: list[MyWorker]
    waiting: list[Waiting]
    asked: list[Waiting]
    promised: list[Waiting]
    shared: list[Shared]
    plan: list[MyLine]
    today: date
    people: dict[UUID, Who]
    """Whose names the reader's door opens, by id."""


def my_home(
    account: Account, rows: Sequence[MyRow] | None = None, told: Sequence[ToldWorker] | None = None
) -> MyHome:
    """Read as the family account itself: row level security leaves only what was released to it.

    `rows` of its plan and the workers `told` to it, where they were read already.
    """
    today = timezone.localdate()
    known = door_of(account)
    people = who([person for person, _capacity in known])
    me = next((people[p] for p, capacity in known if capacity == Capacity.SELF and p in people), None)
    children = [
        people[p] for p, capacity in known if capacity in {Capacity.PARENT, Capacity.CARER} and p in people
    ]
    events = Event.objects.filter(id__in=released_to_me(ReleasedKind.EVENT)).order_by("-happened_at")[:5]
    promised = waiting(by_when(account, today, known, people))
    return MyHome(
        me=me,
        children=sorted(children, key=lambda child: (child.born_on or today, child.name)),
        workers=as_families_know(workers_told() if told is None else told),
        waiting=[*_unread(account.id), *promised],
        asked=[
            Waiting(
                gettext("Say if we may use what you said"), gettext(each.asks), f"/my/words/asks/{each.id}/"
            )
            for each in my_uses()
            if not each.answer
        ],
        promised=promised,
        shared=[
            Shared(each.id, each.title, kind_for_families(each.kind), each.happened_at) for each in events
        ],
        plan=my_plan_in_short(rows),
        today=today,
        people=people,
    )


def _unread(account: UUID) -> list[Waiting]:
    """My own words that nobody has said that they read, newest first. Two queries."""
    sent = Event.objects.filter(recorded_by=account, source=Source.FAMILY, kind=EventKind.OWN_WORDS)
    rows = list(sent.order_by("-happened_at").values_list("id", "happened_at")[:10])
    told = readings_told() if rows else {}
    return [
        Waiting(
            gettext("To read what you sent"),
            gettext("Sent %(day)s. Not read yet.") % {"day": plain_date(at)},
            "/my/words/#sent",
        )
        for event, at in rows
        if event not in told
    ]


def as_families_know(told: Sequence[ToldWorker]) -> list[MyWorker]:
    """In a child's words, the one trusted worker first. One query at most."""
    # The one trusted worker comes first.
    leads = sorted(
        told, key=lambda each: LEADS.index(each.role_code) if each.role_code in LEADS else len(LEADS)
    )
    faces = faces_told() if told else frozenset()
    return list(
        dict.fromkeys(
            MyWorker(
                each.name,
                WHAT_THEY_DO[each.role_code],
                each.phone,
                each.account if each.account in faces else None,
            )
            for each in leads
        )
    )
