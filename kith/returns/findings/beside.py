"""For every template: what is to be put right beside the facts of the page's person, and how much is on Today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.returns.findings.queries import Line, how_many_to_mend, to_mend


def findings_beside(request: HttpRequest) -> dict[str, Callable[..., Any]]:
    """`to_mend()` gives the lines of the person whom the page's gate opened, of some facts' tables where named;
    `how_many_to_mend(ids)` how many there are of these people.

    One query each, only where a page of staff asks, and only for those who can mend what they are shown.
    """

    def may() -> bool:
        role = getattr(getattr(request, "user", None), "role_class", None)
        return role is not None and Permission.EDIT_PERSON in role.may

    @cache
    def of_person() -> tuple[Line, ...]:
        person: Any = getattr(request, "opened", None)
        return tuple(to_mend(person.ids)) if person is not None and may() else ()

    def lines(*tables: str) -> list[Line]:
        return [each for each in of_person() if not tables or each.fact_table in tables]

    def how_many(persons: Sequence[UUID]) -> int:
        return how_many_to_mend(persons) if persons and may() else 0

    return {"to_mend": lines, "how_many_to_mend": how_many}
