"""One line of the table of addresses: who is let in, and what each is answered."""

from __future__ import annotations

from dataclasses import dataclass

from kith.access.permissions import Permission

OK = frozenset({200})
SIGN_IN = frozenset({302})
ABSENT = frozenset({404})


@dataclass(frozen=True)
class Page:
    """One address: its audience, and what those let in are answered (`seen`, `family` where theirs differs).

    `needs`: a permission without which staff find nothing there (once a record is open to them).
    `visitor`: what nobody in particular gets (asked to sign in, unless the page is public).
    `keeps`: the page may keep a challenge in the session.
    `posts`: it takes POST alone, and says so to everybody before it asks who they are.
    """

    audience: str
    about: str = ""
    needs: Permission | None = None
    seen: frozenset[int] = OK
    family: frozenset[int] | None = None
    visitor: frozenset[int] | None = None
    keeps: bool = False
    posts: bool = False


def sends(*statuses: int) -> frozenset[int]:
    return frozenset(statuses)
