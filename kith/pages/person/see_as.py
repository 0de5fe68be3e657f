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
    """Their first page, as they will see it. Nothing acts, nothing is marked as seen, and it is logged."""
    account = next((each.whose for each in eyes(person) if each.account == account_id), None)
    if account is None:
        raise Http404
    mine = Event.objects.filter(
        id__in=About.objects.filter(person_id__in=person.ids).values("event_id")
    ).count()
    with acting(request.actor.seeing_as(account_id), read_only=True):
        # The plan, its workers and the names stand on both pages, and are read once.
        rows, told = my_rows(), workers_told()
        seen = my_home(account, rows, told)
        plan, meetings, helped = my_plan(rows, told, seen.people), my_meetings(), my_help()
        theirs = Event.objects.filter(
            id__in=About.objects.filter(person_id__in=person.ids).values("event_id")
        ).count()
    looks.note(person.id, "see as", f"as {account.role_class.name}")
    context = {
        "person": seen.people.get(person.id) or who([person.id]).get(person.id),
        "as_whom": account.display_name,
        "h": seen,
        "p": plan,
        "m": meetings,
        "help": helped,
        "withheld": max(mine - theirs, 0),
        "sections": sections(person.id, request.actor.role),
        "here": f"/people/{person.id}/see-as/",
    }
    return render(request, "pages/see_as.html", context)
