"""What was typed, between a form, a draft and the page: kept as it is, right or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict
from django.http import HttpRequest, QueryDict

NOT_TYPED = frozenset({"csrfmiddlewaretoken", "draft", "revision", "do", "person", "form"})
Form = TypeVar("Form", bound=forms.Form)


def typed(data: QueryDict) -> dict[str, list[str]]:
    """The fields as typed: every name with all its values."""
    return {name: [str(each) for each in values] for name, values in data.lists() if name not in NOT_TYPED}


def as_data(fields: Mapping[str, list[str]]) -> QueryDict:
    """The fields of a draft as a form takes them."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data


def unjudged(form: Form) -> Form:
    """The form showing what was typed, without saying yet what is wrong with it."""
    setattr(form, "_errors", ErrorDict())  # noqa: B010 - and the stubs do not know of it
    return form


def is_blank(data: QueryDict) -> bool:
    """Whether nothing was said yet: the day of today, which the form fills in by itself, is nothing said."""
    given = {name: values for name, values in typed(data).items() if name not in {"at", "arises"}}
    return not any(
        each.strip() for name, values in given.items() if not name.startswith("when") for each in values
    )


def finishing_of(request: HttpRequest) -> str:
    """The draft that a page finishes: sent twice with the same words, it becomes one event."""
    return str(request.POST.get("draft", "")) if request.POST.get("do") == "finish" else ""


def where(data: Mapping[str, str]) -> tuple[UUID | None, int]:
    """Which draft a form was typed on, and on which revision (0: never saved)."""
    try:
        return UUID(str(data.get("draft", ""))), max(0, int(str(data.get("revision", "0"))))
    except ValueError:
        return None, 0
