"""Pages of how it is safe to reach somebody: their own, and their worker's."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, family, person_page
from kith.access.own_door.queries import safe_routes
from kith.access.permissions import Permission
from kith.access.safe_contact.actions import read_safe_contact, say_safe
from kith.access.safe_contact.forms import SafeContactForm
from kith.access.safe_contact.queries import my_reach, my_safety, said_of
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.marked import marked
from kith.people.page_queries import who


@family
@once
def my_safe_contact(request: ActingRequest) -> HttpResponseBase:
    """How and when is it safe to reach me?"""
    said = my_safety()
    form = SafeContactForm(request.POST if request.method == "POST" else None, said=said)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(form, lambda: say_safe(by=request.actor, **form.answers()))
    ):
        messages.success(request, marked("It is kept, and holds from now on."))
        return redirect("my_safe_contact")
    return render(request, "access/my_safe_contact.html", {"said": said, "form": form, "reach": my_reach()})


@person_page("how it is safe to reach them", needs=Permission.RELEASE)
@once
def safe_contact(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """What did they say, on their own page, of how it is safe to reach them?"""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    if request.method == "POST":
        try:
            read_safe_contact(by=request.actor, person=person.id, said=UUID(request.POST.get("said", "")))
        except (ValueError, NotPermittedError):
            raise Http404 from None
        return redirect("safe_contact", person.id)
    context = {"person": known, "said": said_of(person.ids), "routes": safe_routes(list(person.ids))}
    return render(request, "access/safe_contact.html", context)
