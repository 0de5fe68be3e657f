"""What I asked the front door for, and what came of it; and telling whoever asked, as the family agrees."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kith.access.gates import ActingRequest, staff, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.design.formfields import PlainDateField
from kith.help import actions
from kith.help.queries.askers import asked_by_me
from kith.help.staff.requests import done, page_of, the_whole


class AskerForm(forms.Form):
    """What whoever asked may know."""

    words = forms.CharField(
        label="What may they know of what was done?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only what the family agrees to. Leave it empty to send thanks alone.",
    )
    agreed_by = forms.CharField(label="Who of the family agreed to that?", max_length=200, required=False)
    agreed_on = PlainDateField(noun="The day", label="When did they agree?", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("words", "").strip():
            if not given.get("agreed_by", "").strip():
                self.add_error("agreed_by", "Say who of the family agreed")
            if not given.get("agreed_on") and "agreed_on" not in self.errors:
                self.add_error("agreed_on", "Say when they agreed")
        return given


@staff_who_may(Permission.WRITE_STORY)
def help_asked_for(request: ActingRequest) -> HttpResponse:
    """What I asked for: my own words, and what may be said of each. One statement."""
    return render(request, "help/asked_for.html", {"asked": asked_by_me()})


@staff
@once
@require_POST
def help_asker(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """Thank whoever asked, and tell them what the family agrees that they know."""
    found = the_whole(request, request_id)
    form = AskerForm(request.POST)
    if not form.is_valid():
        return page_of(request, found, asker=form)
    given = form.cleaned_data
    return done(
        request,
        request_id,
        lambda: actions.tell_asker(
            by=request.actor,
            request=request_id,
            words=given["words"],
            agreed_on=given["agreed_on"],
            agreed_by=given["agreed_by"],
        ),
    )


@staff_who_may(Permission.WRITE_STORY)
@once
def help_asker_saw(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """I have seen what I was told."""
    if request.method != "POST":
        raise Http404
    try:
        actions.asker_saw(by=request.actor, request=request_id)
    except NotPermittedError as refused:
        messages.error(request, str(refused))
    return redirect("today")
