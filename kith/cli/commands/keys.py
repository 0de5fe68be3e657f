"""`kith keys rotate` and `kith audit verify`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from kith.cli.setup import become, django_as

As = Annotated[str, typer.Option("--as", help="advice: of the advice service, which has its own.")]


def add_to(app: typer.Typer) -> None:
    keys = typer.Typer(help="The keys that encrypt files and private text.", no_args_is_help=True)
    keys.command("rotate")(rotate)
    # A group of one command would otherwise lose its name.
    keys.callback()(lambda: None)
    audit = typer.Typer(help="The audit of changes and looks.", no_args_is_help=True)
    audit.command("verify")(verify)
    audit.callback()(lambda: None)
    app.add_typer(keys, name="keys")
    app.add_typer(audit, name="audit")


def rotate(as_: As = "") -> None:
    """Re-wrap the data keys under a fresh master key."""
    become(as_)
    django_as("worker")
    from kith.core.keystore import rotate_keys

    sys.stderr.write(f"{rotate_keys()} data keys are wrapped afresh.\n")


def verify(as_: As = "") -> None:
    """Walk the hash chains of the audit and the view log. Exit 1 if a sealed row was touched."""
    become(as_)
    django_as("worker")
    from kith.core.seal import verify as verify_chain

    report = verify_chain()
    sys.stdout.write(json.dumps(asdict(report), default=str) + "\n")
    for finding in report.findings:
        sys.stderr.write(f"{finding}\n")
    if not report.clean:
        raise typer.Exit(report.exit_status)
