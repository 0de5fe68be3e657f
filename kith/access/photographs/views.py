"""A worker's page of their own photograph, a face itself, and a family's choice to see none."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, family, signed_in, staff
from kith.access.photographs.actions import (
    LARGEST,
    give_photograph,
    hide_photographs,
    take_back_photograph,
)
from kith.access.photographs.queries import face_of, has_given
from kith.core.files import FileRefusedError
from kith.core.once import once


class PhotographForm(forms.Form):
    """One picture."""

    picture = forms.FileField(
        label="A picture of you",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        help_text="JPEG or PNG, no larger than 1 MB. Place, time and camera are taken out of it.",
        error_messages={"required": "Choose a picture", "empty": "Choose a picture: this file is empty"},
    )


@staff
@once
def my_photograph(request: ActingRequest) -> HttpResponseBase:
    """My own photograph: give one, see it as families do, take it back."""
    form = PhotographForm(*_given(request))
    if request.method == "POST" and "take_back" in request.POST:
        take_back_photograph(by=request.actor)
        messages.success(request, "Taken back. It is gone.")
        return redirect("my_photograph")
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["picture"]
        try:
            # One byte more than is taken tells that it is too large; no more of it is read.
            give_photograph(
                by=request.actor,
                content=given.read(LARGEST + 1),
                name=given.name,
                declared=given.content_type or "",
            )
        except FileRefusedError as refused:
            form.add_error("picture", str(refused))
        else:
            messages.success(request, "It is shown now to those whom you are named to.")
            return redirect("my_photograph")
    context = {"form": form, "given": has_given(request.actor.id), "me": request.user}
    return render(request, "access/my_photograph.html", context)


@signed_in
def photograph(request: ActingRequest, account_id: UUID) -> HttpResponse:
    """The picture. Absent for whom it is not, as where there is none."""
    found = face_of(account_id)
    if found is None:
        raise Http404
    media_type, content = found
    response = HttpResponse(content, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@family
@once
def my_faces(request: ActingRequest) -> HttpResponseBase:
    """See no photographs, or see them again. A press, and back to who works with us."""
    if request.method != "POST":
        raise Http404
    hide_photographs(by=request.actor, hide=request.POST.get("see") == "none")
    return redirect("my_workers")


def _given(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
