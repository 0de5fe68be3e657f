"""The worker's page of what somebody chose to be sent; and their own button that ends it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.family_accounts.queries import said_of, shared_channels
from kith.access.gates import ActingRequest, family, person_page
from kith.access.own_door.routes import (
    could_be,
    end_my_route,
    end_own_route,
    record_own_route,
    routes_of,
)
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.formfields import PlainDateField
from kith.people.models import ContactPoint
from kith.people.page_queries import who


class RouteForm(forms.Form):
    """Where they want it, and what they said, alone, of who else sees it."""

    contact = forms.ChoiceField(
        label="Where do they want to be told that there is something to read?",
        widget=forms.RadioSelect,
        help_text="The message names no council, no child and no service.",
    )
    seen_on = PlainDateField(noun="The day", label="On which day did you ask them, alone?")
    how = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Who else sees this phone or these e-mails?",
        error_messages={"required": "Say who else sees it, as they told you"},
        help_text="Also on a locked screen, a shared account or a bill. Staff read this, the family does not.",
    )

    def __init__(self, *args: object, contacts: list[ContactPoint], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["contact"].choices = [  # type: ignore[attr-defined]
            (str(each.id), f"{each.get_channel_display().capitalize()}, {each.value}") for each in contacts
        ]


@person_page("messages that they chose", needs=Permission.RELEASE)
@once
def own_routes(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """What may we send to their own phone or e-mail, and who said so?"""
    known, contacts = who([person.id]).get(person.id), could_be(person.ids)
    if known is None:
        raise Http404
    ends = request.POST.get("ends", "")
    form = RouteForm(request.POST if request.method == "POST" and not ends else None, contacts=contacts)

    def act() -> None:
        given = form.cleaned_data
        record_own_route(
            by=request.actor,
            persons=person.ids,
            contact=UUID(given["contact"]),
            seen_on=given["seen_on"],
            how=given["how"],
        )

    if ends:
        _ended(lambda: end_own_route(by=request.actor, persons=person.ids, route=UUID(ends)))
        return redirect("own_routes", person.id)
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("own_routes", person.id)
    context = {"person": known, "routes": routes_of(person.ids), "form": form, "contacts": contacts}
    context["shared"] = said_of(shared_channels(person.ids) & {"phone", "email"})
    return render(request, "access/own_routes.html", context)


@family
@once
def my_route_end(request: ActingRequest) -> HttpResponseBase:
    """Send me nothing there any more."""
    if request.method != "POST":
        raise Http404
    _ended(lambda: end_my_route(by=request.actor, route=UUID(request.POST.get("route", ""))))
    return redirect("my_sign_in")


def _ended(act: Callable[[], None]) -> None:
    """Raises Http404 where there is nothing of that kind."""
    try:
        act()
    except (ValueError, NotPermittedError):
        raise Http404 from None
