"""Who acts: every read and every write in Kith has one actor, and the database knows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Literal
from uuid import UUID, uuid4

Channel = Literal["web", "command", "task", "sign-in", "service"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One account (or one named service) doing one thing.

    `id` is the account's id, or the fixed id of a service such as the loader.
    `on_behalf_of` narrows every read to what both may see ("see it as this person will").
    `request` groups all that one request, command or task did.
    """

    id: UUID
    role: str
    channel: Channel = "web"
    on_behalf_of: UUID | None = None
    reason: str = ""
    request: UUID = field(default_factory=uuid4)

    def seeing_as(self, other: UUID) -> Actor:
        """The same actor, whose reads are narrowed to what `other` may see as well."""
        return replace(self, on_behalf_of=other)


_current: ContextVar[Actor | None] = ContextVar("kith_actor", default=None)


def current_actor() -> Actor | None:
    """The actor whose transaction is open, or None outside one."""
    return _current.get()


@contextmanager
def as_current(actor: Actor | None) -> Iterator[None]:
    """Make `actor` the current one for the length of the block."""
    token = _current.set(actor)
    try:
        yield
    finally:
        _current.reset(token)
