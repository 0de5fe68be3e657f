"""The register as pages: its areas, the duties of one area, and all of it as a table to take away."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff
from kith.access.permissions import Permission
from kith.law import providers
from kith.law.pages.words import DutyView, view
from kith.law.register import Area, Register, effective_register
from kith.law.waiting import Waiting, waiting

COLUMNS = tuple(each.name for each in fields(DutyView) if each.name != "can_set")


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area of the law on the first page."""

    slug: str
    title: str
    duties: int
    waiting: int


@staff
def law_view(request: ActingRequest) -> HttpResponse:
    """The areas of the law; with `?q=`, every duty that says these words."""
    register, waits = _held()
    q = request.GET.get("q", "").strip()[:80]
    found = [each for each in _views(register, waits) if _says(each, q)] if q else []
    context = {
        "areas": [_line(area, waits) for area in register.areas],
        "duties": len(register),
        "waiting": len(waits),
        "unread": sum(each.confidence in {"recalled", "partly_found"} for each in register),
        "q": q,
        "found": found,
    }
    return _page(request, "register", context)


@staff
def law_area(request: ActingRequest, slug: str) -> HttpResponse:
    """Every duty of one area, with its source and how sure it is."""
    register, waits = _held()
    area = next((each for each in register.areas if each.slug == slug), None)
    if area is None:
        raise Http404
    held = [each for each in _views(register, waits) if each.id in area.ids]
    may_set = Permission.SET_DUTIES in request.user.role_class.may
    return _page(request, "area", {"title": area.title, "duties": held, "may_set": may_set})


@staff
def law_csv(request: ActingRequest) -> HttpResponse:
    """The whole register as CSV, one duty a row."""
    register, waits = _held()
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="kith-law.csv"'
    rows = csv.writer(response)
    rows.writerow(COLUMNS)
    for each in _views(register, waits):
        rows.writerow([cell(getattr(each, name)) for name in COLUMNS])
    return response


def cell(value: object) -> str:
    """A value of a duty in one cell: words with a tone lose the tone, several become one line."""
    if isinstance(value, tuple):
        tones = {"good", "plain", "soon", "quiet"}
        return "; ".join(str(each) for each in value if each not in tones)
    return str(value)


def _held() -> tuple[Register, dict[str, Waiting]]:
    """The register as it holds today, and which of its duties nothing records yet."""
    today = timezone.localdate()
    register = effective_register(today)
    return register, {each.duty.id: each for each in waiting(register, providers.coverage(today))}


def _views(register: Register, waits: dict[str, Waiting]) -> list[DutyView]:
    today = timezone.localdate()
    return [view(duty, today, waits.get(duty.id)) for duty in register]


def _line(area: Area, waits: dict[str, Waiting]) -> AreaLine:
    return AreaLine(area.slug, area.title, len(area.ids), sum(each in waits for each in area.ids))


def _says(duty: DutyView, q: str) -> bool:
    words = f"{duty.id} {duty.name} {duty.family_name} {duty.citation} {duty.notes}".lower()
    return all(word in words for word in q.lower().split())


def _page(request: ActingRequest, name: str, context: dict[str, object]) -> HttpResponse:
    more = {"signed_in_as": request.user.display_name, "here": request.path}
    return render(request, f"law/{name}.html", context | more)
