"""The worker's page: a slip to give, and one press to write down that they were told."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.help.independent.actions import HOW, tell_of_advice
from kith.people.page_queries import who


class ToldForm(forms.Form):
    """How they were told."""

    how = forms.ChoiceField(
        label="How did you tell them?", choices=list(HOW.items()), widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose how you told them"),
    )  # fmt: skip


@person_page("independent advice", needs=Permission.WRITE_STORY)
@once
def independent_advice(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """What do I give them, so that they can ask somebody who is not us?"""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    form = ToldForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form, lambda: tell_of_advice(by=request.actor, person=person.id, how=form.cleaned_data["how"])
        )
    ):
        messages.success(request, "It is written down that you told them. What they do with it is theirs.")
        return redirect("person", person.id)
    context = {"person": known, "form": form, "place": settings.ADVICE_URL}
    return render(request, "help/independent.html", context)
