"""A person's page, what is due to them, and where they have lived."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.kinship.queries import unexplored
from kith.law.due import obligations
from kith.law.notes.queries import notes_of
from kith.pages.due_lines import due_groups, due_lines, with_said
from kith.pages.person.legal import stays
from kith.pages.person.overview import overview
from kith.pages.person.sections import actions, sections
from kith.people.page_queries import homes, who


@person_page("person")
def person_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who is this, who loves them, are they safe, what now?"""
    found = overview(person)
    if found is None:
        raise Http404
    context = {
        "o": found,
        "due": due_lines(found.due, found.today),
        "sections": sections(person.id, request.actor.role),
        "actions": actions(person.id, request.user.role_class.may),
        "may_show": Permission.ANSWER_FOR in request.user.role_class.may,
        "may": request.user.role_class.may,
        "here": f"/people/{person.id}/",
    }
    return render(request, "pages/person.html", context)


@person_page("duties")
def person_duties(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What is due, met, late and excused, each opening into its reasoning."""
    today = timezone.localdate()
    people = who([person.id])
    if person.id not in people:
        raise Http404
    context = {
        "person": people[person.id],
        "may_tell": Permission.RELEASE in request.user.role_class.may,
        "groups": due_groups(with_said(obligations(person.ids), notes_of(person.ids)), today),
        "may_say": Permission.WRITE_STORY in request.user.role_class.may,
        "sections": sections(person.id, request.actor.role),
        "here": f"/people/{person.id}/duties/",
    }
    return render(request, "pages/person_duties.html", context)


@person_page("homes")
def person_homes(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Where they live and have lived, as far as the reader may know it."""
    people = who([person.id])
    if person.id not in people:
        raise Http404
    known = homes(person.ids)
    context = {
        "person": people[person.id],
        "homes": [each for each in known if not each.learnt_in],
        "schools": [each for each in known if each.learnt_in],
        "writes": Permission.EDIT_PERSON in request.user.role_class.may,
        "stays": stays(person.ids),
        "unexplored": unexplored(person.ids),
        "finds": Permission.ANSWER_FOR in request.user.role_class.may,
        "sections": sections(person.id, request.actor.role),
        "here": f"/people/{person.id}/homes/",
    }
    return render(request, "pages/person_homes.html", context)
