"""What managers and funders ask: who asked, who was helped, what came of it and what it cost."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.advice.figures.queries import Figures, figures
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.design.formfields import PlainDateField


class SpanForm(forms.Form):
    """From one day to another, both counted."""

    first = PlainDateField(label="From", noun="The first day")
    last = PlainDateField(label="To", noun="The last day")

    def clean(self) -> dict[str, date]:
        """The last day is not before the first."""
        given = super().clean() or {}
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", "The last day is before the first: change one of them")
        return given


@desk_who_may(Permission.SEE_FIGURES)
def desk_figures(request: DeskRequest) -> HttpResponse:
    """The last ninety days, or the span that was asked for; as a page or as CSV."""
    today = timezone.localdate()
    first, last = today - timedelta(days=89), today
    form = SpanForm(
        request.GET if "first_day" in request.GET else None, initial={"first": first, "last": last}
    )
    if form.is_bound and form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    found = figures(first, last)
    if request.GET.get("format") == "csv":
        name = f"figures-{first}-{last}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)
    context = {"f": found, "form": form, "first": first, "last": last, "here": "/desk/figures/"}
    return render(request, "advice/desk/figures.html", context)


def as_csv(found: Figures) -> str:
    """Everything on the page, a row for each line."""
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(["part", "name", "asked", "answered", "abandoned", "unmet", "waiting"])
    for part, lines in (("all", [found.whole]), ("way", found.channels), ("topic", found.topics)):
        for each in lines:
            write.writerow(
                [part, each.name, each.asked, each.answered, each.abandoned, each.unmet, each.waiting]
            )
    for part, rows in (("reason", found.reasons), ("outcome", found.outcomes)):
        for name, number in rows:
            write.writerow([part, name, number])
    write.writerow(["came with words from a council's page", "", found.introduced])
    write.writerow(["minutes", "", found.minutes])
    write.writerow(["pounds for an answer", "", "" if found.cost is None else found.cost])
    return out.getvalue()
