"""Steps on a page of their own: one form for each thing that happens to a person; once it is sent, it is done.

A room names its steps in a table, each with its words, its form, what it is about, and its action. What cannot be comes
back beside its field, with all that was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest
from kith.access.permissions import Permission
from kith.core.tried import tried
from kith.people.page_queries import Who, who

Data = dict[str, Any]


def nothing(_row: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Step:
    """`of`: the model of what it is about, named `item` to the action; None where it is about the person.

    `shown`: what the form shows of its row, and `begins` what it shows of other rows. `made`: the form, where it asks for
    more than what was sent; `given`: what the form gives to the action. `about`, `quoted`: words of the row on the page.
    """

    heading: str
    form: type[forms.Form]
    act: Callable[..., object]
    of: type[Model] | None = None
    item: str = ""
    shown: tuple[str, ...] = ()
    needs: Permission = Permission.EDIT_PERSON
    lines: tuple[str, ...] = ()
    about: Callable[[Any], str] = nothing
    begins: Callable[[Any], Data] | None = None
    made: Callable[[OpenPerson, Any, Any, Data], forms.Form] | None = None
    given: Callable[[forms.Form], Data] | None = None


def named(person: OpenPerson) -> Who:
    """Who it is. Raises Http404 where there is nobody."""
    found = who([person.id]).get(person.id)
    if found is None:
        raise Http404
    return found


def one_form(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    back: str,
    back_text: str = "Back",
    then: str = "",
    about: str = "",
    whom: Who | None = None,
    quoted: str = "",
    lines: tuple[str, ...] = (),
    button: str = "Save",
) -> HttpResponse:
    """Show the form; once it is sent, do it and go to `then` (else back). `about` and `whom` stand above the heading."""
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(then or back)
    context = {
        "form": form, "person": whom, "heading": heading, "back": back, "back_text": back_text, "about": about,
        "quoted": quoted, "lines": lines, "button": button,
    }  # fmt: skip
    return render(request, "access/step.html", context)


def step(
    request: ActingRequest,
    person: OpenPerson,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    back: tuple[str, str],
    about: str = "",
    quoted: str = "",
    lines: tuple[str, ...] = (),
    button: str = "Save",
) -> HttpResponse:
    """The same of a person. `back`: the address, and its words."""
    return one_form(
        request, form, act, heading=heading, back=back[0], back_text=back[1], about=about, whom=named(person),
        quoted=quoted, lines=lines, button=button,
    )  # fmt: skip


def run_step(
    request: ActingRequest,
    person: OpenPerson,
    steps: Mapping[str, Step],
    which: str,
    *,
    item: UUID | None,
    back: tuple[str, str],
    whose: str = "child",
    quoted: Callable[[Any], str] = nothing,
) -> HttpResponse:
    """Show the form of one step, or do it. `whose`: what the person is called by actions and rows of the room.

    Raises Http404 for what is not there, or not for this role.
    """
    asked = steps.get(which)
    if (
        asked is None
        or (asked.of is None) != (item is None)
        or asked.needs not in request.user.role_class.may
    ):
        raise Http404
    row = _row(asked, person, item, whose)
    sent = request.POST if request.method == "POST" else None
    initial = {each: getattr(row, each) for each in asked.shown} if row is not None else {}
    initial |= asked.begins(row) if asked.begins and row is not None else {}
    form = asked.made(person, row, sent, initial) if asked.made else asked.form(sent, initial=initial)

    def act() -> object:
        about = {whose: person.id} if asked.of is None else {asked.item: item}
        given = asked.given(form) if asked.given else dict(form.cleaned_data)
        return asked.act(by=request.actor, **about, **given)

    return step(
        request, person, form, act, heading=asked.heading, back=back, lines=asked.lines,
        about=asked.about(row) if row is not None else "", quoted=quoted(row) if row is not None else "",
    )  # fmt: skip


def _row(asked: Step, person: OpenPerson, item: UUID | None, whose: str) -> Model | None:
    if asked.of is None:
        return None
    found = asked.of._default_manager.filter(id=item, **{f"{whose}_id__in": person.ids}).first()
    if found is None:
        raise Http404
    return found
