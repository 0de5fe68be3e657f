"""Findings one by one for the returns officer, and the reasons to send along with a return."""

from __future__ import annotations

import csv
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.access import looks
from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.cells import harmless
from kith.core.once import once
from kith.returns.checking.catalogue import every_rule
from kith.returns.findings.asked import choices, chosen, page_number
from kith.returns.findings.board_pages import HERE
from kith.returns.findings.one_page import answer
from kith.returns.findings.queries import Line, notes, of_rule, one

PAGE = "findings of the returns"


@staff_who_may(Permission.WRITE_RETURNS)
def findings_of_rule(request: ActingRequest) -> HttpResponse:
    """What one rule finds: by the children's numbers in the return, never by name."""
    choice = chosen(request.GET, choices())
    code, page = request.GET.get("rule", ""), page_number(request.GET.get("page", ""))
    known = choice is not None and code in every_rule(choice.kind)
    lines, more = of_rule(choice.kind, choice.year, code, page) if choice and known else ([], False)
    _look(lines)
    context = {
        "choice": choice,
        "code": code,
        "lines": lines,
        "page": page,
        "more": more,
        "here": HERE,
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/findings_rule.html", context)


@staff_who_may(Permission.WRITE_RETURNS)
@once
def finding_officer(request: ActingRequest, finding: UUID) -> HttpResponseBase:
    """One finding, and the reason for it."""
    line = one(finding)
    if line is None:
        raise Http404
    _look([line])
    back = f"{HERE}rule/?kind={line.kind}&year={line.year}&rule={line.code}"
    return answer(request, line, here=f"{HERE}{line.id}/", back=back, back_text=f"Rule {line.code}")


@staff_who_may(Permission.WRITE_RETURNS)
def findings_notes(request: ActingRequest) -> HttpResponse:
    """All reasons of a return, to be sent along with it."""
    choice = chosen(request.GET, choices())
    lines = notes(choice.kind, choice.year) if choice else []
    _look(lines)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"notes-{choice.kind}-{choice.year}" if choice else "notes"
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    rows = csv.writer(response)
    rows.writerow(("rule", "severity", "child", "fact", "day", "says", "reason", "reason_given_on"))
    for each in lines:
        rows.writerow(
            (
                each.code,
                "error" if each.error else "query",
                harmless(each.child),
                each.what,
                each.on_day or "",
                each.says,
                harmless(each.explanation),
                each.at.date() if each.at else "",
            )
        )
    return response


def _look(lines: list[Line]) -> None:
    """Rows of a return tell of people: each is noted as looked at."""
    for each in lines:
        if each.person:
            looks.note(each.person, PAGE)
