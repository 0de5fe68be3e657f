"""`kith allowance`: which sums kinship carers are paid by, from which day; and whether a new year's file is sound."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kith.cli.errors import CannotError

if TYPE_CHECKING:
    from kith.kinship.rules.allowance import Rules


def add_to(app: typer.Typer) -> None:
    app.command("allowance")(allowance)


def allowance(
    file: Annotated[
        Path | None,
        typer.Argument(help="A new year's file, to be read and checked; without one, what holds here."),
    ] = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As at a day; default today.")
    ] = None,
) -> None:
    """The rules of allowances for kinship carers, version by version. Needs no database."""
    # Settings and models, and no database: this is asked before a new year, on any machine.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    from kith.design.dates import today
    from kith.kinship.rules.allowance import read
    from kith.kinship.rules.published import rules_on, versions
    from kith.kinship.rules.reading import RulesError

    try:
        if file is None:
            held = rules_on(day.date() if day else today())
            told = "".join(_lines(each, "*" if each is held else "") for each in versions())
        elif file.is_file():
            told = (
                _lines(read(file), "")
                + "Nothing is wrong. Put it into the folder allowance under KITH_RULES.\n"
            )
        else:
            raise CannotError(f"{file} is no file. Name the .toml file of the new year.")
    except RulesError as wrong:
        raise CannotError(str(wrong)) from wrong
    sys.stdout.write(told)


def _lines(rules: Rules, mark: str) -> str:
    made_up = " Invented, for the demonstration." if rules.invented else ""
    sums = (
        f"{low} to {high}: £{pence / 100:.2f}"
        for (low, high), pence in zip(rules.bands, rules.regions["rest"], strict=True)
    )
    return (
        f"{mark:<2}{rules.version:<12}from {rules.from_on:%-d %B %Y}  {rules.name}.{made_up}\n"
        f"    a week outside London and the South East: {', '.join(sums)}\n    {rules.source}\n"
    )
