"""`kith load`: the files that every council already holds, into the record."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as

LOADER = UUID("00000000-0000-4000-8000-00000000010a")


def add_to(app: typer.Typer) -> None:
    app.command("load")(load)


def load(
    paths: Annotated[list[Path], typer.Argument(help="Folders, zips or files of SSDA903 or CIN returns.")],
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Read SSDA903 and CIN census files into the record; running it again changes nothing."""
    if output not in {"text", "json"}:
        raise CannotError("--format is text or json.")
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise CannotError(f"There is nothing at {', '.join(missing)}.")
    django_as("worker")
    from kith.cli.progress import progress_to_stderr
    from kith.core.actor import Actor
    from kith.returns.load import load as load_files

    by = Actor(id=LOADER, role="loader", channel="service", reason="kith load")
    with progress_to_stderr("Loading rows") as step:
        report = load_files(paths, by=by, progress=step)
    if output == "json":
        sys.stdout.write(json.dumps(report, default=str) + "\n")
    else:
        _show(report)


def _show(report: dict[str, Any]) -> None:
    columns = ("read", "new", "changed", "unchanged", "held", "refused")
    sys.stdout.write(f"{'file':<48}{'table':<22}" + "".join(f"{name:>10}" for name in columns) + "\n")
    for each in report["files"]:
        line = f"{each['file'][-47:]:<48}{each['table'] or '':<22}"
        sys.stdout.write(line + "".join(f"{each[name]:>10}" for name in columns) + "\n")
    for kind in ("held", "refused"):
        for each in report[kind]:
            place = ", ".join(str(x) for x in (each["file"], each["row"] and f"row {each['row']}", each["field"]) if x)
            sys.stdout.write(f"{kind}: {place}: {each['reason']}\n")
