"""The staff's pages of a child in care: all of it on one page, and a form for each thing that happens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.care.queries.page import in_care, pictures_of
from kith.care.steps import SHOWN, STEPS, Step
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import Who, who

PAGE = "in care"


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def in_care_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Where do they live, by what law, what do they ask for, and what is next?"""
    may = request.user.role_class.may
    context = {
        "person": _named(person),
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
    asked = STEPS.get(step)
    if (
        asked is None
        or (asked.of is None) != (item is None)
        or asked.needs not in request.user.role_class.may
    ):
        raise Http404
    row = _row(asked, person, item)
    form = asked.form(request.POST if request.method == "POST" else None, initial=_shown(asked, step, row))
    if "picture" in form.fields:
        form.fields["picture"].choices = [("", "None"), *pictures_of(person.ids)]  # type: ignore[attr-defined]
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form, lambda: asked.do(by=request.actor, person=person.id, item=item, data=form.cleaned_data)
        )
    ):
        return redirect("in_care", person_id=person.id)
    return render(
        request,
        "care/step.html",
        {
            "form": form,
            "person": _named(person),
            "heading": asked.heading,
            "why": asked.why,
            "quoted": _quoted(row),
        },
    )


def _row(asked: Step, person: OpenPerson, item: UUID | None) -> Model | None:
    if asked.of is None:
        return None
    found: Model | None = asked.of._default_manager.filter(id=item, person__in=person.ids).first()
    if found is None:
        raise Http404
    return found


def _shown(asked: Step, step: str, row: Model | None) -> dict[str, Any]:
    if row is None:
        return {}
    shown = {each: getattr(row, each) for each in asked.shown}
    return shown | (SHOWN[step](row) if step in SHOWN else {})


def _quoted(row: Model | None) -> str:
    return str(getattr(row, "words", "") or getattr(row, "about", "") or "") if row is not None else ""


def _named(person: OpenPerson) -> Who:
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    return named
