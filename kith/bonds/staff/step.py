"""One form on one page: once it is sent, it is done; what cannot be comes back beside its field."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest
from kith.core.tried import tried
from kith.people.page_queries import Who, who


def named(person: OpenPerson) -> Who:
    """Who it is. Raises Http404 where there is nobody."""
    found = who([person.id]).get(person.id)
    if found is None:
        raise Http404
    return found


def step(
    request: ActingRequest,
    person: OpenPerson,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    back: tuple[str, str],
    about: str = "",
    lines: tuple[str, ...] = (),
    button: str = "Save",
) -> HttpResponse:
    """Show the form; once it is sent, do it and go back. `back`: the address, and its words."""
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(back[0])
    context = {
        "form": form,
        "person": named(person),
        "heading": heading,
        "back": back[0],
        "back_text": back[1],
        "about": about,
        "lines": lines,
        "button": button,
    }
    return render(request, "bonds/step.html", context)
