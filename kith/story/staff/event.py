"""One event: its passages, its files, who may read it; releasing it by name, taking back, putting right."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.prepared import prepared_fields
from kith.core.files import FileStoreError
from kith.core.labels import Label
from kith.core.once import once
from kith.core.tried import tried
from kith.story import actions
from kith.story.actions.corrections import CORRECTABLE
from kith.story.actions.releases import NEVER
from kith.story.models import Document, EventKind
from kith.story.queries import EventPage, event_page, may_be_readers
from kith.story.queries.names import names
from kith.story.queries.uses import uses_of
from kith.story.queries.whom import open_concern
from kith.story.queries.words import on_their_way
from kith.story.sending import looked_through
from kith.story.staff.documents import DocumentForm
from kith.story.wording.hinted import another_way

PLAIN = Label.NORMAL | Label.FAMILY_ONLY


class ReleaseForm(forms.Form):
    """What a worker says before somebody may read something."""

    passages = forms.MultipleChoiceField(
        label="Which of the parts kept apart may they read as well?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The plain parts always go with it.",
    )
    documents = forms.MultipleChoiceField(
        label="Which files may they have?", required=False, widget=forms.CheckboxSelectMultiple
    )
    prepared, how_prepared = prepared_fields()

    read_by_hand = forms.BooleanField(
        label="I have opened and read each file that could not be looked through",
        required=False,
        help_text="It says and shows nothing that they must not know: no place, school, uniform or badge, worker,"
        " number or day.",
    )

    def __init__(
        self, *args: object, page: EventPage, unread: Mapping[UUID, str] | None = None, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        unread = unread or {}
        if not unread:
            del self.fields["read_by_hand"]
        apart = [
            (str(each.id), f"{(each.mark or 'about one person').capitalize()}: {each.text[:120]}")
            for each in page.line.passages
            if kept_apart(each.label, each.person) and not each.label & NEVER
        ]
        files = [
            (str(each.id), _named(each.name, unread.get(each.id, "")))
            for each in page.line.documents
            if not each.label & NEVER
        ]
        for name, choices in (("passages", apart), ("documents", files)):
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
            else:
                self.fields.pop(name)


def _named(name: str, why: str) -> str:
    return f"{name} (could not be looked through: {why}. Somebody must read it)" if why else name


def _unread(event_id: UUID) -> dict[UUID, str]:
    """Files of an event that no program can look through, and why."""
    found = {}
    for each in Document.objects.filter(event_id=event_id):
        try:
            why = looked_through(each).why
        except FileStoreError:
            why = "it could not be opened"
        if why:
            found[each.id] = why
    return found


def kept_apart(label: Label, person: UUID | None) -> bool:
    """Whether a passage does not go along with its event when that is released."""
    return person is not None or not label & PLAIN


@person_page("story")
def event(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponse:
    """One event, whole."""
    page = _found(person, event_id)
    may = request.user.role_class.may
    context = {
        "person_id": person.id,
        "name": page.line.people.get(person.id, "") or names([person.id]).get(person.id, ""),
        "page": page,
        "saved": "saved" in request.GET,
        "may_release": Permission.RELEASE in may and page.line.kind != "record",
        "may_correct": Permission.WRITE_STORY in may and page.line.kind in CORRECTABLE,
        "words": on_their_way(event_id) if page.line.kind == EventKind.OWN_WORDS else None,
        "me": request.actor.id,
        "uses": uses_of(event_id) if page.line.kind == EventKind.OWN_WORDS else [],
        "may_write": Permission.WRITE_STORY in may,
        "another_way": another_way(page, request.actor.id),
        "upload": DocumentForm() if Permission.WRITE_STORY in may else None,
    }
    return render(request, "story/event.html", context)


@person_page("releasing")
@once
def release(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponse:
    """First to whom, then what they will see and whether they are prepared, then it is done."""
    page = _found(person, event_id)
    if Permission.RELEASE not in request.user.role_class.may:
        raise Http404
    about = list(page.line.people) or [person.id]
    readers = names(may_be_readers(about))
    reader = _reader(request.POST.get("reader") or request.GET.get("reader") or "", readers)
    unread = _unread(event_id) if reader is not None else {}
    form = ReleaseForm(request.POST if request.method == "POST" else None, page=page, unread=unread)
    if reader is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def act() -> None:
            actions.release(
                by=request.actor,
                event=event_id,
                reader=reader,
                prepared=said["prepared"] == "yes",
                how_prepared=said["how_prepared"],
                passages=[UUID(each) for each in said.get("passages", [])],
                documents=[UUID(each) for each in said.get("documents", [])],
                read_by_hand=said.get("read_by_hand", False),
            )

        if tried(form, act):
            return redirect(reverse("story_event", args=[person.id, event_id]))
    already = {each.reader for each in page.released}
    context = {
        "person_id": person.id,
        "page": page,
        "form": form,
        "reader": reader,
        "reader_name": readers.get(reader, "") if reader else "",
        "readers": sorted((name, each) for each, name in readers.items() if each not in already),
        "goes": [each for each in page.line.passages if not kept_apart(each.label, each.person)],
        "concern": open_concern(about),
    }
    return render(request, "story/release.html", context)


@person_page("releasing")
@once
def withdraw(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponse:
    """Take a release back."""
    page = _found(person, event_id)
    reader = _reader(request.POST.get("reader", ""), {each.reader: each.name for each in page.released})
    if request.method != "POST" or reader is None:
        raise Http404
    actions.withdraw_release(by=request.actor, event=event_id, reader=reader)
    return redirect(reverse("story_event", args=[person.id, event_id]))


def _found(person: OpenPerson, event_id: UUID) -> EventPage:
    page = event_page(event_id, person.ids)
    if page is None:
        raise Http404
    return page


def _reader(said: str, readers: dict[UUID, str]) -> UUID | None:
    return next((each for each in readers if str(each) == said), None)
