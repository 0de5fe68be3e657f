"""All that is recorded of one person, and the pages that record more."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.people.facts import all_facts
from kith.people.forms.base import FactForm
from kith.people.forms.self_facts import (
    BirthForm,
    DeathForm,
    DisabilityForm,
    EthnicityForm,
    LanguageForm,
    NameForm,
    NeedForm,
    NumberForm,
    SexForm,
)
from kith.people.forms.ties import MayKnowForm, RelationshipForm
from kith.people.forms.whereabouts import AddressForm, ContactForm
from kith.people.gates import ActingRequest, OpenPerson, person_page
from kith.people.linking import contradictions, linked_to
from kith.people.may import CREATE_PERSON, EDIT_PERSON, LINK_IDENTITY, RELEASE
from kith.people.page_queries import who
from kith.people.queries import find

FORMS: dict[str, type[FactForm]] = {
    "name": NameForm,
    "birth": BirthForm,
    "sex": SexForm,
    "number": NumberForm,
    "address": AddressForm,
    "contact": ContactForm,
    "who-may-know": MayKnowForm,
    "tie": RelationshipForm,
    "language": LanguageForm,
    "need": NeedForm,
    "ethnicity": EthnicityForm,
    "disability": DisabilityForm,
    "death": DeathForm,
}

DONE = {what: "That is recorded." for what in FORMS} | {
    "added": "Added. The record is open to you for 24 hours.",
    "linked": "The two records are now one. Nothing was lost, and you can undo it below.",
    "undone": "The link is undone. Both records stand as they were.",
    "out": "It is taken out, and stays in the history.",
    "ended": "That tie has ended, and stays in the history.",
}


@person_page("about")
def people_about(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Every fact, each list with its own way to add to it."""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    may = request.user.role_class.may
    context = {
        "person": known,
        "facts": all_facts(person.ids),
        "contradictions": contradictions(person.ids) if len(person.ids) > 1 else [],
        "links": linked_to(person.ids) if len(person.ids) > 1 else [],
        "may_edit": EDIT_PERSON in may,
        "may_link": LINK_IDENTITY in may,
        "may_release": RELEASE in may,
        "today": today(),
        "done": DONE.get(request.GET.get("done", ""), ""),
        "signed_in_as": request.user.display_name,
    }
    return render(request, "people/about.html", context)


@person_page("about: record")
@once
def people_record(request: ActingRequest, person: OpenPerson, what: str) -> HttpResponse:
    """One form, one fact. What cannot be comes back beside its field, with all that was typed."""
    kind = FORMS.get(what)
    known = who([person.id]).get(person.id)
    if kind is None or known is None or EDIT_PERSON not in request.user.role_class.may:
        raise Http404
    if what == "tie" and request.method == "GET" and not request.GET.get("other"):
        return _choose(request, person, known.name)
    if request.method == "POST":
        form = kind(request.POST, person=person.id, ids=person.ids)
        if form.is_valid() and tried(form, lambda: form.record(request.actor)):
            if (
                what == "who-may-know"
                and form.cleaned_data["may"] == "no"
                and RELEASE in request.user.role_class.may
            ):
                # Now that they are kept apart: what were they told already?
                return redirect(f"/people/{person.id}/kept-apart/")
            # What is odd about it stands beside the fact on that page, for as long as it is odd.
            return redirect(f"/people/{person.id}/about/?done={what}")
    else:
        form = kind(person=person.id, ids=person.ids, initial={"other": request.GET.get("other")})
    other = _other(form) if what == "tie" else ""
    context = {"form": form, "person": known, "other": other, "signed_in_as": request.user.display_name}
    return render(request, "people/record.html", context)


def _other(form: FactForm) -> str:
    """The name of the person chosen on the page before."""
    bound = form["other"].value()
    try:
        named = who([UUID(str(bound))]) if bound else {}
    except ValueError:
        return ""
    return next((each.name for each in named.values()), "")


def _choose(request: ActingRequest, person: OpenPerson, name: str) -> HttpResponse:
    """First find the other person, so that nobody is written down twice."""
    typed = request.GET.get("q", "")
    context = {
        "found": find(typed) if typed.strip() else None,
        "typed": typed[:200],
        "today": today(),
        "person_id": person.id,
        "person_name": name,
        "may_add": CREATE_PERSON in request.user.role_class.may,
        "signed_in_as": request.user.display_name,
    }
    return render(request, "people/choose.html", context)
