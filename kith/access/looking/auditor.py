"""The auditor's page: the view log by record or by worker. Only workers have names here."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.looking.staff import page_number
from kith.access.looking.staff_list import WHY
from kith.access.models import Account, Look
from kith.access.permissions import Permission
from kith.access.roles import ROLES

PAGE = 50


@staff_who_may(Permission.READ_LOGS)
def read_the_log(request: ActingRequest) -> HttpResponse:
    """Looks newest first; `q` is a worker's name or sign-in name, or the id of a record."""
    q, page = request.GET.get("q", "").strip()[:100], page_number(request)
    start = (page - 1) * PAGE
    looks = list(_asked(q).order_by("-at", "-id")[start : start + PAGE + 1])
    names = dict(
        Account.objects.filter(id__in={look.actor for look in looks}).values_list("id", "display_name")
    )
    lines = [
        {
            "at": look.at,
            "who": names.get(look.actor, "An account that is not shown"),
            "role": ROLES[look.role].name if look.role in ROLES else look.role,
            "why": WHY.get(look.reason, look.reason),
            "what": look.page,
            "person": look.person,
            "as_other": look.on_behalf_of is not None,
        }
        for look in looks[:PAGE]
    ]
    context = {
        "lines": lines,
        "signed_in_as": request.user.display_name,
        "q": q,
        "newer": f"?{urlencode({'q': q, 'page': page - 1})}" if page > 1 else None,
        "older": f"?{urlencode({'q': q, 'page': page + 1})}" if len(looks) > PAGE else None,
    }
    return render(request, "access/looked_audit.html", context)


def _asked(q: str) -> QuerySet[Look]:
    if not q:
        return Look.objects.all()
    try:
        return Look.objects.filter(person=UUID(q))
    except ValueError:
        workers = Account.objects.filter(Q(display_name__icontains=q) | Q(login__iexact=q)).values("id")
        return Look.objects.filter(actor__in=workers)
