"""See it as this person will: what both the worker and the family account may see, and a count of the rest."""

from __future__ import annotations

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
from kith.access.working_with import workers_told
from kith.core.acting import acting
from kith.decisions.queries.mine import my_meetings
from kith.help.queries.mine import my_help
from kith.pages.my.home import my_home
from kith.pages.person.sections import sections
from kith.people.page_queries import who
from kith.plan.queries import my_plan, my_rows
from kith.story.models import About, Event


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
    account = _whose(request, person, account_id)
    mine = _events(person)
    with acting(request.actor.seeing_as(account_id), read_only=True):
        # The plan, its workers and the names stand on both pages, and are read once.
        rows, told = my_rows(), workers_told()
        seen = my_home(account, rows, told)
        plan, theirs = my_plan(rows, told, seen.people), _events(person)
    context = {"h": seen, "p": plan, "withheld": max(mine - theirs, 0)}
    return _as_they_see(request, person, account, "pages/see_as.html", context)


@person_page("see as", needs=Permission.ANSWER_FOR)
def see_as_more(request: ActingRequest, person: OpenPerson, account_id: UUID) -> HttpResponse:
    """Their pages of family meetings and of help, in the same way."""
    account = _whose(request, person, account_id)
    with acting(request.actor.seeing_as(account_id), read_only=True):
        context = {"m": my_meetings(), "help": my_help()}
    return _as_they_see(request, person, account, "pages/see_as_more.html", context)


def _whose(request: ActingRequest, person: OpenPerson, account_id: UUID) -> Account:
    """The account whose door opens this record; the look is noted. Raises Http404."""
    account = next((each.whose for each in eyes(person) if each.account == account_id), None)
    if account is None:
        raise Http404
    looks.note(person.id, "see as", f"as {account.role_class.name}")
    return account


def _events(person: OpenPerson) -> int:
    about = About.objects.filter(person_id__in=person.ids).values("event_id")
    return Event.objects.filter(id__in=about).count()


def _as_they_see(
    request: ActingRequest, person: OpenPerson, account: Account, page: str, seen: dict[str, object]
) -> HttpResponse:
    context = {
        "person": who([person.id]).get(person.id),
        "as_whom": account.display_name,
        "account": account.id,
        "sections": sections(person.id, request.actor.role),
        "here": f"/people/{person.id}/see-as/",
    }
    return render(request, page, context | seen)
