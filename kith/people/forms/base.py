"""What every form about one person shares."""

from __future__ import annotations

from abc import ABCMeta, abstractmethod
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass

from kith.core.actor import Actor
from kith.design.formfields import PlainDateField
from kith.people.actions.common import Recorded


class _AbstractForm(ABCMeta, DeclarativeFieldsMetaclass):
    """A form of which some method is left to each kind: one that lacks it cannot be made."""


class FactForm(forms.Form, metaclass=_AbstractForm):
    """One fact about one person. `title` heads the page, `why` says why it is asked."""

    title: ClassVar[str] = ""
    why: ClassVar[str] = ""
    done: ClassVar[str] = "Recorded."
    # Who will read it, and a warning, where a form knows them.
    who_sees: str = ""
    warning: str = ""

    def __init__(self, *args: Any, person: UUID, ids: tuple[UUID, ...] = (), **kwargs: Any) -> None:
        self.person = person
        self.ids = ids or (person,)
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill choices that depend on the person."""

    @abstractmethod
    def record(self, by: Actor) -> Recorded:
        """Call the action. Raises CannotBeError and NotPermittedError."""


def from_field(label: str = "From when?") -> PlainDateField:
    """The first day of a span, which may be left out."""
    return PlainDateField(required=False, noun="The first day", label=label)


def until_field(
    label: str = "Until when?", help_text: str = "Leave out if it still holds."
) -> PlainDateField:
    """The last day of a span, which may be left out."""
    return PlainDateField(required=False, noun="The last day", label=label, help_text=help_text)


YES_NO_UNKNOWN = [("", "Not known"), ("yes", "Yes"), ("no", "No")]


def yes_no(value: str) -> bool | None:
    """Yes, no or not known, from the choices above."""
    return {"yes": True, "no": False}.get(value)
