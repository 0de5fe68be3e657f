"""See it as this person will: what both the worker and the family account may see, and a count of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access import looks
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.models import Account, DoorAccess
from kith.access.permissions import Permission
from kith.bonds.my_home import my_ways
from kith.bonds.queries.links import my_links
from kith.bonds.queries.mine import MY_TIMES, my_times
from kith.care.queries.mine import my_asks, my_memories, my_reviews, my_topics
from kith.care.queries.shared import by_child, my_care
from kith.core.acting import acting
from kith.core.reads import Reads, Row
from kith.decisions.queries.mine import MY_MEETINGS, my_meetings
from kith.help.queries.mine import my_help_from, my_help_read
from kith.homes.queries.mine import my_shown
from kith.kinship.door import my_door
from kith.kinship.pages.mine import page_of
from kith.law.telling.promises import told_facts_from, told_facts_read
from kith.money.queries.mine import my_money
from kith.pages.my.by_when import by_when, door_read
from kith.pages.my.home import MY_HOME, my_home
from kith.pages.person.sections import sections
from kith.people.page_queries import who, who_from, who_read
from kith.plan.queries import MY_PLAN, my_plan
from kith.story.latest import events_read, how_many_of_read
from kith.story.queries.shared import my_visits

# Read once as the worker, and the same events once as both: the difference is how much the other does not see.
_mine = Reads(persons=who_read, events=events_read)
_theirs = Reads(**(MY_HOME | MY_PLAN), events=how_many_of_read)
_more = Reads(**MY_MEETINGS, **MY_TIMES, help=my_help_read, door=door_read, told=told_facts_read)


@dataclass(frozen=True, slots=True)
class Eyes:
    """A family account that this record can be seen as."""

    account: UUID
    name: str
    says: str
    whose: Account


def eyes(person: OpenPerson) -> list[Eyes]:
    """The family accounts whose door opens this record, by name. One query."""
    held = DoorAccess.objects.filter(person_id__in=person.ids, during__contains=timezone.now())
    return [
        Eyes(each.account_id, each.account.display_name, each.get_capacity_display(), each.account)
        for each in held.select_related("account")
    ]


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as_whom(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Whose eyes to look through."""
    people = who([person.id])
    context = {
        "person": people.get(person.id),
        "eyes": eyes(person),
        "may_open": Permission.RELEASE in request.user.role_class.may,
        "sections": sections(person.id, request.actor.role),
        "here": f"/people/{person.id}/see-as/",
    }
    return render(request, "pages/see_as_whom.html", context)


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as(request: ActingRequest, person: OpenPerson, account_id: UUID) -> HttpResponse:
    """Their first page and the plan, as they will see them. Nothing acts, nothing is marked as seen, and it is logged."""
    account, mine = _whose(request, person, account_id), _mine.run(ids=person.ids)
    with acting(request.actor.seeing_as(account_id), read_only=True):
        # The plan, its workers and the names stand on both pages, and are read once.
        events = [event for (event,) in mine["events"]]
        theirs = _theirs.run(ids=person.ids, account=account_id, now=timezone.now(), events=events)
        seen = my_home(account, theirs)
        plan = my_plan(theirs, seen.people)
    withheld = len(events) - theirs["events"][0][0]
    context = {"h": seen, "p": plan, "withheld": withheld}
    return render(request, "pages/see_as.html", context | _whose_page(request, person, account, mine))


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as_more(request: ActingRequest, person: OpenPerson, account_id: UUID) -> HttpResponse:
    """Their pages of meetings, of what we must do by when, of help and of time together, in the same way."""
    account, mine = _whose(request, person, account_id), _mine.run(ids=person.ids)
    with acting(request.actor.seeing_as(account_id), read_only=True):
        read = _more.run(today=timezone.localdate(), account=account_id, now=timezone.now())
        door = [(held, capacity) for held, capacity in read["door"]]
        groups = by_when(account, timezone.localdate(), door, facts=told_facts_from(read["told"]))
        context = {
            "m": my_meetings(read),
            "help": my_help_from(read["help"]),
            "t": my_times(account_id, read),
            "groups": groups,
        }
    return render(request, "pages/see_as_more.html", context | _whose_page(request, person, account, mine))


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as_care(request: ActingRequest, person: OpenPerson, account_id: UUID) -> HttpResponse:
    """Their pages of being looked after and of caring for a child, and a young person's own, in the same way."""
    account, mine = _whose(request, person, account_id), _mine.run(ids=person.ids)
    context: dict[str, object] = {}
    with acting(request.actor.seeing_as(account_id), read_only=True):
        context |= {"children": by_child(my_care()), "visits": []}
        if account.role == "carer":
            context["kin"] = page_of(my_door())
        if account.role in {"carer", "young_person"}:
            context["shown"] = my_shown()
        if Permission.OWN_CARE in account.role_class.may:
            reviews, wishes = my_reviews()
            context |= {"a": my_asks(), "reviews": reviews, "wishes": wishes, "topics": my_topics()}
            context["memories"] = my_memories()
    return render(request, "pages/see_as_care.html", context | _whose_page(request, person, account, mine))


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as_people(request: ActingRequest, person: OpenPerson, account_id: UUID) -> HttpResponse:
    """Of their pages: who came, the way home, and the people who matter to a young person, in the same way."""
    account, mine = _whose(request, person, account_id), _mine.run(ids=person.ids)
    with acting(request.actor.seeing_as(account_id), read_only=True):
        young = Permission.OWN_CARE in account.role_class.may
        context: dict[str, object] = {
            "visits": my_visits(), "ways": my_ways(), "m": my_links() if young else None,
        }  # fmt: skip
    return render(request, "pages/see_as_people.html", context | _whose_page(request, person, account, mine))


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as_money(request: ActingRequest, person: OpenPerson, account_id: UUID) -> HttpResponse:
    """A carer's page of money, in the same way; nobody else has one."""
    account, mine = _whose(request, person, account_id), _mine.run(ids=person.ids)
    with acting(request.actor.seeing_as(account_id), read_only=True):
        money = my_money(account_id, timezone.localdate()) if account.role == "carer" else None
    context: dict[str, object] = {"money": money, "today": timezone.localdate()}
    return render(request, "pages/see_as_money.html", context | _whose_page(request, person, account, mine))


def _whose(request: ActingRequest, person: OpenPerson, account_id: UUID) -> Account:
    """The account whose door opens this record; the look is noted. Raises Http404."""
    account = next((each.whose for each in eyes(person) if each.account == account_id), None)
    if account is None:
        raise Http404
    looks.note(person.id, "see as", f"as {account.role_class.name}", through=account_id)
    return account


def _whose_page(
    request: ActingRequest, person: OpenPerson, account: Account, mine: Mapping[str, Sequence[Row]]
) -> dict[str, object]:
    """What stands above and beside what they see."""
    return {
        "person": who_from(mine["persons"]).get(person.id),
        "as_whom": account.display_name,
        "account": account.id,
        "sections": sections(person.id, request.actor.role),
        "here": f"/people/{person.id}/see-as/",
    }
