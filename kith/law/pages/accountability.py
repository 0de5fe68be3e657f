"""The page of accountability: are we keeping our promises? Figures, what is behind one, and all of them to take away."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core.cells import harmless
from kith.law import council, providers
from kith.law.accountability.asked import BREAKDOWNS, asked, one_figure, page_number, whose_figures
from kith.law.accountability.behind import A_PAGE, behind
from kith.law.accountability.figures import Counted, figures_of
from kith.law.accountability.periods import in_words, quarters
from kith.law.accountability.states import BY_CODE, CODES, PARTS, STATES
from kith.law.due import rules_of
from kith.law.pages.accountability_words import Named, named
from kith.law.waiting import waiting

may_see = staff_who_may(Permission.SEE_ACCOUNTABILITY)
HIGHLIGHTS = 3


@may_see
def accountability(request: ActingRequest) -> HttpResponse:
    """How duties were kept in a quarter, broken down one way, and month by month; and what the council itself owes.

    Two statements at most, and one for each room with duties of the council's own.
    """
    found = figures_of(request.user)
    context: dict[str, object] = {
        "states": STATES,
        "parts": PARTS,
        "found": found,
        "whose": whose_figures(request.user),
    }
    if found is None:
        context["own"] = council.own(timezone.localdate())
    else:
        context |= _page_of(found, request.GET, request.user)
    return _render(request, "accountability", context)


def _page_of(found: Counted, query: Mapping[str, str], account: Account) -> dict[str, object]:
    register, coverage = rules_of(found.as_at), providers.coverage(found.as_at)
    ways = breakdowns_of(account)
    want = asked(query, found.as_at, ways)
    kinds = named(found.of("kind", want.quarter), "kind", register, found.as_at)
    lines = (
        kinds if want.by == "kind" else named(found.of(want.by, want.quarter), want.by, register, found.as_at)
    )
    months = sorted(found.of("month"), key=lambda each: each.key)
    return {
        "want": want,
        "ways": ways,
        "quarters": [(day.isoformat(), in_words(day)) for day in quarters(found.as_at)],
        "period": in_words(want.quarter),
        "total": found.one(want.quarter, "total", ""),
        "lines": lines,
        "months": named(months, "month", register, found.as_at),
        "best": best(kinds),
        "worst": worst(kinds),
        "running": found.as_at.isoformat()[:7],
        "waits": sum(1 for _ in waiting(register, coverage)),
        "own": council.own(found.as_at, register, coverage),
    }


def best(kinds: list[Named]) -> list[Named]:
    """Kinds of duty most often done in time."""
    known = [each for each in kinds if each.figures.in_time]
    return sorted(known, key=lambda each: (-(each.figures.in_time or 0), -(each.figures.shown["met"] or 0)))[
        :HIGHLIGHTS
    ]


def worst(kinds: list[Named]) -> list[Named]:
    """Kinds of duty least often done in time, of those that are not among the best."""
    well = best(kinds)
    known = [each for each in kinds if each.figures.in_time is not None and each not in well]
    late = [each for each in known if each.figures.shown["untimely"]]
    return sorted(late, key=lambda each: each.figures.in_time or 0)[:HIGHLIGHTS]


@may_see
def accountability_list(request: ActingRequest) -> HttpResponse:
    """The duties and people behind one figure, as far as they are open to whoever asks."""
    found = figures_of(request.user)
    figure = one_figure(request.GET, found.as_at) if found else None
    line = found.one(figure.quarter, figure.by, figure.key) if found and figure else None
    if found is None or figure is None or line is None:
        return _render(
            request,
            "accountability_list",
            {"wrong": "There is no such figure. Choose one on the page of figures."},
        )
    [words] = named([line], figure.by, rules_of(found.as_at), found.as_at) if figure.by != "total" else [None]
    shown, page = line.shown[figure.state], page_number(request.GET.get("page", ""))
    listed = (
        behind(request.user, figure, shown, page=page, counted=(found.as_at, found.counted_at))
        if shown
        else None
    )
    context = {
        "wrong": "",
        "figure": figure,
        "period": in_words(figure.quarter),
        "line": words.name if words else "All duties",
        "state": BY_CODE[figure.state],
        "shown": shown,
        "as_at": found.as_at,
        "behind": listed,
        "may_ask": Permission.OPEN_WITH_REASON in request.user.role_class.may,
        "page": page,
        "more": listed is not None and listed.open > page * A_PAGE,
    }
    return _render(request, "accountability_list", context)


@may_see
def accountability_csv(request: ActingRequest) -> HttpResponse:
    """Every figure that the page can show, one line a row: what is hidden there is "c" here."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="accountability.csv"'
    rows = csv.writer(response)
    rows.writerow(("quarter_begins", "broken_down_by", "line", *CODES, "percent_in_time", "as_at"))
    found = figures_of(request.user)
    if found is None:
        return response
    for by in ("total", "month", *breakdowns_of(request.user)):
        for each in named(found.of(by), by, rules_of(found.as_at), found.as_at):
            figures = each.figures
            numbers = ["c" if figures.shown[state] is None else figures.shown[state] for state in CODES]
            share = figures.in_time if figures.in_time is not None else "c" if figures.hides else ""
            rows.writerow((figures.quarter, by, harmless(each.name), *numbers, share, found.as_at))
    return response


def breakdowns_of(account: Account) -> dict[str, str]:
    """A manager's figures are of one team, so teams are for those who answer for the council."""
    return {by: words for by, words in BREAKDOWNS.items() if by != "team" or account.role != "manager"}


def _render(request: ActingRequest, name: str, context: dict[str, object]) -> HttpResponse:
    more = {"signed_in_as": request.user.display_name, "here": "/accountability/"}
    return render(request, f"law/{name}.html", context | more)
