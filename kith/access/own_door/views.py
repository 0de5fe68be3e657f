"""One's own sign-in behind the family's door, signing out, and the worker's page of a door that was closed."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django import forms
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.codes.queries import my_codes
from kith.access.codes.sending import CHANNELS, can_send
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, family, person_page
from kith.access.models import Account
from kith.access.own_door.actions import close_my_door, open_door_again, sign_out_everywhere
from kith.access.own_door.queries import closed_of, my_sign_ins
from kith.access.own_door.routes import my_routes
from kith.access.permissions import Permission
from kith.access.sign_in import leaving
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.formfields import PlainDateField
from kith.marked import marked
from kith.people.page_queries import who

# Sent to the one address of signing out, so that neither answer, history nor log shows which was pressed.
ENDS = {"everywhere": sign_out_everywhere, "closed": close_my_door}


@family
def my_sign_in(request: ActingRequest) -> HttpResponse:
    """Where am I signed in, and how do I keep others out?"""
    context = {
        "sign_ins": my_sign_ins(request.actor.id),
        "routes": my_routes(),
        "codes": my_codes(),
        "codes_can_go": any(can_send(each) for each in CHANNELS),
    }
    return render(request, "access/my_sign_in.html", context)


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Sign out here; a family account, if it says so, everywhere, or for as long as somebody else may read it."""
    actor, user = getattr(request, "actor", None), request.user
    ends = ENDS.get(request.POST.get("ends", ""))
    if (
        request.method == "POST"
        and ends
        and actor is not None
        and isinstance(user, Account)
        and user.is_family
    ):
        try:
            ends(by=actor)
        except NotPermittedError:
            sign_out_everywhere(by=actor)
    return leaving.sign_out(request)


class SeenForm(forms.Form):
    """When and how they were seen alone."""

    seen_on = PlainDateField(noun="The day", label="On which day did you see them alone?")
    how = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="How, and what did you agree?",
        error_messages={"required": "Say how you saw them alone, and what you agreed"},
        help_text="Who else may see their phone or email, and what they changed. Staff read this, the family does not.",
    )


@person_page("their own page is closed", needs=Permission.RELEASE)
@once
def closed_door(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """They closed their own page: how do I reach them safely, and may it be opened again? Absent where it is open."""
    known, closed = who([person.id]).get(person.id), closed_of(person.ids)
    if known is None or closed is None:
        raise Http404
    form = SeenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if tried(form, lambda: open_door_again(by=request.actor, closed=closed.id, **given)):
            messages.success(request, "Their page is open again. They sign in as before.")
            return redirect("today")
    return render(request, "access/closed_door.html", {"person": known, "closed": closed, "form": form})


def device(agent: str) -> str:
    """What a sign-in came from, as far as its owner needs to know it again."""
    said = agent.lower()
    if "ipad" in said or "tablet" in said:
        return marked("a tablet")
    return marked("a phone") if "mobi" in said or "android" in said else marked("a computer")


def by_what(request: HttpRequest, user: Account) -> str:
    """By what this sign-in began: "password", "code" or "passkey"; empty where nothing says."""
    records = get_authentication_records(request, user)
    begun = str(records[0].get("method", "")) if records else ""
    return {"mfa": "passkey", "password": "password", "code": "code"}.get(begun, "")


@receiver(user_logged_in)
def keep_sign_in(sender: object, request: HttpRequest | None, user: Account, **more: Any) -> None:
    """Of a family account only: a worker's is in the audit."""
    if request is not None and user.is_family:
        with connection.cursor() as cursor:
            agent = device(request.META.get("HTTP_USER_AGENT", ""))
            cursor.execute("SELECT access_signed_in(%s, %s, %s)", [user.id, agent, by_what(request, user)])
