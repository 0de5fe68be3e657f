"""What must be true before Kith serves."""

from __future__ import annotations

import os
import sys

from kith.cli.errors import CannotError
from kith.cli.setup import data_folder, django_as


def prepare_all() -> None:
    """Migrate, make keys, gather static files and, where there is nobody yet, make the demo.

    Raises CannotError when production is asked for and something in it would not be safe.
    """
    django_as("worker")
    lay_tables_and_keys()
    from django.core.management import call_command

    (data_folder() / "static").mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    if os.environ.get("KITH_ENV") == "production":
        _refuse_demo_in_production()
    else:
        _demo_where_there_is_nobody()


def lay_tables_and_keys() -> None:
    """Bring the database up to date and make keys where there are none, in a process signed in as the worker.

    Raises CannotError when the owner's login is not known.
    """
    if not os.environ.get("KITH_OWNER_URL"):
        raise CannotError(
            "KITH_OWNER_URL is not set: migrations need the owner's login (see kith roles --sql)."
        )
    from django.core.management import call_command

    from kith.core import origins
    from kith.core.keystore import ensure_keys
    from kith.core.migration_state import drawn_once

    for fault in origins.faults():
        raise CannotError(f"{fault} {origins.MEND}")
    with drawn_once():
        call_command("migrate", database="owner", verbosity=0, interactive=False)
    ensure_keys()


def _demo_where_there_is_nobody() -> None:
    """Make the demo in an empty database, or finish one that was interrupted."""
    from django.db import connections

    from kith.demo.loading.refusal import unfinished

    with connections["owner"].cursor() as cursor:
        begun = unfinished(cursor)
        cursor.execute(
            "SELECT NOT EXISTS (SELECT 1 FROM people_person) AND NOT EXISTS (SELECT 1 FROM access_account)"
        )
        nobody = bool(cursor.fetchone()[0])
    if begun is not None:
        _make_demo(["--children", str(begun.children), "--seed", str(begun.seed)])
    elif nobody:
        _make_demo([])


def _refuse_demo_in_production() -> None:
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM access_account WHERE login LIKE '%@kithshire.example')")
        if cursor.fetchone()[0]:
            raise CannotError("This database holds the demo's accounts: production needs one of its own.")


def _make_demo(options: list[str]) -> None:
    import subprocess

    sys.stderr.write("Making Kithshire, the demonstration authority...\n")
    made = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "kith.cli.main", "demo", *options], check=False, stdout=subprocess.DEVNULL
    )
    if made.returncode != 0:
        raise CannotError("The demonstration could not be made; the line above says why.")
