"""Actions: every write in Kith is one, with an actor, in one transaction, told and audited.

    @action("people.record_name")
    def record_name(*, by: Actor, person: UUID, given: str, ...) -> PersonName: ...

The decorator opens the transaction and, before it commits, makes sure that the action checked
permission, told the story of the people concerned (or said why there is nothing to tell) and wrote
its audit row. An action that forgot one is rolled back: a bug cannot leave an untold write behind.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import translation

from kith.core.actor import Actor
from kith.core.again import unless_crossed
from kith.core.ports import Registry

P = ParamSpec("P")
R = TypeVar("R")


class NotPermittedError(Exception):
    """The actor may not do this. The message is fit to be shown."""


class CannotBeError(Exception):
    """The record refuses this. `field` names the form field to mend ("" for the whole form)."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


@dataclass
class Doing:
    """One action under way."""

    name: str
    by: Actor
    checked: bool = False
    told: bool = False
    persons: set[UUID] = field(default_factory=set)
    summary: dict[str, Any] = field(default_factory=dict)


after_action: Registry[Callable[[Doing], None]] = Registry("What follows each action")
"""Rooms add what is to be done after an action, in its transaction; it must be quick, such as to give a task."""
_doing: ContextVar[Doing | None] = ContextVar("kith_doing", default=None)


def doing() -> Doing:
    """The action under way. Raises LookupError outside one: writes belong in actions."""
    current = _doing.get()
    if current is None:
        raise LookupError("This belongs inside an action (see kith.core.action).")
    return current


def checked() -> None:
    """Say that permission was checked; `kith.access` does, and so does an action that needs none."""
    doing().checked = True


def nothing_to_tell(why: str) -> None:
    """Say that the action concerns no person's story, such as a setting; `why` goes to the audit."""
    current = doing()
    current.told = True
    current.summary["not_told_because"] = why


def concerns(persons: Iterable[UUID], **summary: Any) -> None:
    """Name the people an action concerns and add ids, codes or dates (no free text) to its audit row."""
    current = doing()
    current.persons.update(persons)
    current.summary.update(summary)


def record(name: str, persons: Iterable[UUID], summary: Mapping[str, Any]) -> None:
    """Write the audit row of an action through the database's own function, which stamps actor and time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT core_record_action(%s, %s::uuid[], %s::jsonb)",
            [name, sorted(str(p) for p in persons), json.dumps(dict(summary), default=str)],
        )


def action(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a keyword-only function that takes `by: Actor` into an action called `name`."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            by = kwargs.get("by")
            if args or not isinstance(by, Actor):
                raise TypeError(f"{name} takes its facts by keyword, and by= is the actor.")

            def once() -> R:
                current = Doing(name=name, by=by)
                # What the record keeps is in the language of those who work with it, whoever acts.
                with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
                    token = _doing.set(current)
                    try:
                        result = function(*args, **kwargs)
                        if not current.checked:
                            raise AssertionError(f"{name} did not check permission.")
                        if not current.told:
                            raise AssertionError(f"{name} did not tell the story.")
                        record(name, current.persons, current.summary)
                        for listen in after_action.values():
                            listen(current)
                    finally:
                        _doing.reset(token)
                return result

            # What stands within another action goes back with the whole of it, and is done anew with it.
            within = _doing.get() is not None
            return once() if within else unless_crossed(once, given=kwargs)

        return wrapper

    return decorate
