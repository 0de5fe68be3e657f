"""Not yet told: begun, and ended by saying who was told what, or lifted by a senior."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.story import actions
from kith.story.queries.whom import open_concern, writable_people


class StartForm(forms.Form):
    """Why telling would not be safe now, and whom it is about."""

    persons = forms.MultipleChoiceField(label="Whom is it about?", widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(
        label="Why would telling them not be safe now?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Until you say otherwise, nothing that comes from this is shown on any family page.",
    )


class EndForm(forms.Form):
    """Who was told what and when; or why it may end without that."""

    how = forms.ChoiceField(
        label="How does it end?",
        widget=forms.RadioSelect,
        choices=[("told", "They were told"), ("lifted", "I lift it, and say why")],
    )
    said = forms.CharField(
        label="Who was told what, and when? Or why is it lifted?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@person_page("not yet told")
@once
def start(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Begin to keep something from the family."""
    if Permission.START_NOT_YET_TOLD not in request.user.role_class.may:
        raise Http404
    people = writable_people(request.actor.id, person.id, person.ids)
    form = StartForm(
        request.POST if request.method == "POST" else None, initial={"persons": [str(person.id)]}
    )
    form.fields["persons"].choices = [(str(each), name) for each, name in people.items()]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        actions.start_not_yet_told(
            by=request.actor,
            persons=[UUID(each) for each in form.cleaned_data["persons"]],
            reason=form.cleaned_data["reason"],
            since=timezone.now(),
        )
        return redirect(reverse("story", args=[person.id]))
    context = {"form": form, "person_id": person.id, "heading": "Keep something from the family for now"}
    return render(request, "story/concern.html", context | {"says": "Keep it from the family"})


@person_page("not yet told")
@once
def end(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """End the newest concern about this person."""
    concern = open_concern(person.ids)
    may = request.user.role_class.may
    ends = bool(may & {Permission.START_NOT_YET_TOLD, Permission.LIFT_NOT_YET_TOLD})
    if not ends or (concern is None and request.method != "POST"):
        raise Http404
    form = EndForm(request.POST if request.method == "POST" else None)
    if concern is None:
        form.add_error(
            None, "Nothing is kept from the family now: a colleague may have ended it. Keep your words."
        )
    elif request.method == "POST" and form.is_valid():
        actions.end_not_yet_told(
            by=request.actor,
            concern=concern.id,
            who_was_told_what=form.cleaned_data["said"],
            lifted=form.cleaned_data["how"] == "lifted",
        )
        return redirect(reverse("story", args=[person.id]))
    context = {"form": form, "person_id": person.id, "heading": "The family is told, or it is lifted"}
    return render(request, "story/concern.html", context | {"says": "Save this"})
