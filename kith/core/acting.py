"""The one place where a transaction learns whose it is.

The settings are local to the transaction, so a pooled connection never carries one
person's actor to the next borrower. Row level security reads them (see `kith.core.rls`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction

from kith.core.actor import Actor, as_current

SELECT = "\nSELECT "
_SET = """
SELECT set_config('kith.actor', %s, true), set_config('kith.on_behalf_of', %s, true),
       set_config('kith.channel', %s, true), set_config('pghistory.context_id', %s, true),
       set_config('pghistory.context_metadata', %s, true)"""
# PostgreSQL then refuses every write until the transaction ends; it cannot be taken back.
_READ_ONLY = ", set_config('transaction_read_only', 'on', true)"
_GET = """
SELECT coalesce(current_setting('kith.actor', true), ''), coalesce(current_setting('kith.on_behalf_of', true), ''),
       coalesce(current_setting('kith.channel', true), ''),
       coalesce(current_setting('pghistory.context_id', true), ''),
       coalesce(current_setting('pghistory.context_metadata', true), '')
"""


def _settings_for(actor: Actor | None, channel: str = "") -> list[str]:
    if actor is None:
        return ["", "", channel, "", ""]
    context = {
        "actor": str(actor.id),
        "role": actor.role,
        "channel": actor.channel,
        "on_behalf_of": str(actor.on_behalf_of) if actor.on_behalf_of else None,
        "reason": actor.reason,
    }
    return [
        str(actor.id),
        str(actor.on_behalf_of or ""),
        actor.channel,
        str(actor.request),
        json.dumps(context),
    ]


@contextmanager
def acting(
    actor: Actor | None, *, read_only: bool = False, channel: str = "", using: str = "default"
) -> Iterator[None]:
    """Run the block in one transaction that belongs to `actor` (None: to nobody, who sees nothing).

    `read_only` makes PostgreSQL refuse every write in it. Blocks may be nested; leaving an inner
    one gives the outer its actor back. Raises whatever the block raises, after rolling back.
    """
    connection = connections[using]
    nested = connection.in_atomic_block
    with transaction.atomic(using=using), as_current(actor):
        with connection.cursor() as cursor:
            before: list[str] = []
            then = _SET + (_READ_ONLY if read_only else "")
            if nested:
                # What a SELECT lists is evaluated in order: what was is read before it is set anew.
                cursor.execute(f"{_GET}, {then.removeprefix(SELECT)}", _settings_for(actor, channel))
                before = list(cursor.fetchone())[:5]
            else:
                cursor.execute(then, _settings_for(actor, channel))
        yield
        if before:
            with connection.cursor() as cursor:
                cursor.execute(_SET, before)


def call_as(actor: Actor, function: str, *params: str) -> None:
    """Call a function of the database in a transaction of its own that belongs to `actor`: one statement for both.

    `function` is SQL of ours, evaluated after the settings, as PostgreSQL does with what a SELECT lists.
    """
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute(f"{_SET}, {function}", [*_settings_for(actor), *params])


def change_actor(
    actor: Actor | None, *, channel: str = "", read_only: bool = False, using: str = "default"
) -> None:
    """Give the open transaction to `actor`: for sign-in, when the account becomes known half way."""
    with connections[using].cursor() as cursor:
        cursor.execute(_SET + (_READ_ONLY if read_only else ""), _settings_for(actor, channel))
