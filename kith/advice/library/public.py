"""The library as everybody reads it: find, read, see what it said before."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.advice.lawful import duties, laws_of
from kith.advice.library.queries import Wanted, current, search, slugs, versions
from kith.advice.library.words import parts
from kith.advice.models import SheetVersion
from kith.advice.models.contact import Asker, Topic
from kith.advice.web.gates import public
from kith.advice.web.quiet import named
from kith.marked import marked


class FindForm(forms.Form):
    """What to look for. It is sent by POST: no word stands in an address or a history."""

    text = forms.CharField(
        label=marked("What do you want to know?"),
        help_text=marked("Put words between quotation marks to find them just so."),
        max_length=120,
        required=False,
    )
    topic = forms.ChoiceField(
        label=marked("About"), choices=[("", marked("Everything")), *Topic.choices], required=False
    )
    who = forms.ChoiceField(
        label=marked("For"), choices=[("", marked("Everybody")), *Asker.choices], required=False
    )
    exact = forms.BooleanField(label=marked("Find these very words"), required=False)


@public
def sheets(request: HttpRequest) -> HttpResponse:
    """Which sheets are there? One statement."""
    form = FindForm(request.POST if request.method == "POST" else None)
    wanted = Wanted()
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        wanted = Wanted(asked["text"].replace("\0", ""), asked["topic"], asked["who"], asked["exact"])
    context = {
        "form": form,
        "found": search(wanted),
        "asked": bool(wanted.text or wanted.topic or wanted.who),
    }
    return render(request, "advice/library/sheets.html", context)


@public
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """One sheet as it holds. Three statements."""
    found = current(named(slug, slugs()))
    if found is None:
        raise Http404
    return _shown(request, found)


@public
def sheet_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A version of before, marked as such."""
    found = next((each for each in versions(named(slug, slugs())) if each.number == number), None)
    if found is None:
        raise Http404
    return _shown(request, found)


def _shown(request: HttpRequest, found: SheetVersion) -> HttpResponse:
    today = timezone.localdate()
    known = duties()
    context = {
        "sheet": found,
        "parts": parts(found.body),
        "laws": laws_of(tuple(each for each in found.law if each in known), today),
        "versions": versions(found.slug),
        "late": found.review_by < today,
    }
    return render(request, "advice/library/sheet.html", context)
