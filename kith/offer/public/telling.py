"""What anybody may tell us of the directory: what is wrong or missing, a service to put in, that one is still right."""

from __future__ import annotations

import json
from uuid import UUID

from allauth.core.internal import ratelimit
from django import forms
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import public
from kith.access.reminders.secret import digest_of
from kith.core.once import sending
from kith.marked import marked
from kith.offer.finding.whole import whole_of
from kith.offer.forms import ProviderForm
from kith.offer.models import ReportKind
from kith.offer.screening import sounds_secret
from kith.story.writing import clean_text

LIMIT = "tell_directory"
WAIT = marked("Many people write to us just now. Wait ten minutes and send it again.")


class ReportForm(forms.Form):
    """What is wrong or missing. Who says it is not asked."""

    kind = forms.ChoiceField(
        label=marked("What is it?"), choices=ReportKind.choices, widget=forms.RadioSelect,
        error_messages={"required": marked("Choose what it is")},
    )  # fmt: skip
    words = forms.CharField(
        label=marked("Tell us more"),
        help_text=marked("Please write no names of children or families here."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


@public
def directory_report(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Something is wrong with this one."""
    found = whole_of(service_id, timezone.localdate())
    if found is None:
        raise Http404
    return _report(request, service_id, found.name)


@public
def directory_missing(request: HttpRequest) -> HttpResponse:
    """Something is missing, or wrong with the whole."""
    return _report(request, None, "")


@public
def directory_add(request: HttpRequest) -> HttpResponse:
    """A provider asks to be put in. A person looks at it first."""
    form = ProviderForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "offer/add.html", {"form": form})
    if not _may(request):
        form.add_error(None, WAIT)
        return render(request, "offer/add.html", {"form": form}, status=429)
    with connection.cursor() as cursor:
        told = json.dumps(form.facts().as_json())
        cursor.execute("SELECT offer_suggest(%s, %s::jsonb, %s)", [sending(request), told, form.who()])
    return render(
        request,
        "offer/told.html",
        {"what": marked("We have it. Somebody at the council looks at it before it is shown.")},
    )


@public
def directory_still_right(request: HttpRequest, secret: str) -> HttpResponse:
    """Is this still right? One button, for whoever has the link from the email.

    Where the words sound like a secret place and a place is shown, it is asked whether it may be: no button without it.
    """
    digest = digest_of(secret)
    service = _of_link("offer_nudged", digest)
    found = whole_of(service, timezone.localdate()) if service else None
    if service is None or found is None:
        return render(request, "offer/link_ended.html", status=410)
    doubtful = bool(found.places) and bool(sounds_secret(*found.texts()))
    place = request.POST.get("place", "") if doubtful else "yes"
    if request.method == "POST" and place == "yes":
        _of_link("offer_still_right", digest)
        found = whole_of(service, timezone.localdate())
        return render(request, "offer/still_right.html", {"s": found, "done": True})
    if request.method == "POST" and place == "no":
        with connection.cursor() as cursor:
            words = "The provider says that its place must stay secret."
            cursor.execute(
                "SELECT offer_report(%s, %s, %s, %s)", [sending(request), service, ReportKind.SECRET, words]
            )
        what = marked(
            "Thank you. Somebody at the council takes the place out. Ring the council if it is urgent."
        )
        return render(request, "offer/told.html", {"what": what})
    context = {"s": found, "done": False, "doubtful": doubtful, "asked": request.method == "POST"}
    return render(request, "offer/still_right.html", context)


def _of_link(function: str, digest: str) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [digest])
        service: UUID | None = cursor.fetchone()[0]
    return service


def _report(request: HttpRequest, service: UUID | None, name: str) -> HttpResponse:
    form = ReportForm(request.POST if request.method == "POST" else None)
    if service is None:
        form.fields["kind"].initial = ReportKind.MISSING
    context = {"form": form, "name": name}
    if request.method != "POST" or not form.is_valid():
        return render(request, "offer/report.html", context)
    if not _may(request):
        form.add_error(None, WAIT)
        return render(request, "offer/report.html", context, status=429)
    words = clean_text(form.cleaned_data["words"]).strip()
    with connection.cursor() as cursor:
        told = [sending(request), service, form.cleaned_data["kind"], words]
        cursor.execute("SELECT offer_report(%s, %s, %s, %s)", told)
    return render(
        request, "offer/told.html", {"what": marked("Thank you. Somebody at the council looks at it.")}
    )


def _may(request: HttpRequest) -> bool:
    return bool(ratelimit.consume(request, app="allauth.account", action=LIMIT))
