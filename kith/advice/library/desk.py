"""Where sheets are written, checked and kept fresh."""

from __future__ import annotations

import re
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kith.advice.jinja import DESK_LINKS, DeskLink
from kith.advice.lawful import laws_of
from kith.advice.library.actions import publish, send_back, withdraw, write
from kith.advice.library.queries import current, stale
from kith.advice.library.words import parts
from kith.advice.models import Adviser, SheetState, SheetVersion
from kith.advice.models.contact import Asker, Topic
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.once import once

may_keep = desk_who_may(Permission.KEEP_LIBRARY)
HERE = "/desk/sheets/"
DESK_LINKS.add("40 sheets", DeskLink("Advice sheets", HERE, Permission.KEEP_LIBRARY))


class SheetForm(forms.Form):
    """A draft."""

    title = forms.CharField(label="Title", max_length=120)
    summary = forms.CharField(
        label="What it answers", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    body = forms.CharField(
        label="The sheet",
        help_text="Lines that begin with ## are headings, with - are points. An empty line parts paragraphs.",
        max_length=40000,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    topic = forms.ChoiceField(label="About", choices=Topic.choices)
    who = forms.MultipleChoiceField(label="For", choices=Asker.choices, widget=forms.CheckboxSelectMultiple)
    law = forms.CharField(
        label="The law that it rests on",
        help_text="Numbers of the register, such as LA-04, parted by commas.",
    )
    law_checked_on = forms.DateField(
        label="Law checked on", help_text="Such as 27/11/2026", input_formats=["%d/%m/%Y"],
        error_messages={"invalid": "Enter the day as day, month, year, such as 27/11/2026"},
    )  # fmt: skip
    review_by = forms.DateField(
        label="Look at it again by", help_text="Such as 27/05/2027", input_formats=["%d/%m/%Y"],
        error_messages={"invalid": "Enter the day as day, month, year, such as 27/05/2027"},
    )  # fmt: skip

    def clean_law(self) -> list[str]:
        return [each.upper() for each in re.split(r"[\s,;]+", self.cleaned_data["law"]) if each]


@may_keep
def desk_sheets(request: DeskRequest) -> HttpResponse:
    """What is stale, what waits for me, what I am writing. Two statements."""
    names = dict(Adviser.objects.values_list("id", "display_name"))
    open_ones = list(
        SheetVersion.objects.filter(state__in=[SheetState.DRAFT, SheetState.CHECK]).order_by("written_at")
    )
    me = request.user.id
    context = {
        "board": stale(timezone.localdate()),
        "to_check": [each for each in open_ones if each.state == SheetState.CHECK and each.written_by != me],
        "mine": [each for each in open_ones if each.written_by == me],
        "others": [each for each in open_ones if each.state == SheetState.DRAFT and each.written_by != me],
        "names": names,
        "here": HERE,
    }
    return render(request, "advice/library/desk.html", context)


@may_keep
@once
def desk_sheet_write(request: DeskRequest, slug: str = "") -> HttpResponse:
    """Write a new sheet, or the next version of one."""
    before = _open_or_current(slug) if slug else None
    if slug and before is None:
        raise Http404
    form = SheetForm(request.POST if request.method == "POST" else None, initial=_initial(before))
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        name = slug or _slug(facts["title"])
        try:
            if not slug and SheetVersion.objects.filter(slug=name).exists():
                raise CannotBeError(
                    "There is a sheet of this title. Open it and write its next version.", field="title"
                )
            write(by=request.actor, slug=name, send=request.POST.get("do") == "send", **facts)
        except CannotBeError as why:
            form.add_error(why.field if why.field in form.fields else None, why.message)
        else:
            return redirect("desk_sheets")
    return render(request, "advice/library/write.html", {"form": form, "before": before, "here": HERE})


@may_keep
def desk_sheet_check(request: DeskRequest, version_id: UUID) -> HttpResponse:
    """Another's version, to be read beside its law and published or sent back."""
    found = SheetVersion.objects.filter(id=version_id, state=SheetState.CHECK).first()
    if found is None:
        raise Http404
    refused = ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "publish":
                publish(by=request.actor, version=version_id)
            else:
                send_back(by=request.actor, version=version_id, why=request.POST.get("why", ""))
            return redirect("desk_sheets")
        except CannotBeError as why:
            refused = why.message
    context = {
        "sheet": found, "parts": parts(found.body), "laws": laws_of(tuple(found.law), timezone.localdate()),
        "mine": found.written_by == request.user.id, "refused": refused, "why": request.POST.get("why", ""),
        "here": HERE,
    }  # fmt: skip
    return render(request, "advice/library/check.html", context)


@may_keep
@require_POST
def desk_sheet_withdraw(request: DeskRequest, slug: str) -> HttpResponse:
    """Take a sheet back at once."""
    withdraw(by=request.actor, slug=slug)
    return redirect("desk_sheets")


def _open_or_current(slug: str) -> SheetVersion | None:
    held = SheetVersion.objects.filter(slug=slug, state__in=[SheetState.DRAFT, SheetState.CHECK]).first()
    return held or current(slug)


def _initial(found: SheetVersion | None) -> dict[str, object]:
    if found is None:
        return {}
    told = {name: getattr(found, name) for name in ("title", "summary", "body", "topic", "who")}
    days = {name: f"{getattr(found, name):%d/%m/%Y}" for name in ("law_checked_on", "review_by")}
    return told | days | {"law": ", ".join(found.law)}


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "sheet"
