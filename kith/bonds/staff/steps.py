"""Steps of this room on a page of their own: for each its words, its form, what it is about, and its action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model
from django.http import Http404, HttpResponse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest
from kith.access.permissions import Permission
from kith.bonds.staff.step import step

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """`of`: the model of what it is about, named `item` to the action; None where it is about the child.

    `made`: the form, where it asks for more than what was sent; `given`: what the form gives to the action.
    """

    heading: str
    form: type[forms.Form]
    act: Callable[..., object]
    of: type[Model] | None = None
    item: str = ""
    shown: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    needs: Permission = Permission.EDIT_PERSON
    about: Callable[[Any], str] = str
    made: Callable[[OpenPerson, Any, Any, Data], forms.Form] | None = None
    given: Callable[[forms.Form], Data] | None = None


def run_step(
    request: ActingRequest,
    person: OpenPerson,
    steps: Mapping[str, Step],
    which: str,
    *,
    item: UUID | None,
    back: tuple[str, str],
) -> HttpResponse:
    """Show the form of one step, or do it. Raises Http404 for what is not there, or not for this role."""
    asked = steps.get(which)
    if (
        asked is None
        or (asked.of is None) != (item is None)
        or asked.needs not in request.user.role_class.may
    ):
        raise Http404
    row = _row(asked, person, item)
    sent = request.POST if request.method == "POST" else None
    initial = {each: getattr(row, each) for each in asked.shown} if row is not None else {}
    form = asked.made(person, row, sent, initial) if asked.made else asked.form(sent, initial=initial)

    def act() -> object:
        about = {"child": person.id} if asked.of is None else {asked.item: item}
        given = asked.given(form) if asked.given else dict(form.cleaned_data)
        return asked.act(by=request.actor, **about, **given)

    return step(
        request, person, form, act, heading=asked.heading, back=back,
        about=asked.about(row) if row is not None else "", lines=asked.lines,
    )  # fmt: skip


def _row(asked: Step, person: OpenPerson, item: UUID | None) -> Model | None:
    if asked.of is None:
        return None
    found = asked.of._default_manager.filter(id=item, child_id__in=person.ids).first()
    if found is None:
        raise Http404
    return found
