"""The one door to each record: nobody reaches a person by any other way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.http import Http404, HttpRequest

from kith.access import looks
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core.actor import Actor


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """A record that is open to the actor. `id` is the canonical one; `ids` are all that it stands for."""

    id: UUID
    ids: tuple[UUID, ...]
    asked: UUID
    how: str

    @property
    def moved(self) -> bool:
        """Whether the address asked for is an old one, to be redirected."""
        return self.id != self.asked


class ReasonNeededError(Exception):
    """The record exists and the actor may open it by giving a reason."""

    def __init__(self, person: UUID) -> None:
        super().__init__("A reason is needed.")
        self.person = person


def open_person(*, by: Actor, person: UUID, page: str) -> OpenPerson:
    """Open a record, and note the look.

    Raises ReasonNeededError where the actor may find but not open; Http404, the same in every way,
    for a restricted record, somebody else's, and nobody at all.
    """
    ((canonical, state, how, linked),) = _doors([person])
    if state == "open":
        looks.note(canonical, page, by.reason or how)
        return OpenPerson(id=canonical, ids=(canonical, *linked), asked=person, how=how)
    if _may_ask(by, state):
        raise ReasonNeededError(canonical)
    raise Http404


def open_those(*, by: Actor, persons: Sequence[UUID], page: str) -> list[OpenPerson]:
    """Open whichever of these records are open, and note each look. One statement for all.

    Where none is: raises ReasonNeededError for the last that a reason would open, else Http404.
    """
    opened, asks = [], None
    for person, (canonical, state, how, linked) in zip(persons, _doors(persons), strict=True):
        if state == "open":
            looks.note(canonical, page, by.reason or how)
            opened.append(OpenPerson(id=canonical, ids=(canonical, *linked), asked=person, how=how))
        elif _may_ask(by, state):
            asks = canonical
    if opened:
        return opened
    raise ReasonNeededError(asks) if asks else Http404


def _doors(persons: Sequence[UUID]) -> list[tuple[UUID, str, str, list[UUID]]]:
    """How each door stands, in the order asked for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.canonical, d.state, d.how, d.linked FROM unnest(%s::uuid[]) WITH ORDINALITY asked (id, place),"
            " LATERAL access_door(asked.id) d ORDER BY asked.place",
            [list(persons)],
        )
        return list(cursor.fetchall())


def _may_ask(by: Actor, state: str) -> bool:
    return state == "ask" and Permission.OPEN_WITH_REASON in role_named(by.role).may


def actor_of(request: HttpRequest) -> Actor:
    """The request's actor. Raises Http404 where there is none (gates send visitors to sign in first)."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise Http404
    return actor
