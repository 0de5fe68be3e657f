"""`kith load`: the files that every council already holds, into the record."""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.load_report import write_json, write_text
from kith.cli.setup import django_as

if TYPE_CHECKING:
    from kith.returns.beforehand import Beforehand
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
    from kith.returns.beforehand import beforehand

    with beforehand(paths) as reading:
        report = _loaded(paths, reading)
    try:
        (write_json if output == "json" else write_text)(report, sys.stdout)
        sys.stdout.flush()
    except OSError as why:
        raise CannotError(
            "The load is done, but its report could not be written to where you sent it"
            f" ({(why.strerror or str(why)).lower()}). Load again to see it: that changes nothing."
        ) from why
    if not report["files"]:
        raise CannotError(
            "Nothing was loaded: no file could be read as a return. Each one's reason is above."
        )


def _loaded(paths: list[Path], reading: Beforehand) -> Report:
    # By SQL alone; and no room listens to a load (kith.returns.findings.after).
    django_as("worker", rooms=False)
    # What reads began meanwhile and is not of the start: kept for good, DuckDB would tell of it as leaked at the end.
    gc.unfreeze()
    from kith.cli.progress import stages_to_stderr
    from kith.returns.load import LoadError, loader
    from kith.returns.load import load as load_files

    # A connection that is lost is told in one line at the end, not by each of the pool's tries to mend it.
    logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)
    try:
        with stages_to_stderr() as stage:
            return load_files(paths, by=loader("kith load"), progress=stage, batches=reading.batches)
    except LoadError as why:
        raise CannotError(str(why)) from why
    except KeyboardInterrupt:
        sys.stderr.write("kith: Stopped before the end. Nothing was loaded.\n")
        raise
