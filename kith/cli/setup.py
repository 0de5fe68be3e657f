"""What every command needs before Django: a database that runs, and the right login to it."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Literal

from kith.cli.errors import CannotError
from kith.core.stores import ADVICE, COUNCIL, OF_PROCESS, store_of_process

ROOT = Path(__file__).resolve().parents[2]
# The stores that run in processes of their own, with the settings of each.
SETTINGS = {ADVICE: "kith.config.advice"}
# What a store's process is told of the council's environment: nothing secret.
SHARED = ("KITH_ENV", "KITH_POOL", "KITH_TRACE", "KITH_CHROMIUM")
_OF_STORES = tuple(f"{store.upper()}_" for store in SETTINGS)


def data_folder() -> Path:
    """The data folder (KITH_DATA, default var/)."""
    return Path(os.environ.get("KITH_DATA") or ROOT / "var").expanduser().resolve()


def embedded() -> bool:
    """Whether Kith runs its own PostgreSQL; DATABASE_URL names another."""
    return not os.environ.get("DATABASE_URL") or os.environ.get("KITH_EMBEDDED") == "1"


def become(store: str) -> None:
    """Work for a store from here on. Raises CannotError for one that is not known."""
    told = environment_of(store)
    if store and told != dict(os.environ):
        os.environ.clear()
        os.environ.update(told)


def environment_of(store: str) -> dict[str, str]:
    """What a process that works for `store` ("" for whichever it is of already) may have in its environment.

    Raises CannotError for a store that is not known.
    """
    if store and store not in SETTINGS:
        raise CannotError(f"--as is one of {', '.join(sorted(SETTINGS))}, not {store}.")
    if store and os.environ.get(OF_PROCESS) != store:
        return env_of(store)
    if store_of_process() != COUNCIL:
        return dict(os.environ)
    return {name: value for name, value in os.environ.items() if not name.startswith(_OF_STORES)}


def env_of(store: str) -> dict[str, str]:
    """The environment of a process of a locked store: its own settings, and none of the council's secrets.

    What is called KITH_ELSEWHERE for the council is called ADVICE_ELSEWHERE for the advice service, and the data
    folder is its own. Neither process has an address, a login or a key of the other's.
    """
    mine, old = f"{store.upper()}_", os.environ
    data = data_folder()
    told = {
        name: value for name, value in old.items() if not name.startswith(("KITH_", "DATABASE_URL", mine))
    }
    told |= {name: old[name] for name in SHARED if name in old}
    told |= {
        "DATABASE_URL" if name == f"{mine}DATABASE_URL" else f"KITH_{name.removeprefix(mine)}": value
        for name, value in old.items()
        if name.startswith(mine)
    }
    told.setdefault("KITH_DATA", str(data.with_name(f"{data.name}-{store}")))
    # Names, not secrets: so that it never answers to one of them (kith.core.origins).
    if "KITH_HOSTS" in old:
        told.setdefault("KITH_COUNCIL_HOSTS", old["KITH_HOSTS"])
    return told | {OF_PROCESS: store, "DJANGO_SETTINGS_MODULE": SETTINGS[store]}


def forget_stores() -> None:
    """Of the stores' own settings nothing stays in a process of the council's."""
    for name in os.environ.keys() - environment_of("").keys():
        del os.environ[name]


def start_database() -> None:
    """Start the embedded server if there is no other, and put its addresses into the environment.

    Raises PostgresError with one plain line when it cannot be started.
    """
    from kith.core.postgres import Cluster

    forget_stores()
    os.environ["KITH_DATA"] = str(data_folder())
    if embedded():
        urls = Cluster(data_folder(), store=store_of_process()).ensure_running()
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
