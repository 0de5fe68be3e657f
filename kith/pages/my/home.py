"""The family's first page: what is happening, and who do I ask? Made only from what was released by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from kith.access.models import Account
from kith.access.models.door import Capacity, ReleasedKind
from kith.access.permissions import Permission
from kith.access.photographs.queries import faces_told_read
from kith.access.released import among_released
from kith.access.working_with import ToldWorker, workers_told_from
from kith.core.reads import AS_IT_IS, Called, Read, Reads
from kith.design.dates import plain_date
from kith.law.telling.promises import told_facts_from, told_facts_read
from kith.marked import marked
from kith.pages.my.by_when import Waiting, by_when, door_read, waiting
from kith.people.page_queries import Who, who
from kith.plan.queries import MY_PLAN, MyLine, my_plan_in_short, my_rows_from
from kith.story.models import Event
from kith.story.queries.shared import kind_for_families, sent_read
from kith.story.queries.uses import my_uses_from, my_uses_read
from kith.story.queries.words import readings_told_read

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
    young: bool
    """Whether it is a young person's own page: they may ask for things, whatever else they were told."""
    carer: bool
    """Whether it is a kinship carer's page."""
    in_care: bool
    """Whether something of a child in care was shown to the reader."""
    people: dict[UUID, Who]
    """Whose names the reader's door opens, by id."""


def _shared_read() -> QuerySet[Event, Any]:
    """The newest of what was shared with the reader."""
    found = Event.objects.filter(id__among=among_released(ReleasedKind.EVENT)).order_by("-happened_at")
    return found.values_list("id", "title", "kind", "happened_at")[:5]


MY_HOME: dict[str, Read] = {
    "door": door_read,
    "lines": MY_PLAN["lines"],
    "workers": MY_PLAN["workers"],
    "faces": faces_told_read,
    "facts": told_facts_read,
    "shared": _shared_read,
    "sent": sent_read,
    "readings": readings_told_read,
    "uses": my_uses_read,
    "in_care": lambda: Called("SELECT 1 FROM care_my_care() LIMIT 1", (AS_IT_IS,)),
}
"""Everything that the page asks for `account` `now`, but for the names of people and what the council must do."""
_page = Reads(**MY_HOME)


def my_home(account: Account, read: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> MyHome:
    """Read as the family account itself: row level security leaves only what was released to it. Five statements.

    `read`: the answers to the reads of `MY_HOME`, where they were read already: one statement less.
    """
    today = timezone.localdate()
    read = _page.run(account=account.id, now=timezone.now()) if read is None else read
    known = [(person, capacity) for person, capacity in read["door"]]
    people = who([person for person, _capacity in known])
    me = next((people[p] for p, capacity in known if capacity == Capacity.SELF and p in people), None)
    children = [
        people[p] for p, capacity in known if capacity in {Capacity.PARENT, Capacity.CARER} and p in people
    ]
    promised = waiting(by_when(account, today, known, people, told_facts_from(read["facts"])))
    return MyHome(
        me=me,
        children=sorted(children, key=lambda child: (child.born_on or today, child.name)),
        workers=as_families_know(
            workers_told_from(read["workers"]), frozenset(face for (face,) in read["faces"])
        ),
        waiting=[*_unread(read["sent"], {event for event, *_told in read["readings"]}), *promised],
        asked=[
            Waiting(
                gettext("Say if we may use what you said"), gettext(each.asks), f"/my/words/asks/{each.id}/"
            )
            for each in my_uses_from(read["uses"])
            if not each.answer
        ],
        promised=promised,
        shared=[
            Shared(event, title, kind_for_families(kind), at) for event, title, kind, at in read["shared"]
        ],
        plan=my_plan_in_short(my_rows_from(read["lines"])),
        today=today,
        young=Permission.OWN_CARE in account.role_class.may,
        carer=account.role == "carer",
        in_care=bool(read["in_care"]),
        people=people,
    )


def _unread(sent: Iterable[Sequence[Any]], told: Collection[UUID]) -> list[Waiting]:
    """My own words that nobody has said that they read, newest first."""
    return [
        Waiting(
            gettext("To read what you sent"),
            gettext("Sent %(day)s. Not read yet.") % {"day": plain_date(at)},
            "/my/words/#sent",
        )
        for event, at in sent
        if event not in told
    ]


def as_families_know(told: Sequence[ToldWorker], faces: Collection[UUID]) -> list[MyWorker]:
    """In a child's words, the one trusted worker first. `faces`: of whom the reader sees a photograph."""
    # The one trusted worker comes first.
    leads = sorted(
        told, key=lambda each: LEADS.index(each.role_code) if each.role_code in LEADS else len(LEADS)
    )
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
