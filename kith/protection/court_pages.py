"""The staff's pages of proceedings that the council began: the first hearing, and how they ended."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.gone import words_kept
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who
from kith.protection.forms import IN_COURT
from kith.protection.queries import applications


@person_page("before court")
@words_kept
@once
def in_court_step(
    request: ActingRequest, person: OpenPerson, application_id: UUID, step: str
) -> HttpResponse:
    """One step of an application. What cannot be comes back beside its field, with all that was typed."""
    asked, named = IN_COURT.get(step), who([person.id]).get(person.id)
    if asked is None or named is None or Permission.PROTECT not in request.user.role_class.may:
        raise Http404
    if all(each.id != application_id for each in applications(person.ids)):
        raise Http404
    form = asked.form(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(form, lambda: asked.record(request.actor, application_id, form.cleaned_data))
    ):
        return redirect("before_court", person_id=person.id)
    return render(request, "protection/step.html", {"form": form, "step": asked, "person": named})
