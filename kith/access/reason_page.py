"""The page that asks why, in place of a record that the worker may find but not open."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.failures import sentences
from kith.access.models.grant import ReasonKind

ASKED = [choice for choice in ReasonKind.choices if choice[0] not in {ReasonKind.CREATED, ReasonKind.PURPOSE}]


class ReasonForm(forms.Form):
    """Why a worker with no involvement opens a record."""

    kind = forms.ChoiceField(
        choices=ASKED, widget=forms.RadioSelect, label="Why do you need to open this record?"
    )
    text = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Say why in your own words",
        help_text="Your team manager is told now, and the person's record keeps it. It opens for 24 hours.",
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False)


def render_reason_page(request: HttpRequest, person: UUID, form: ReasonForm | None = None) -> HttpResponse:
    """Ask for the reason. The page says nothing about the person beyond that there is a record."""
    # A record that shut while somebody was writing for it: their words come along, to be copied.
    kept = sentences(request) if form is None else []
    form = form or ReasonForm(initial={"next": request.path})
    return render(request, "access/reason.html", {"form": form, "person_id": person, "kept": kept})
