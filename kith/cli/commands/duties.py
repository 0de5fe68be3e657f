"""`kith duties`: what is due, met, late and excused, at any date, as believed at any moment."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as


def add_to(app: typer.Typer) -> None:
    app.command("duties")(duties)


def duties(  # noqa: PLR0917 - the options of a command
    as_at: Annotated[str | None, typer.Option("--as-at", help="Date, as 2026-09-01; default today.")] = None,
    believed: Annotated[
        str | None, typer.Option("--believed", help="As known at this date or moment.")
    ] = None,
    person: Annotated[str | None, typer.Option(help="One person's id.")] = None,
    duty: Annotated[str | None, typer.Option(help="One duty's id, such as LA-04.")] = None,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    account: Annotated[str | None, typer.Option("--as", help="The account on whose word.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """What is due, met, late, excused at a date."""
    if output not in {"text", "json"}:
        raise CannotError("--format is text or json.")
    day, moment, who = _date(as_at, "--as-at"), _moment(believed), _person(person)
    django_as("worker")
    from kith.access.permissions import Permission
    from kith.cli.purpose import log_looks, operator
    from kith.core.acting import acting
    from kith.law.due import obligations
    from kith.law.obligation import as_json
    from kith.people.everybody import everybody

    by = operator(account, reason, default="director", permission=Permission.DUTIES_OF_ALL)
    with acting(by, read_only=True):
        persons = [who] if who else everybody()
        try:
            found = [as_json(each) for each in obligations(persons, as_at=day, believed=moment, duty=duty)]
        except KeyError:
            raise CannotError(f"The register holds no duty called {duty}.") from None
    log_looks(by, {UUID(str(each["person"])) for each in found}, "duties")
    _show(found, output)


def _show(found: Iterable[dict[str, str | None]], output: str) -> None:
    if output == "json":
        sys.stdout.write(json.dumps(list(found), indent=1) + "\n")
        return
    for each in found:
        sys.stdout.write(
            f"{each['state']:<9}{each['due']}  {each['duty']:<7}{each['person']}  {each['name']}\n"
        )


def _date(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotError(f"{option} must be a date such as 2026-09-01, not {text!r}.") from None


def _moment(text: str | None) -> datetime | None:
    """The end of that day in England, when only a date is given."""
    if text is None:
        return None
    from datetime import time
    from zoneinfo import ZoneInfo

    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CannotError(f"--believed must be a date such as 2026-09-01, not {text!r}.") from None
    if len(text) == len("2026-09-01"):
        moment = datetime.combine(moment.date(), time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("Europe/London"))


def _person(text: str | None) -> UUID | None:
    if text is None:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise CannotError(f"--person must be a person's id, not {text!r}.") from None
