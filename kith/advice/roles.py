"""Who works for the charity, and what each may do. They are nobody's colleagues: no role of a council's is here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kith.core.actor import Actor


class Permission(StrEnum):
    """What an account may do."""

    ASK = "ask"  # what anybody may do from the public pages
    ANSWER = "answer those who ask"
    CHAT = "talk in the chat"
    MODERATE = "look after the forums"
    KEEP_LIBRARY = "keep the advice sheets"
    KEEP_HOURS = "keep the opening hours"
    SEE_FIGURES = "see the figures"
    MANAGE = "manage accounts"


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its code, its name, and what it may."""

    code: str
    name: str
    may: frozenset[Permission]


_ALL = frozenset(Permission)
ROLES: dict[str, Role] = {
    each.code: each
    for each in (
        Role("door", "the public's door", frozenset({Permission.ASK})),
        Role(
            "adviser",
            "adviser",
            frozenset({Permission.ASK, Permission.ANSWER, Permission.CHAT, Permission.SEE_FIGURES}),
        ),
        Role("moderator", "moderator", frozenset({Permission.MODERATE})),
        Role("editor", "editor of advice sheets", frozenset({Permission.KEEP_LIBRARY})),
        Role("manager", "manager", _ALL - {Permission.ASK}),
    )
}
# Whoever asks from the public pages acts as this account, which nobody can sign in to: it may add, and reads nothing.
DOOR = Actor(id=UUID("d0000000-0000-4000-8000-000000000001"), role="door", channel="web")
# Background work of the store's own: it forgets what is past its day.
KEEPER = Actor(id=UUID("d0000000-0000-4000-8000-000000000002"), role="keeper", channel="service")


def role_named(code: str) -> Role:
    """The role of a code. Raises KeyError for one that is not there."""
    return ROLES[code]
