"""Somebody comes back and says their reference: what they asked is found by it, wherever it stands."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect

from kith.advice.asking.answers import written_reference
from kith.advice.desk.today import today_page
from kith.advice.keeping.actions import go_on
from kith.advice.models import Channel, Contact
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may

NOBODY = "Nobody has that reference. It is eight letters and figures. What was said may have been destroyed on its day."


@desk_who_may(Permission.ANSWER)
def desk_find(request: DeskRequest) -> HttpResponse:
    """Sent by POST: no reference stands in an address. Whoever comes back goes on with it: it leaves no more."""
    if request.method != "POST":
        return redirect("desk")
    typed = request.POST.get("reference", "")
    reference = written_reference(typed)
    found = Contact.objects.filter(reference=reference).first() if reference else None
    if found is not None:
        if found.ended_at is None and found.channel != Channel.WEBCHAT:
            go_on(by=request.actor, contact=found.id)
        return redirect("desk_contact", contact_id=found.id)
    return today_page(request, typed=typed[:40], refused=NOBODY)


def chat_of(contact: Contact) -> UUID | None:
    """The chat of a contact that came by it: what was said stands there. None for every other."""
    if contact.channel != Channel.WEBCHAT:
        return None
    try:
        return contact.chat.id
    except ObjectDoesNotExist:
        return None
