"""Handing a request over, and the receiver's yes or no."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, staff
from kith.access.gone import words_kept
from kith.access.models import Account
from kith.access.restricting.queries import workers_named
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.help import actions
from kith.help.queries.requests import mine
from kith.help.staff.forms import AnswerForm, GiveForm
from kith.help.staff.requests import the_whole

FRONT_DOOR = "front-door"


@staff
@words_kept
@once
def help_give(request: ActingRequest, request_id: UUID) -> HttpResponseBase:
    """Choose a worker by name (or the front door), and say what it is about."""
    found = the_whole(request, request_id)
    if found.request.closed_at is not None:
        raise Http404
    wanted, q = request.GET.get("worker", ""), request.GET.get("q", "").strip()[:120]
    worker = _chosen(wanted)
    context = {
        "r": found.request,
        "w": found,
        "q": q,
        "to_front_door": wanted == FRONT_DOOR,
        "worker": worker,
    }
    if worker is None and wanted != FRONT_DOOR:
        return render(
            request, "help/give_choose.html", context | {"found": workers_named(q, [request.user.id])}
        )
    form = GiveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_request(
                by=request.actor,
                request=request_id,
                to=worker.id if worker else None,
                words=form.cleaned_data["words"],
            )
        except NotPermittedError as refused:
            form.add_error(None, str(refused))
        else:
            name = worker.display_name if worker else "The front door"
            messages.success(request, f"{name} is asked. Until they say yes it stays where it is.")
            return redirect("help_request", request_id)
    return render(request, "help/give.html", context | {"form": form})


@staff
@words_kept
@once
def help_answer(request: ActingRequest, giving_id: UUID) -> HttpResponseBase:
    """What was offered to me: what the giver said, and my yes or no."""
    waits = next((each for each in mine() if each.giving == giving_id and not each.held), None)
    if waits is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            asked = actions.answer_giving(
                by=request.actor, giving=giving_id, yes=given["answer"] == "yes", why=given["why"]
            )
        except NotPermittedError as refused:
            form.add_error(None, str(refused))
        else:
            if given["answer"] == "yes":
                return redirect("help_request", asked)
            messages.success(request, "They are told. It stays with whoever gave it.")
            return redirect("today")
    return render(request, "help/answer.html", {"form": form, "m": waits})


def _chosen(wanted: str) -> Account | None:
    try:
        found = Account.objects.filter(id=UUID(wanted), is_active=True).first()
    except ValueError:
        return None
    return None if found is None or found.is_family else found
