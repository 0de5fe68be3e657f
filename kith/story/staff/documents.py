"""Files: given to an event, and had again."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.files import FileRefusedError, FileStoreError
from kith.core.labels import LABEL_CHOICES, Label
from kith.core.once import once
from kith.story import actions
from kith.story.models import About
from kith.story.queries import document_for
from kith.story.sending import as_attachment, not_kept

CHOSEN = [
    (value, text) for value, text in LABEL_CHOICES if value not in {Label.COUNSELLING.value, Label.LADO.value}
]


class DocumentForm(forms.Form):
    """A file, and who it is kept from."""

    file = forms.FileField(
        label="Choose a file",
        help_text="A picture, a recording, a PDF or a text, up to 50 MB.",
    )
    label = forms.TypedChoiceField(label="How it is kept", choices=CHOSEN, coerce=int, initial=1)


@person_page("documents")
@once
def upload_new(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """A file as an event of its own."""
    return _upload(request, person, None)


@person_page("documents")
@once
def upload(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponse:
    """A file for an event that there is."""
    if not About.objects.filter(event_id=event_id, person_id__in=person.ids).exists():
        raise Http404
    return _upload(request, person, event_id)


def _upload(request: ActingRequest, person: OpenPerson, event_id: UUID | None) -> HttpResponse:
    if Permission.WRITE_STORY not in request.user.role_class.may:
        raise Http404
    form = DocumentForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            actions.add_document(
                by=request.actor,
                content=given.chunks(),
                name=given.name,
                declared=given.content_type or "",
                label=Label(form.cleaned_data["label"]),
                event=event_id,
                persons=[person.id],
            )
        except FileRefusedError as error:
            form.add_error("file", str(error))
        except FileStoreError as error:
            form.add_error("file", not_kept(error))
        else:
            if event_id is None:
                return redirect(reverse("story", args=[person.id]))
            return redirect(reverse("story_event", args=[person.id, event_id]))
    context = {"form": form, "person_id": person.id, "event_id": event_id}
    return render(request, "story/upload.html", context)


@person_page("documents")
def download(request: ActingRequest, person: OpenPerson, event_id: UUID, document_id: UUID) -> HttpResponse:
    """A file, as an attachment that no browser opens as a page."""
    about = About.objects.filter(event_id=event_id, person_id__in=person.ids).exists()
    document = document_for(event_id, document_id) if about else None
    if document is None:
        raise Http404
    return as_attachment(document)
