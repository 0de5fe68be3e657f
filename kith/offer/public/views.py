"""Finding services and reading of one. No account, no script; nothing that was typed is kept or stands in an address."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import public
from kith.offer.finding.asked import MOST_PAGES, AskedForm
from kith.offer.finding.search import Asked, search
from kith.offer.finding.whole import whole_of
from kith.offer.terms import by_code, taxonomy


@public
def directory(request: HttpRequest) -> HttpResponse:
    """What help is there near me?"""
    return directory_page(request, "offer/directory.html", "directory_service")


@public
def directory_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One service: what it is, when, where, for whom, how to reach it, and how sure we are."""
    return service_page(request, service_id, "offer/service.html")


def directory_page(request: HttpRequest, page: str, one: str) -> HttpResponse:
    """The search, and what was found. A postcode is read from what was posted alone, never from an address."""
    sent = request.method == "POST"
    given = request.POST if sent else _from_address(request)
    form = AskedForm(given or None)
    context: dict[str, object] = {"form": form, "terms": taxonomy().terms, "one": one}
    if given and form.is_valid():
        asked_for = asked_of(form, _page(given.get("page", "")))
        found = search(asked_for, timezone.localdate())
        context |= {"found": found, "asked": asked_for, "last": MOST_PAGES, "again": list(_again(form))}
    return render(request, page, context)


def asked_of(form: AskedForm, page: int) -> Asked:
    """What a form that is right asks for."""
    told = form.cleaned_data
    return Asked(
        told["postcode"].strip(),
        told["text"].strip(),
        told["need"],
        told["age"],
        told["day"],
        told["free"],
        told["travel"],
        page,
    )


def service_page(request: HttpRequest, service_id: UUID, page: str) -> HttpResponse:
    """A service's page, or nothing there."""
    found = whole_of(service_id, timezone.localdate())
    if found is None:
        raise Http404
    return render(request, page, {"s": found})


def _from_address(request: HttpRequest) -> dict[str, str]:
    """What an address may ask for: a need, so that a list can be linked to. Nothing that tells where somebody is."""
    need = request.GET.get("need", "")
    return {"need": need} if need in by_code() else {}


def _page(text: str) -> int:
    return (
        min(int(text), MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else 1
    )


def _again(form: AskedForm) -> list[tuple[str, str]]:
    """What was asked, for the button of the next page."""
    return [(name, str(form.data.get(name, ""))) for name in form.fields if form.data.get(name)]
