"""Today: who needs me, and what did I promise?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from django.utils import timezone

from kith.access.allocating.queries import for_my_yes, handed_read
from kith.access.apart import reviews_read
from kith.access.apart_reviews import reviews_from
from kith.access.models import Account
from kith.access.own_door.queries import closed_read, safe_routes
from kith.access.safe_contact.queries import unread_from, unread_read
from kith.access.taken_back import taken_from, taken_read
from kith.access.working_with import people_of
from kith.care.queries.today import care_today_from, care_today_read
from kith.core.actor import Actor
from kith.core.asked import ASKED, Asked
from kith.core.reads import Read, Reads
from kith.decisions.queries.late import checks_read, late_from
from kith.decisions.queries.risks import risks_read
from kith.kinship.approvals import running_from, running_read
from kith.law.due import obligations, still_open
from kith.pages.due_lines import SOON_DAYS, DueLine, due_lines
from kith.pages.today.asked_and_told import asked_and_told_from, asked_and_told_read
from kith.pages.today.chairs import ChairsView, chairs_view
from kith.pages.today.for_others import Waits, waits_for_others
from kith.pages.today.mine_to_answer import MineToAnswer, mine_to_answer
from kith.pages.today.team import TeamMember, team_of
from kith.people.page_queries import Who, who, who_from, who_read
from kith.story.draft_places import goes_on_at, name_of
from kith.story.queries.words import Passed, passed_to_duty
from kith.story.today import drafts_left_read, from_families_read, with_last_in_touch

# After this long with nobody in touch, a person is marked.
QUIET_DAYS = 28
# How far back Today looks for what families sent.
FROM_FAMILIES = timedelta(days=60)
_READS: dict[str, Read] = dict(
    persons=lambda: with_last_in_touch(who_read()),
    said=from_families_read,
    drafts=drafts_left_read,
    handed=handed_read,
    risks=risks_read,
    closed=closed_read,
    said_safe=unread_read,
    apart=reviews_read,
    alone=checks_read,
    taken=taken_read,
    care=care_today_read,
    approvals=running_read,
    to_me=asked_and_told_read,
)


@cache
def _reads() -> Reads:
    """With what the rooms ask, which they say as Kith starts."""
    return Reads(**_READS, **{name: read for each in ASKED.values() for name, read in each.reads.items()})


ByPerson = list[tuple[Who, list[DueLine]]]


@dataclass(frozen=True, slots=True)
class MyPerson:
    """One person I work with."""

    who: Who
    since: date | None
    last_seen: datetime | None
    quiet: bool
    due: list[DueLine]

    @property
    def late(self) -> int:
        """How many of what is due are late."""
        return sum(1 for line in self.due if line.word == "late")


@dataclass(frozen=True, slots=True)
class FromFamily:
    """Something a family wrote, which nobody who should has said that they read."""

    event: UUID
    person: Who
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A meeting's coordinator told that somebody may be at risk, and no worker has said that they have it."""

    id: UUID
    event: UUID
    person: Who
    at: datetime


@dataclass(frozen=True, slots=True)
class PageClosed:
    """One of my people closed their own page, for somebody else may read it; and the safest way to reach them."""

    person: Who
    at: datetime
    route: str


@dataclass(frozen=True, slots=True)
class DraftLeft:
    """Something begun and not yet sent. `name`: of whom, where the record is still open."""

    id: UUID
    person_id: UUID
    form: str
    saved_at: datetime
    name: str

    @property
    def title(self) -> str:
        return name_of(self.form)

    @property
    def href(self) -> str:
        return goes_on_at(self.form, self.person_id, self.id)


@dataclass(frozen=True, slots=True)
class Board:
    """The page of one worker."""

    people: list[MyPerson]
    late: ByPerson
    today_due: ByPerson
    this_week: ByPerson
    closed: list[PageClosed]
    risks: list[AtRisk]
    from_families: list[FromFamily]
    passed: list[Passed]
    others: dict[str, list[Waits]]
    duty: bool
    drafts: list[DraftLeft]
    team: list[TeamMember]
    asked: list[Asked]
    answer: MineToAnswer
    chairs: ChairsView | None
    today: date


