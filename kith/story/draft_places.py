"""Drafts of forms that rooms above keep here: what each is called, and where it goes on.

A room's draft is named by its prefix and an id of the room's own: `assess-<hex>`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

PARTED = "-"


Address = Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A form of another room: its name on lists, and its address for the id in the draft's name."""

    name: str
    address: Address


PLACES: dict[str, Place] = {}


def named(prefix: str, of: UUID) -> str:
    """How a draft of that form is named. At most 40 characters, so a prefix has at most 7."""
    return f"{prefix}{PARTED}{of.hex}"


def _found(form: str) -> tuple[Place, UUID] | None:
    prefix, _, of = form.partition(PARTED)
    try:
        return PLACES[prefix], UUID(of)
    except (KeyError, ValueError):
        return None


def is_kept_here(form: str) -> bool:
    """Whether it names a form of another room, whose drafts are kept here."""
    return _found(form) is not None


def name_of(form: str) -> str:
    """What a list of drafts calls it."""
    found = _found(form)
    return found[0].name if found else form.capitalize()


def goes_on_at(form: str, person: UUID, draft: UUID) -> str:
    """The address at which a draft goes on."""
    found = _found(form)
    return f"{found[0].address(found[1]) if found else f'/people/{person}/story/{form}/'}?draft={draft}"


def fill(prefix: str, name: str, address: Address) -> None:
    """Tell of a form, at start-up. Raises ValueError for a prefix that is too long or taken."""
    if not 0 < len(prefix) <= 7 or prefix in PLACES:
        raise ValueError("A form whose drafts are kept needs a short name of its own.")
    PLACES[prefix] = Place(name, address)
