"""`kith offer`: reading other directories into ours, and whether all that we publish has the standard's shape."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as

offer = typer.Typer(no_args_is_help=True, help="The directory of services.")
READER = UUID("6b697468-0000-4000-8000-0000000fefed")


def add_to(app: typer.Typer) -> None:
    app.add_typer(offer, name="offer")


@offer.command("import")
def read_in(  # noqa: PLR0917 - the options of a command
    source: Annotated[
        str, typer.Argument(help="The address of an Open Referral UK feed, or a .json or .csv file.")
    ],
    name: Annotated[str, typer.Option(help="What the feed is called here; the same name is the same feed.")],
    every: Annotated[
        int | None,
        typer.Option(
            min=0, max=365, help="Read it again by itself after so many days; 0: no more by itself."
        ),
    ] = None,
    near: Annotated[
        int | None,
        typer.Option(min=1, max=500, help="Only what is within so many kilometres of a place of ours."),
    ] = None,
    fewer: Annotated[
        bool, typer.Option(help="That it has lost more than half of its services is right.")
    ] = False,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Read a feed or a file into the directory; running it again changes nothing. Exit 1 where anything was refused."""
    _format(output)
    if "://" not in source and not Path(source).is_file():
        raise CannotError(f"There is nothing at {source}.")
    django_as("worker")
    from kith.core.actor import Actor
    from kith.offer.feeds.pages import FeedError
    from kith.offer.feeds.run import read_feed

    by = Actor(id=READER, role="loader", channel="service", reason="kith offer import")
    try:
        report = read_feed(by=by, name=name, source=source, every_days=every, within_km=near, fewer=fewer)
    except FeedError as why:
        raise CannotError(str(why)) from why
    if output == "json":
        sys.stdout.write(json.dumps(report, indent=1) + "\n")
    else:
        for each in report["refused"]:
            sys.stdout.write(f"{each['record']}: {each['field']}: {each['reason']}\n")
        counts = ("read", "new", "changed", "unchanged", "held", "far", "dropped", "withdrawn", "back")
        sys.stdout.write(", ".join(f"{report[each]} {each}" for each in counts) + ".\n")
    if report["stopped"]:
        sys.stderr.write(f"kith: {report['stopped']}\n")
    if report["refused"] or report["stopped"]:
        raise typer.Exit(1)


@offer.command("check")
def check(output: Annotated[str, typer.Option("--format", help="text or json.")] = "text") -> None:
    """Hold every published record against Open Referral UK 3.0, in one pass. Exit 1 where one breaks it."""
    _format(output)
    django_as("app")
    from kith.core.acting import acting
    from kith.offer.oruk.validating import validate_all

    with acting(None, read_only=True, channel="command"):
        report = validate_all()
    if output == "json":
        sys.stdout.write(json.dumps(report, indent=1) + "\n")
    else:
        for each in report["faults"]:
            sys.stdout.write(f"{each['record']}: {each['field']}: {each['reason']}\n")
        sys.stdout.write(
            f"{report['records']:,} records of {report['services']:,} services: {len(report['faults'])} faults.\n"
        )
    if report["faults"]:
        raise typer.Exit(1)


def _format(output: str) -> None:
    if output not in {"text", "json"}:
        raise CannotError("--format is text or json.")