def board(by: Actor, account: Account) -> Board:
    """Everything on Today for one account, in a fixed number of queries."""
    today = timezone.localdate()
    team = team_of(account)
    held = people_of([account.id, *team], today)
    since = held[account.id]
    ids = list(since)
    now = timezone.now()
    read = _reads().run(ids=ids, account=account.id, since=now - FROM_FAMILIES, today=today, now=now)
    names = who_from(read["persons"])
    found = list(obligations(ids))
    lines = due_lines(still_open(found), today)
    last: dict[UUID, datetime | None] = {row[0]: row[-1] for row in read["persons"]}
    by_person: dict[UUID, list[DueLine]] = {}
    for line in lines:
        by_person.setdefault(line.person, []).append(line)
    people = [
        MyPerson(names[each], since[each], last.get(each), _is_quiet(last.get(each)), by_person.get(each, []))
        for each in ids
        if each in names
    ]
    # Drafts are mostly about one's own people; of the rest the names are asked for, where there are any.
    strangers = {row[1] for row in read["drafts"]} - set(names)
    others = who(strangers) if strangers else {}
    named = [line for line in lines if line.person in names]
    return Board(
        people=sorted(people, key=lambda each: (not each.due, each.who.name)),
        late=_grouped(names, [line for line in named if line.due < today]),
        today_due=_grouped(names, [line for line in named if line.due == today]),
        this_week=_grouped(names, [line for line in named if 0 < (line.due - today).days <= SOON_DAYS]),
        closed=[
            PageClosed(names[person], at, _safest(person))
            for _id, person, at in read["closed"]
            if person in names
        ],
        risks=list(
            {
                risk: AtRisk(risk, event, names[person], at)
                for risk, event, person, at in read["risks"]
                if person in names
            }.values()
        ),
        from_families=[
            FromFamily(event, names[person], title, at)
            for event, person, title, at in read["said"]
            if person in names
        ],
        passed=passed_to_duty() if account.role == "front_door" else [],
        others=waits_for_others(account),
        duty=account.role == "front_door",
        drafts=[
            DraftLeft(draft, person, form, at, _name_of(person, names, others))
            for draft, person, form, at in read["drafts"]
        ],
        team=sorted(
            (TeamMember(name, len(held[each])) for each, name in team.items() if held[each]),
            key=lambda member: -member.people,
        ),
        asked=[
            *unread_from(read["said_safe"], names),
            *reviews_from(read["apart"]),
            *late_from(read["alone"]),
            *taken_from(read["taken"], names),
            *care_today_from(read["care"], names),
            *(one for each in ASKED.values() for one in each.lines(read)),
        ],
        answer=mine_to_answer(
            by,
            account,
            for_my_yes(read["handed"], names),
            running_from(read["approvals"]),
            asked_and_told_from(read["to_me"]),
        ),
        chairs=chairs_view(account, found, names, today),
        today=today,
    )


def _safest(person: UUID) -> str:
    """How they said that it is safe, and nothing where nobody asked. One query."""
    found = next((each for each in safe_routes([person]) if each.safety != "never use"), None)
    return f"{found.channel}, {found.safety}. {found.how_it_is_safe}".strip() if found else ""


def _grouped(names: Mapping[UUID, Who], lines: Iterable[DueLine]) -> ByPerson:
    """Lines by person, whoever has waited longest first."""
    groups: dict[UUID, list[DueLine]] = {}
    for line in lines:
        groups.setdefault(line.person, []).append(line)
    return [(names[person], of_person) for person, of_person in groups.items()]


def _name_of(person: UUID, *known: Mapping[UUID, Who]) -> str:
    return next((people[person].name for people in known if person in people), "")


def _is_quiet(last: datetime | None) -> bool:
    return last is None or (timezone.now() - last).days > QUIET_DAYS
