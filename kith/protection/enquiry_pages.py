"""The staff's pages of enquiries into harm. Nothing of them is behind the family's door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import months_between, today
from kith.people.page_queries import Who, who
from kith.protection.enquiry_forms import AnswerForm, BeginEnquiryForm, ConferenceForm, DecideEnquiryForm
from kith.protection.queries import enquiries
from kith.story.queries.whom import writable_people

GROWN_UP = 18 * 12
"""In months (Children Act 1989 s105)."""


@person_page("enquiries")
def enquiries_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Each enquiry: when it began, by when a conference is due, what it found, what help was offered."""
    context = {"person": _named(request, person), "lines": enquiries(person.ids), "today": today()}
    return render(request, "protection/enquiries.html", context)


@person_page("enquiries")
@once
def enquiry_begin(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """A strategy discussion began an enquiry."""
    named = _named(request, person)
    near = who(list(writable_people(request.actor.id, person.id, person.ids)))
    children = {each.id: each.name for each in near.values() if each.id == person.id or _child(each)}
    data = request.POST if request.method == "POST" else None
    form = BeginEnquiryForm(data, children=children, initial={"persons": [str(person.id)]})
    says = "A strategy discussion began an enquiry"
    return _step(request, form, named, says, lambda: form.record(request.actor))


@person_page("enquiries")
@once
def enquiry_decide(request: ActingRequest, person: OpenPerson, enquiry_id: UUID) -> HttpResponse:
    """What the enquiry found, and the help that was offered."""
    named = _named(request, person)
    _theirs(person.ids, enquiry_id)
    form = DecideEnquiryForm(request.POST if request.method == "POST" else None)
    return _step(request, form, named, "How the enquiry ends", lambda: form.record(request.actor, enquiry_id))


@person_page("enquiries")
@once
def enquiry_conference(request: ActingRequest, person: OpenPerson, enquiry_id: UUID) -> HttpResponse:
    """The first conference was held."""
    named = _named(request, person)
    _theirs(person.ids, enquiry_id)
    form = ConferenceForm(request.POST if request.method == "POST" else None)
    return _step(request, form, named, "The first conference", lambda: form.record(request.actor, enquiry_id))


@person_page("enquiries")
@once
def enquiry_answer(request: ActingRequest, person: OpenPerson, enquiry_id: UUID) -> HttpResponse:
    """What the family answered to the help that was offered. "Not now" may be answered again."""
    named = _named(request, person)
    offer = next((e.offer for e in enquiries(person.ids) if e.id == enquiry_id and e.waits_for_answer), None)
    if offer is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    return _step(request, form, named, "What did they say?", lambda: form.record(request.actor, offer))


def _named(request: ActingRequest, person: OpenPerson) -> Who:
    named = who([person.id]).get(person.id)
    if named is None or Permission.PROTECT not in request.user.role_class.may:
        raise Http404
    return named


def _child(each: Who) -> bool:
    """Whether they may be a child: not known to be grown up."""
    return each.born_on is None or months_between(each.born_on, today()) < GROWN_UP


def _theirs(ids: Sequence[UUID], enquiry: UUID) -> None:
    if all(each.id != enquiry for each in enquiries(ids)):
        raise Http404


def _step(
    request: ActingRequest, form: forms.Form, person: Who, heading: str, record: Callable[[], None]
) -> HttpResponse:
    """Show the form; once it is sent, do it. What cannot be comes back beside its field, with all that was typed."""
    if request.method == "POST" and form.is_valid() and tried(form, record):
        return redirect("enquiries", person_id=person.id)
    return render(request, "protection/enquiry.html", {"form": form, "person": person, "heading": heading})
