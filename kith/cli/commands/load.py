"""`kith load`: the files that every council already holds, into the record."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as

if TYPE_CHECKING:
    from kith.returns.load import Report


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
    from kith.cli.progress import stages_to_stderr
    from kith.returns.load import LoadError, loader
    from kith.returns.load import load as load_files

    try:
        with stages_to_stderr() as stage:
            report = load_files(paths, by=loader("kith load"), progress=stage)
    except LoadError as why:
        raise CannotError(str(why)) from why
    if output == "json":
        sys.stdout.write(json.dumps(report, default=str) + "\n")
    else:
        _show(report)


def _show(report: Report) -> None:
    columns = ("read", "new", "changed", "unchanged", "held", "refused")
    sys.stdout.write(f"{'file':<48}{'table':<22}" + "".join(f"{name:>10}" for name in columns) + "\n")
    for each in report["files"]:
        line = f"{each['file'][-47:]:<48}{each['table'] or '':<22}"
        sys.stdout.write(line + "".join(f"{each[name]:>10}" for name in columns) + "\n")
    for kind, rows in (("held", report["held"]), ("refused", report["refused"])):
        for row in rows:
            place = ", ".join(
                str(x) for x in (row["file"], row["row"] and f"row {row['row']}", row["field"]) if x
            )
            sys.stdout.write(f"{kind}: {place}: {row['reason']}\n")
