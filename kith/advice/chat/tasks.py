"""Every ten minutes: chats whose callers are gone end, and words that were not to be kept go with them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.advice.chat.actions import sweep
from kith.advice.roles import KEEPER
from kith.core.actor import Actor
from kith.core.tasks import regularly, task


@task("advice.sweep_chats", permission="end chats that were left")
def sweep_chats(*, by: Actor, persons: Sequence[UUID]) -> None:
    """End what was left."""
    sweep(by=by)


regularly(sweep_chats, by=KEEPER, cron="*/10 * * * *")
