"""What pages need before a test can ask for one: the style sheets and scripts, gathered once a session."""

from __future__ import annotations

import fcntl
import functools
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from kith.access.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@functools.cache
def gather_static() -> None:
    """Gather static files where the settings say; processes that share the folder wait for each other."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with (root.parent / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        call_command("collectstatic", interactive=False, verbosity=0)


def visitor(*, csrf: bool = False, place: str = "127.0.0.1") -> Client:
    """A browser that nobody has signed in with; `csrf` makes it refuse forms that Kith did not give."""
    gather_static()
    return Client(enforce_csrf_checks=csrf, REMOTE_ADDR=place)


def signed_in(account: Account) -> Client:
    """A browser in which the account is signed in."""
    client = visitor()
    client.force_login(account, backend=BACKEND)
    return client
