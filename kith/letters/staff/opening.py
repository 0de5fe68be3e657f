"""A letter on its reader's own page: putting it there, telling them as they chose, taking it back; and what failed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.family_accounts.queries import said_of, shared_channels
from kith.access.gates import ActingRequest, person_page
from kith.access.own_door.routes import Route, routes_of
from kith.access.permissions import Permission
from kith.access.prepared import prepared_fields
from kith.core.action import NotPermittedError
from kith.core.notify import set_up
from kith.core.once import once
from kith.core.tried import tried
from kith.letters import actions
from kith.letters.actions.carrying import SOMETHING_TO_READ
from kith.letters.checking import stops
from kith.letters.laid_out import paper
from kith.letters.models import Letter
from kith.letters.queries import SendingLine, sendings_of
from kith.letters.staff.writing import PAGE, letter_of


class OpenForm(forms.Form):
    """What a worker says before somebody may read it, and how they are told that it is there."""

    prepared, how_prepared = prepared_fields()
    tell_by = forms.ChoiceField(
        label="Do we tell them that it is there?",
        required=False,
        widget=forms.RadioSelect,
        help_text=f"The message says only: “{SOMETHING_TO_READ}”",
    )

    def __init__(self, *args: object, routes: list[Route], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not routes:
            del self.fields["tell_by"]
            return
        ways = {"text": "By text to", "email": "By e-mail to"}
        choices = [(str(each.id), f"{ways[each.channel]} {each.value}, as they chose") for each in routes]
        self.fields["tell_by"].choices = [("", "No message"), *choices]  # type: ignore[attr-defined]


def ways_to_tell(reader: UUID) -> list[Route]:
    """Ways by which they chose to be told, as far as they are set up. One query."""
    return [each for each in routes_of([reader]) if set_up(each.channel)]


@person_page(PAGE, needs=Permission.RELEASE)
@once
def letter_open(
    request: ActingRequest, person: OpenPerson, letter_id: UUID, sending_id: UUID
) -> HttpResponseBase:
    """They can read it on their own page from now on, once a worker says that they are prepared."""
    found = letter_of(person, letter_id)
    sent = _sent(found, sending_id)
    form = OpenForm(request.POST or None, routes=ways_to_tell(found.readers[0]))

    def act() -> None:
        given = form.cleaned_data
        told = given.get("tell_by") or None
        actions.release(
            by=request.actor,
            sending=sent.id,
            prepared=given["prepared"] == "yes",
            how_prepared=given["how_prepared"],
            tell_by=UUID(told) if told else None,
        )

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("letter", person.id, found.id)
    laid = paper(found, goes_to=sent.goes_to)
    context = {
        "person_id": person.id,
        "letter": found,
        "reader": found.readers[0],
        "paper": laid,
        "form": form,
        "shared": said_of(shared_channels(found.readers[:1]) & {"phone", "email"}),
        "stops": stops(found, laid, sent.goes_to, by=request.actor.id),
    }
    return render(request, "letters/open.html", context)


def _sent(found: Letter, sending_id: UUID) -> SendingLine:
    """Raises Http404: for a letter to nobody of the family, and one whose file was not kept."""
    sent = next((each for each in sendings_of(found.id) if each.id == sending_id and each.file), None)
    if sent is None or not found.readers or found.for_whom != "family":
        raise Http404
    return sent


@person_page(PAGE, needs=Permission.RELEASE)
@once
def letter_close(
    request: ActingRequest, person: OpenPerson, letter_id: UUID, sending_id: UUID
) -> HttpResponseBase:
    """Take it off their page."""
    return _done(request, person, letter_id, lambda: actions.take_back(by=request.actor, sending=sending_id))


@person_page(PAGE, needs=Permission.RELEASE)
@once
def letter_failed(
    request: ActingRequest, person: OpenPerson, letter_id: UUID, delivery_id: UUID
) -> HttpResponseBase:
    """I know that it did not arrive, and see to it."""
    return _done(
        request, person, letter_id, lambda: actions.know_it_failed(by=request.actor, delivery=delivery_id)
    )


def _done(
    request: ActingRequest, person: OpenPerson, letter_id: UUID, act: Callable[[], object]
) -> HttpResponse:
    found = letter_of(person, letter_id)
    if request.method != "POST":
        raise Http404
    try:
        act()
    except NotPermittedError:
        raise Http404 from None
    return redirect("letter", person.id, found.id)
