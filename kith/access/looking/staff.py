"""A person's page: who has looked."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.looking.staff_list import looks_at
from kith.access.permissions import Permission
from kith.access.restricting.queries import limit_in_force, two_hands_at
from kith.people.models import PersonName


@person_page("who has looked", needs=Permission.ANSWER_FOR)
def who_has_looked(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Every look at this record, newest first, the odd ones marked."""
    q, odd, page = request.GET.get("q", "")[:100], request.GET.get("odd") == "1", page_number(request)
    lines, more = looks_at(person.ids, q=q, odd=odd, page=page)
    name = PersonName.objects.filter(person_id__in=person.ids, preferred=True).order_by("-during").first()
    told = {"q": q, **({"odd": "1"} if odd else {})}
    context = {
        "person_id": person.id,
        "signed_in_as": request.user.display_name,
        "name": f"{name.given} {name.family}".strip() if name else "No name known yet",
        "lines": lines,
        "limit": limit_in_force(person.ids),
        "two_hands": two_hands_at(person.ids),
        "q": q,
        "odd": odd,
        "newer": f"?{urlencode({**told, 'page': page - 1})}" if page > 1 else None,
        "older": f"?{urlencode({**told, 'page': page + 1})}" if more else None,
    }
    return render(request, "access/looked.html", context)


def page_number(request: HttpRequest) -> int:
    """The page asked for; anything that is no page is the first."""
    asked = request.GET.get("page", "1")
    return min(max(int(asked), 1), 10_000) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
