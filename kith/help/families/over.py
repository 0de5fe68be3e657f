"""What of a family's help is over: a need, a footing in law; and that goodbye and hello were said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, QueryDict

from kith.core.actor import Actor
from kith.design.dates import short_date
from kith.help import actions
from kith.help.families.forms import GoodbyeForm, OverForm
from kith.help.families.page import HelpOfFamily
from kith.help.models import Basis, NeedKind

SOMEBODY = "Somebody of the family"


def over(
    what: str, data: QueryDict | None, by: Actor, held: HelpOfFamily, people: Mapping[UUID, str]
) -> tuple[forms.Form, Callable[[dict[str, Any]], object]]:
    """The form of one of these, and what is done with it. Raises Http404 where there is nothing that can end."""
    those = _THOSE[what](held, people)
    if not those:
        raise Http404
    if what == "goodbye":
        return GoodbyeForm(data, those=those), lambda g: actions.said_goodbye(
            by=by, change=UUID(g["which"]), goodbye_on=g["goodbye"], hello_on=g["hello"]
        )
    if what == "need-over":
        return OverForm(data, those=those), lambda g: actions.need_is_over(
            by=by, need=UUID(g["which"]), on=g["on"]
        )
    return OverForm(data, those=those), lambda g: actions.end_basis(by=by, basis=UUID(g["which"]), on=g["on"])


def _needs(held: HelpOfFamily, people: Mapping[UUID, str]) -> dict[UUID, str]:
    return {
        each.id: f"{people.get(each.person_id, SOMEBODY)}: {NeedKind(each.kind).label}"
        for each in held.needs
        if each.until is None
    }


def _bases(held: HelpOfFamily, people: Mapping[UUID, str]) -> dict[UUID, str]:
    return {
        each.id: f"{people.get(each.person_id, SOMEBODY)}: {Basis(each.basis).label}"
        for each in held.bases
        if each.during.upper is None
    }


def _changes(held: HelpOfFamily, people: Mapping[UUID, str]) -> dict[UUID, str]:
    return {
        each.id: f"{short_date(each.on)}: from {each.old.display_name} to {each.new.display_name}"
        for each in held.changes
        if each.said_goodbye_on is None or each.met_new_on is None
    }


_THOSE = {"need-over": _needs, "basis-over": _bases, "goodbye": _changes}
