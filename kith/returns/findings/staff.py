"""What workers put right: a list of their own people, and each person's own pages."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page, staff_who_may
from kith.access.permissions import Permission
from kith.access.working_with import people_of
from kith.core.once import once
from kith.people.page_queries import who
from kith.returns.findings.one_page import answer
from kith.returns.findings.queries import Line, of_person, one, to_mend


@staff_who_may(Permission.EDIT_PERSON)
def mine_to_mend(request: ActingRequest) -> HttpResponse:
    """What is to be put right in the returns about the people I work with, by person."""
    ids = list(people_of([request.user.id])[request.user.id])
    names = who(ids)
    groups: dict[UUID, list[Line]] = {}
    for line in to_mend(ids):
        if line.person in names:
            groups.setdefault(line.person, []).append(line)
    context = {
        "groups": [(names[person], lines) for person, lines in groups.items()],
        "here": "/returns/mend/",
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/mend_mine.html", context)


@person_page("to put right in the returns")
def person_mend(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What is to be put right about one person, what has a reason, and what was put right of late."""
    people = who([person.id])
    if not _may(request) or person.id not in people:
        raise Http404
    mend, explained, cleared = of_person(person.ids)
    context = {
        "person": people[person.id],
        "mend": mend,
        "explained": explained,
        "cleared": cleared,
        "here": f"/people/{person.id}/mend/",
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/mend.html", context)


@person_page("to put right in the returns")
@once
def person_finding(request: ActingRequest, person: OpenPerson, finding: UUID) -> HttpResponseBase:
    """One of them, and the reason for it."""
    line, people = one(finding, person.ids), who([person.id])
    if not _may(request) or line is None or person.id not in people:
        raise Http404
    base = f"/people/{person.id}/mend/"
    named = people[person.id].name
    return answer(request, line, here=f"{base}{line.id}/", back=base, back_text="To put right", named=named)


def _may(request: ActingRequest) -> bool:
    """Asked once the record is open: whoever must give a reason first is not told that the page is not for them."""
    return Permission.EDIT_PERSON in request.user.role_class.may
