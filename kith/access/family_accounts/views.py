"""Staff pages of a person's own page: may it be opened, who else sees what comes to them, and the first link."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.codes.queries import codes_go_to
from kith.access.door import OpenPerson
from kith.access.family_accounts.actions import ask_in_private, first_link_of_own_page, open_account
from kith.access.family_accounts.forms import AskedForm, OpenForm
from kith.access.family_accounts.queries import (
    asked_of,
    last_asked,
    own_account,
    shared_channels,
    still_holds,
    ways,
)
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.people.models import Relationship
from kith.people.models.relationship import RelationshipKind
from kith.people.page_queries import Who, who

GROWN = 18
NOT_LOOKED_AFTER = (RelationshipKind.PARTNER, RelationshipKind.SPOUSE, RelationshipKind.FORMER_PARTNER)


@person_page("own page", needs=Permission.RELEASE)
def own_page(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Have they a page of their own, and who else sees what comes to them?"""
    asked = last_asked(person.ids)
    context = {
        "person": _known(person),
        "account": own_account(person.id),
        "codes": codes_go_to(person.ids),
        "asked": asked_of(person.ids),
        "holds": still_holds(asked, today()),
    }
    return render(request, "access/own_page.html", context)


@person_page("own page: ask", needs=Permission.RELEASE)
@once
def own_page_asked(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Keep what they answered; as often as it is asked."""
    form = AskedForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(form, lambda: ask_in_private(by=request.actor, person=person.id, **form.cleaned_data))
    ):
        messages.success(request, "Their answers are kept.")
        return redirect("own_page", person.id)
    return render(request, "access/own_page_asked.html", {"person": _known(person), "form": form})


@person_page("own page: open", needs=Permission.RELEASE)
@once
def own_page_open(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Open it. Absent until they were asked, and where they have one."""
    known, asked, held = _known(person), last_asked(person.ids), own_account(person.id)
    if asked is None or not still_holds(asked, today()) or (held is not None and held.active):
        raise Http404
    form = OpenForm(
        request.POST if request.method == "POST" else None,
        ways=ways(asked, shared_channels(person.ids)),
        children=_children(person.ids),
    )

    def act() -> None:
        open_account(
            by=request.actor,
            person=person.id,
            ids=person.ids,
            name=known.known_as or known.name,
            **form.cleaned_data,
        )

    if request.method == "POST" and form.is_valid() and tried(form, act):
        messages.success(request, "Their page is open. Make the link, and give it to them.")
        return redirect("own_page", person.id)
    return render(request, "access/own_page_open.html", {"person": known, "form": form})


@person_page("own page: link", needs=Permission.RELEASE)
def own_page_link(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Show a new first link, this once."""
    if request.method != "POST":
        raise Http404
    try:
        made = first_link_of_own_page(by=request.actor, person=person.id, ids=person.ids)
    except NotPermittedError:
        raise Http404 from None
    context = {"person": _known(person), "link": request.build_absolute_uri(made)}
    return render(request, "access/own_page_link.html", context)


def _known(person: OpenPerson) -> Who:
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    return known


def _children(ids: tuple[UUID, ...]) -> list[tuple[UUID, str]]:
    """Children to whom they are somebody today, eldest first, as far as the worker may see them. Two queries."""
    day = today()
    ties = Relationship.objects.filter(other_id__in=ids, during__contains=day).exclude(
        kind__in=NOT_LOOKED_AFTER
    )
    found = who(dict.fromkeys(ties.values_list("person_id", flat=True)))
    young = [each for each in found.values() if each.born_on and each.born_on.year > day.year - GROWN - 1]
    return [(each.id, each.name) for each in sorted(young, key=lambda each: (each.born_on or day, each.name))]
