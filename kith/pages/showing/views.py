"""One press locks the device to what a family account sees; the worker's password, or signing out, ends it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from uuid import UUID

from allauth.core import ratelimit
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access import looks
from kith.access.door import OpenPerson, ReasonNeededError, open_person
from kith.access.gates import ActingRequest, person_page, staff
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.photographs.queries import faces_told
from kith.access.photographs.views import photograph
from kith.access.sign_in.forms import GiveBackForm
from kith.core.acting import acting
from kith.pages.my.home import my_home
from kith.pages.person.see_as import eyes
from kith.pages.showing.locked import lock, shown, unlock
from kith.story.queries import shared_with_me

WIPE = '"cache"'  # what the browser kept of this site goes, at each lock


@person_page("show to family", needs=Permission.ANSWER_FOR)
def show(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Lock the device to the family's view: of the account chosen, or of the only one there is."""
    if request.method != "POST":
        raise Http404
    found = eyes(person)
    asked = str(request.POST.get("account", ""))
    chosen = [each for each in found if str(each.account) == asked] if asked else found
    if len(chosen) != 1:
        return redirect(reverse("see_as_whom", args=[person.id]))
    lock(request, person=person.id, account=chosen[0].account)
    response = redirect("showing")
    response["Clear-Site-Data"] = WIPE
    return response


@staff
def showing(request: ActingRequest) -> HttpResponse:
    """What they would see on their first page. No notice, no tab, no word of staff."""
    if shown(request) is None:
        raise Http404
    try:
        with _as_they_see(request) as account:
            context = {"h": my_home(account), "items": shared_with_me()}
            return render(request, "pages/showing.html", context)
    except Http404:
        # The record was closed meanwhile: what is left is the way out.
        return redirect("showing_leave")


@staff
def showing_item(request: ActingRequest, event_id: UUID) -> HttpResponse:
    """One thing that was shared with them, whole."""
    with _as_they_see(request):
        item = next((each for each in shared_with_me() if each.id == event_id), None)
        if item is None:
            raise Http404
        return render(request, "pages/showing_item.html", {"item": item})


@staff
def showing_face(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """A face of what is shown: only where they may see it, whatever the worker may."""
    with _as_they_see(request):
        if account_id not in faces_told():
            raise Http404
        return photograph(request, account_id)


@staff
def showing_leave(request: ActingRequest) -> HttpResponse:
    """The worker's password gives the device back."""
    kept = shown(request)
    if kept is None:
        raise Http404
    form = GiveBackForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST":
        limited = ratelimit.consume_or_429(request, action="leave_showing", user=request.user)
        if limited:
            return cast(HttpResponse, limited)
        if form.is_valid():
            unlock(request)
            return redirect(reverse("person", args=[kept[0]]))
    context = {"form": form, "has_password": request.user.has_usable_password()}
    return render(request, "pages/showing_leave.html", context)


@contextmanager
def _as_they_see(request: ActingRequest) -> Iterator[Account]:
    """The account, with reads narrowed to what it and the worker may both see. Raises Http404 where either
    has lost the record meanwhile: the lock stays, and its way out."""
    kept = shown(request)
    if kept is None:
        raise Http404
    person, asked = kept
    try:
        opened = open_person(by=request.actor, person=person, page="show to family")
    except ReasonNeededError:
        raise Http404 from None
    account = next((each.whose for each in eyes(opened) if each.account == asked), None)
    if account is None:
        raise Http404
    looks.note(opened.id, "show to family", f"as {account.role_class.name}", through=asked)
    with acting(request.actor.seeing_as(asked), read_only=True):
        yield account
