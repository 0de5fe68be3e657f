"""Commands that open people's facts: who asks, why, and the log of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from uuid import UUID

from kith.cli.errors import CannotError
from kith.core.actor import Actor


def operator(account: str | None, reason: str | None, *, default: str, permission: str) -> Actor:
    """The account on whose word a command opens people's facts.

    In the demonstration it defaults to `default` and the reason "demo"; elsewhere both must be given.
    Raises CannotError when either is missing, when there is no such account, or when it may not.
    """
    from django.utils import timezone

    from kith.access.models import Account
    from kith.access.permissions import Permission
    from kith.core.acting import acting
    from kith.demo.sign_in_host import SIGN_IN_HOST

    # A connection that is lost is told in one line at the end, not by each of the pool's tries to mend it.
    logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)
    production = os.environ.get("KITH_ENV") == "production"
    login = account or (None if production else f"{default}@{SIGN_IN_HOST}")
    why = reason or (None if production else "demo")
    if not login or not why:
        raise CannotError(
            "This opens people's facts: say who asks and why, with --as ACCOUNT and --reason TEXT."
        )
    with acting(Actor(id=UUID(int=1), role="command", channel="service")):
        found = Account.objects.filter(login__iexact=login, is_active=True).first()
    if found is None or not found.open_on(timezone.localdate()):
        raise CannotError(f"There is no account {login} that may sign in: check --as.")
    if Permission(permission) not in found.role_class.may:
        raise CannotError(
            f"The account {login} may not {Permission(permission).value}: its role is {found.role_class.name}."
            " Name another with --as."
        )
    return Actor(id=found.id, role=found.role, channel="command", reason=why)


def log_looks(by: Actor, persons: Iterable[UUID], page: str) -> None:
    """Write one look for each person whose facts a command opened."""
    from kith.access.looks import PendingLook, write
    from kith.core.acting import acting

    with acting(by):
        write([PendingLook(person, page, by.reason) for person in persons])
