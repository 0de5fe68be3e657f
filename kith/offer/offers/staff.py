"""The desk of those who write the local offers."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import ActingRequest
from kith.access.gone import words_kept
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.design.language import LANGUAGES
from kith.design.reading_age import age_to_read
from kith.offer import actions
from kith.offer.duties import standings
from kith.offer.keeping.views import keeper
from kith.offer.models import OfferAsking, OfferKind, OfferSection
from kith.offer.offers.drafting import drafted, the_promise
from kith.offer.offers.forms import AskingForm, CallForm, PromiseForm, PublishForm, SectionForm
from kith.offer.offers.headings import heading


@keeper
def offer_desk(request: ActingRequest) -> HttpResponse:
    """How do the offers stand?"""
    stand = standings(timezone.localdate())
    offers = [(drafted(kind), stand[kind]) for kind in OfferKind.values]
    return render(request, "offer/desk.html", {"offers": offers})


@keeper
def offer_draft(request: ActingRequest, kind: str) -> HttpResponse:
    """One offer: what is written, what is missing, who was asked."""
    return render(request, "offer/draft.html", {"d": drafted(_kind(kind)), "languages": LANGUAGES})


@keeper
@words_kept
@once
def offer_section(request: ActingRequest, kind: str, code: str) -> HttpResponseBase:
    """What the offer says under one heading, with the age at which it can be read."""
    about = heading(_kind(kind), code)
    if about is None:
        raise Http404
    row = OfferSection.objects.filter(draft__kind=kind, code=code).first()
    held = (
        {"words": row.words, "easy": row.easy} | {f"in_{at}": text for at, text in row.other.items()}
        if row
        else {}
    )
    form = SectionForm(request.POST if request.method == "POST" else None, initial=held)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.write_section(
            by=request.actor, kind=kind, code=code, words=told["words"], easy=told["easy"], other=form.other()
        )
        messages.success(request, f"{about.name}: saved in the draft.")
        return redirect("offer_section", kind, code)
    context = {"form": form, "h": about, "kind": kind, "age": age_to_read(held.get("words", ""))}
    return render(request, "offer/section.html", context)


@keeper
@words_kept
@once
def offer_call(request: ActingRequest, kind: str) -> HttpResponseBase:
    """Whom to ring, and when."""
    d = drafted(_kind(kind))
    held = {"phone": d.phone, "hours": d.hours, "words": d.call_words}
    form = CallForm(request.POST if request.method == "POST" else None, initial=held)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_call(by=request.actor, kind=kind, **form.cleaned_data)
            return redirect("offer_draft", kind)
        except CannotBeError as why:
            _refused(form, why)
    return _form(request, form, kind, "Whom to ring, and when")


@keeper
@words_kept
@once
def offer_promise(request: ActingRequest, kind: str, promise_id: UUID | None = None) -> HttpResponseBase:
    """Something that we ourselves give: new, changed or taken out."""
    _kind(kind)
    row = the_promise(kind, promise_id) if promise_id else None
    if promise_id and row is None:
        raise Http404
    if row is not None and request.POST.get("do") == "drop":
        actions.drop_promise(by=request.actor, kind=kind, promise=row.id)
        return redirect("offer_draft", kind)
    names = ("name", "says", "heading", "care", "youngest", "oldest", "starts_on", "ends_on", "decided")
    held = {name: getattr(row, name) for name in names} if row else {}
    form = PromiseForm(kind, request.POST if request.method == "POST" else None, initial=held)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_promise(
                by=request.actor, kind=kind, facts=form.facts(), promise=row.id if row else None
            )
            return redirect("offer_draft", kind)
        except CannotBeError as why:
            _refused(form, why)
    return _form(request, form, kind, "Something that we give", drop=row is not None)


@keeper
@words_kept
@once
def offer_asking(request: ActingRequest, kind: str, asking_id: UUID | None = None) -> HttpResponseBase:
    """People were asked; or, for one that is logged, what was done about it."""
    _kind(kind)
    row = OfferAsking.objects.filter(id=asking_id, kind=kind, version=None).first() if asking_id else None
    if asking_id and row is None:
        raise Http404
    form = AskingForm(request.POST if request.method == "POST" else None)
    if row is not None:
        form.initial, form.fields = {"did": row.did}, {"did": form.fields["did"]}
    if request.method == "POST" and form.is_valid():
        try:
            if row is None:
                actions.log_asking(by=request.actor, kind=kind, **form.cleaned_data)
            else:
                actions.answer_asking(
                    by=request.actor, kind=kind, asking=row.id, did=form.cleaned_data["did"]
                )
            return redirect("offer_draft", kind)
        except CannotBeError as why:
            _refused(form, why)
    return _form(request, form, kind, "People were asked", said=row.said if row else "")


@keeper
@words_kept
@once
def offer_publish(request: ActingRequest, kind: str) -> HttpResponseBase:
    """Publish the draft: what is missing is said before."""
    d = drafted(_kind(kind))
    form = PublishForm(d.not_asked, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            number = actions.publish_offer(
                by=request.actor,
                kind=kind,
                starts_on=told["starts_on"],
                changed=told["changed"],
                reasons=form.reasons(),
            )
            messages.success(request, f"Version {number} is published.")
            return redirect("offer_draft", kind)
        except CannotBeError as why:
            _refused(form, why)
    return render(request, "offer/publish.html", {"form": form, "d": d})


def _kind(kind: str) -> str:
    if kind not in OfferKind.values:
        raise Http404
    return kind


def _form(
    request: ActingRequest, form: forms.Form, kind: str, title: str, *, drop: bool = False, said: str = ""
) -> HttpResponse:
    name = OfferKind(kind).label
    context = {"form": form, "kind": kind, "name": name, "title": title, "drop": drop, "said_then": said}
    return render(request, "offer/form.html", context)


def _refused(form: forms.Form, why: CannotBeError) -> None:
    form.add_error(why.field if why.field in form.fields else None, why.message)
