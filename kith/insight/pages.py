"""What leaders see of help for families: every question at a glance, one question closely, its list, all as CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core.cells import harmless
from kith.insight.behind import behind
from kith.insight.figures import Counted, figures_of
from kith.insight.measures import BY_CODE, MEASURES
from kith.insight.words import BREAKDOWNS, HEADS, named
from kith.law.accountability.asked import page_number, whose_figures
from kith.law.accountability.periods import in_words, quarters

may_see = staff_who_may(Permission.SEE_ACCOUNTABILITY)


@may_see
def insight(request: ActingRequest) -> HttpResponse:
    """How help reaches families in one quarter: one line for each question. One statement."""
    found = figures_of(request.user, by=("total",))
    context: dict[str, object] = {"found": found, "whose": whose_figures(request.user)}
    if found is not None:
        quarter, wrong = _quarter(request.GET, found)
        lines = [(each, found.one(each.code, quarter, "total", "")) for each in MEASURES]
        context |= {"lines": lines, "wrong": wrong} | _periods(quarter, found)
    return _render(request, "insight", {"wrong": ""} | context)


@may_see
def insight_measure(request: ActingRequest, measure: str) -> HttpResponse:
    """One question: its figures of a quarter, broken down one way, quarter by quarter. Two statements."""
    asked = BY_CODE.get(measure)
    if asked is None:
        raise Http404
    ways = breakdowns_of(request.user)
    by = request.GET.get("by", "") if request.GET.get("by", "") in ways else next(iter(ways))
    found = figures_of(request.user, measure=measure, by=("total", by))
    context: dict[str, object] = {"measure": asked, "found": found, "whose": whose_figures(request.user)}
    if found is not None:
        quarter, wrong = _quarter(request.GET, found)
        context |= {
            "wrong": wrong,
            "total": found.one(measure, quarter, "total", ""),
            "lines": named(found.of(measure, by, quarter), by),
            "trend": named(found.of(measure, "total"), "total"),
            "by": by,
            "ways": ways,
            "head": HEADS[by],
            "running": quarters(found.as_at)[0],
        } | _periods(quarter, found)
    return _render(request, "measure", {"wrong": ""} | context)


@may_see
def insight_list(request: ActingRequest) -> HttpResponse:
    """The people behind one figure, as far as they are open to whoever asks."""
    query = request.GET
    measure, by, key = BY_CODE.get(query.get("measure", "")), query.get("by", ""), query.get("row", "")[:40]
    state = measure.state(query.get("state", "")) if measure else None
    found = figures_of(request.user, measure=measure.code, by=(by,)) if measure and by else None
    line = found.one(measure.code, _day(query.get("quarter", "")), by, key) if found and measure else None
    if found is None or measure is None or state is None or line is None:
        wrong = "There is no such figure. Choose one on the page of figures."
        return _render(request, "list", {"wrong": wrong})
    shown, page = line.shown.get(state.code), page_number(query.get("page", ""))
    context = {
        "wrong": "",
        "measure": measure,
        "figure": line,
        "state": state,
        "period": in_words(line.quarter),
        "line": "" if by == "total" else named([line], by)[0].name,
        "shown": shown,
        "as_at": found.as_at,
        "behind": behind(request.user, line, state.code, as_at=found.as_at, page=page) if shown else None,
        "may_ask": Permission.OPEN_WITH_REASON in request.user.role_class.may,
        "page": page,
    }
    return _render(request, "list", context)


@may_see
def insight_csv(request: ActingRequest) -> HttpResponse:
    """Every number that the pages can show, one a row: what is hidden there is "c" here. Two statements."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="help.csv"'
    rows = csv.writer(response)
    rows.writerow(
        ("question", "counts", "quarter_begins", "broken_down_by", "line", "answer", "number", "as_at")
    )
    found = figures_of(request.user)
    if found is None:
        return response
    for measure in MEASURES:
        for by in ("total", *breakdowns_of(request.user)):
            for each in named(found.of(measure.code, by), by):
                name = "everybody" if by == "total" else harmless(each.name)
                for state in measure.states:
                    number = each.figures.shown.get(state.code)
                    told = "c" if number is None else number
                    rows.writerow(
                        (
                            measure.title,
                            measure.counts,
                            each.figures.quarter,
                            by,
                            name,
                            state.word,
                            told,
                            found.as_at,
                        )
                    )
    return response


def breakdowns_of(account: Account) -> dict[str, str]:
    """A manager's figures are of one team, so teams are for those who answer for the council."""
    return {by: words for by, words in BREAKDOWNS.items() if by != "team" or account.role != "manager"}


def _periods(quarter: date, found: Counted) -> dict[str, object]:
    days = [(day.isoformat(), in_words(day)) for day in quarters(found.as_at)]
    return {"quarter": quarter.isoformat(), "period": in_words(quarter), "quarters": days}


def _quarter(query: Mapping[str, str], found: Counted) -> tuple[date, str]:
    """The quarter that is asked for, else the last; and what is wrong with one that there is not."""
    days, day = quarters(found.as_at), _day(query.get("quarter", ""))
    if day in days:
        return day, ""
    asked = "There are no figures for that period. Choose one of the four below."
    return days[0], asked if query.get("quarter") else ""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _render(request: ActingRequest, name: str, context: dict[str, object]) -> HttpResponse:
    more = {"signed_in_as": request.user.display_name, "here": "/insight/"}
    return render(request, f"insight/{name}.html", context | more)
