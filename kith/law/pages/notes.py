"""The worker's page for one due date: why it is late, or what the law of that duty allows."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.design.dates import plain_date
from kith.law.due import obligations
from kith.law.notes.actions import RefusedNoteError, end_pause, say_of_due, take_back_note
from kith.law.notes.forms import SayForm
from kith.law.notes.queries import HOW, notes_of
from kith.law.obligation import Obligation
from kith.law.register import shipped
from kith.people.page_queries import who


@person_page("saying something of a due date")
@once
def say_of(request: ActingRequest, person: OpenPerson, duty: str, starts: str) -> HttpResponseBase:
    """What may be said of it, and what was; absent where there is no such due date."""
    about = _about(request, person, duty, starts)
    form = SayForm(request.POST if request.method == "POST" else None, allowed=shipped()[duty].allows)
    if request.method == "POST" and form.is_valid():
        try:
            say_of_due(by=request.actor, about=about, said=form.said)
        except NotPermittedError as refused:
            form.add_error("what" if "what" in form.fields else "why", str(refused))
        except RefusedNoteError as refused:
            form.add_error(refused.field if refused.field in form.fields else "why", str(refused))
        else:
            return redirect(f"/people/{person.id}/duties/#{duty}-{starts}")
    return _page(request, person, about, form)


@person_page("saying something of a due date")
@once
def unsay(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Take back what was said by mistake, or say that a clock goes on from today. Absent for what is not there."""
    note = next((n for n in notes_of(person.ids) if str(n.id) == request.POST.get("note", "")), None)
    if request.method != "POST" or note is None:
        raise Http404
    try:
        if request.POST.get("do") == "go on":
            end_pause(
                by=request.actor,
                person=person.id,
                note=note.id,
                on=date.fromisoformat(request.POST.get("on", "")),
            )
        else:
            take_back_note(by=request.actor, persons=person.ids, note=note.id)
    except (NotPermittedError, ValueError):
        raise Http404 from None
    return redirect(f"/people/{person.id}/duties/")


def _about(request: ActingRequest, person: OpenPerson, duty: str, starts: str) -> Obligation:
    if Permission.WRITE_STORY not in request.user.role_class.may:
        raise Http404
    try:
        found = list(obligations(person.ids, duty=duty))
    except KeyError:
        raise Http404 from None
    about = next((each for each in found if each.starts.isoformat() == starts), None)
    if about is None:
        raise Http404
    return about


def _page(request: ActingRequest, person: OpenPerson, about: Obligation, form: SayForm) -> HttpResponse:
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    said = [n for n in notes_of(person.ids) if (n.duty, n.starts) == (about.duty, about.starts)]
    context = {
        "form": form,
        "person": named,
        "about": about,
        "by_when": plain_date(about.due),
        "allowed": shipped()[about.duty].allows,
        "said": [(n, HOW[n.how]) for n in said],
    }
    return render(request, "law/say.html", context)
