"""What happened in a foster home that has to be notified, and that it was."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.homes import living_in
from kith.core.once import once
from kith.design.dates import today
from kith.homes import actions
from kith.homes.forms.carers import HappenedForm, NotifiedForm
from kith.homes.staff.register import home_of
from kith.people.page_queries import who

TELL_FIRST = "Ring first, write after. If a child is not safe now, that comes before this page."


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_happened(request: ActingRequest, home_id: UUID) -> HttpResponse:
    """Something happened that has to be notified."""
    home = home_of(home_id)
    if not home.foster:
        raise Http404
    lives = living_in([home.id], today()).get(home.id, set())
    children = sorted((each.name, str(each.id)) for each in who(lives).values()) if lives else []
    sent = request.POST if request.method == "POST" else None
    form = HappenedForm(sent, children=[(key, name) for name, key in children])

    def act() -> None:
        told: dict[str, Any] = form.cleaned_data
        child = UUID(told["child"]) if told["child"] else None
        actions.note_happened(by=request.actor, home=home.id, **told | {"child": child})

    return one_form(
        request,
        form,
        act,
        heading="What happened?",
        about=home.name,
        back=reverse("homes_one", args=[home.id]),
        lines=(TELL_FIRST,),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_notified(request: ActingRequest, home_id: UUID, happened: UUID) -> HttpResponse:
    """It was notified: to whom, and when?"""
    home = home_of(home_id)
    one = next((each for each in home.happened if each.id == happened and each.told_on is None), None)
    if one is None:
        raise Http404
    form = NotifiedForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.say_notified(by=request.actor, happened=one.id, **form.cleaned_data),
        heading="It was notified",
        about=f"{home.name}: {one.what}",
        back=reverse("homes_one", args=[home.id]),
    )
