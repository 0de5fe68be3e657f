"""A page with one form: what the action refuses stands on it, with everything that was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest
from kith.core.tried import tried


def form_page(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    says: str,
    back: str,
    then: str = "",
    about: str = "",
    intro: str = "",
    warning: Sequence[str] = (),
    template: str = "decisions/form.html",
    **more: Any,
) -> HttpResponse:
    """Show the form, or do what it asks and go on to `then` (else `back`). `warning` is the staff's alone."""
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(then or back)
    context = {
        "form": form, "heading": heading, "says": says, "back": back, "about": about, "intro": intro, "warning": warning,
    }  # fmt: skip
    return render(request, template, context | more)
