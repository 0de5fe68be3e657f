"""`kith dictionary` and `kith pictures`: what is made from the code itself, and never committed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import ROOT


def add_to(app: typer.Typer) -> None:
    app.command("dictionary")(dictionary)
    app.command("pictures")(pictures)


def dictionary(
    output: Annotated[str, typer.Option("--format", help="markdown or html.")] = "markdown",
    out: Annotated[Path | None, typer.Option(help="File to write; default standard output.")] = None,
) -> None:
    """The data dictionary: every table and field, what it means, who may read it, what is kept of it."""
    if output not in {"markdown", "html"}:
        raise CannotError("--format is markdown or html.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    from kith.cli.commands.docs.markdown import as_markdown
    from kith.cli.commands.docs.tables import tables
    from kith.cli.commands.docs.web_page import as_html

    text = as_markdown(tables()) if output == "markdown" else as_html(tables())
    if out is None:
        sys.stdout.write(text)
        return
    if not out.parent.is_dir():
        raise CannotError(f"There is no folder {out.parent}: make it first, or choose another with --out.")
    out.write_text(text, encoding="utf-8")
    sys.stderr.write(f"The data dictionary is in {out}.\n")


def pictures(
    address: Annotated[
        str, typer.Option(help="Where Kith answers, with the demo in it.")
    ] = f"http://localhost:{os.environ.get('PORT') or 8000}",
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")] = ROOT / "docs" / "pictures",
) -> None:
    """Pictures of Today, Find, a person's page, who has looked, and the family's door, narrow and wide."""
    from kith.cli.commands.docs.take_pictures import take

    for path in take(address.rstrip("/"), out):
        sys.stdout.write(f"{path}\n")
