"""Adding somebody: only after looking, and never without seeing who may already be them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.once import once
from kith.design.dates import today
from kith.people.actions import CannotBeError, LikelyDuplicatesError, create_person
from kith.people.actions.create import Likely
from kith.people.find.terms import read_terms
from kith.people.forms.new import NewPersonForm
from kith.people.gates import ActingRequest, staff_who_may
from kith.people.may import CREATE_PERSON


@staff_who_may(CREATE_PERSON)
@once
def new_person(request: ActingRequest) -> HttpResponse:
    """The form begins with what was looked for; without having looked there is no form."""
    if request.method == "POST":
        return _add(request)
    typed = request.GET.get("q", "").strip()
    if not typed:
        return redirect("people_find")
    terms = read_terms(typed, today=today())
    given, _, family = terms.names.rpartition(" ")
    start = {
        "given": (given or family).title(),
        "family": family.title() if given else "",
        "born_on": terms.born,
    }
    return _page(request, NewPersonForm(initial=start | {"birth_knowledge": "exact" if terms.born else None}))


def _add(request: ActingRequest) -> HttpResponse:
    form = NewPersonForm(request.POST)
    likely: Likely | None = None
    if form.is_valid():
        try:
            made = create_person(by=request.actor, seen=request.POST.get("seen", ""), **form.facts())
        except LikelyDuplicatesError as error:
            likely = error.likely
        except CannotBeError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            return redirect(f"/people/{made.id}/about/?done=added")
    return _page(request, form, likely)


def _page(request: ActingRequest, form: NewPersonForm, likely: Likely | None = None) -> HttpResponse:
    context = {
        "form": form,
        "likely": likely,
        "today": today(),
        "signed_in_as": request.user.display_name,
        "here": "/people/",
    }
    return render(request, "people/new.html", context)
