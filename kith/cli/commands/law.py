"""`kith law`: whether the register is sound, and which duties wait for facts that nobody records yet."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, get_args
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as

law = typer.Typer(no_args_is_help=True, help="The register of duties.")


def add_to(app: typer.Typer) -> None:
    app.add_typer(law, name="law")


@law.command("check")
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of .toml files; default Kith's own.")
    ] = None,
) -> None:
    """Read the register and say, file by file and line by line, what is wrong. Needs no database."""
    from kith.law.register import RegisterError, load
    from kith.law.register.load import FOLDER

    at = folder or FOLDER
    if not at.is_dir():
        raise CannotError(f"{at} is not a folder. Name the folder that holds the .toml files.")
    try:
        register = load(at)
    except RegisterError as error:
        sys.stdout.write(f"{error}\n")
        raise typer.Exit(1) from None
    sys.stdout.write(f"{len(register)} duties in {len(register.areas)} areas. Nothing is wrong.\n")


@law.command("waiting")
def waiting(
    room: Annotated[str | None, typer.Option(help="Only those that wait for this room.")] = None,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """The duties that nothing can decide yet, because no room records their facts. They start by themselves."""
    from kith.law.fact_kinds import Room

    if output not in {"text", "json"}:
        raise CannotError("--format is text or json.")
    if room is not None and room not in get_args(Room):
        raise CannotError(f"There is no room {room}: --room is one of {', '.join(get_args(Room))}.")
    django_as("worker")
    from django.utils import timezone

    from kith.core.acting import acting
    from kith.core.actor import Actor
    from kith.law import providers
    from kith.law.register import effective_register
    from kith.law.waiting import waiting as find

    # What is recorded, and of which kinds: counts of nobody, so no account stands behind it.
    with acting(Actor(id=UUID(int=1), role="command", channel="service"), read_only=True):
        today = timezone.localdate()
        found = list(find(effective_register(today), providers.coverage(today)))
    lines = [
        {"duty": each.duty.id, "name": each.duty.name, "rooms": list(each.rooms), "facts": list(each.kinds)}
        for each in found
        if room is None or room in each.rooms
    ]
    if output == "json":
        sys.stdout.write(json.dumps(lines, indent=1) + "\n")
        return
    for line in lines:
        sys.stdout.write(f"{line['duty']:<7}{', '.join(line['rooms']):<20}{line['name']}\n")
    sys.stderr.write(f"{len(lines)} duties wait for facts.\n")
