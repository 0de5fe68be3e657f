"""The council's own words for its letters."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.letters import actions
from kith.letters.forms import TemplateForm
from kith.letters.templates_held import held, versions, word_held

who_sets = staff_who_may(Permission.SET_LETTERS)


@who_sets
def letter_templates(request: ActingRequest) -> HttpResponse:
    """Every template as it holds today."""
    return render(
        request, "letters/templates.html", {"templates": held().values(), "word": word_held().values()}
    )


@who_sets
@once
def letter_template(request: ActingRequest, key: str) -> HttpResponseBase:
    """Change one: a new version, or nothing where something in it is wrong."""
    found = held().get(key)
    if found is None:
        raise Http404
    begins = {"name": found.name, "for_whom": found.for_whom, "subject": found.subject, "words": found.words}
    form = TemplateForm(request.POST or None, initial=begins, paper=not found.is_letter)

    def act() -> None:
        given = {"for_whom": found.for_whom, **form.cleaned_data}
        actions.set_template(by=request.actor, key=key, **given)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("letter_templates")
    return render(
        request, "letters/template.html", {"form": form, "template": found, "versions": versions(key)}
    )
