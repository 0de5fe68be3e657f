"""`kith up`: everything that a council needs, in one command."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from typing import Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import data_folder, embedded, environment_of, start_database
from kith.core.stores import COUNCIL, store_of_process


def add_to(app: typer.Typer) -> None:
    app.command("up")(up)
    app.command("work", hidden=True)(work)
    app.command("prepare", hidden=True)(prepare)


def up(
    port: Annotated[int, typer.Option(help="Port to serve on.", envvar="PORT", min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="Web processes.", min=1)] = 2,
    as_: Annotated[
        str,
        typer.Option("--as", help="advice: serve the advice service alone, with all that it has of its own."),
    ] = "",
    beside: Annotated[
        str, typer.Option("--beside", help="advice: start the advice service too, on the next port.")
    ] = "",
) -> None:
    """Serve: start the database, bring it up to date, make the demo if there is no data, listen."""
    from kith.cli.apart import begin_anew, running_beside, start_beside
    from kith.cli.stores import end_with_whoever_started_it

    begin_anew(environment_of(as_), started=start_beside(beside, host=host, port=port + 1))
    end_with_whoever_started_it()
    with running_beside():
        _up(port, host, workers)


def _up(port: int, host: str, workers: int) -> None:
    from kith.cli.lifetime import end, stopped_after
    from kith.cli.listening import take
    from kith.core.postgres import Cluster, check_logins, claimed

    def stop_database() -> None:
        if embedded():
            Cluster(data_folder(), store=store_of_process()).stop()

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
    from kith.cli.stores import prepare_store

    prepare_all() if store_of_process() == COUNCIL else prepare_store()


def work() -> None:
    """Background work: sealing the audit and queued tasks, until told to stop."""
    from kith.cli.setup import django_as

    django_as("worker")
    from kith.cli.background import run_until_stopped

    run_until_stopped()


def _welcome(host: str, port: int) -> None:
    from kith.cli.stores import lines_of_store
    from kith.cli.welcome import lines as lines_of_council

    lines = lines_of_council if store_of_process() == COUNCIL else lines_of_store
    for line in lines(host, port):
        sys.stderr.write(line + "\n")
