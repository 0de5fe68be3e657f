"""The staff's pages of a child in care: all of it on one page, and a form for each thing that happens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import named, run_step
from kith.care.queries.page import in_care
from kith.care.steps import STEPS
from kith.core.once import once

PAGE = "in care"


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def in_care_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Where do they live, by what law, what do they ask for, and what is next?"""
    may = request.user.role_class.may
    context = {
        "person": named(person),
        "c": in_care(person.ids),
        "writes": Permission.EDIT_PERSON in may,
        "shows": Permission.RELEASE in may,
        "reviews": request.actor.role == "reviewing",
    }
    return render(request, "care/in_care.html", context)


@person_page(PAGE, needs=Permission.ANSWER_FOR)
@once
def in_care_step(
    request: ActingRequest, person: OpenPerson, step: str, item: UUID | None = None
) -> HttpResponse:
    """One thing that happened. What cannot be comes back beside its field, with all that was typed."""
    back = (reverse("in_care", args=[person.id]), "In care")
    return run_step(request, person, STEPS, step, item=item, back=back, whose="person", quoted=_quoted)


def _quoted(row: Any) -> str:
    return str(getattr(row, "words", "") or getattr(row, "about", "") or "")
