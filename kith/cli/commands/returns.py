"""`kith return`: the statutory returns, written from the record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as

if TYPE_CHECKING:
    from kith.returns.writing import Written


def add_to(app: typer.Typer) -> None:
    app.command("return")(write)


def write(  # noqa: PLR0917 - the options of a command
    kind: Annotated[str, typer.Argument(help="ssda903 or cin.")],
    year: Annotated[str, typer.Option(help="Collection year to 31 March, as 2026-27.")],
    out: Annotated[Path, typer.Option(help="Folder to write into: a new or an empty one.")],
    form: Annotated[str, typer.Option("--format", help="Of the SSDA903: csv or xml.")] = "csv",
    protected_homes: Annotated[
        bool,
        typer.Option(
            "--protected-homes", help="With the postcodes of protected homes: for the return that is sent."
        ),
    ] = False,
    account: Annotated[str | None, typer.Option("--as", help="The account on whose word.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """Write the SSDA903 or the CIN census of a year from the record."""
    if kind not in {"ssda903", "cin"}:
        raise CannotError(f"“{kind}” is not a return that can be written: ssda903 or cin.")
    if form not in {"csv", "xml"}:
        raise CannotError("--format is csv or xml.")
    django_as("worker", rooms=False)
    from django.utils import timezone

    from kith.access.permissions import Permission
    from kith.cli.purpose import operator
    from kith.returns.writing import WriteError, window_of, write_return

    by = operator(account, reason, default="returns", permission=Permission.WRITE_RETURNS)
    today = timezone.localdate()
    try:
        window = window_of(year, today=today)
        written = write_return(
            by=by,
            kind="cin" if kind == "cin" else "ssda903",
            window=window,
            folder=out,
            form="xml" if form == "xml" else "csv",
            whole=protected_homes,
            progress=lambda doing: _say(f"{doing} ..."),
        )
    except WriteError as why:
        raise CannotError(str(why)) from why
    if today <= window.ends:
        _say(
            f"Note: the year {year} is not over. What is told once a year, such as health, may be still to come,"
            " and the check will ask for it."
        )
    _tell(written, kind, year, out)


def _tell(written: Written, kind: str, year: str, out: Path) -> None:
    for remark in written.remarks:
        _say(f"Note: {remark.says}")
    rows = sum(written.rows.values())
    unsent = sum(remark.count for remark in written.remarks if remark.what == "cannot_be_sent")
    if unsent and unsent == written.children:
        raise CannotError(
            f"No {kind} return of {year} was written: none of its {unsent} children can be sent yet. Why is in {out}."
        )
    without = f"; {unsent} more cannot be sent yet" if unsent else ""
    _say(
        f"The {kind} return of {year} is in {out}: {written.children - unsent} children{without},"
        f" {rows} rows of the record."
    )


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
