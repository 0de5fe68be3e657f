"""What a carer is paid, as the worker reads it to whom the carer is open."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.money.queries.workers import paid_to
from kith.money.words import pounds


@person_page("money", needs=Permission.ANSWER_FOR)
def person_money(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What is this carer paid, what waits, and what did they ask? Seven statements at most, beside the door's own."""
    context = {"person": person, "paid": paid_to(person.ids, person.id), "pounds": pounds}
    return render(request, "money/person.html", context)
