"""Deciding about a request: what is so, what the published rules say, and what is decided."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff
from kith.access.gone import words_kept
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.help import actions
from kith.help.actions.deciding import HELPED
from kith.help.staff.forms import DecideForm
from kith.help.staff.letters import first_letter
from kith.help.staff.requests import screener, the_whole
from kith.help.thresholds.load import rules_on

LOOK = "look"
"""The button that shows what the rules say, and draws up the letter, before anything is decided."""


@screener
@words_kept
@once
def help_decide(request: ActingRequest, request_id: UUID) -> HttpResponseBase:
    """Decide: tick what is so, see what the rules say, then say what happens."""
    found = the_whole(request, request_id)
    if found.request.closed_at is not None:
        raise Http404
    rules = rules_on(timezone.localdate())
    data = request.POST.copy() if request.method == "POST" else None
    form = DecideForm(data, rules=rules)
    said = form.says()
    if data is not None and said is not None:
        if request.POST.get("step") == LOOK:
            data.setdefault("tier", said.tier)
            if said.tier not in HELPED and not data.get("letter", "").strip():
                data["letter"] = first_letter(
                    found.request, data.get("reason", ""), data.get("alternative", "")
                )
        elif form.check_whole() and _decided(request, request_id, form):
            messages.success(request, "Decided. Now tell whoever asked, in the way that is safe.")
            return redirect("help_request", request_id)
    context = {"form": form, "r": found.request, "said": said, "rules": rules}
    return render(request, "help/decide.html", context)


def _decided(request: ActingRequest, request_id: UUID, form: DecideForm) -> bool:
    given = form.cleaned_data
    try:
        actions.decide_request(
            by=request.actor,
            request=request_id,
            facts=given["facts"],
            version=form.rules.version,
            tier=given["tier"],
            reason=given["reason"],
            alternative=given["alternative"],
            letter=given["letter"],
        )
    except NotPermittedError as refused:
        form.add_error(None, str(refused))
        return False
    return True


@staff
def help_letter(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """The letter of thanks by itself, to print. It names nobody but whom it is to."""
    found = the_whole(request, request_id)
    if found.decision is None or not found.decision.letter:
        raise Http404
    return render(request, "help/letter.html", {"letter": found.decision.letter, "r": found.request})
