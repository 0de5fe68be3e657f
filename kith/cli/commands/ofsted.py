"""`kith annex-a` and `kith ssd`: lists of people for inspectors, returns officers and analysts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as

if TYPE_CHECKING:
    from kith.access.permissions import Permission
    from kith.core.actor import Actor
    from kith.returns.extract import Extract, Listing

Out = Annotated[Path, typer.Option(help="The folder to write into.")]
As = Annotated[str | None, typer.Option("--as", help="The account on whose word.")]
Why = Annotated[str | None, typer.Option("--reason", help="Why.")]


def add_to(app: typer.Typer) -> None:
    app.command("annex-a")(annex_a)
    app.command("ssd")(ssd)


def annex_a(
    out: Out,
    as_at: Annotated[str | None, typer.Option("--as-at", help="Date, as 2026-09-01; default today.")] = None,
    account: As = None,
    reason: Why = None,
) -> None:
    """Write Ofsted's Annex A, eleven lists in one workbook, as at a day."""
    day = _date(as_at)
    django_as("worker")
    from kith.access.permissions import Permission
    from kith.cli.purpose import operator
    from kith.core.private_files import put_in_place, unfinished
    from kith.law.due import today
    from kith.returns.annex_a import FOLDER, listings, write_lists
    from kith.returns.extract import as_of

    if day and day > today():
        raise CannotError(f"--as-at {day} has not come: what the lists would say is not known yet.")
    by = operator(account, reason, default="returns", permission=Permission.WRITE_RETURNS)
    asked, lists = day or today(), listings(FOLDER)
    name = f"annex-a-{asked}.xlsx"
    with unfinished(out) as folder:
        with as_of(by, asked) as extract:
            written = write_lists(extract, lists, folder / name)
            said = _counted(extract, lists)
        _kept_in_logs(
            by=by,
            what="annex-a",
            as_at=asked,
            permission=Permission.WRITE_RETURNS,
            rows=written.rows,
            people=written.people,
        )
        _say(
            f"{put_in_place(folder / name, out / name, over=True)}: as at {asked}, of {len(written.people)} people."
        )
    _tell(lists, written.rows, *said)


def ssd(
    out: Out,
    identified: Annotated[
        bool, typer.Option("--identified/--de-identified", help="With names and ids, or with nobody known.")
    ] = False,
    account: As = None,
    reason: Why = None,
) -> None:
    """Write the tables of the Standard Safeguarding Dataset, one CSV file each."""
    django_as("worker")
    from kith.access.permissions import Permission
    from kith.cli.purpose import operator
    from kith.core.private_files import put_in_place, unfinished
    from kith.law.due import today
    from kith.returns.extract import as_of
    from kith.returns.ssd import FOLDER, Hiding, listings, waiting, write_tables

    default, needs = (
        ("returns", Permission.WRITE_RETURNS) if identified else ("analyst", Permission.READ_AGGREGATES)
    )
    by = operator(account, reason, default=default, permission=needs)
    asked, hiding, tables = today(), Hiding(identified), listings(FOLDER)
    with unfinished(out) as folder:
        with as_of(by, asked, people_by=hiding.people_by, shuffled=not identified) as extract:
            rows, people = write_tables(extract, tables, hiding, folder)
            said = _counted(extract, tables)
        named = people if identified else None
        _kept_in_logs(by=by, what="ssd", as_at=asked, permission=needs, rows=rows, people=named)
        for table in tables:
            file = f"{table.name}.csv"
            put_in_place(folder / file, out / file, over=True)
    _say(f"{out}: {len(tables)} tables, {'identified' if identified else 'de-identified'}.")
    _tell(tables, rows, *said, exact=identified)
    for name, why in waiting().items():
        _say(f"Not written: {name}: {why}.")


def _counted(extract: Extract, lists: Sequence[Listing]) -> tuple[dict[str, int], int]:
    return extract.left_out(lists), extract.kept_safe(lists)


def _kept_in_logs(
    *,
    by: Actor,
    what: str,
    as_at: date,
    permission: Permission,
    rows: dict[str, int],
    people: set[UUID] | None,
) -> None:
    """What is taken out is in the logs before the file can be opened. `people`: who is named in it."""
    from kith.cli.purpose import log_looks
    from kith.core.acting import acting
    from kith.returns.extract.actions import take_out

    with acting(by):
        take_out(
            by=by,
            permission=permission,
            what=what,
            as_at=as_at,
            rows=rows,
            people=None if people is None else len(people),
        )
        log_looks(by, sorted(people or ()), what)


def _tell(
    lists: Sequence[Listing],
    rows: dict[str, int],
    left_out: dict[str, int],
    kept_safe: int,
    *,
    exact: bool = True,
) -> None:
    """On standard error: rows of each list, who is not in it and why, and which columns are blank for all."""
    for each in lists:
        _say(f"{each.name}: {rows[each.key]} rows.")
        if number := left_out.get(each.key):
            _say(f"  Left out: {_number(number, exact)} whose records are restricted, sealed or relocated.")
        if each.not_recorded:
            _say(f"  Not recorded yet: {'; '.join(each.not_recorded)}.")
    if kept_safe:
        _say(f"Where they are is left out everywhere: {_number(kept_safe, exact)} whose home is kept safe.")


def _number(of: int, exact: bool) -> str:
    """As it is; or, for those who may know nobody, under five as that and else to the nearest five."""
    if exact:
        return str(of)
    return "fewer than 5" if of < 5 else f"about {5 * round(of / 5)}"


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotError(f"--as-at must be a date such as 2026-09-01, not {text!r}.") from None
