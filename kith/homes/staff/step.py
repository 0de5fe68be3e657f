"""One form on a page of its own: shown, sent, done; what cannot be comes back beside its field with all that

was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest
from kith.core.tried import tried


def step(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    about: str,
    back: str,
    then: str = "",
    hint: str = "",
    button: str = "",
) -> HttpResponse:
    """Show the form under its heading; once it is sent, do it and go to `then` (else back)."""
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(then or back)
    context = {"form": form, "heading": heading, "about": about, "back": back, "hint": hint}
    context["button"] = button
    return render(request, "homes/step.html", context)
