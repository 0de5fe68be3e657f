"""The staff's pages of the time before court. Nothing of them is behind the family's door."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.people.actions import CannotBeError
from kith.people.page_queries import who
from kith.protection.forms import STEPS
from kith.protection.queries import open_before_court


@person_page("before court")
@once
def before_court_step(request: ActingRequest, person: OpenPerson, step: str) -> HttpResponse:
    """One step of the time before court. What cannot be comes back beside its field, with all that was typed."""
    kind, named = STEPS.get(step), who([person.id]).get(person.id)
    if kind is None or named is None or Permission.PROTECT not in request.user.role_class.may:
        raise Http404
    matter = open_before_court(person.ids)
    form = kind(request.POST if request.method == "POST" else None)
    if kind.needs_open and matter is None:
        if request.method != "POST":
            raise Http404
        form.add_error(
            None, "The time before court has ended: a colleague may have said so. Keep your words."
        )
    if request.method == "POST" and form.is_valid():
        try:
            form.record(request.actor, person.id, matter.id if matter else None)
        except CannotBeError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        except NotPermittedError as error:
            form.add_error(None, str(error))
        else:
            return redirect("before_court", person_id=person.id)
    return render(request, "protection/step.html", {"form": form, "person": named})
