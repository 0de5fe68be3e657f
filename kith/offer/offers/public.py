"""The local offers for everybody: what there is, by which law, whom people asked, and what one family can have.

Nothing that is chosen on the page of one's own offer is kept, and none of it stands in an address.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import public
from kith.offer.models import OfferKind
from kith.offer.offers.calling import Calling, calling
from kith.offer.offers.choices import offer_of
from kith.offer.offers.forms import AnswersForm
from kith.offer.offers.personal import Yours, worked_out
from kith.offer.offers.published import Offer, in_force, version, versions


@public
def offers(request: HttpRequest) -> HttpResponse:
    """What help does the council give, and whom do I ask?"""
    held = in_force(timezone.localdate())
    return render(request, "offer/offers.html", {"offers": [(each, _call(each)) for each in held.values()]})


@public
def offer(request: HttpRequest, kind: str) -> HttpResponse:
    """One offer, whole, as it holds today."""
    return _page(request, "offer/offer.html", offer_today(kind))


@public
def offer_asked(request: HttpRequest, kind: str) -> HttpResponse:
    """Who was asked, what they said, and what the council did."""
    return _page(request, "offer/asked.html", offer_today(kind))


@public
def offer_versions(request: HttpRequest, kind: str) -> HttpResponse:
    """Every version that was ever published."""
    today = offer_today(kind)
    return _page(request, "offer/versions.html", today, each=versions(kind))


@public
def offer_version(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One version as it was, or will be."""
    found = version(kind, number) if number < 32_000 else None
    if found is None:
        raise Http404
    return _page(request, "offer/offer.html", found, then=True)


@public
def offer_yours(request: HttpRequest) -> HttpResponse:
    """What can my family have? Posted, and kept nowhere."""
    sent = request.method == "POST"
    form = AnswersForm(request.POST if sent else None)
    if not sent or not form.is_valid() or "change" in request.POST:
        again = AnswersForm(initial=form.cleaned_data) if sent and form.is_valid() else form
        return render(request, "offer/yours_asked.html", {"form": again})
    found, held = yours(form)
    context = {"y": found, "o": held, "call": _call(held) if held else None, "again": form.again()}
    return render(request, "offer/yours.html", context)


def yours(form: AnswersForm) -> tuple[Yours, Offer | None]:
    """What follows from the answers today, with the offer that they belong to. One statement."""
    answers, today = form.answers(), timezone.localdate()
    held = in_force(today).get(offer_of(answers.care))
    return worked_out(answers, held.promises if held else (), today), held


def offer_today(kind: str) -> Offer:
    """The version in force; nothing there for an offer that does not exist or was never published."""
    found = in_force(timezone.localdate()).get(kind) if kind in OfferKind.values else None
    if found is None:
        raise Http404
    return found


def _call(held: Offer) -> Calling:
    return calling(held.hours, timezone.now())


def _page(request: HttpRequest, template: str, held: Offer, **more: Any) -> HttpResponse:
    return render(request, template, {"o": held, "call": _call(held), "then": False, **more})
