"""Locked stores as `kith up` runs them: alone, or beside the council in a process that it knows nothing of."""

from __future__ import annotations

import os
import signal
import time
from threading import Thread

from kith.cli.errors import CannotError
from kith.cli.setup import data_folder, django_as


def end_with_whoever_started_it() -> None:
    """A store beside a council ends when that is killed and can tell it nothing."""
    parent = int(os.environ.pop("KITH_PARENT", "0"))
    if not parent:
        return

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(2)
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=watch, name="watch-parent", daemon=True).start()


def prepare_store() -> None:
    """Migrate the store's database, make its keys, gather its static files and, where nobody is, make its demo."""
    from kith.cli.prepare import lay_tables_and_keys

    django_as("worker")
    lay_tables_and_keys()
    from django.core.management import call_command

    (data_folder() / "static").mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    from kith.advice.demo.making import make_where_nobody_is, refuse_in_production

    if os.environ.get("KITH_ENV") == "production":
        if refuse_in_production():
            raise CannotError("This database holds the demo's accounts: production needs one of its own.")
    elif make_where_nobody_is():
        from kith.advice.forum.demo import forums_of_the_demo
        from kith.advice.library.demo import sheets_of_the_demo

        sheets_of_the_demo()
        forums_of_the_demo()


def lines_of_store(host: str, port: int) -> list[str]:
    """The address, and outside production the demo sign-ins."""
    from kith.advice.demo.people import PASSWORD, SIGN_INS

    place = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - only for showing
    found = [f"The advice service is at http://{place}:{port}/ and its desk at http://{place}:{port}/desk/"]
    if os.environ.get("KITH_ENV") != "production":
        found.append(f"Its own demo sign-ins (password {PASSWORD}):")
        found += [f"  {login:<34} {says}" for login, says in SIGN_INS]
    return found
