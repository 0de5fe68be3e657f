"""What every command needs before Django: a database that runs, and the right login to it."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    """The data folder (KITH_DATA, default var/)."""
    return Path(os.environ.get("KITH_DATA") or ROOT / "var").expanduser().resolve()


def embedded() -> bool:
    """Whether Kith runs its own PostgreSQL; DATABASE_URL names another."""
    return not os.environ.get("DATABASE_URL") or os.environ.get("KITH_EMBEDDED") == "1"


def start_database() -> None:
    """Start the embedded server if there is no other, and put its addresses into the environment.

    Raises PostgresError with one plain line when it cannot be started.
    """
    from kith.core.postgres import Cluster

    os.environ["KITH_DATA"] = str(data_folder())
    if embedded():
        urls = Cluster(data_folder()).ensure_running()
        os.environ |= {
            "KITH_EMBEDDED": "1",
            "DATABASE_URL": urls.app,
            "KITH_OWNER_URL": urls.owner,
            "KITH_WORKER_URL": urls.worker,
        }


def django_as(login: Literal["app", "worker"], *, rooms: bool = True) -> None:
    """Start the database if need be, then Django, signed in to PostgreSQL as `login`.

    Without `rooms` there are no models above `access`, and it starts in a fifth of the time: for a command that reads
    by SQL alone, and whose actions no room listens to.
    """
    start_database()
    os.environ["KITH_LOGIN"] = login
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE", "kith.config.settings" if rooms else "kith.config.without_rooms"
    )
    import django

    # What is made at start stays to the end: it is looked through for what can go neither now nor later.
    gc.disable()
    django.setup()
    gc.freeze()
    gc.enable()
