"""The pages of those who keep the directory right."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.gone import words_kept
from kith.access.permissions import Permission
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.offer import actions
from kith.offer.actions.assuring import doubtful
from kith.offer.forms import FIELDS, KeptForm, initial_of
from kith.offer.keeping.queries import STATES, board, facts_of, kept, owner_of, services
from kith.offer.models import Held, Report, Service
from kith.offer.shapes import from_json
from kith.offer.unseen import with_the_unseen

keeper = staff_who_may(Permission.KEEP_DIRECTORY)
SAID = {
    "assure": "Noted: it is right today.",
    "publish": "Everybody can read it now.",
    "withdraw": "Nobody else sees it now.",
    "own": "You keep it right from now on.",
}
TITLES = {
    "mine": "Mine to keep right", "nobodys": "Nobody keeps these right",
    "stale": "May be out of date", "soon": "Goes out of date within 30 days", "never": "Never checked",
    "dropped": "No longer in the directory that it came from", "draft": "Drafts, seen by nobody else",
    "secret": "Places that stay secret", "all": "Every service",
}  # fmt: skip


@keeper
def directory_board(request: ActingRequest) -> HttpResponse:
    """What waits for me, and what goes stale?"""
    found = board(timezone.localdate(), request.actor.id)
    return render(request, "offer/board.html", {"b": found, "titles": TITLES})


@keeper
def directory_kept(request: ActingRequest) -> HttpResponse:
    """Services by how they stand."""
    state = request.GET.get("state", "stale")
    state = state if state in STATES else "stale"
    text, page = request.GET.get("q", "")[:100].replace("\x00", ""), request.GET.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 and int(page) else 1
    rows, more = kept(state, text, timezone.localdate(), number, request.actor.id)
    context = {"rows": rows, "more": more, "page": number, "state": state, "q": text, "titles": TITLES}
    return render(request, "offer/kept.html", context)


@keeper
@once
def directory_new(request: ActingRequest) -> HttpResponseBase:
    """A service that is not there yet: a draft at first."""
    form = KeptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (made := _saved(request, form, None)):
        messages.success(request, "It is a draft. Show it to everybody when it is right.")
        return redirect("directory_change", made)
    return render(request, "offer/change.html", {"form": form, "service": None})


@keeper
@once
def directory_change(request: ActingRequest, service_id: UUID) -> HttpResponseBase:
    """One service: change it, say that it is right, show it or take it away."""
    row = _the(service_id)
    form = KeptForm(request.POST if request.method == "POST" else None, initial=initial_of(facts_of(row)))
    if request.method == "POST" and form.is_valid() and _saved(request, form, row):
        messages.success(request, "Saved.")
        return redirect("directory_change", service_id)
    context = {"form": form, "service": row, "doubtful": doubtful(row), "owner": owner_of(row)}
    return render(request, "offer/change.html", context)


@keeper
@require_POST
@once
def directory_say(request: ActingRequest, service_id: UUID) -> HttpResponseBase:
    """That it is still right; that everybody, or nobody, may read it."""
    row = _the(service_id)
    what = request.POST.get("what", "")
    if what not in SAID:
        raise Http404
    try:
        if what == "assure":
            shown = request.POST.get("place_may_be_shown") == "yes"
            actions.assure_service(by=request.actor, service=row.id, place_may_be_shown=shown)
        else:
            do = {
                "publish": actions.publish_service,
                "withdraw": actions.withdraw_service,
                "own": actions.own_service,
            }
            do[what](by=request.actor, service=row.id)
        messages.success(request, SAID[what])
    except CannotBeError as why:
        messages.error(request, why.message)
    return redirect("directory_change", service_id)


@keeper
@words_kept
@once
def directory_held(request: ActingRequest, held_id: UUID) -> HttpResponseBase:
    """A record from outside: take it in as it is mended here, or do not."""
    row = Held.objects.filter(id=held_id, outcome="").select_related("feed").first()
    if row is None:
        raise Http404
    facts = from_json(row.facts)
    started = initial_of(facts) | ({"confidential": ""} if row.why == "screened" else {})
    form = KeptForm(request.POST if request.method == "POST" else None, initial=started)
    do = request.POST.get("do", "")
    if request.method == "POST" and do in {"refuse", "same"}:
        (actions.refuse_held if do == "refuse" else actions.same_as_held)(by=request.actor, held=row.id)
        messages.success(request, "It is not taken in.")
        return redirect("directory_board")
    if request.method == "POST" and form.is_valid() and _taken(request, form, row):
        messages.success(request, "Taken in: everybody can read it now.")
        return redirect("directory_board")
    like = Service.objects.filter(id=row.like).first() if row.like else None
    return render(request, "offer/held.html", {"form": form, "held": row, "like": like})


@keeper
@require_POST
@words_kept
@once
def directory_handled(request: ActingRequest, report_id: UUID) -> HttpResponseBase:
    """What somebody told us is dealt with."""
    if not Report.objects.filter(id=report_id, handled_at__isnull=True).exists():
        raise Http404
    try:
        actions.handle_report(by=request.actor, report=report_id, outcome=request.POST.get("outcome", ""))
        messages.success(request, "Dealt with.")
    except CannotBeError as why:
        messages.error(request, why.message)
    return redirect("directory_board")


def _the(service_id: UUID) -> Service:
    row = services().filter(id=service_id).first()
    if row is None:
        raise Http404
    return row


def _saved(request: ActingRequest, form: KeptForm, row: Service | None) -> UUID | None:
    """The service's id once it is saved; None where the database refused, with the reason in the form."""
    shown = form.cleaned_data["place_may_be_shown"]
    told = with_the_unseen(form.facts(), facts_of(row)) if row else form.facts()
    try:
        return actions.save_service(
            by=request.actor, facts=told, service=row.id if row else None, place_may_be_shown=shown
        )
    except CannotBeError as why:
        _refused(form, why)
        return None


def _taken(request: ActingRequest, form: KeptForm, row: Held) -> UUID | None:
    shown = form.cleaned_data["place_may_be_shown"]
    told = with_the_unseen(form.facts(), from_json(row.facts))
    try:
        return actions.take_held(by=request.actor, held=row.id, facts=told, place_may_be_shown=shown)
    except CannotBeError as why:
        _refused(form, why)
        return None


def _refused(form: forms.Form, why: CannotBeError) -> None:
    field = FIELDS.get(why.field, why.field)
    form.add_error(field if field in form.fields else None, why.message)
