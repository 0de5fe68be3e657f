"""The register of kinship children, what waits by kind of care, and approvals that run out; as open to the reader."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.kinship.approvals import running
from kith.kinship.register import register, waits
from kith.people.page_queries import who


@staff_who_may(Permission.ANSWER_FOR)
def kinship_register(request: ActingRequest) -> HttpResponse:
    """Which children live with family or friends, looked after or never, and who waits for what?"""
    lines, counts = register()
    approvals = running()
    ids = {each for line in lines for each in (line.child, line.carer)}
    people = who(ids | {each for a in approvals for each in (a.child, a.carer)})
    context = {
        "lines": [each for each in lines if each.child in people],
        "counts": counts,
        "waits": waits(),
        "approvals": [each for each in approvals if each.child in people],
        "names": {each: found.name for each, found in people.items()},
    }
    return render(request, "kinship/register.html", context)
