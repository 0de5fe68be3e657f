"""`kith words`: what families read, in which languages, and what is missing. Needs no database."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    app.command("words")(words)


def words(
    write: Annotated[
        bool, typer.Option("--write", help="Bring the catalogues up to date; what is new waits empty.")
    ] = False,
    make: Annotated[bool, typer.Option("--make", help="Only make ready what is translated.")] = False,
) -> None:
    """Say what of the words for families has no translation, or a broken one. Exit 1 if anything."""
    from kith.design.words.catalogue import faults, languages, make_ready
    from kith.design.words.catalogue import write as write_catalogues
    from kith.design.words.found import sentences

    if make:
        sys.stderr.write(f"{len(make_ready())} languages beside English are ready.\n")
        return
    wanted = sentences()
    found = []
    for language in languages():
        if write:
            write_catalogues(language, wanted)
        found += [f"{language}: {fault}" for fault in faults(language, wanted)]
    make_ready()
    sys.stderr.write(f"{len(wanted)} sentences, {len(found)} faults.\n")
    sys.stdout.write("".join(f"{fault}\n" for fault in found))
    raise typer.Exit(1 if found else 0)
