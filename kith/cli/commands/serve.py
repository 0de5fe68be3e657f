"""`kith up`: everything that a council needs, in one command."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from typing import Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import data_folder, embedded, start_database


def add_to(app: typer.Typer) -> None:
    app.command("up")(up)
    app.command("work", hidden=True)(work)
    app.command("prepare", hidden=True)(prepare)


def up(
    port: Annotated[int, typer.Option(help="Port to serve on.", envvar="PORT", min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="Web processes.", min=1)] = 2,
) -> None:
    """Serve: start the database, bring it up to date, make the demo if there is no data, listen."""
    from kith.cli.lifetime import end, stopped_after
    from kith.cli.listening import take
    from kith.core.postgres import Cluster, check_logins, claimed

    def stop_database() -> None:
        if embedded():
            Cluster(data_folder()).stop()

    # Its database is stopped at the end, so it must be nobody else's.
    with claimed(data_folder()) if embedded() else nullcontext():
        address = take(host, port)
        start_database()
        with stopped_after(stop_database):
            check_logins(os.environ["DATABASE_URL"], os.environ["KITH_WORKER_URL"])
            _must([sys.executable, "-m", "kith.cli.main", "prepare"])
            background = subprocess.Popen(
                [sys.executable, "-m", "kith.cli.main", "work"], env=os.environ | {"KITH_LOGIN": "worker"}
            )
            with stopped_after(lambda: end(background)):
                os.environ["KITH_LOGIN"] = "app"
                from kith.cli.server import serve

                serve(address, workers=workers, ready=lambda: _welcome(host, port))


def _must(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode != 0:  # noqa: S603 - our own command
        raise CannotError("Kith could not be prepared; the line above says why.")


def prepare() -> None:
    """Bring the database up to date, make keys, gather static files, make the demo if there is no data."""
    from kith.cli.prepare import prepare_all

    prepare_all()


def work() -> None:
    """Background work: sealing the audit and queued tasks, until told to stop."""
    from kith.cli.setup import django_as

    django_as("worker")
    from kith.cli.background import run_until_stopped

    run_until_stopped()


def _welcome(host: str, port: int) -> None:
    from kith.cli.welcome import lines

    for line in lines(host, port):
        sys.stderr.write(line + "\n")
