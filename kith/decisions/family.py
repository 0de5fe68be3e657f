"""The family's door: what I was offered, where and when I am invited, my family's plan, what I thought of it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family
from kith.core.once import once
from kith.core.tried import tried
from kith.decisions import actions
from kith.decisions.forms.family import MyInvitationForm, MyOfferForm, MyThoughtsForm
from kith.decisions.inviting import calendar, says
from kith.decisions.queries.mine import MyInvitation, my_invitations, my_meetings
from kith.design.language import said


@family
def mine(request: ActingRequest) -> HttpResponse:
    """All that I was told of meetings for my family."""
    return render(request, "decisions/my.html", {"m": my_meetings()})


@family
@once
def my_offer(request: ActingRequest, offer_id: UUID) -> HttpResponse:
    """Say yes, no or not now to an offer."""
    found = next((each for each in my_meetings().offers if each.id == offer_id), None)
    if found is None:
        raise Http404
    form = MyOfferForm(request.POST if request.method == "POST" else None)
    return _page(
        request,
        form,
        lambda: actions.answer_offer(by=request.actor, offer=offer_id, **form.cleaned_data),
        heading=_("A meeting for your family"),
        lines=[
            _("We offered you a %(kind)s.") % {"kind": said(found.kind)},
            _(
                "At such a meeting your family makes a plan together. You choose who comes. For part of the time"
                " you are on your own, with no worker in the room."
            ),
            _("Somebody who does not work for you or against you gets it ready. It is free. You can say no."),
        ],
    )


@family
@once
def my_invitation(request: ActingRequest, invitation_id: UUID) -> HttpResponse:
    """Where and when, and my answer."""
    found = _invitation(invitation_id)
    form = MyInvitationForm(request.POST if request.method == "POST" else None)
    return _page(
        request,
        form,
        lambda: actions.answer_invitation(by=request.actor, invitation=invitation_id, **form.cleaned_data),
        heading=_("You are invited"),
        lines=says(
            come_at=found.come_at, place=found.place, words=found.words, name=found.name, phone=found.phone
        ),
        calendar=reverse("my_invitation_calendar", args=[invitation_id]),
    )


@family
def my_calendar(request: ActingRequest, invitation_id: UUID) -> HttpResponse:
    """My own time as a calendar entry with a title that gives nothing away."""
    found = _invitation(invitation_id)
    answer = HttpResponse(
        calendar(found.id, found.come_at, timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer


@family
@once
def my_thoughts(request: ActingRequest, meeting_id: UUID) -> HttpResponse:
    """What I thought of the meeting."""
    told = my_meetings()
    known = {each.meeting for each in told.invitations if each.over} | {each.meeting for each in told.plans}
    if meeting_id not in known:
        raise Http404
    form = MyThoughtsForm(request.POST if request.method == "POST" else None)
    return _page(
        request,
        form,
        lambda: actions.give_feedback(
            by=request.actor,
            meeting=meeting_id,
            score=int(form.cleaned_data["score"]),
            words=form.cleaned_data["words"],
        ),
        heading=_("What did you think of it?"),
        lines=[
            _("Your words help us to do it better. Whoever got the meeting ready reads them, and a manager.")
        ],
    )


def _invitation(invitation: UUID) -> MyInvitation:
    found = next((each for each in my_invitations() if each.id == invitation), None)
    if found is None:
        raise Http404
    return found


def _page(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    lines: list[str],
    calendar: str = "",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("my_meetings")
    context = {"form": form, "heading": heading, "lines": lines, "calendar": calendar}
    return render(request, "decisions/my_form.html", context)
